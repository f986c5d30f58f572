"""The published JSON Schema of rule books: it is a valid schema, every book of the library satisfies
it, so does the example in docs/scoring.md, and it refuses what the reader refuses."""

import copy
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "libauction/adapters/json/schema/rule_book.schema.json").read_text())
AUCTIONEER = pathlib.Path(os.environ["LIBAUCTION_BUILD_DIR"]) / "examples/auctioneer/auctioneer"

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("SKIPPED: python3-jsonschema is not installed")
    sys.exit(4)

# (pointer, value) put into dream11-t20-2020: each must be refused.
BAD = [
    ("/id", ""), ("/id", None), ("/sport", "chess"), ("/scale", 3), ("/stats", []),
    ("/positions", "BAT"), ("/captain", [2]), ("/captain", [2, 0]), ("/byInnings", 1),
    ("/rules/0/reason", ""), ("/rules/0/of", []), ("/rules/0/points", 0.5),
    ("/rules/0/points", "half"), ("/rules/0/per", 0), ("/rules/0/most", -1),
    ("/rules/0/steps", []), ("/rules/4/steps/0/from", "50"), ("/rules/13/rate/times", 0),
    ("/rules/13/rate/bands/0/in", "5-6"), ("/rules/13/rate/bands/0/in", "[,4)"),
    ("/rules/13/when/0/stat", 1), ("/rules/13/colour", 1), ("/colour", 1),
]


def put(document, pointer, value):
    """The document with one place changed."""
    changed = copy.deepcopy(document)
    *way, last = pointer.split("/")[1:]
    place = changed
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    place[int(last) if isinstance(place, list) else last] = value
    return changed


def auctioneer(*arguments):
    """(exit code, standard output) of one call."""
    done = subprocess.run([AUCTIONEER, *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def main():
    Draft202012Validator.check_schema(SCHEMA)
    schema = Draft202012Validator(SCHEMA)
    ids = [book["id"] for book in json.loads(auctioneer("books", "--json")[1])]
    assert len(ids) >= 20, ids
    for name in ids:
        schema.validate(json.loads(auctioneer("book", name, "--json")[1]))
    book = json.loads(auctioneer("book", "dream11-t20-2020", "--json")[1]) | {"id": "ours"}
    own = pathlib.Path(os.environ["LIBAUCTION_BUILD_DIR"]) / "rule_book_schema_test.json"
    for pointer, value in BAD:
        spoilt = put(book, pointer, value)
        assert not schema.is_valid(spoilt), (pointer, value)
        own.write_text(json.dumps(spoilt), encoding="utf-8")
        assert auctioneer("book", own)[0] == 3, (pointer, value)
    page = (ROOT / "docs/scoring.md").read_text(encoding="utf-8")
    example = re.search(r"```json\n(.*?)```", page, re.S).group(1)
    schema.validate(json.loads(example))
    own.write_text(example, encoding="utf-8")
    assert auctioneer("book", own)[0] == 0
    print(f"{len(ids)} books, {len(BAD)} spoilt ones and the page's example")


if __name__ == "__main__":
    main()
