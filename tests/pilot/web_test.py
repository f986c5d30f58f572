"""The browser client: its types, its unit tests and its build, with the packages its lock names.

Packages are fetched by `npm ci` when they are not there as the lock wants them. What is built may
hold nothing inline, because the host's policy is `default-src 'self'`.
"""

import pathlib
import re
import shutil
import subprocess
import sys

WEB = pathlib.Path(__file__).resolve().parents[2] / "examples" / "pilot" / "web"


def npm(*arguments):
    done = subprocess.run(["npm", *arguments], cwd=WEB, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n")
        sys.exit(f"npm {' '.join(arguments)}: {done.returncode}")
    return done.stdout


def installed():
    lock, seen = WEB / "package-lock.json", WEB / "node_modules" / ".package-lock.json"
    return seen.exists() and seen.stat().st_mtime >= lock.stat().st_mtime


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
    check_lock()
    if not installed():
        npm("ci")
    told = npm("test")
    passed, failed = (int(re.search(rf"^# {word} (\d+)$", told, re.M).group(1))
                      for word in ("pass", "fail"))
    assert passed >= 30 and failed == 0, told
    npm("run", "build")
    check_built()
    print(f"web client: {passed} unit tests, built")


if __name__ == "__main__":
    main()
