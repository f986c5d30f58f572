"""The layer check must notice: for every room a planted file with an upward edge, and each other
kind of fault, in a tree of its own; and it must accept the edges that are allowed."""

import pathlib
import sys
import tempfile

import layers

ABOVE_EVERYTHING = "libauction/adapters/json/x.h"


def planted():
    """(file, its include, whether the check must object)"""
    cases = [("libauction/base/x.h", '"libauction/catalogue/x.h"', True)]
    for order, above in ((layers.CORE, "log"), (layers.ROOM, "adapters/json")):
        for i, room in enumerate(order):
            left = order[i - 1] if i else above
            cases.append((f"libauction/{room}/x.h", f'"libauction/{left}/x.h"', True))
            cases.append((f"libauction/{room}/x.cc", f'"{ABOVE_EVERYTHING}"', True))
            cases.append((f"libauction/{room}/x.cc", '"libauction/base/x.h"', False))
            if i + 1 < len(order):
                cases.append((f"libauction/{room}/x.h", f'"libauction/{order[i + 1]}/x.h"', False))
    return cases + [
        ("libauction/log/x.h", '"libauction/auction/x.h"', False),
        ("libauction/adapters/csv/x.cc", '"libauction/room/x.h"', False),
        ("libauction/adapters/csv/x.cc", '"libauction/adapters/json/x.h"', True),
        ("libauction/adapters/csv/x.cc", '"examples/auctioneer/x.h"', True),
        ("libauction/bid/x.cc", '"x.h"', True),
        ("libauction/utils/x.h", '"libauction/base/x.h"', True),
        ("libauction/bid/x.h", "<vector>", False),
        ("libauction/bid/x.h", "<stdint.h>", False),
        ("libauction/bid/x.h", "<algorithm>", True),
        ("libauction/bid/x.cc", "<algorithm>", False),
        ("libauction/bid/x.cc", "<chrono>", True),
        ("libauction/bid/x.cc", "<absl/status/status.h>", True),
        ("libauction/base/x_x86.cc", "<immintrin.h>", False),
        ("libauction/base/x.cc", "<immintrin.h>", True),
        ("libauction/base/x_x86.h", "<immintrin.h>", True),
        ("libauction/sim/x.h", "<algorithm>", False),
        ("libauction/sim/x.h", "<absl/status/status.h>", True),
        ("libauction/adapters/json/x.h", "<absl/status/status.h>", False),
        ("libauction/adapters/json/x.h", "<nlohmann/json.hpp>", True),
        ("libauction/adapters/json/x.cc", "<nlohmann/json.hpp>", False),
        ("libauction/adapters/json/x_internal.h", "<nlohmann/json.hpp>", False),
        ("libauction/adapters/csv/x.cc", "<csv.h>", False),
        ("libauction/bid/x.cc", '"libauction/catalogue/x_internal.h"', True),
        ("tests/naive/x.cc", '"libauction/base/money.h"', False),
        ("tests/naive/x.cc", '"libauction/bid/judge.h"', True),
    ]


def objects(name, include):
    """Whether the check finds fault with a tree of this one file."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text(f"#pragma once\n#include {include}\n", encoding="utf-8")
        return bool(layers.check(root)[0])


def main():
    wrong = 0
    for name, include, must_object in planted():
        if objects(name, include) != must_object:
            wrong += 1
            print(f"{name} with {include}: should be {'refused' if must_object else 'accepted'}")
    print(f"layers self-test: {len(planted())} planted trees, {wrong} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
