"""The API reference: signatures from the stubs and sources, texts from the docstrings.

    reference.py [--check]      writes docs/python-api.md, or tells whether it is up to date
"""

import ast
import dataclasses
import inspect
import pathlib
import re
import sys

sys.path.pop(0)  # what lies beside this file has no compiled half: the installed package is meant

import auction  # noqa: E402
from auction import (envs, errors, events, league_events, leagues, plot,  # noqa: E402
                     season_events, views)

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "python-api.md"
FOLDER = ROOT / "bindings" / "python" / "auction"


def definitions():
    """name or Class.name -> the node of its definition, from stubs and sources alike."""
    found = {}
    for path in [FOLDER / "_auction.pyi", *sorted(FOLDER.rglob("*.py"))]:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                found.setdefault(node.name, node)
            for inner in getattr(node, "body", []):
                if isinstance(node, ast.ClassDef) and isinstance(inner, ast.FunctionDef):
                    found.setdefault(f"{node.name}.{inner.name}", inner)
    return found


def signature(node, name, skip_self):
    arguments = ast.unparse(node.args)
    if skip_self and arguments.split(",")[0].strip() == "self":
        arguments = arguments[len("self"):].lstrip(", ")
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{name}({arguments}){returns}"


def docstring(thing):
    """Without the signature pybind11 puts first, which differs by its release: the stub's is shown."""
    doc = inspect.getdoc(thing) or ""
    return re.sub(r"\A\w*\(.*\) -> .*\n*", "", doc)


def text(thing):
    """The docstring: NumPy's headings as bold words, examples and parameters as code."""
    out, example = [], False
    for line in docstring(thing).splitlines():
        example = line.startswith(">>>") or (example and line.strip() != "")
        if line and set(line) == {"-"} and out and out[-1].strip():
            out[-1] = f"**{out[-1].strip()}**\n"
        elif example:
            out.append(f"    {line}")
        elif re.fullmatch(r"\*+\w+", line):
            out.append(f"- `{line}`")
        elif re.match(r"[\w*, ]+ : ", line):
            name, kind = line.split(" : ", 1)
            out.append(f"- `{name}`: {kind}")
        else:
            out.append(line.replace("<", "\\<"))
    return "\n".join(out)


def is_member(name, thing):
    return not name.startswith("_") and (callable(thing) or isinstance(thing, property)
                                         or hasattr(thing, "func") or inspect.ismethoddescriptor(thing))


def members_of(thing):
    """Its own, after those of a base that nobody sees."""
    for owner in reversed(thing.__mro__):
        hidden = owner.__name__.startswith("_") and owner.__module__ == thing.__module__
        if owner is thing or hidden:
            yield from ((owner.__name__, member, value) for member, value in vars(owner).items())


def function(name, thing, known):
    node = known.get(name)
    return f"### {name}\n\n```python\n{signature(node, name, False)}\n```\n\n{text(thing)}\n"


def of_class(name, thing, known):
    parts = [f"### class {name}\n\n{text(thing)}\n"]
    if dataclasses.is_dataclass(thing) and dataclasses.fields(thing):
        shown = ", ".join(f"`{field.name}: {field.type}`" for field in dataclasses.fields(thing))
        parts.append(f"Fields: {shown}\n")
    for owner, member, raw in members_of(thing):
        node = known.get(f"{owner}.{member}")
        if node is None or not is_member(member, raw):
            continue
        value = getattr(thing, member)
        is_property = any(ast.unparse(d) in ("property", "cached_property")
                          for d in node.decorator_list)
        shown = (f"{member}: {ast.unparse(node.returns)}" if is_property and node.returns
                 else signature(node, member, True))
        doc = text(getattr(value, "fget", None) or raw if is_property else value)
        parts.append(f"- `{shown}`\n\n" + "\n".join(f"  {line}".rstrip() for line in doc.splitlines()))
    return "\n".join(parts) + "\n"


def section(title, module, names, known):
    parts = [f"## {title}\n\n{text(module)}\n"]
    for name in names:
        thing = getattr(module, name)
        if inspect.isclass(thing):
            parts.append(of_class(name, thing, known))
        elif callable(thing) and name in known:
            parts.append(function(name, thing, known))
    return "\n".join(parts)


def page():
    known = definitions()
    main = [n for n in auction.__all__ if n not in leagues.__all__ and not inspect.ismodule(getattr(auction, n))
            and not issubclass(getattr(auction, n) if inspect.isclass(getattr(auction, n)) else int,
                               (Exception, str))]
    sections = [section("auction", auction, main, known),
                section("auction.errors", errors, errors.__all__, known),
                section("auction.events", events, sorted(auction.event_fields()), known),
                section("auction.leagues", leagues, leagues.__all__, known),
                section("auction.league_events", league_events,
                        sorted(auction.event_fields("league")), known),
                section("auction.season_events", season_events,
                        sorted(auction.event_fields("season")), known),
                section("auction.views", views, views.__all__, known),
                section("auction.envs", envs, ["AuctionEnv", "AuctionVectorEnv", "AuctionAEC",
                                               "AuctionParallel", "practice_setup"], known),
                section("auction.plot", plot, plot.__all__, known)]
    head = ("# The Python package, name by name\n\nMade by `bindings/python/reference.py` from the "
            "stubs and the docstrings. The guide is [python.md](python.md).\n\n")
    lines = (head + "\n".join(sections)).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def main():
    if sys.argv[1:] == ["--check"]:
        fresh = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()
        print("docs/python-api.md is " + ("up to date" if fresh else
                                          "stale: python bindings/python/reference.py mends it"))
        return 0 if fresh else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
