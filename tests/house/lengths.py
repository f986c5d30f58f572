"""Names files that have grown long. Small files are a habit here, not a law: a file above WARN is
named, only one above FAIL is refused, because by then it is certainly two files."""

import repo

WARN, FAIL = 400, 1000


def main():
    faults, sizes = [], []
    for path in repo.files(".h", ".cc", ".py", ".cmake", ""):
        if path.suffix == "" and path.name != "run":
            continue
        lines = len((repo.ROOT / path).read_text(encoding="utf-8").splitlines())
        sizes.append(lines)
        if lines > FAIL:
            faults.append(f"{path}: {lines} lines")
        elif lines > WARN:
            print(f"long: {path}: {lines} lines")
    sizes.sort()
    if sizes:
        print(f"median {sizes[len(sizes) // 2]} lines, 90 % below {sizes[len(sizes) * 9 // 10]}")
    repo.finish("lengths", faults, len(sizes))


if __name__ == "__main__":
    main()
