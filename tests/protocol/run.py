"""Runs the protocols' own test suites against our server, on loopback.

    run.py SERVER DIR [--port 3000]

DIR holds the protocols' repositories, or is the folder docs/ of socketio/socket.io, where they live
by now. The suites are copied, their packages installed in the copy, and nothing of them is kept.
Exit 1: a test failed.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SUITES = {"Engine.IO": ("engine.io-protocol", "v4-test-suite"),
          "Socket.IO": ("socket.io-protocol", "v5-test-suite")}
PORT = 3000  # written in the suites


def fail(why):
    print(f"protocol: {why}", file=sys.stderr)
    sys.exit(4)


def npm(folder, *words):
    return subprocess.run(["npm", *words], cwd=folder, capture_output=True, text=True, check=False,
                          timeout=300)


def find(folder, protocol, newer):
    for source in (folder / protocol / newer, folder / protocol / "test-suite"):
        if (source / "package.json").is_file():
            return source
    fail(f"{folder / protocol} has no test-suite: DIR must hold the protocols' repositories")


def prepare(source, folder, port):
    """A copy of one suite, with its packages, that talks to our port."""
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("node_modules"))
    if port != PORT:
        suite = folder / "test-suite.js"
        suite.write_text(suite.read_text().replace(f"localhost:{PORT}", f"localhost:{port}"))
    done = npm(folder, "install", "--no-audit", "--no-fund")
    if done.returncode != 0:
        fail(f"npm install: {done.stderr}")


def start(server, port):
    started = subprocess.Popen([server, str(port)], stdout=subprocess.PIPE, text=True)
    if not started.stdout.readline().startswith("listening"):
        fail(f"the server did not start on port {port}")
    return started


def count(word, text):
    found = re.search(rf"^\s*(\d+) {word}", text, re.M)
    return int(found.group(1)) if found else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("server")
    parser.add_argument("dir", type=pathlib.Path)
    parser.add_argument("--port", type=int, default=PORT)
    given = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        folders = {name: pathlib.Path(scratch) / name for name in SUITES}
        for name, folder in folders.items():
            prepare(find(given.dir, *SUITES[name]), folder, given.port)
        server = start(given.server, given.port)
        try:
            for name, folder in folders.items():
                done = npm(folder, "test")
                passing, failing = count("passing", done.stdout), count("failing", done.stdout)
                print(f"{name:10} {passing} passed, {failing} failed", flush=True)
                if done.returncode != 0 or passing == 0:
                    print(done.stdout, done.stderr, file=sys.stderr)
                    failed += 1
        finally:
            server.terminate()
            server.wait()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
