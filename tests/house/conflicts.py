"""No file holds what git leaves behind in one that two people changed: `<<<<<<<` and its like are
the start of a line, and never anything else here.
"""

import re

import repo

MARK = re.compile(rb"(?:[<>|]{7}(?: .*)?|={7})$")


def marks(path):
    """Where they stand: the path and the line's number."""
    lines = (repo.ROOT / path).read_bytes().splitlines()
    return [f"{path}:{number}: a conflict's mark: {line.decode(errors='replace')}"
            for number, line in enumerate(lines, 1) if MARK.match(line)]


def main():
    paths = repo.files()
    repo.finish("conflicts", [fault for path in paths for fault in marks(path)], len(paths))


if __name__ == "__main__":
    main()
