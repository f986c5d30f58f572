"""The repository speaks about auctions, not about who wrote it or where: no path of one machine,
no ticket number, no unfinished-work mark."""

import re

import repo

ALLOWED = re.compile(r"user[- _]?agent|free agents?|session[- _](id|token|cookie|length)", re.I)
FORBIDDEN = [
    (re.compile(r"(?<![\w.])/(work|root|home/\w+|Users/\w+|tmp)/"), "a path of one machine"),
    (re.compile(r"\b(issue|ticket|bug)s? ?#?\d+|(?<![\w&/\[(\"'])#\d+\b", re.I), "a ticket number"),
    (re.compile(r"\b(TODO|FIXME|XXX|HACK)\b"), "an unfinished-work mark"),
    (re.compile(r"\b(sub-?)?agents?\b|\bhelpers?\b|\bsessions?\b", re.I),
     "a word about how the work is done"),
]
# Gymnasium and PettingZoo call a bidder an agent; whoever keeps their interface must say so.
ENVIRONMENTS = ("bindings/python/auction/envs/", "tests/python/test_envs.py", "docs/python-api.md")
SELF = "tests/house/wording.py"
DATA = ("tests/golden/", "tests/fuzz/corpus/")

# A server has sessions: of people who signed in. Nobody else has any.
SIGNED_IN = re.compile(r"\bsessions?\b", re.I)
SERVER = ("examples/pilot/", "tests/pilot", "tests/browser/", "docs/pilot", "docs/operations",
          "benchmarks/wire/")


def check(path):
    try:
        lines = (repo.ROOT / path).read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []
    faults = []
    for number, line in enumerate(lines, 1):
        spoken = ALLOWED.sub("", line)
        if path.as_posix().startswith(SERVER):
            spoken = SIGNED_IN.sub("", spoken)
        if path.as_posix().startswith(ENVIRONMENTS):
            spoken = re.sub(r"\bagents?\b", "", spoken)
        for pattern, what in FORBIDDEN:
            found = pattern.search(spoken)
            if found:
                faults.append(f"{path}:{number}: {what}: {found.group(0)}")
    return faults


def main():
    paths = [path for path in repo.files()
             if path.as_posix() != SELF and not path.as_posix().startswith(DATA)
             and path.suffix not in (".csv", ".jsonl", ".patch", ".ipynb")]
    repo.finish("wording", [fault for path in paths for fault in check(path)], len(paths))


if __name__ == "__main__":
    main()
