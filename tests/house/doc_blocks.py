"""The code in README.md and docs/ is code that runs.

    doc_blocks.py check          every C++ block is a program or says that it is a fragment
    doc_blocks.py extract DIR    writes the blocks that name a file into DIR; the build compiles them
    doc_blocks.py commands       runs the shell blocks that are marked <!-- test -->

The conventions are told in CONTRIBUTING.md, "Code in documents".
"""

import pathlib
import re
import subprocess
import sys

import repo

FENCE = re.compile(r"^(`{3,})(.*)$")
FILE = re.compile(r"^(?://|#) file: ([\w.-]+)$")


class Block:
    """One fenced block: where it is, its info string, its text, the line before it."""

    def __init__(self, page, number, info, before):
        self.page, self.number, self.info, self.before = page, number, info.strip(), before
        self.lines = []

    @property
    def file(self):
        match = FILE.match(self.lines[0]) if self.lines else None
        return match.group(1) if match else None

    def __str__(self):
        return f"{self.page}:{self.number}"


def blocks_of(page):
    found, block, fence, before = [], None, "", ""
    text = (repo.ROOT / page).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        match = FENCE.match(line)
        if block is None and match:
            block, fence = Block(page, number, match.group(2), before), match.group(1)
        elif block is not None and line.rstrip() == fence:
            found.append(block)
            block = None
        elif block is not None:
            block.lines.append(line)
        before = line.strip() or before
    return found


def blocks():
    pages = [page for page in repo.files(".md")
             if page.as_posix() == "README.md" or page.parts[0] == "docs"]
    return [block for page in pages for block in blocks_of(page)]


def check():
    faults, names, count = [], {}, 0
    for block in blocks():
        language = block.info.split()[0] if block.info else ""
        if language == "cpp":
            count += 1
            if not block.file and block.info != "cpp fragment":
                faults.append(f"{block}: begin with '// file: NAME.cc' or say ```cpp fragment")
        if block.file in names:
            faults.append(f"{block}: {block.file} is also in {names[block.file]}")
        if block.file:
            names[block.file] = block
    repo.finish("doc blocks", faults, count)


def extract(folder):
    """Rewrites only what changed, so that the build recompiles only that."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {block.file: "\n".join(block.lines) + "\n" for block in blocks() if block.file}
    for path in folder.iterdir():
        if path.is_file() and path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def commands():
    faults, count = [], 0
    for block in blocks():
        if block.before != "<!-- test -->" or not block.info.startswith("sh"):
            continue
        count += 1
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", "\n".join(block.lines)],
                              cwd=repo.ROOT, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, check=False)
        if done.returncode != 0:
            faults.append(f"{block}: exit {done.returncode}\n{done.stdout[-2000:]}{done.stderr}")
    repo.finish("doc commands", faults, count)


if __name__ == "__main__":
    MODE = sys.argv[1] if len(sys.argv) > 1 else ""
    if MODE == "extract":
        extract(pathlib.Path(sys.argv[2]))
    elif MODE in ("check", "commands"):
        {"check": check, "commands": commands}[MODE]()
    else:
        sys.exit(__doc__)
