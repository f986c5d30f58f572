"""Programs that must not compile, and say why. Each file begins with comment lines:

    // flags: -ffast-math            added to the compiler's flags (optional)
    // must say: one text|another    what the error must contain, g++'s words | clang's words
    // must compile                  a positive control: the same program without the mistake

    python3 tests/compile_fail/check.py COMPILER FILE
"""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def directives(text):
    found = {"flags": "", "must say": None, "must compile": False}
    for line in text.splitlines():
        if not line.startswith("// "):
            break
        key, _, value = line[3:].partition(":")
        if key in ("flags", "must say"):
            found[key] = value.strip()
        elif line == "// must compile":
            found["must compile"] = True
    return found


def verdict(wanted, done):
    """What is wrong, or None."""
    if wanted["must compile"]:
        return None if done.returncode == 0 else "must compile, and does not"
    if not wanted["must say"]:
        return "says neither what the error must be nor that it must compile"
    if done.returncode == 0:
        return "must not compile, and does"
    if not any(words in done.stderr for words in wanted["must say"].split("|")):
        return f"fails, but does not say: {wanted['must say']}"
    return None


def main():
    compiler, file = sys.argv[1], pathlib.Path(sys.argv[2])
    wanted = directives(file.read_text(encoding="utf-8"))
    done = subprocess.run(
        [compiler, "-std=c++20", "-fsyntax-only", "-I", str(ROOT), *wanted["flags"].split(),
         str(file)], capture_output=True, text=True, check=False,
        env=os.environ | {"LC_ALL": "C"})  # the compiler's words in English, with plain quotes
    fault = verdict(wanted, done)
    print(f"{file.name}: {fault}\n{done.stderr}" if fault else f"{file.name}: as it should be")
    sys.exit(1 if fault else 0)


if __name__ == "__main__":
    main()
