"""Points with their reasons."""

from __future__ import annotations

import dataclasses

__all__ = ["Award", "Score"]


@dataclasses.dataclass(frozen=True)
class Award:
    """What one rule gave.

    Attributes
    ----------
    reason : str
        The rule's word: 'goals'.
    figure : int
        The sum that earned it; of a rate, what stands above the line.
    against : int
        What stands below the line of a rate (balls); else 0.
    units : int
        In the book's unit, never 0.
    text : str
        The same as points: '0.5'.
    """

    reason: str
    figure: int
    against: int
    units: int
    text: str


@dataclasses.dataclass(frozen=True)
class Score:
    """The points of one row of figures.

    Attributes
    ----------
    units : int
        The total in the book's unit, the armband's share included.
    text : str
        The same as points.
    awards : tuple of Award
        In the order of the book's rules.
    explanation : str
        Lines that add up exactly to the total.
    """

    units: int
    text: str
    awards: tuple[Award, ...]
    explanation: str

    def __str__(self) -> str:
        return self.explanation
