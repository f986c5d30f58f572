"""Who may include whom. Reads every #include under libauction/ (and of the naive auctioneer, which
must stay independent of what it checks) and names each edge that points up or sideways.

    base <- core rooms, in the order of CORE <- room row, in the order of ROOM <- adapters <- hosts
"""

import pathlib
import re
import sys

import repo

# A room may include itself and every group to its right. Rooms of one group stand side by side:
# they may include each other's facts only to the right, as they are written here.
CORE = "standings scoring season league auction rules lot franchise format roster clock bid catalogue"
ROOM = "room sim replay log"
CORE, ROOM = CORE.split(), ROOM.split()

# The machine knows neither time, chance, files, threads nor sockets.
IMPURE = {"chrono", "ctime", "time.h", "random", "fstream", "filesystem", "iostream", "thread",
          "mutex", "future", "sys/time.h", "unistd.h", "sys/socket.h"}

# Too dear for headers that everybody includes; measured by the include budget.
DEAR = {"memory", "algorithm", "functional", "chrono", "iostream", "regex"}
DEAR_BUT = {("base/shared.h", "memory"), ("base/shared.h", "functional")}

# The compiler's own headers for one processor: a file named for it may use them, no header may.
PROCESSOR = {"cpuid.h", "immintrin.h"}


def room_of(name):
    """'libauction/adapters/json/record.h' -> 'adapters/json'; outside libauction/ -> None."""
    parts = pathlib.PurePosixPath(name).parts
    if parts[0] != "libauction" or len(parts) < 3:
        return None
    return "/".join(parts[1:3]) if parts[1] == "adapters" else parts[1]


def row_of(room):
    """The row of the dependency rule that a room stands in, or None for an unknown room."""
    if room == "base" or room in CORE or room in ROOM:
        return "base" if room == "base" else "core" if room in CORE else "room"
    return "adapters" if room.startswith("adapters/") else None


def may_include(room, other):
    """Whether a file in `room` may include a header of `other`."""
    rows = ["base", "core", "room", "adapters"]
    mine, theirs = rows.index(row_of(room)), rows.index(row_of(other))
    if room == other or theirs < mine:
        return True
    if theirs > mine or mine in (0, 3):
        return False
    order = CORE if mine == 1 else ROOM
    return order.index(room) < order.index(other)


def own_include(room, spelling):
    """What is wrong with a quoted include in a file of `room`, or None."""
    other = room_of(spelling)
    if other is None:
        return "the library includes its own headers only, from the repository root"
    if row_of(other) is None:
        return f"{other} is no room of the dependency rule"
    if not may_include(room, other):
        return f"{room} may not include {other}"
    if spelling.endswith("_internal.h") and room != other:
        return f"an internal header belongs to {other} alone"
    return None


def is_std(header):
    """Standard C++ and C headers have neither folder nor, but for the C ones, a suffix."""
    return bool(re.fullmatch(r"[a-z_0-9]+|(std[a-z]+|string|math|limits|errno|ctype|float)\.h",
                             header))


def system_include(room, path, header):
    """What is wrong with <header> in a file, or None."""
    row, public = row_of(room), repo.is_public_header(path)
    if row in ("base", "core") and header in IMPURE:
        return f"<{header}>: the machine knows no clock, chance, file, thread or socket"
    place = path.relative_to("libauction").as_posix()
    if row in ("base", "core") and public and header in DEAR and (place, header) not in DEAR_BUT:
        return f"<{header}> is too dear for a public header of the core"
    if is_std(header) or (header in PROCESSOR and path.name.endswith("_x86.cc")):
        return None
    if row != "adapters":
        return f"<{header}>: third-party headers belong in adapters"
    if public and not header.startswith("absl/"):
        return f"<{header}>: a public header of an adapter may show Abseil and std only"
    return None


def check_library_file(root, path):
    """Faults of one file under libauction/."""
    room = room_of(path.as_posix())
    if room is None or row_of(room) is None:
        return [f"{path}: not in a room of the dependency rule"]
    faults = []
    for number, spelling in repo.includes(root / path):
        name = spelling[1:-1]
        fault = own_include(room, name) if spelling[0] == '"' else system_include(room, path, name)
        if fault:
            faults.append(f"{path}:{number}: {fault}")
    return faults


def check_naive_file(root, path):
    """The naive auctioneer may share numbers and names with the engine, never a rule."""
    return [f"{path}:{number}: the naive auctioneer may include libauction/base only"
            for number, spelling in repo.includes(root / path)
            if spelling[0] == '"' and not spelling[1:].startswith(("libauction/base/",
                                                                  "tests/naive/", "tests/catch.h"))
            and not path.name.endswith("_test.cc")]


def check(root):
    """(faults, number of files read) of a whole tree."""
    faults, count = [], 0
    for path in repo.files(".h", ".cc", root=root):
        if path.parts[0] == "libauction":
            faults += check_library_file(root, path)
        elif path.parts[:2] == ("tests", "naive"):
            faults += check_naive_file(root, path)
        else:
            continue
        count += 1
    return faults, count


if __name__ == "__main__":
    repo.finish("layers", *check(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else repo.ROOT))
