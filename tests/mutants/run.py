"""Plants each fault of README.md in a temporary copy of the library and wants a check to fail.

    run.py [--all] [NAME...]      the patches; with --all those of single_lines.txt too; those named
    run.py --check                only whether each still applies

Only the rooms a patch changes are compiled again, two mutants at a time, and linked before the
archives of an unharmed build. The last line says how many were killed; exit 0 when all were, each by the check
its line asks for; with --all when 95 of 100 were, by any check.
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BASE = ROOT / "build" / "digest_g++_O0"
PROGRAMS = {"sequences": ["--length", "2"], "walk": ["--auctions", "400"]}
ROOM_PROGRAMS = {"faults": ["--auctions", "300"]}
LONGER = {"walk": ["--auctions", "10000"], "faults": ["--auctions", "5000"]}  # for survivors
LEAST_KILLED = 0.95
COMPILER = [*(["ccache"] if shutil.which("ccache") else []), "g++",
            "-std=c++20", "-O0", "-w", "-I."]
TIMEOUT_S = 120


def listed():
    """The patches of README.md in its order: (name, what it plants, who must kill it)."""
    rows = re.findall(r"^\| (\w+)\.patch \| (.+?) \| (naive|any) \|$",
                      (HERE / "README.md").read_text(encoding="utf-8"), re.M)
    on_disk = {path.stem for path in HERE.glob("*.patch")}
    if on_disk != {name for name, _, _ in rows}:
        sys.exit("README.md and the patches beside it do not name the same faults")
    return rows


def single_lines():
    """The faults of single_lines.txt: {name: (who must kill it, file, text, replacement)}."""
    found = {}
    for block in (HERE / "single_lines.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        name, wanted, path = lines[0].split()
        text, becomes = ("\n".join(line[2:] for line in lines[1:] if line[0] == sign)
                         for sign in "-+")
        found[name] = (wanted, path, text, becomes)
    return found


def programs_for(wanted):
    return ROOM_PROGRAMS if wanted == "room" else PROGRAMS


def included(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    return re.findall(r'^#include "([^"]+)"', text, re.M)


def sources(programs):
    """Every .cc the programs need, by whole folders, as the archives hold them."""
    wanted = [f"tests/simulation/{name}.cc" for name in programs]
    seen = set(wanted)
    for path in wanted:  # grows while we walk
        for header in included(path):
            folder = pathlib.PurePosixPath(header).parent
            for name in [header, *(str(folder / cc.name) for cc in (ROOT / folder).glob("*.cc"))]:
                if name not in seen and (ROOT / name).is_file():
                    seen.add(name)
                    wanted.append(name)
    return sorted(name for name in seen if name.endswith(".cc"))


def build_base(programs):
    """The library and the programs without a fault, where the digest step builds them too."""
    for command in (["cmake", "--preset", "simulations", "-B", str(BASE), "--no-warn-unused-cli",
                     f"-DPython3_EXECUTABLE={sys.executable}", "-DCMAKE_CXX_COMPILER=g++",
                     "-DCMAKE_BUILD_TYPE=None", "-DCMAKE_CXX_FLAGS=-O0"],
                    ["cmake", "--build", str(BASE), "--parallel", "2",
                     *(f"--target={name}" for name in programs)]):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"the library without a fault does not build:\n{done.stdout[-3000:]}")


def readers():
    """Which files each source reads, by the compiler's own account: {source: {file}}."""
    listed_deps = subprocess.run(["ninja", "-C", str(BASE), "-t", "deps"], capture_output=True,
                                 text=True, check=True).stdout
    found = {}
    for block in listed_deps.split("\n\n"):
        files = {os.path.relpath((BASE / line.strip()).resolve(), ROOT)
                 for line in block.splitlines()[1:]
                 if line.strip().endswith((".h", ".cc"))}
        for source in files:
            if source.endswith(".cc"):
                found.setdefault(source, set()).update(files)
    return found


def units(needed):
    """What is compiled as one, as the archives were: {name: its files}. Programs stand alone."""
    found = {}
    for source in needed:
        alone = source.startswith("tests/simulation/") and not source.endswith("_lib.cc")
        name = source.removesuffix(".cc") if alone else os.path.dirname(source)
        found.setdefault(name.replace("/", "_"), []).append(source)
    return found


def compile_unit(folder, name, files):
    """Compiles the files of one room of the mutant as one; the object's path."""
    (folder / f"{name}.cc").write_text("".join(f'#include "{file}"\n' for file in files),
                                       encoding="utf-8")
    done = subprocess.run([*COMPILER, "-c", f"{name}.cc", "-o", f"{name}.o"], cwd=folder,
                          capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name} does not compile:\n{done.stderr[-2000:]}")
    return f"{name}.o"


def link(folder, objects, programs):
    """Objects of the mutant first: what they define is not taken from the archives."""
    archives = ["tests/simulation/libauction_test_support.a", "libauction_room.a",
                "libauction_core.a"]
    for name in programs:
        own = f"tests_simulation_{name}.o"
        mine = [item for item in objects
                if item == own or not item.startswith("tests_simulation_")]
        if own not in objects:
            mine.append(str(next(BASE.glob(f"tests/simulation/CMakeFiles/{name}.dir/{name}.cc.o"))))
        subprocess.run(["g++", "-pthread", *mine, *(str(BASE / archive) for archive in archives), "-o", name],
                       cwd=folder, check=True)


def verdict(output, code):
    """Which check said no: 'naive', another one in its own words, or None for none."""
    if code == 0:
        return None
    lines = [line for line in output.splitlines() if line.strip()]
    if any("naive" in line and not line.startswith("walk:") for line in lines):
        return "naive"
    said = [line for line in lines if line.startswith("WRONG") or "AUCTION_CHECK" in line]
    return (said or lines or [f"exit {code}"])[-1]


def run_one(folder, name, arguments):
    """Who killed, or None."""
    try:
        done = subprocess.run([f"./{name}", *arguments], cwd=folder, capture_output=True,
                              text=True, check=False, timeout=TIMEOUT_S)
        return verdict(done.stdout + done.stderr, done.returncode)
    except subprocess.TimeoutExpired:
        return "it never ended"


def run_programs(folder, wanted):
    """Runs the programs until one kills as wanted: (who killed, in which program), or None."""
    killed, programs = None, programs_for(wanted)
    longer = [(name, arguments) for name, arguments in LONGER.items() if name in programs]
    for name, arguments in [*programs.items(), *longer]:
        by = run_one(folder, name, arguments)
        if by and (killed is None or by == "naive"):
            killed = (by, name)
        if killed and (wanted != "naive" or killed[0] == "naive"):
            return killed
    return killed


def plant(folder, name):
    """Copies the library and patches the copy: the files changed, or None if it does not apply."""
    folder.mkdir()
    shutil.copytree(ROOT / "libauction", folder / "libauction",
                    ignore=shutil.ignore_patterns("adapters"))
    (folder / "tests").symlink_to(ROOT / "tests")
    if name in single_lines():
        return plant_line(folder, *single_lines()[name][1:])
    patch = HERE / f"{name}.patch"
    done = subprocess.run(["patch", "-p1", "-F0", "-i", str(patch)], cwd=folder,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    return set(re.findall(r"^\+\+\+ b/(\S+)", patch.read_text(encoding="utf-8"), re.M))


def plant_line(folder, path, text, becomes):
    """The same for a fault of single_lines.txt: its text must stand there once."""
    old = (folder / path).read_text(encoding="utf-8")
    if old.count(text) != 1:
        return None
    (folder / path).write_text(old.replace(text, becomes), encoding="utf-8")
    return {path}


def try_mutant(scratch, needed, reads, row):
    """One line of the report, and whether the fault was killed as it must be."""
    name, plants, wanted = row
    folder = scratch / name
    changed = plant(folder, name)
    if changed is None:
        return f"{name}: DOES NOT APPLY", False
    objects = [compile_unit(folder, unit, files) for unit, files in units(needed).items()
               if any(not changed.isdisjoint(reads.get(file, {file})) for file in files)]
    link(folder, objects, programs_for(wanted))
    killed = run_programs(folder, wanted)
    shutil.rmtree(folder)
    if killed is None:
        return f"{name}: SURVIVED ({plants})", False
    fine = wanted != "naive" or killed[0] == "naive"
    return f"{name}: {'killed' if fine else 'KILLED OTHERWISE'} by {killed[1]}, {killed[0]}", fine


def chosen(arguments):
    """The rows to try, and whether the threshold is that of the whole list."""
    everything, names = "--all" in arguments, [a for a in arguments if a != "--all"]
    rows = listed()
    if everything or names:
        rows += [(name, f"{text} -> {becomes}", wanted)
                 for name, (wanted, _, text, becomes) in single_lines().items()]
    unknown = set(names) - {row[0] for row in rows}
    if unknown:
        sys.exit(f"no such fault: {', '.join(sorted(unknown))}")
    return [row for row in rows if not names or row[0] in names], everything


def applies(name, single):
    """Whether the fault can still be planted."""
    if name in single:
        _, path, text, _ = single[name]
        return (ROOT / path).read_text(encoding="utf-8").count(text) == 1
    return subprocess.run(["patch", "-p1", "-F0", "--dry-run", "-i", str(HERE / f"{name}.patch")],
                          cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True,
                          check=False).returncode == 0


def check():
    """What can no longer be planted; builds and runs nothing."""
    rows, single = chosen(["--all"])[0], single_lines()
    stale = [row[0] for row in rows if not applies(row[0], single)]
    for name in stale:
        print(f"{name}: DOES NOT APPLY")
    print(f"mutants: {len(rows)} checked, {len(stale)} do not apply")
    return 1 if stale else 0


def main():
    if sys.argv[1:] == ["--check"]:
        sys.exit(check())
    rows, everything = chosen(sys.argv[1:])
    programs = {name: 1 for row in rows for name in programs_for(row[2])}
    started = time.monotonic()
    build_base(programs)
    for wanted in {row[2] for row in rows}:
        for name, arguments in programs_for(wanted).items():
            if run_one(BASE / "tests/simulation", name, arguments):
                sys.exit("the checks fail without any fault planted")
    built = time.monotonic()
    needed, reads = sources(programs), readers()
    killed = otherwise = 0
    with tempfile.TemporaryDirectory(prefix="mutants-") as name, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        scratch = pathlib.Path(name)
        for line, fine in pool.map(lambda row: try_mutant(scratch, needed, reads, row), rows):
            print(line, flush=True)
            killed += fine
            otherwise += "KILLED OTHERWISE" in line
    print(f"built in {built - started:.0f} s, mutants in {time.monotonic() - built:.0f} s")
    if everything:
        killed += otherwise
        print(f"{otherwise} of them by another check than the naive auctioneer")
    print(f"mutants: {killed} of {len(rows)} killed")
    sys.exit(0 if killed >= len(rows) * (LEAST_KILLED if everything else 1) else 1)


if __name__ == "__main__":
    main()
