"""Every public header compiles alone, and what it drags in stays affordable.

Alone: g++ -fsyntax-only on the header by itself, or on its own .cc file where that includes it
before anything else, which proves both: the build and clang-tidy unite the files of a room, so
neither does. Budget: a public header of base and core may preprocess to 45,000 lines, of which
38,000 may be the standard library's.

    python3 tests/house/headers.py alone|budget --compiler g++ [--adapters]
"""

import argparse
import concurrent.futures
import os
import re
import subprocess

import layers
import repo

TOTAL_LINES, SYSTEM_LINES = 45_000, 38_000
FLAGS = ["-std=c++20", "-I", str(repo.ROOT), "-x", "c++"]
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wshadow",
            "-Werror"]


def headers(rows):
    return [path for path in repo.files(".h") if repo.is_public_header(path)
            and layers.row_of(layers.room_of(path.as_posix()) or "") in rows]


def heads_its_source(path):
    """x.cc beside x.h, with x.h as its first include: who compiles that compiles the header alone."""
    source = repo.ROOT / path.with_suffix(".cc")
    first = repo.includes(source)[:1] if source.exists() else []
    return bool(first) and first[0][1] == f'"{path.as_posix()}"'


def standing_alone(rows):
    """The files to compile: every source of the rows, and the headers that head none."""
    sources = [path for path in repo.files(".cc")
               if layers.row_of(layers.room_of(path.as_posix()) or "") in rows]
    return sources + [path for path in headers(rows) if not heads_its_source(path)]


def alone(compiler, path):
    """(nothing to tell, faults) of a program that includes this file and nothing else."""
    done = subprocess.run([compiler, *FLAGS, *WARNINGS, "-fsyntax-only", "-"],
                          input=f'#include "{path.as_posix()}"\n', cwd=repo.ROOT,
                          capture_output=True, text=True, check=False)
    return "", [] if done.returncode == 0 else [f"{path} does not compile alone:\n{done.stderr}"]


def preprocessed_lines(text):
    """(all, those of system headers): flag 3 in a line marker says 'system header'."""
    total = system = 0
    in_system = False
    for line in text.splitlines():
        marker = re.match(r'# \d+ ".*"((?: \d)*)$', line)
        if marker:
            in_system = "3" in marker.group(1).split()
        else:
            total += 1
            system += in_system
    return total, system


def budget(compiler, path):
    """(its lines, faults) of a header."""
    done = subprocess.run([compiler, *FLAGS, "-E", path.as_posix()], cwd=repo.ROOT,
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return "", [f"{path}: {done.stderr}"]
    total, system = preprocessed_lines(done.stdout)
    told = f"{total:7d} lines, {system:7d} of them std  {path}"
    if total > TOTAL_LINES or system > SYSTEM_LINES:
        return told, [f"{path}: over the budget of {TOTAL_LINES} lines, {SYSTEM_LINES} of them std"]
    return told, []


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mode", choices=["alone", "budget"])
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--adapters", action="store_true", help="adapters' headers too")
    arguments = parser.parse_args()
    rows = ["base", "core"] + (["adapters"] if arguments.adapters else [])
    if arguments.mode == "alone":
        check, paths = alone, standing_alone([*rows, "room"])
    else:
        check, paths = budget, headers(rows)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = list(pool.map(lambda path: check(arguments.compiler, path), paths))
    for told, _ in answers:
        if told:
            print(told)
    repo.finish(f"headers {arguments.mode}", [fault for _, some in answers for fault in some],
                len(paths))


if __name__ == "__main__":
    main()
