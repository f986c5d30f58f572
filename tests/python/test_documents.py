"""What is written about the package is so: examples, programs of the guide, stubs, docstrings."""

import doctest
import importlib.util
import inspect
import os
import re
import subprocess
import sys

import pytest

import auction
from auction import envs, errors, events, league_events, leagues, plot, season_events, views
from conftest import DATA, ROOT

PROGRAMS = [path for path in sorted((ROOT / "examples/python").glob("*.py"))
            if path.name != "notebooks.py"]
GUIDE = re.findall(r"```python\n# file: (\w+\.py)\n(.*?)```", (ROOT / "docs/python.md").read_text()
                   + (ROOT / "README.md").read_text(), re.S)


def run(*command, **environment):
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True,
                          timeout=600, env=os.environ | {"MPLBACKEND": "agg"} | environment)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_examples(path):
    pytest.importorskip("matplotlib")
    told = run(str(path), LIBAUCTION_DATA=str(DATA), LIBAUCTION_DRAFTS="2000")
    if "SKIPPED" in told:
        pytest.skip(told)


@pytest.mark.parametrize("name,code", GUIDE, ids=[name for name, _ in GUIDE])
def test_programs_of_the_guide(name, code, tmp_path):
    (tmp_path / name).write_text(code)
    run(str(tmp_path / name))


def test_the_guide_has_programs():
    assert len(GUIDE) >= 6


def test_docstrings_run():
    for module in (auction, auction.inputs, auction.enums, auction.scoring):
        failed, tried = doctest.testmod(module, optionflags=doctest.ELLIPSIS)
        assert failed == 0
    assert tried


def undocumented():
    for module in (auction, errors, events, league_events, leagues, season_events, views, envs,
                   plot):
        for name in getattr(module, "__all__", [n for n in dir(module) if n[0] != "_"]):
            thing = getattr(module, name)
            if not (inspect.isclass(thing) or inspect.isroutine(thing)):
                continue
            if not inspect.getdoc(thing):
                yield name
            for member, value in vars(thing).items() if inspect.isclass(thing) else ():
                public = not member.startswith("_") and (callable(value) or isinstance(value, property))
                if public and not inspect.getdoc(value) and member not in ("now", "ends_at", "event"):
                    yield f"{name}.{member}"


def test_every_public_name_has_a_docstring():
    assert list(undocumented()) == []


def test_the_reference_is_what_stubs_and_docstrings_say():
    run(str(ROOT / "bindings/python/reference.py"), "--check")


def test_notebooks_are_the_programs():
    pytest.importorskip("nbformat")
    run(str(ROOT / "examples/python/notebooks.py"), "--check")


@pytest.mark.skipif(importlib.util.find_spec("mypy") is None, reason="mypy is not installed")
def test_types_are_strict_and_stubs_have_not_drifted(tmp_path):
    run("-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), "--cache-dir",
        str(tmp_path), "-p", "auction")
    run("-m", "mypy.stubtest", "auction._auction", "--mypy-config-file", str(ROOT / "pyproject.toml"),
        "--allowlist", str(ROOT / "tests/python/stubtest_allowlist.txt"))
