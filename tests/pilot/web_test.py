"""The browser client: its types, its unit tests and its build, with the packages its lock names.

All of it in a copy under the build folder, so that nobody who builds the client in its own place is
disturbed. What is built may hold nothing inline: the host's policy is `default-src 'self'`.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / "examples" / "pilot" / "web"
WEB = pathlib.Path(os.environ.get("LIBAUCTION_BUILD_DIR", ROOT / "build")) / "web-test"


def npm(*arguments):
    done = subprocess.run(["npm", *arguments], cwd=WEB, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n")
        sys.exit(f"npm {' '.join(arguments)}: {done.returncode}")
    return done.stdout


def copy():
    """The sources as they are now; packages that are already there stay when the lock is the same."""
    lock = WEB / "package-lock.json"
    same = lock.exists() and lock.read_bytes() == (SOURCE / "package-lock.json").read_bytes()
    for place in WEB.iterdir() if WEB.exists() else ():
        if place.name != "node_modules" or not same:
            shutil.rmtree(place) if place.is_dir() else place.unlink()
    shutil.copytree(SOURCE, WEB, dirs_exist_ok=True,
                    ignore=shutil.ignore_patterns("node_modules", "dist"))
    return same and (WEB / "node_modules" / ".package-lock.json").exists()


def check_lock():
    text = (WEB / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text, "the lock names a registry"


def check_built():
    page = (WEB / "dist" / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)", page), "a script inside the page"
    assert "<style" not in page and " style=" not in page, "a style inside the page"
    for sheet in (WEB / "dist" / "assets").glob("*.css"):
        assert "data:" not in sheet.read_text(encoding="utf-8"), f"{sheet.name} holds a data: address"


def main():
    if not shutil.which("npm"):
        print("SKIPPED: npm is not installed")
        sys.exit(4)
    if not copy():
        npm("ci")
    check_lock()
    told = npm("test")
    passed, failed = (int(re.search(rf"^# {word} (\d+)$", told, re.M).group(1))
                      for word in ("pass", "fail"))
    assert passed >= 30 and failed == 0, told
    npm("run", "build")
    check_built()
    print(f"web client: {passed} unit tests, built")


if __name__ == "__main__":
    main()
