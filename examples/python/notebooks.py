"""Makes docs/notebooks/*.ipynb of the programs beside this file, and runs each.

    notebooks.py [--check] [NAME...]     --check: whether the cells are those of the programs

A program is cells between lines `# %%` (code) and `# %% [markdown]`. Needs nbformat and nbclient.
"""

import os
import pathlib
import sys

import nbformat

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OUT = ROOT / "docs" / "notebooks"


def cells(path):
    """(is markdown, text) of each cell."""
    found = []
    for part in path.read_text(encoding="utf-8").split("# %%")[1:]:
        markdown = part.startswith(" [markdown]")
        text = part.split("\n", 1)[1].strip("\n")
        if markdown:
            text = "\n".join(line[2:] for line in text.splitlines())
        found.append((markdown, text))
    return found


def notebook(path):
    book = nbformat.v4.new_notebook()
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3",
                                   "language": "python"}
    for number, (markdown, text) in enumerate(cells(path)):
        cell = (nbformat.v4.new_markdown_cell if markdown else nbformat.v4.new_code_cell)(text)
        cell.id = f"cell-{number}"
        book.cells.append(cell)
    return book


def programs(names):
    return [path for path in sorted(HERE.glob("*.py"))
            if path.name != "notebooks.py" and (not names or path.stem in names)]


def tidy(cell):
    """A cell's outputs: what was printed in one piece, a figure once (the kernel adds it again)."""
    cell.metadata.pop("execution", None)
    outputs = []
    shown = any(out.output_type == "execute_result" and "image/png" in out.data
                for out in cell.get("outputs", []))
    for out in cell.get("outputs", []):
        before = outputs[-1] if outputs else None
        if out.output_type == "stream" and before and before.get("name") == out.name:
            before.text += out.text
        elif not (shown and out.output_type == "display_data" and "image/png" in out.data):
            outputs.append(out)
    if cell.cell_type == "code":
        cell.outputs = outputs


def make(path):
    from nbclient import NotebookClient

    os.environ.pop("MPLBACKEND", None)  # the kernel's own shows the figures
    book = notebook(path)
    NotebookClient(book, timeout=600, resources={"metadata": {"path": str(ROOT)}}).execute()
    for cell in book.cells:
        tidy(cell)
    OUT.mkdir(parents=True, exist_ok=True)
    nbformat.write(book, OUT / f"{path.stem}.ipynb")


def stale(path):
    """Whether the notebook's cells are others than the program's, or have no outputs."""
    made = OUT / f"{path.stem}.ipynb"
    if not made.exists():
        return True
    book = nbformat.read(made, as_version=4)
    same = [(c.cell_type == "markdown", c.source) for c in book.cells] == cells(path)
    return not same or not any(c.get("outputs") for c in book.cells)


def main():
    names = [name for name in sys.argv[1:] if name != "--check"]
    if "--check" in sys.argv:
        wrong = [path.stem for path in programs(names) if stale(path)]
        print("\n".join(f"docs/notebooks/{name}.ipynb is stale" for name in wrong) or "up to date")
        return 1 if wrong else 0
    for path in programs(names):
        make(path)
        print(path.stem)
    return 0


if __name__ == "__main__":
    sys.exit(main())
