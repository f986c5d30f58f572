"""An auction from Python: bids, refusals, time, the commissioner, views, copies."""

import copy
import datetime
import pickle

import numpy as np
import pytest

import auction
from auction import Phase, Reason, Status, events
from conftest import CLUBS, open_auction

UTC = datetime.timezone.utc


def test_a_bid_is_accepted_with_none_and_refused_with_a_reason_and_a_limit(room):
    assert room.place_bid("Reds", 5_000_000) is None
    no = room.place_bid("Blues", 5_000_000)
    assert no == auction.Rejection(Reason.TOO_LOW, 5_100_000, room.seq, 30_000)
    assert room.place_bid("Blues", no.limit) is None
    assert room.events == (events.BidPlaced(1, 1, 5_100_000),)


def test_managers_are_slots_labels_or_ids(room):
    assert room.place_bid(0, 5_000_000) is None
    assert room.place_bid(room.setup.managers[1].id, 6_000_000) is None
    assert room.place_bid(np.int64(2), np.int64(7_000_000)) is None
    with pytest.raises(KeyError):
        room.place_bid("Nobody", 8_000_000)


def test_a_late_bid_moves_the_clock(room):
    start = room.now
    assert room.place_bid("Reds", 5_000_000, at=start + 25_000) is None
    assert room.events[1] == events.ClockExtended(1, start + 35_000)
    assert room.next_deadline == start + 35_000


def test_the_reasons_that_a_manager_meets(room):
    assert room.place_bid("Reds", 5_000_000) is None
    assert room.place_bid("Reds", 6_000_000).reason is Reason.ALREADY_LEADING
    assert room.place_bid("Blues", 5_150_000).reason is Reason.OFF_GRID
    assert room.place_bid("Blues", 600_000_000).reason is Reason.OVER_LIMIT
    assert room.place_bid("Blues", 6_000_000, lot=7).reason is Reason.LOT_CLOSED
    seen = room.seq
    assert room.place_bid("Blues", 6_000_000) is None
    assert room.place_bid("Greens", 7_000_000, expected_seq=seen).reason is Reason.STALE


def test_the_commissioner_conducts(room):
    assert room.pause(note="line is down") is None
    assert room.status is Status.PAUSED
    assert room.place_bid("Reds", 5_000_000).reason is Reason.PAUSED
    assert room.resume(at=room.now + 60_000) is None
    assert room.place_bid("Reds", 5_000_000) is None
    assert room.retract() is None
    assert room.extend(10_000) is None
    assert room.extend(datetime.timedelta(seconds=10)) is None
    assert room.pass_lot() is None
    assert room.adjust_purse("Blues", -1_000_000, note="a fine") is None
    assert room.purses.tolist() == [500_000_000, 499_000_000, 500_000_000]
    assert room.assign("Leeds", "Greens", 2_000_000) is None
    assert room.view().managers[2].holdings[0].asset == CLUBS.index("Leeds")
    assert room.cancel() is None
    assert room.status is Status.CANCELLED


def test_many_bids_in_one_call_are_the_bids_one_by_one():
    def opened():
        return auction.start("pilot-football", CLUBS, 3, at=0)

    random, many, single = np.random.default_rng(3), opened(), opened()
    managers = random.integers(0, 3, 400)
    amounts = random.integers(4, 60, 400) * 500_000
    times = np.sort(random.integers(0, 240_000, 400))
    answers = many.place_bids(managers, amounts, times)
    alone = [single.place_bid(int(m), int(a), at=int(t))
             for m, a, t in zip(managers, amounts, times)]
    assert answers.dtype == np.uint8
    assert answers.tolist() == [no.reason.number if no else 0 for no in alone]
    assert many == single and many.log == single.log and 0 in answers
    assert len(set(answers.tolist())) > 4


@pytest.mark.parametrize("managers,amounts,at,error", [
    ([0.0], [5], [1], TypeError), ([True], [5], [1], TypeError), ([0], ["5"], [1], TypeError),
    ([0, 1], [5], [1], ValueError), ([[0]], [[5]], [[1]], ValueError), ([3], [5], [1], ValueError),
    ([-1], [5], [1], ValueError), ([0], [0], [1], ValueError), ([0], [2**60], [1], ValueError),
    ([0], [5], [2**62], ValueError), (np.array([2**63], np.uint64), [5], [1], ValueError),
    (None, [5], [1], TypeError)], ids=range(12))
def test_bids_that_are_none(room, managers, amounts, at, error):
    digest = room.state_digest()
    with pytest.raises(error):
        room.place_bids(managers, amounts, at)
    assert room.state_digest() == digest


def test_a_sale_is_undone_and_an_auction_begun_anew(room):
    assert room.place_bid("Reds", 5_000_000) is None
    assert isinstance(room.advance()[0], events.LotSold)
    assert room.void_sale(9).reason is Reason.UNKNOWN_LOT
    assert room.void_sale(1, reoffer=True, note="wrong price") is None
    assert room.view().closed[0].outcome == "voided" and room.purses[0] == 500_000_000
    other = "00000000-0000-4000-8000-000000000009"
    assert room.appoint(other) is None and room.pause(actor=other) is None
    assert room.dismiss(other) is None and room.resume(actor=other).reason is Reason.NOT_ALLOWED
    assert room.reset() is None and room.status == "waiting"
    assert room.begin() is None
    room.advance()
    assert room.end() is None
    while room.next_deadline is not None:
        last = room.advance()[-1]
    assert last.reason == "ended_by_commissioner" and room.log.verify().ok


def test_a_drawn_order_is_drawn_anew():
    room = auction.start("pilot-football", CLUBS, 2, seed=4)
    assert room.reset(4).reason is Reason.OUT_OF_RANGE
    assert room.reset(5) is None and isinstance(room.events[0], events.LotsOrdered)
    assert room.begin() is None


def test_only_a_commissioner_may(room):
    stranger = "00000000-0000-4000-8000-000000000009"
    assert room.pause(actor=stranger).reason is Reason.NOT_ALLOWED


def test_a_command_as_json_needs_no_method_of_its_own(room):
    boss = room.setup.commissioners[0]
    assert room.act('{"type":"Pause","note":"tea"}', actor=boss) is None
    assert room.status == "paused"


def test_time_is_an_int_or_a_datetime():
    noon = datetime.datetime(2026, 3, 1, 12, tzinfo=UTC)
    room = auction.start("pilot-football", CLUBS, 3, at=noon)
    assert room.now == int(noon.timestamp() * 1000)
    room.settle(noon + datetime.timedelta(seconds=5))
    assert room.phase is Phase.LOT_OPEN
    with pytest.raises(ValueError, match="time zone"):
        room.settle(datetime.datetime(2026, 3, 1, 12))


def test_it_plays_to_the_end_and_says_what_happened(room):
    happened = []
    while room.status == "running":
        happened += room.advance()
    assert isinstance(happened[-1], events.AuctionCompleted)
    assert room.next_deadline is None
    view = room.view()
    assert view.progress.remaining == 0 and len(view.closed) == 12  # each is offered twice
    assert room.broken_invariant() == ""


def test_legal_bids_are_those_that_are_accepted(room):
    room.place_bid("Reds", 490_000_000)
    bids = room.legal_bids("Blues")
    assert bids.dtype == np.int64 and bids[0] == 490_100_000 and bids[-1] == 498_000_000
    assert np.all(np.diff(bids) == 100_000)
    for amount, legal in ((bids[0] - 1, False), (bids[0], True), (bids[-1], True),
                          (bids[-1] + 100_000, False)):
        assert (room.clone().place_bid("Blues", int(amount)) is None) is legal
    assert room.max_bid("Blues") == bids[-1]
    assert room.legal_bids("Reds").size == 0
    with pytest.raises(ValueError, match="most"):
        room.legal_bids("Blues", most=3)


def test_a_view_is_cut_for_its_viewer():
    room = auction.start("pilot-football", CLUBS, ["Reds", "Blues"])
    room.advance()
    room.place_bid("Reds", 5_000_000)
    view = room.view("Blues")
    assert view.viewer == 1 and view.upcoming == ()  # the order is hidden
    lot = view.lots[0]
    assert lot.leader == 0 and lot.current_bid == 5_000_000 and lot.bids[0].manager == 0
    assert lot.max_bids == (498_000_000, 498_000_000)
    assert '"displayName"' not in room.view_json()


def test_a_copy_goes_its_own_way_and_keeps_the_history(room):
    room.place_bid("Reds", 5_000_000)
    for other in (room.clone(), copy.copy(room), copy.deepcopy(room)):
        assert other == room and other.state_digest() == room.state_digest()
        assert other.log == room.log
        other.place_bid("Blues", 6_000_000)
        assert other != room and len(other.log) == len(room.log) + 1
    bare = room.clone(history=False)
    with pytest.raises(auction.LogError):
        _ = bare.log


def test_canonical_bytes_and_pickle_restore_the_state(room):
    room.place_bid("Reds", 5_000_000)
    for other in (auction.Auction.from_bytes(room.to_bytes()), pickle.loads(pickle.dumps(room))):
        assert other.to_bytes() == room.to_bytes()
        assert other.place_bid("Blues", 6_000_000) is None
    for value in (room.rules, room.setup, room.setup.assets, room.setup.assets[0],
                  room.setup.managers[0], room.log, auction.rule_book("fpl-2024-25"),
                  room.view(), room.events):
        assert pickle.loads(pickle.dumps(value)) == value


def test_broken_bytes_are_refused(room):
    whole = room.to_bytes()
    for cut in (0, 1, len(whole) // 2, len(whole) - 1):
        with pytest.raises(auction.InputError):
            auction.Auction.from_bytes(whole[:cut])
    with pytest.raises(auction.InputError):
        auction.Setup.from_bytes(b"nonsense")


def test_rules_are_changed_by_name():
    rules = auction.rules("ipl-2025", budget=15_000, clock={"lot_ms": 20_000})
    assert (rules.budget, rules.lot_ms, rules.squad_max) == (15_000, 20_000, 25)
    assert rules != auction.rules("ipl-2025") and hash(rules) != 0
    assert auction.RuleSet.from_json(rules.to_json()) == rules
    assert rules.format(230) == "2.30 cr" and rules.parse("2.30 cr") == 230
    with pytest.raises(auction.InputError) as caught:
        auction.rules("ipl-2025", clock={"lot_ms": "soon"})
    assert caught.value.faults[0].pointer == "/clock/lotMs"
    with pytest.raises(ValueError, match="pilot-football"):
        auction.rules("no such")


def test_a_set_up_that_cannot_work_is_refused_with_every_reason():
    with pytest.raises(auction.InputError) as caught:
        auction.setup("pilot-football", CLUBS, ["Reds", "Reds"])
    assert caught.value.faults


def test_assets_and_managers_from_csv(tmp_path):
    rules = auction.rules("ipl-2025")
    (tmp_path / "assets.csv").write_text("externalId,name,roles,set,basePrice,country\n"
                                         "jos,Jos Buttler,WK;BAT,M1,2.00 cr,England\n")
    assets = auction.read_assets(tmp_path / "assets.csv", rules)
    assert assets[0].base_price == 200 and assets[0].roles == ("WK", "BAT")
    assert assets[-1].attributes == {"country": "England"} and assets.slot("jos") == 0
    (tmp_path / "managers.csv").write_text("label,purse,retained\nChennai,120.00 cr,jos:4 cr\n")
    managers = auction.read_managers(tmp_path / "managers.csv", rules, assets)
    assert managers[0].purse == 12_000 and managers[0].retained == (("jos", 400),)
    (tmp_path / "bad.csv").write_text("externalId,name,basePrice\nx,X,3o\n")
    with pytest.raises(auction.InputError) as caught:
        auction.read_assets(tmp_path / "bad.csv", rules)
    fault = caught.value.faults[0]
    assert (fault.line, fault.column, fault.value) == (2, "basePrice", "3o")


def test_events_have_the_fields_of_the_engine():
    import dataclasses

    known = {name: tuple(f.name for f in dataclasses.fields(getattr(events, name)))
             for name in auction.event_fields()}
    assert known == auction.event_fields()


def test_enumerations_have_the_engine_s_words(room):
    assert str(room.status) == "running" and repr(room.status) == "Status.RUNNING"


def test_notebooks_show_html(room):
    room.place_bid("Reds", 5_000_000)
    assert "Arsenal" in room._repr_html_() and "Reds" in room._repr_html_()
    assert "BidPlaced" in room.log._repr_html_()
    sly = open_auction(managers=["<script>", "Blues"])
    assert "<script>" not in sly._repr_html_()
