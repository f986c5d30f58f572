"""Every relative link in a Markdown page leads somewhere, headings included, and every page under
docs/ can be reached from the README by following links."""

import re

import repo

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")


def prose(path):
    """The page without its code blocks, where brackets mean other things."""
    text = (repo.ROOT / path).read_text(encoding="utf-8")
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```", "", text, flags=re.S | re.M))


def anchors(path):
    """The names GitHub and most renderers give to headings."""
    text = re.sub(r"^```.*?^```", "", (repo.ROOT / path).read_text(encoding="utf-8"),
                  flags=re.S | re.M)
    titles = re.findall(r"^#+ +(.+?) *#*$", text, flags=re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def targets(path):
    """(as written, the file meant, the heading meant) of each relative link of a page."""
    for link in LINK.findall(prose(path)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        meant = (repo.ROOT / path).parent / name if name else repo.ROOT / path
        yield link, meant.resolve(), anchor


def check(path):
    faults = []
    for link, meant, anchor in targets(path):
        if not meant.exists():
            faults.append(f"{path}: {link} leads nowhere")
        elif anchor and meant.suffix == ".md" and anchor not in anchors(meant):
            faults.append(f"{path}: {link}: no such heading")
    return faults


def reachable(start):
    """Every page that can be reached from `start`, a folder counting as its README."""
    seen, waiting = set(), [(repo.ROOT / start).resolve()]
    while waiting:
        page = waiting.pop()
        page = page / "README.md" if page.is_dir() else page
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        waiting += [meant for _, meant, _ in targets(page.relative_to(repo.ROOT))]
    return seen


def main():
    pages = repo.files(".md")
    faults = [fault for page in pages for fault in check(page)]
    seen = reachable("README.md")
    faults += [f"{page}: cannot be reached from README.md" for page in pages
               if page.parts[0] == "docs" and (repo.ROOT / page).resolve() not in seen]
    repo.finish("links", faults, len(pages))


if __name__ == "__main__":
    main()
