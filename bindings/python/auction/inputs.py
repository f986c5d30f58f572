"""What an auction is made of, from whatever is at hand: names, tables, files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Union

from . import _auction
from ._auction import Asset, Auction, Catalogue, Log, Manager, RuleSet, Setup, Store
from .errors import InputError

__all__ = ["rules", "catalogue", "managers", "setup", "start", "read_assets", "read_managers",
           "read_log", "write_log"]

PathLike = Union[str, "os.PathLike[str]"]
RulesLike = Union[RuleSet, str]
AssetsLike = Union[Catalogue, Iterable[Union[Asset, str]]]
ManagersLike = Union[int, Iterable[Union[Manager, str]]]


def _camel(value: Any) -> Any:
    """Members of the JSON form, also where they were written in Python's way: lot_ms."""
    if isinstance(value, Mapping):
        return {_camel_word(key): _camel(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_camel(inner) for inner in value]
    return value


def _camel_word(word: str) -> str:
    first, *others = word.split("_")
    return first + "".join(other.capitalize() for other in others)


def _merged(base: Any, change: Any) -> Any:
    if isinstance(base, dict) and isinstance(change, dict):
        return {**base, **{key: _merged(base.get(key), value) for key, value in change.items()}}
    return change


def rules(base: RulesLike = "pilot-football", /, **changes: Any) -> RuleSet:
    """A rule set, with changes.

    Parameters
    ----------
    base : RuleSet or str
        A rule set, or the name of a preset.
    **changes
        Fields of the JSON form, in Python's spelling or its own: ``budget=9000``,
        ``clock={"lot_ms": 20_000}``. Objects are merged, lists replaced.

    Returns
    -------
    RuleSet

    Raises
    ------
    InputError
        If a field does not exist or holds what it cannot.

    Examples
    --------
    >>> rules("ipl-2025", budget=15_000).budget
    15000
    """
    found = RuleSet.preset(base) if isinstance(base, str) else base
    if not isinstance(found, RuleSet):
        raise TypeError(f"rules: must be a RuleSet or a preset's name, not {type(base).__name__}")
    if not changes:
        return found
    try:
        text = json.dumps(_merged(json.loads(found.to_json()), _camel(changes)))
    except TypeError as error:
        raise TypeError(f"changes: {error}") from None
    return RuleSet.from_json(text)


def catalogue(assets: AssetsLike) -> Catalogue:
    """A catalogue of assets, or of names (which are then their external ids too)."""
    if isinstance(assets, Catalogue):
        return assets
    if isinstance(assets, (str, bytes)):
        raise TypeError("assets: must be several, not one text; read_assets reads a file")
    return Catalogue([Asset(item) if isinstance(item, str) else item for item in assets])


def managers(given: ManagersLike) -> list[Manager]:
    """Managers, from labels, or so many of them: 'Manager 1', 'Manager 2' ..."""
    if isinstance(given, bool):
        raise TypeError("managers: must be a number, labels or Managers, not bool")
    if isinstance(given, int):
        if not 1 <= given <= 64:
            raise ValueError(f"managers: must be 1 to 64, not {given}")
        return [Manager(f"Manager {number}") for number in range(1, given + 1)]
    if isinstance(given, (str, bytes)):
        raise TypeError("managers: must be several, not one text; read_managers reads a file")
    found = [Manager(item) if isinstance(item, str) else item for item in given]
    for item in found:
        if not isinstance(item, Manager):
            raise TypeError(f"managers: must be labels or Managers, not {type(item).__name__}")
    return found


def setup(rule_set: RulesLike, assets: AssetsLike, people: ManagersLike, *, seed: int = 0,
          commissioners: Sequence[str] | None = None, id: str | None = None) -> Setup:
    """Rules, assets and managers as an auction pins them.

    Parameters
    ----------
    rule_set : RuleSet or str
    assets : Catalogue or iterable of Asset or str
    people : int or iterable of Manager or str
    seed : int
        Of the drawn order, where the rules draw one.
    commissioners, id
        As in `Setup`.

    Raises
    ------
    InputError
        If the engine would refuse such an auction.
    """
    return Setup(rules(rule_set), catalogue(assets), managers(people), seed=seed,
                 commissioners=commissioners, id=id)


def start(rule_set: RulesLike | Setup, assets: AssetsLike | None = None,
          people: ManagersLike | None = None, *, seed: int = 0, at: Any = 0,
          store: Store | None = None) -> Auction:
    """An auction that is open: the next `advance` brings its first lot.

    Parameters
    ----------
    rule_set : RuleSet, str or Setup
        With a `Setup` nothing else says what the auction is made of.
    assets, people
        As in `setup`.
    seed : int
        Of the drawn order and of the log's salts. Whoever knows it can foretell a hidden order:
        for people, draw it with ``secrets.randbits(64)``.
    at : int or datetime
        When it opens.
    store : Store, optional
        Where each act is written before it counts.

    Examples
    --------
    >>> a = start(rules("pilot-football", squad={"min": 1}), ["Arsenal"], ["Reds", "Blues"])
    >>> _ = a.advance()
    >>> a.place_bid("Reds", 5_000_000) is None
    True
    """
    if isinstance(rule_set, Setup):
        pinned = rule_set
    elif assets is None or people is None:
        raise TypeError("start: which assets and which managers?")
    else:
        pinned = setup(rule_set, assets, people, seed=seed)
    auction = Auction(pinned, seed=seed, at=at, store=store)
    refused = auction.open(at=at)
    if refused is not None:
        raise InputError(f"the auction cannot be opened: {refused.reason}")
    if json.loads(pinned.rules.to_json())["opening"]["waitingRoom"]:
        auction.begin(at=at)
    return auction


def read_assets(path: PathLike, rule_set: RulesLike) -> Catalogue:
    """Assets from a CSV file (docs/formats.md); the rules tell how money is written."""
    return Catalogue.from_csv_text(Path(path).read_text(encoding="utf-8"), rules(rule_set))


def read_managers(path: PathLike, rule_set: RulesLike, assets: Catalogue) -> list[Manager]:
    """Managers from a CSV file: label, purse, retained."""
    text = Path(path).read_text(encoding="utf-8")
    return _auction.managers_from_csv_text(text, rules(rule_set), assets)


def _is_store(path: Path) -> bool:
    return path.suffix in (".db", ".sqlite")


def read_log(path: PathLike, id: str | None = None) -> Log:
    """A log from JSON Lines, or from a store (F.db, F.sqlite).

    Parameters
    ----------
    path : str or PathLike
    id : str, optional
        Which log, where a store holds several.

    Raises
    ------
    InputError
        Where a line is no record; it names the line.
    StorageError, OSError
        Where the file cannot be read.
    """
    path = Path(path)
    if not _is_store(path):
        return Log.from_lines(path.read_text(encoding="utf-8"))
    with Store(path, create=False) as store:
        return store.log(id)


def write_log(log: Log, path: PathLike) -> None:
    """A log as JSON Lines, into a file that is not there yet."""
    with open(path, "x", encoding="utf-8") as file:
        file.write(log.to_lines())
