"""Every bad argument by table: a clear exception, never a crash, never a number cut short."""

import decimal
import fractions

import numpy as np
import pytest

import auction
from conftest import open_auction

TOO_LARGE = [2**53, 2**63 - 1, 2**63, 2**64, 10**30, -1, -(2**63), -(10**30)]
NO_INTS = [True, False, 5.0, float("nan"), float("inf"), decimal.Decimal(5), "5", b"5", [5],
           fractions.Fraction(5), np.float64(5), np.bool_(True), np.array([5, 6]), object(), 5j]
HUGE = "x" * 100_000_000


def calls(room):
    """A call of one argument each, which must be an amount, a time, a slot or a length."""
    return {
        "amount": lambda value: room.place_bid("Reds", value),
        "at": lambda value: room.settle(value),
        "lot": lambda value: room.place_bid("Reds", 5_000_000, lot=value),
        "expected_seq": lambda value: room.place_bid("Reds", 5_000_000, expected_seq=value),
        "by": lambda value: room.extend(value),
        "price": lambda value: room.assign("Leeds", "Reds", value),
        "base_price": lambda value: auction.Asset("x", base_price=value),
        "purse": lambda value: auction.Manager("x", value),
        "most": lambda value: room.legal_bids("Reds", most=value),
        "delta": lambda value: room.adjust_purse("Reds", value),
    }


@pytest.mark.parametrize("value", NO_INTS, ids=repr)
@pytest.mark.parametrize("name", list(calls(None)))
def test_what_is_no_whole_number_is_a_type_error(name, value):
    room = open_auction()
    before = room.state_digest()
    if name in ("lot", "expected_seq") and value is None:
        return
    with pytest.raises(TypeError, match=f"{name}: must be"):
        calls(room)[name](value)
    assert room.state_digest() == before


@pytest.mark.parametrize("value", TOO_LARGE)
@pytest.mark.parametrize("name", ["amount", "price", "base_price", "purse", "most"])
def test_what_is_out_of_range_is_said_and_never_cut(name, value):
    with pytest.raises((ValueError, OverflowError), match=f"{name}: must be"):
        calls(open_auction())[name](value)


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, 2**61, 10**30])
def test_times_beyond_the_engine_s_are_refused(value):
    with pytest.raises((ValueError, OverflowError), match="at: must be"):
        open_auction().settle(value)


@pytest.mark.parametrize("value", [-1, 2**64, 10**40])
def test_seeds(value):
    with pytest.raises(OverflowError, match="seed"):
        auction.start("pilot-football", ["A", "B", "C"], 2, seed=value)


@pytest.mark.parametrize("value", [True, 1.0, "1", None])
def test_seeds_of_another_type(value):
    with pytest.raises(TypeError, match="seed"):
        auction.start("pilot-football", ["A", "B", "C"], 2, seed=value)


def test_numpy_ints_are_ints():
    room = open_auction()
    for amount in (np.int32(5_000_000), np.uint64(6_000_000), np.array(7_000_000)[()]):
        assert room.place_bid(int(amount) // 1_000_000 % 3, amount) is None


@pytest.mark.parametrize("text", ["\ud800", "a\udfff"])
def test_lone_surrogates_are_a_unicode_error(text):
    room = open_auction()
    for call in (lambda: auction.Asset(text), lambda: auction.Manager(text),
                 lambda: room.pause(note=text), lambda: room.place_bid(text, 5),
                 lambda: auction.RuleSet.from_json(text), lambda: auction.Log.from_lines(text)):
        with pytest.raises(UnicodeEncodeError):
            call()


def test_a_hundred_megabytes_of_text_are_an_answer_too():
    room = open_auction()
    assert room.pause(note=HUGE).reason == "out_of_range"
    with pytest.raises(auction.InputError):
        auction.RuleSet.from_json(HUGE)
    assert len(auction.Asset(HUGE).name) == len(HUGE)
    with pytest.raises(KeyError):
        room.place_bid(HUGE, 5)
    with pytest.raises((auction.InputError, auction.LogError)):
        auction.Log.from_lines(HUGE)


@pytest.mark.parametrize("call", [
    lambda: auction.catalogue("Arsenal"), lambda: auction.catalogue([1]),
    lambda: auction.managers("Reds"), lambda: auction.managers([None]),
    lambda: auction.managers(True), lambda: auction.rules(3),
    lambda: auction.Catalogue([None]), lambda: auction.Asset("x", roles="WK"),
    lambda: auction.Setup(None, None, None), lambda: auction.Log.from_bytes("text"),
    lambda: auction.Auction.from_bytes(bytearray(b"x")), lambda: auction.rules(budget={1}),
    lambda: auction.Auction(None), lambda: auction.simulate("pilot-football"),
], ids=range(14))
def test_other_types_are_a_type_error(call):
    with pytest.raises(TypeError):
        call()


@pytest.mark.parametrize("call", [
    lambda: auction.managers(0), lambda: auction.managers(65), lambda: auction.catalogue([])[0],
    lambda: auction.Manager("x", retained=[("a",)]), lambda: auction.Asset("x", id="no uuid"),
    lambda: auction.start("pilot-football", ["A"] * 4, 2), lambda: auction.Log.from_lines(""),
    lambda: auction.rule_book("none"), lambda: auction.rules(no_such=1),
    lambda: auction.start("pilot-football", [], 2), lambda: auction.start("ipl-2025", ["A"], ["x", "x"]),
], ids=range(11))
def test_other_values_are_a_value_or_an_index_error(call):
    with pytest.raises((ValueError, IndexError)):
        call()


FIGURES = {
    "shape": (np.ones((2, 2), int), ValueError), "bool": (np.ones(2, bool), TypeError),
    "text": (np.array(["1", "2"]), TypeError), "object": (np.array([1, None]), TypeError),
    "half": (np.array([0.5, 1]), ValueError), "inf": (np.array([np.inf, 1]), ValueError),
    "large": (np.array([2**31, 1]), OverflowError), "huge": (np.array([1e300, 1]), OverflowError),
    "complex": (np.ones(2, complex), TypeError), "length": (np.ones(3, int), ValueError),
    "time": (np.zeros(2, "datetime64[s]"), TypeError),
}


@pytest.mark.parametrize("name", FIGURES)
def test_columns_of_figures_that_are_none(name):
    column, error = FIGURES[name]
    with pytest.raises(error):
        auction.score_table("pilot-football-clubs", {"won": np.ones(2, int), "goals": column},
                            position=None)


def test_columns_in_any_memory():
    numbers = np.arange(20, dtype=np.int64)
    read_only = numbers.copy()
    read_only.flags.writeable = False
    plain = auction.score_table("pilot-football-clubs", {"goals": numbers}, position=None)
    for column in (read_only, np.arange(40)[::2] // 2, np.asfortranarray(numbers),
                   numbers.astype(">i8"), numbers.astype(np.uint8), numbers.astype(float),
                   numbers[::-1][::-1]):
        points = auction.score_table("pilot-football-clubs", {"goals": column}, position=None)
        assert points.tolist() == plain.tolist()


@pytest.mark.parametrize("changes,error", [
    ({"n": -1}, ValueError), ({"n": 1.0}, TypeError), ({"n": 10**12}, ValueError),
    ({"threads": 0}, ValueError), ({"seed": -1}, OverflowError), ({"spread": 101}, ValueError),
    ({"latency_ms": -1}, ValueError), ({"worth": [1]}, ValueError), ({"worth": [1.5] * 8}, TypeError),
    ({"bidders": "Reds=clever"}, ValueError), ({"bidders": {"Nobody": "eager"}}, ValueError),
    ({"bidders": ["eager"]}, ValueError), ({"bidders": 5}, TypeError), ({"lanes": 0}, ValueError),
    ({"multiple_permille": 10**9}, ValueError), ({"starts_at": "now"}, TypeError),
], ids=str)
def test_simulations(small, changes, error):
    with pytest.raises(error):
        auction.simulate(small, **{"n": 2, **changes})
