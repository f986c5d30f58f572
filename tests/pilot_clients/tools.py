"""Installs what the pilot's contract and browser tests are run with: Python packages into
build/tools/venv, npm packages into build/tools/node_modules. Does nothing where that has been done.

    python3 tests/pilot_clients/tools.py
"""

import hashlib
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TOOLS = ROOT / "build" / "tools"
PYTHON = TOOLS / "venv" / "bin" / "python"
SAYS = ("requirements.txt", "package.json", "package-lock.json", ".npmrc")


def wanted():
    return hashlib.sha256(b"".join((HERE / name).read_bytes() for name in SAYS)).hexdigest()


def run(*words):
    subprocess.run(words, cwd=TOOLS, check=True, stdin=subprocess.DEVNULL)


def install():
    stamp = TOOLS / "stamp"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted():
        return
    TOOLS.mkdir(parents=True, exist_ok=True)
    for name in SAYS:
        shutil.copy(HERE / name, TOOLS / name)
    run("/usr/bin/python3" if pathlib.Path("/usr/bin/python3").exists() else sys.executable,
        "-m", "venv", "venv")
    run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
        "-r", "requirements.txt")
    run("npm", "ci", "--no-audit", "--no-fund")
    stamp.write_text(wanted(), encoding="utf-8")


if __name__ == "__main__":
    install()
