"""The Containerfile and the systemd unit, as far as they can be tried without an image and without an
init: the files are laid out as the Containerfile copies them, the libraries that it installs are
those the program needs, systemd reads the unit in that root, and the program serves from there as
somebody who may write nowhere else."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "pilot_clients"))

import server  # noqa: E402  (found through the line above)

OPS = ROOT / "examples" / "pilot" / "ops"
CONTAINER = (OPS / "Containerfile").read_text(encoding="utf-8")
IN_EVERY_DEBIAN = {"libc6", "libgcc-s1", "libstdc++6", "zlib1g"}
NOBODY = 65534


def copied():
    """(what the build left, where it goes); the client's files only where they are built."""
    for source, target in re.findall(r"^COPY --from=build /src/(\S+) (\S+)$", CONTAINER, re.M):
        here = ROOT / source
        if source.startswith("build/release/"):
            here = server.BUILD / source.removeprefix("build/release/")
        if here.exists() or not source.endswith("web/dist"):
            yield here, target.lstrip("/")


def lay_out(root):
    for source, target in copied():
        place = root / target
        place.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, place)
    state = root / "var/lib/pilot"
    state.mkdir(parents=True)
    for folder in [root, *root.rglob("*")]:
        if folder.is_dir():
            folder.chmod(0o755)
    if os.geteuid() == 0:
        os.chown(state, NOBODY, NOBODY)
    return state


def said(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def reached_from(packages):
    """These packages and all that they depend on, as far as installed here."""
    told = said("dpkg-query", "-W", "-f=${Package}\t${Depends}\n")
    needs = dict(line.split("\t", 1) for line in told.splitlines())
    found, open_ones = set(), list(packages)
    while open_ones:
        package = open_ones.pop()
        if package not in found:
            found.add(package)
            open_ones += [re.split(r"[ :(]", one.strip())[0]
                          for one in re.split("[,|]", needs.get(package, "")) if one.strip()]
    return found


def libraries():
    """Every library that is loaded comes from a package of the image, or one that these depend on."""
    if not shutil.which("dpkg-query"):
        return []
    last = CONTAINER.split("debian:12-slim")[1]
    listed = re.search(r"--no-install-recommends (.*?)&&", last, re.S).group(1)
    there = IN_EVERY_DEBIAN | reached_from(listed.replace("\\", " ").split())
    paths = re.findall(r" => (/\S+)", said("ldd", server.PROGRAM))
    owners = {}
    for line in said("dpkg", "-S", *paths, *(f"/usr{path}" for path in paths)).splitlines():
        package, path = line.split(": ", 1)
        owners.setdefault(path.rsplit("/", 1)[1], set()).add(package.split(":")[0])
    assert len(owners) > 10, "no library is found"
    return [f"{name} of {' or '.join(sorted(those))} is in no package of the image"
            for name, those in owners.items() if not those & there]


def unit(root):
    if not shutil.which("systemd-analyze"):
        print("no systemd-analyze here: the unit is not read")
        return []
    etc = root / "etc/systemd/system"
    etc.mkdir(parents=True)
    shutil.copy(OPS / "pilot.service", etc)
    shutil.copytree("/usr/lib/systemd/system", root / "usr/lib/systemd/system", symlinks=True)
    done = subprocess.run(["systemd-analyze", "verify", f"--root={root}", "--man=no",
                           "pilot.service"], capture_output=True, text=True, check=False)
    ours = [line for line in done.stderr.splitlines() if "pilot.service" in line]
    return [f"the unit: {line}" for line in ours or ["refused"]] if ours or done.returncode else []


def everything(root):
    return {path.relative_to(root).as_posix() for path in root.rglob("*")}


def serves(root, state):
    """From the state's folder, with no setting but the port; then it ends well."""
    port, faults, before = server.free_port(), [], everything(root)
    other = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    words = (other if os.geteuid() == 0 else []) + [str(root / "usr/bin/pilot")]
    with (root / "log").open("wb") as log:
        pilot = subprocess.Popen(words, cwd=state, env={"PORT": str(port)}, stdout=log, stderr=log)
    try:
        until = time.monotonic() + 60
        while not ready(port):
            assert pilot.poll() is None and time.monotonic() < until, (root / "log").read_text()
        assert server.request(port, "GET", "/openapi.json").status == 200
        assert len(server.request(port, "GET", "/sports").json) == 2
        page = server.request(port, "GET", "//").status
        if (root / "usr/share/pilot/web").exists() and page != 200:
            faults.append(f"the page is {page}")
    finally:
        pilot.terminate()
        code = pilot.wait(60)
    if code != 0:
        faults.append(f"it ends with {code}\n{(root / 'log').read_text()}")
    written = everything(root) - before - {"log"}
    faults += [f"{path} is written" for path in written if not path.startswith("var/lib/pilot/")]
    if os.geteuid() == 0 and (state / "pilot.db").stat().st_uid != NOBODY:
        faults.append("the database is not the other user's")
    return faults


def ready(port):
    try:
        return server.request(port, "GET", "/readyz").status == 200
    except OSError:
        time.sleep(0.05)
        return False


def main():
    if not server.PROGRAM.exists():
        print("SKIPPED: the pilot is not built (LIBAUCTION_BUILD_PILOT)")
        return 4
    with tempfile.TemporaryDirectory(prefix="pilot-root-") as scratch:
        root = pathlib.Path(scratch)
        state = lay_out(root)
        faults = libraries() + serves(root, state) + unit(root)
    print("\n".join(faults))
    print(f"installed: {len(faults)} wrong")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
