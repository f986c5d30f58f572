"""Every C++ file is as clang-format leaves it; `./run format` puts it so. Also: no tabs, no
trailing blanks and a final newline in every text file of ours."""

import shutil
import subprocess
import sys

import repo

TEXT = {".h", ".cc", ".py", ".md", ".cmake", ".in", ".txt", ".json", ".csv", ".toml", ""}
GENERATED = ("tests/golden/", "tests/fuzz/corpus/", "examples/data/", "tests/data/")


def clang_format(paths):
    done = subprocess.run(["clang-format-19", "--dry-run", "-Werror", *map(str, paths)],
                          cwd=repo.ROOT, capture_output=True, text=True, check=False)
    named = {line.split(":")[0] for line in done.stderr.splitlines() if ": error:" in line}
    return [f"{name}: not formatted; ./run format mends it" for name in sorted(named)]


def blanks(path):
    try:
        text = (repo.ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return [f"{path}: not UTF-8"]
    faults = [f"{path}:{number}: trailing blank or tab"
              for number, line in enumerate(text.split("\n"), 1)
              if line != line.rstrip() or "\t" in line]
    if text and not text.endswith("\n"):
        faults.append(f"{path}: no newline at the end")
    return faults


def main():
    if not shutil.which("clang-format-19"):
        print("SKIPPED: clang-format-19 is not installed")
        sys.exit(4)
    faults = clang_format(repo.files(".h", ".cc"))
    texts = [path for path in repo.files()
             if path.suffix in TEXT and not path.as_posix().startswith(GENERATED)]
    for path in texts:
        faults += blanks(path)
    repo.finish("formatting", faults, len(texts))


if __name__ == "__main__":
    main()
