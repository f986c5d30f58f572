"""Every public header compiles alone, and what it drags in stays affordable.

Alone: g++ -fsyntax-only on a header after nothing but what it includes itself. So a program may
include several, each of them included by the next.
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
def needs(path):
    """Everything of ours that it includes, over however many others; as paths from the root."""
    own = [name.strip('"') for _, name in repo.includes(repo.ROOT / path) if name[0] == '"']
    return frozenset(own).union(*map(needs, own))


def chains(paths):
    """These headers in as few chains as can be, in which each includes all before it: read in this
    order, it is read after nothing but what it includes itself. The links are a largest matching of
    headers with the next in their chain."""
    before = {}

    def link(path, tried):
        for other in paths:
            if path in needs(other) and other not in tried:
                tried.add(other)
                if other not in before or link(before[other], tried):
                    before[other] = path
                    return True
        return False

    for path in paths:
        link(path, set())
    after = {path: other for other, path in before.items()}
    found = [[path] for path in paths if path not in before]
    for chain in found:
        while chain[-1] in after:
            chain.append(after[chain[-1]])
    return found


def alone(compiler, chain):
    """(nothing to tell, faults) of a program that includes these files and nothing else."""
    done = subprocess.run([compiler, *FLAGS, *WARNINGS, "-fsyntax-only", "-"],
                          input="".join(f'#include "{path}"\n' for path in chain), cwd=repo.ROOT,
                          capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return "", []
    return "", [f"one of these does not compile alone: {', '.join(chain)}\n{done.stderr}"]


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
        check, paths = alone, chains(headers([*rows, "room"]))
    elif arguments.mode == "sources":
        check, paths = alone, [[path] for path in sources([*rows, "room"])]
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
