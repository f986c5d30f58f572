"""What is raised when the machine, a file or a caller is wrong; a rule's no is never raised.

    AuctionError
      InputError     a text, a file or a set-up that does not hold (also a ValueError)
      LogError       a log that does not add up, or is not there
      StorageError   the disk, or a store's rules (also an OSError)
      ClosedError    used after close() (also a ValueError)
      BidderError    a bidder of yours raised; tells in which auction, after which event
      EngineError    a defect of the engine: please report it
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from .enums import Severity

__all__ = ["AuctionError", "InputError", "LogError", "StorageError", "ClosedError", "BidderError",
           "EngineError", "CsvFault", "JsonFault", "Finding"]


@dataclasses.dataclass(frozen=True)
class CsvFault:
    """A bad cell of a CSV file.

    Attributes
    ----------
    line : int
        Of the file, from 1; 0: the file as a whole.
    column : str
        By the header's name; '': the row as a whole.
    value, message : str
        What stands there, and what would do.
    """

    line: int
    column: str
    value: str
    message: str


@dataclasses.dataclass(frozen=True)
class JsonFault:
    """A bad member of a JSON text: its JSON pointer, and what would do."""

    pointer: str
    message: str


@dataclasses.dataclass(frozen=True)
class Finding:
    """What lint says of a rule set, a rule book or a set-up."""

    severity: Severity
    code: str
    pointer: str
    message: str


class AuctionError(Exception):
    """The base of all exceptions of this package."""


class InputError(AuctionError, ValueError):
    """What was given does not hold.

    Attributes
    ----------
    faults : tuple of CsvFault, JsonFault or Finding
        Each fault by its place; empty where the message says all there is.
    """

    def __init__(self, message: str,
                 faults: Sequence[CsvFault | JsonFault | Finding] = ()) -> None:
        super().__init__(message)
        self.faults = tuple(faults)


class LogError(AuctionError, ValueError):
    """A log that does not add up, or that is not there."""


class StorageError(AuctionError, OSError):
    """The disk said no, or the store's rules did."""


class ClosedError(AuctionError, ValueError):
    """Something was used after it had been closed."""


class BidderError(AuctionError):
    """A bidder raised, and the simulation stopped.

    Attributes
    ----------
    auction : int
        Index of the auction in the batch.
    seq : int
        Events of that auction before it.
    """

    def __init__(self, message: str, auction: int, seq: int) -> None:
        super().__init__(message, auction, seq)
        self.auction = auction
        self.seq = seq

    def __str__(self) -> str:
        return str(self.args[0])


class EngineError(AuctionError, AssertionError):
    """A check of the engine's own failed: it was wrong, not you."""
