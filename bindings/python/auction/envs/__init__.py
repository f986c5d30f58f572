"""Auctions to learn in: Gymnasium (one learner, or many auctions at once) and PettingZoo.

A learner is asked where a manager could bid on a lot, and answers with one of six actions:

    0 out       not to be asked again about this lot
    1 wait      until something changes
    2 next      bid the next price
    3 low       raise a tenth of the way from the next price to the limit
    4 middle    a quarter of the way
    5 high      half of the way

Raises are masked where the rules leave no room for them. The reward is what the manager's purchases
are worth at the table less what was paid, in shares of the budget, as it changes.

    pip install 'libauction[gym]'
"""

from ._core import ACTIONS, FEATURES, practice_setup
from .single import AuctionEnv
from .vector import AuctionVectorEnv
from .zoo import AuctionAEC, AuctionParallel

__all__ = ["ACTIONS", "FEATURES", "AuctionAEC", "AuctionEnv", "AuctionParallel",
           "AuctionVectorEnv", "practice_setup"]
