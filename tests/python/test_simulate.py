"""Simulation: reproducible, the same for any number of threads, and with bidders in Python."""

import threading

import numpy as np
import pytest

import auction


def same(a, b):
    return (a.seed.tolist() == b.seed.tolist() and np.array_equal(a.prices, b.prices)
            and np.array_equal(a.winners, b.winners) and np.array_equal(a.left, b.left)
            and np.array_equal(a.duration_ms, b.duration_ms) and np.array_equal(a.bids, b.bids))


def test_shapes_and_sums(small):
    batch = auction.simulate(small, n=50, seed=3)
    assert batch.prices.shape == (50, 8) and batch.prices.dtype == np.int64
    assert batch.left.shape == (50, 4) and batch.squad.max() <= 3
    assert np.array_equal(batch.spent.sum(1), batch.prices.sum(1))
    assert np.array_equal(batch.left + batch.spent, np.full((50, 4), 500_000_000))
    assert np.array_equal(batch.winners >= 0, batch.prices > 0)
    assert batch.bids.sum() == np.asarray(batch.lots["bids"]).sum()
    assert (batch.opened_at[batch.winners >= 0] >= 0).all()


def test_any_number_of_threads_and_any_part_gives_the_same(small):
    whole = auction.simulate(small, bidders="*=eager", n=200, seed=9, threads=1)
    for threads in (2, 3, 8):
        assert same(whole, auction.simulate(small, bidders="*=eager", n=200, seed=9,
                                            threads=threads))
    part = auction.simulate(small, bidders="*=eager", n=20, seed=9, first=60)
    assert np.array_equal(part.prices, whole.prices[60:80])
    assert not same(whole, auction.simulate(small, bidders="*=eager", n=200, seed=10))


def test_a_log_is_the_auction_of_its_seed(small):
    batch = auction.simulate(small, n=5, seed=1)
    log = auction.play(small, seed=int(batch.seed[3]))
    assert log.verify().ok
    assert log.replay().purses.tolist() == batch.left[3].tolist()


class Plain:
    """Bids up to the table's worth, by the next price, a second later."""

    def plan(self, facts):
        if facts.next_bid > facts.worth:
            return None
        return auction.Plan.bid(facts.worth, after_ms=1000 + facts.manager)


class Many:
    """The same, for all auctions at once."""

    calls = 0
    rows = 0

    def plans(self, facts):
        type(self).calls += 1
        type(self).rows += len(facts)
        plans = auction.plan_array(len(facts))
        plans["action"] = np.where(facts["next_bid"] > facts["worth"], 0, 2)
        plans["up_to"] = facts["worth"]
        plans["after_ms"] = 1000 + facts["manager"]
        return plans


def test_one_question_or_many_at_once_is_the_same_auction(small):
    one = auction.simulate(small, bidders=Plain(), n=40, seed=2, threads=2)
    many = auction.simulate(small, bidders=Many(), n=40, seed=2, lanes=16)
    assert same(one, many)
    assert Many.rows > 4 * Many.calls  # each call is for many lots
    assert same(many, auction.simulate(small, bidders=Many(), n=40, seed=2, lanes=7))


def test_limits_are_enough_of_an_answer(small):
    class Half:
        def plans(self, facts):
            return facts["worth"] // 2

    batch = auction.simulate(small, bidders={"Manager 1": Half(), "*": "valuing"}, n=30)
    assert batch.spent[:, 0].mean() < batch.spent[:, 1:].mean()


@pytest.mark.parametrize("threads", [1, 4])
def test_what_a_bidder_raises_names_the_auction_and_the_event(small, threads):
    class Tired:
        asked = 0

        def plan(self, facts):
            Tired.asked += 1
            if facts.lot > 2:
                raise RuntimeError("no more")

    with pytest.raises(auction.BidderError, match="no more") as caught:
        auction.simulate(small, bidders={"Manager 2": Tired(), "*": "absent"}, n=500, threads=threads)
    assert caught.value.auction == 0 and caught.value.seq > 5
    assert isinstance(caught.value.__cause__, RuntimeError)
    assert Tired.asked < 500 * 8  # the batch stopped


@pytest.mark.parametrize("answer,error", [
    (lambda f: None, TypeError), (lambda f: f["worth"][:-1], ValueError),
    (lambda f: f["worth"].astype(float), TypeError), (lambda f: f["worth"][:, None], ValueError),
    (lambda f: np.full(len(f), 7, auction.plan_dtype), ValueError), (lambda f: 1 / 0, ZeroDivisionError),
], ids=range(6))
def test_answers_that_are_none(small, answer, error):
    class Wrong:
        def plans(self, facts):
            return answer(facts)

    with pytest.raises(auction.BidderError) as caught:
        auction.simulate(small, bidders=Wrong(), n=3)
    assert isinstance(caught.value.__cause__, error) and caught.value.auction in (0, 1, 2)


@pytest.mark.parametrize("answer", ["bid", 1.5, True, -1, 2**60, object()], ids=repr)
def test_plain_answers_that_are_none(small, answer):
    class Wrong:
        def plan(self, facts):
            return answer

    with pytest.raises(auction.BidderError):
        auction.simulate(small, bidders=Wrong(), n=3)


def test_progress_is_told_and_may_stop_the_batch(small):
    told = []
    auction.simulate(small, n=100, progress=lambda done, all_: told.append((done, all_)))
    assert told[-1] == (100, 100)

    def stop(done, all_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        auction.simulate(small, n=100, progress=stop, threads=3)


def test_a_bidder_may_use_the_engine(small):
    """Callbacks into the engine, from the threads of a batch."""

    class Thinker:
        def plan(self, facts):
            inner = auction.simulate(small, n=1, seed=facts.lot, threads=1)
            return int(inner.prices.max()) or None

    batch = auction.simulate(small, bidders={"Manager 1": Thinker(), "*": "valuing"}, n=4, threads=2)
    assert len(batch) == 4


def test_eight_threads_simulate_at_once(small):
    expected = auction.simulate(small, n=30, seed=4, threads=1)
    results = [None] * 8

    def work(place):
        results[place] = auction.simulate(small, n=30, seed=4, threads=2, bidders="valuing")

    threads = [threading.Thread(target=work, args=(i,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(same(expected, result) for result in results)


def test_eight_threads_on_auctions_of_their_own():
    from conftest import open_auction

    digests = []

    def work():
        room = open_auction()
        for step in range(300):
            room.place_bid(step % 3, room.view().lots[0].next_bid)
        digests.append((room.state_digest(), room.log.verify().ok))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(digests)) == 1 and digests[0][1]


def test_tables_for_pandas_polars_and_arrow(small):
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    pyarrow = pytest.importorskip("pyarrow")
    batch = auction.simulate(small, n=25)
    lots = batch.lots
    frame, other, table = lots.to_pandas(), lots.to_polars(), pyarrow.table(lots)
    assert frame.shape == other.shape == (lots.rows, 9) and table.num_rows == lots.rows
    assert frame["price"].tolist() == other["price"].to_list() == table["price"].to_pylist()
    assert pyarrow.table(batch).equals(table)
    named = auction.Table({"name": ["a", "ü", ""], "n": np.arange(3, dtype=np.int16)})
    assert polars.DataFrame(named).rows() == [("a", 0), ("ü", 1), ("", 2)]
    assert pyarrow.table(named).to_pylist()[1] == {"name": "ü", "n": 1}
    assert pandas.DataFrame(dict(named)).shape == (3, 2)
    assert batch.auctions.rows == 25 and batch.managers.rows == 100


def test_arrow_shares_the_numbers_and_outlives_the_table(small):
    pyarrow = pytest.importorskip("pyarrow")
    numbers = np.arange(1000)
    table = pyarrow.table(auction.Table({"n": numbers}))
    address = table["n"].chunk(0).buffers()[1].address
    assert address == numbers.ctypes.data
    del numbers
    assert table["n"].to_pylist() == list(range(1000))
    auction.Table({"n": np.arange(3)}).__arrow_c_stream__()  # a capsule nobody reads
