"""What every house check needs: where the project is, which files are its own, how to report."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def files(*suffixes, root=ROOT):
    """The project's own files, tracked or about to be, as paths relative to its root."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        names = [pathlib.Path(name) for name in listed.stdout.splitlines()]
    else:  # an unpacked archive has no git
        names = [path.relative_to(root) for path in root.rglob("*")
                 if path.is_file() and path.relative_to(root).parts[0] not in (".git", "build")]
    return sorted(name for name in names
                  if (not suffixes or name.suffix in suffixes) and (root / name).is_file())


def is_public_header(path):
    """Installed for consumers; *_internal.h is between the files of one room."""
    return (path.parts[0] == "libauction" and path.suffix == ".h"
            and not path.name.endswith("_internal.h"))


def includes(path):
    """(line number, spelling with its quotes or brackets) of every #include in a file."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*(["<][^">]+[">])', line)
        if match:
            found.append((number, match.group(1)))
    return found


def finish(what, faults, checked):
    """Prints every fault, then one line, and ends the check with its exit code."""
    for fault in faults:
        print(fault)
    print(f"{what}: {checked} checked, {len(faults)} wrong")
    sys.exit(1 if faults else 0)
