"""A type or an inline constant has its name for itself: two of one name in one namespace are one to
the linker, which then takes either's functions or bytes for both (the one definition rule; no
compiler has to say so).

What stands in unnamed namespaces is its file's own and may be called alike.
"""

import re

import repo

OPENS = re.compile(r"^(?:inline )?namespace ([\w:]*) ?\{$")
TYPE = re.compile(r"^(?:struct|class|union|enum class) (\w+)(?: final)?(?: : .*)? \{")

CONSTANT = re.compile(r"^inline (?:constexpr |const )+[\w:<>,* ]+?[ *&](k[A-Z]\w*)\b")


def names(text):
    """What is defined at namespace level for every file to see, with its namespaces."""
    inside = []
    for line in text.splitlines():
        if opens := OPENS.match(line):
            inside.append(opens.group(1))
        elif line.startswith("}  // namespace") and inside:
            inside.pop()
        elif (found := TYPE.match(line) or CONSTANT.match(line)) and "" not in inside:
            yield "::".join([*inside, found.group(1)])


def main():
    seen, faults = {}, []
    for path in repo.files(".h", ".cc"):
        if "compile_fail" in path.parts:
            continue
        for name in names((repo.ROOT / path).read_text(encoding="utf-8")):
            first = seen.setdefault(name, path)
            if first != path:
                faults.append(f"{path}: {name} is also in {first}")
    repo.finish("names", faults, len(seen))


if __name__ == "__main__":
    main()
