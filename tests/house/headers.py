"""Every public header compiles alone, and what it drags in stays affordable.

Alone: g++ -fsyntax-only on the header by itself. Many are proved by another that includes them,
where nothing comes before them that they do not include themselves: only the others are compiled.
Sources: every .cc file by itself, for the build and clang-tidy unite the files of a room
(`./run prove alone`). Budget: a public header of base and core may preprocess to 45,000 lines, of
which 38,000 may be the standard library's.

    python3 tests/house/headers.py alone|sources|budget --compiler g++ [--adapters]
"""

import argparse
import concurrent.futures
import functools
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
    return [path.as_posix() for path in repo.files(".h") if repo.is_public_header(path)
            and layers.row_of(layers.room_of(path.as_posix()) or "") in rows]


def sources(rows):
    return [path.as_posix() for path in repo.files(".cc")
            if layers.row_of(layers.room_of(path.as_posix()) or "") in rows]


@functools.cache
def included(path):
    """The names in its #include lines, in their order; ours as paths from the root."""
    return [name.strip('"') for _, name in repo.includes(repo.ROOT / path)]


@functools.cache
def needs(path):
    """Everything that it includes, over however many others."""
    names = set()
    for name in included(path):
        names |= {name} if name.startswith("<") else {name} | needs(name)
    return frozenset(names)


def proved_by(path):
    """The headers that compile alone if this one does: all that was read before each of them, it
    includes itself."""
    read, proved = set(), set()

    def visit(name):
        if name in read:
            return
        for other in included(name) if not name.startswith("<") else []:
            visit(other)
        if not name.startswith("<") and read <= needs(name):
            proved.add(name)
        read.add(name)

    visit(path)
    return proved


def standing_alone(paths):
    """Of these headers, as many as prove all of them."""
    proved, chosen = {path: proved_by(path) for path in paths}, []
    left = set(paths)
    while left:
        chosen.append(max(paths, key=lambda path: len(proved[path] & left)))
        left -= proved[chosen[-1]]
    return chosen


def alone(compiler, path):
    """(nothing to tell, faults) of a program that includes this file and nothing else."""
    done = subprocess.run([compiler, *FLAGS, *WARNINGS, "-fsyntax-only", "-"],
                          input=f'#include "{path}"\n', cwd=repo.ROOT,
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
    done = subprocess.run([compiler, *FLAGS, "-E", path], cwd=repo.ROOT,
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
    parser.add_argument("mode", choices=["alone", "sources", "budget"])
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--adapters", action="store_true", help="adapters' headers too")
    arguments = parser.parse_args()
    rows = ["base", "core"] + (["adapters"] if arguments.adapters else [])
    if arguments.mode == "alone":
        check, paths = alone, standing_alone(headers([*rows, "room"]))
    elif arguments.mode == "sources":
        check, paths = alone, sources([*rows, "room"])
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
