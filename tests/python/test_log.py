"""Logs: the chain, replay to any event, files, stores, and what a broken one says."""

import os

import pytest

import auction
from conftest import CLUBS, open_auction


@pytest.fixture
def played(small):
    return auction.play(small, bidders="*=valuing:raise=40", seed=5)


def test_a_log_replays_to_the_state_it_came_from(room):
    room.place_bid("Reds", 5_000_000)
    room.advance()
    again = room.log.replay()
    assert again == room and again.state_digest() == room.state_digest()
    assert room.log.verify().ok and room.log.head == room.head


def test_every_event_is_a_place_to_go_back_to(played):
    for seq in range(1, len(played.events()) + 1, 7):
        assert played.replay(seq).seq == seq
    assert played.replay(10**9).seq == len(played.events())


def test_the_chain_is_the_same_whenever_it_is_looked_at():
    def play(look):
        room = open_auction()
        for amount in range(5, 25):
            room.place_bid(amount % 2, amount * 1_000_000)
            if look:
                assert len(room.log) > 0
        return room.log

    assert play(True) == play(False) and play(True).to_lines() == play(False).to_lines()


def test_lines_and_bytes_read_back(played, tmp_path):
    auction.write_log(played, tmp_path / "a.jsonl")
    assert auction.read_log(tmp_path / "a.jsonl") == played
    assert auction.Log.from_bytes(played.to_bytes()) == played
    with pytest.raises(FileExistsError):
        auction.write_log(played, tmp_path / "a.jsonl")
    with pytest.raises(FileNotFoundError):
        auction.read_log(tmp_path / "b.jsonl")


def test_a_changed_byte_is_found(played):
    seq, head = played.head
    whole = bytearray(played.to_bytes())
    for place in range(40, len(whole), len(whole) // 60):
        changed = bytearray(whole)
        changed[place] ^= 4
        try:
            report = auction.Log.from_bytes(bytes(changed)).verify((seq, head))
        except (auction.InputError, auction.LogError):
            continue
        assert not report.ok and report.fault.what


def test_a_tail_that_was_cut_off_shows_against_a_published_head(played):
    lines = played.to_lines().splitlines(keepends=True)
    cut = auction.Log.from_lines("".join(lines[:-1]))
    assert cut.verify().ok
    assert not cut.verify(played.head).ok and not cut.verify(played.head[1]).ok
    assert played.verify(played.head).ok
    with pytest.raises(auction.LogError, match="event"):
        auction.Log.from_lines("".join(lines[:3] + lines[4:])).replay()


def test_records_and_events_have_numbers_and_times(played):
    events = played.events()
    assert [seq for seq, _, _ in events] == list(range(1, len(events) + 1))
    assert sum(record.count for record in (played[i] for i in range(len(played)))) == len(events)
    assert played[-1].seq == len(events) or played[-1].count > 1
    with pytest.raises(IndexError):
        played[len(played)]


def test_a_store_keeps_every_act_before_it_counts(tmp_path):
    path = tmp_path / "auctions.db"
    with auction.Store(path) as store:
        room = auction.start("pilot-football", CLUBS, ["Reds", "Blues"], store=store)
        room.advance()
        room.place_bid("Reds", 5_000_000)
        digest, head = room.state_digest(), room.head
        assert store.ids() == [room.setup.id] and room.log.verify().ok
        with pytest.raises(auction.StorageError, match="resume"):
            auction.start("pilot-football", CLUBS, ["Reds", "Blues"], store=store)
        with pytest.raises(auction.StorageError):
            auction.Store(path)
    with auction.Store(path, create=False) as store:
        again = store.resume()
        assert again.state_digest() == digest and again.head == head
        assert again.recover(at=again.now + 1000) is None
        assert again.place_bid("Blues", 6_000_000) is None
        store.verify()
        store.backup(tmp_path / "copy.db")
    assert auction.read_log(path).verify().ok
    assert auction.read_log(tmp_path / "copy.db") == auction.read_log(path)


def test_after_close_everything_that_uses_the_store_says_so(tmp_path):
    store = auction.Store(tmp_path / "a.db")
    room = auction.start("pilot-football", CLUBS, 2, store=store)
    room.advance()
    digest = room.state_digest()
    store.close()
    store.close()
    assert store.closed
    for use in (store.ids, store.verify, store.log, store.resume, lambda: room.log,
                lambda: room.place_bid(0, 5_000_000), lambda: store.backup(tmp_path / "b.db")):
        with pytest.raises(auction.ClosedError):
            use()
    assert room.state_digest() == digest


def test_what_is_no_store_is_a_storage_error(tmp_path):
    (tmp_path / "text.db").write_text("no database at all, but long enough to look at" * 100)
    with pytest.raises(auction.StorageError):
        auction.Store(tmp_path / "text.db")
    with pytest.raises(auction.StorageError):
        auction.Store(tmp_path / "none.db", create=False)
    with pytest.raises(auction.StorageError):
        auction.Store(tmp_path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_child_may_not_touch_the_store(tmp_path):
    store = auction.Store(tmp_path / "a.db")
    room = auction.start("pilot-football", CLUBS, 2, store=store)
    room.advance()
    child = os.fork()
    if child == 0:
        try:
            room.place_bid(0, 5_000_000)
        except auction.StorageError:
            os._exit(7)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert room.place_bid(0, 5_000_000) is None and room.log.verify().ok
    store.close()
