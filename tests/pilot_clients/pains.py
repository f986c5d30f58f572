"""What hurt the users of the first pilot, each by its name, against the real server.

    build/tools/venv/bin/python tests/pilot_clients/pains.py
"""

import sys
import time
import uuid

from matrix import FORM_HEADERS, form
from python_client import Watcher, bid
from server import Pilot, new_league, start_auction, tell, until_lot

MILLION = 1_000_000
HEAD = "startsAt,homeAssetExternalId,awayAssetExternalId,venue,round,externalMatchId\n"


def place(person, auction, lot, amount):
    return person.command("POST", f"/auction/{auction}/bid", lotId=lot, amount=amount)


def two(pilot, name, **settings):
    """Two people in an auction whose first lot is open."""
    anna, ben = pilot.sign_in(f"{name} A"), pilot.sign_in(f"{name} B")
    league = new_league(anna, [ben], **settings)
    view = start_auction(anna, league)
    return anna, ben, league, view["auctionId"], view["lot"]["lotId"]


def watch(person, pilot, auction):
    watcher = Watcher(person, pilot.port, ["websocket"]).connect()
    assert watcher.call("join_auction", auctionId=auction)["ok"]
    watcher.wait(lambda w: any(event == "sync_state" for event, _ in w.other))
    return watcher


def sell(anna, auction, lot):
    anna.command("POST", f"/auction/{auction}/complete-lot", lotId=lot)


def bids_fail_aloud(pilot):
    anna, ben, _, auction, lot = two(pilot, "Silent")
    watcher = watch(ben, pilot, auction)
    refused = {500_000: "too_low", 5_050_000: "off_grid", 501 * MILLION: "over_limit",
               499 * MILLION: "squad_unfillable"}
    for amount, reason in refused.items():
        ack = bid(watcher, auction, lot, amount)
        assert ack["ok"] and not ack["accepted"] and ack["reason"] == reason, ack
        assert ack["limit"], ack
    ack = watcher.call("bid", auctionId=auction, lotId=lot, amount="much",
                       commandId=str(uuid.uuid4()))
    assert ack["ok"] is False and ack["detail"], ack
    watcher.leave()


def a_bid_reaches_everybody(pilot):
    anna, ben, _, auction, lot = two(pilot, "Reach")
    watchers = [watch(person, pilot, auction) for person in (anna, ben)]
    receipt = place(ben, auction, lot, 5 * MILLION)
    for watcher in watchers:
        watcher.wait(lambda w: (receipt["seq"], "bid_update") in
                     [(seq, event) for seq, _, event in w.heard])
        watcher.leave()


def equal_and_lower_bids(pilot):
    anna, ben, _, auction, lot = two(pilot, "Equal")
    assert place(anna, auction, lot, 5 * MILLION)["accepted"]
    for amount in (5 * MILLION, 4 * MILLION, MILLION):
        receipt = place(ben, auction, lot, amount)
        assert receipt["reason"] == "too_low" and receipt["limit"] == 5_100_000, receipt
    view = anna.ask("GET", f"/auction/{auction}")
    assert view["lot"]["currentBid"] == 5 * MILLION and view["lot"]["bidCount"] == 1


def a_bid_for_the_old_lot(pilot):
    anna, ben, _, auction, lot = two(pilot, "Old")
    place(anna, auction, lot, 2 * MILLION)
    sell(anna, auction, lot)
    view = until_lot(anna, auction, lot)
    assert place(ben, auction, lot, 9 * MILLION)["reason"] == "lot_closed"
    got = anna.command("POST", f"/auction/{auction}/pass-lot", lotId=lot)
    assert not got["accepted"], got
    now = anna.ask("GET", f"/auction/{auction}")
    assert now["lot"]["lotId"] == view["lot"]["lotId"] and now["lot"]["currentBid"] is None


def the_last_lot_is_awarded(pilot):
    anna, ben, _, auction, lot = two(pilot, "Last", assets=1, clubSlots=1)
    place(ben, auction, lot, 2 * MILLION)
    sell(anna, auction, lot)
    view = anna.ask("GET", f"/auction/{auction}")
    assert view["status"] == "completed" and view["reason"] in ("all_lots_done", "nobody_can_bid")
    squads = {p["userId"]: [place["price"] for place in p["squad"]] for p in view["participants"]}
    assert squads == {anna.id: [], ben.id: [2 * MILLION]}, squads


def full_squads_end_it(pilot):
    anna, ben, _, auction, lot = two(pilot, "Full", assets=4, clubSlots=1)
    place(anna, auction, lot, 2 * MILLION)
    view = anna.ask("GET", f"/auction/{auction}")
    assert view["status"] == "running", "ended at the first bid"
    sell(anna, auction, lot)
    lot = until_lot(anna, auction, lot)["lot"]["lotId"]
    receipt = place(anna, auction, lot, 2 * MILLION)
    assert receipt["reason"] == "squad_full", receipt
    place(ben, auction, lot, 2 * MILLION)
    sell(anna, auction, lot)
    view = anna.ask("GET", f"/auction/{auction}")
    assert (view["status"], view["reason"]) == ("completed", "all_squads_full"), view["reason"]


def clocks_run_on(pilot):
    """After a pause and after a restart the clock runs, and the lot closes by itself."""
    anna, ben, _, auction, lot = two(pilot, "Clock", timerSeconds=6, antiSnipeSeconds=0)
    place(ben, auction, lot, 2 * MILLION)
    anna.command("POST", f"/auction/{auction}/pause")
    view = anna.ask("GET", f"/auction/{auction}")
    assert view["status"] == "paused" and view["timer"] is None and view["remainingMs"] > 0, view
    assert pilot.stop() == 0
    pilot.start()
    assert anna.ask("GET", f"/auction/{auction}")["status"] == "paused"
    anna.command("POST", f"/auction/{auction}/resume")
    assert pilot.stop(kill=True)
    pilot.start()
    view = anna.ask("GET", f"/auction/{auction}")
    assert view["timer"]["endsAt"] > view["serverNow"], view["timer"]
    until_lot(anna, auction, lot)
    seats = {p["userId"]: p for p in anna.ask("GET", f"/auction/{auction}")["participants"]}
    assert len(seats[ben.id]["squad"]) == 1, "the lot was not awarded"


def auctions_are_apart(pilot):
    anna, ben, _, auction, lot = two(pilot, "Apart")
    cleo, dora, _, other, _ = two(pilot, "Elsewhere")
    here, there = watch(anna, pilot, auction), watch(cleo, pilot, other)
    place(ben, auction, lot, 5 * MILLION)
    here.wait(lambda w: w.heard)
    assert there.call("time", clientNow=1)["ok"]  # whatever was sent before has come by now
    assert not there.heard, there.heard
    ack = there.call("join_auction", auctionId=auction)
    assert ack["ok"] is False and ack["code"] == "not_found", ack
    for watcher in (here, there):
        watcher.leave()


def money_for_every_place(pilot):
    anna, ben, _, auction, lot = two(pilot, "Reserve", clubSlots=3)
    receipt = place(ben, auction, lot, 499 * MILLION)
    assert receipt["reason"] == "squad_unfillable", receipt
    assert receipt["limit"] == 498 * MILLION, receipt
    assert place(ben, auction, lot, 498 * MILLION)["accepted"]
    sell(anna, auction, lot)
    lot = until_lot(anna, auction, lot)["lot"]["lotId"]
    assert place(ben, auction, lot, MILLION)["accepted"], "cannot fill the squad"


def eight_rosters(pilot):
    people = [pilot.sign_in(f"Eight {n}") for n in range(8)]
    league = new_league(people[0], people[1:], assets=8, clubSlots=1)
    view, bought = start_auction(people[0], league), {}
    auction = view["auctionId"]
    for person in people:
        lot = view["lot"]
        assert place(person, auction, lot["lotId"], 2 * MILLION)["accepted"]
        bought[person.id] = lot["asset"]["name"]
        sell(people[0], auction, lot["lotId"])
        if person is not people[-1]:
            view = until_lot(people[0], auction, lot["lotId"])
    for path in (f"/auction/{auction}", f"/leagues/{league['id']}/participants"):
        seats = people[3].ask("GET", path)["participants"]
        squads = {p["userId"]: [one["name"] for one in p["squad"]] for p in seats}
        assert squads == {who: [club] for who, club in bought.items()}, squads
    managers = people[5].ask("GET", f"/leagues/{league['id']}/summary")["managers"]
    assert {m["userId"]: [one["name"] for one in m["squad"]] for m in managers} == squads


def lists_are_whole(pilot):
    anna = pilot.sign_in("Whole")
    league = anna.ask("POST", "/leagues", {"name": "Whole", "sportKey": "cricket"})
    all_of_them = anna.ask("GET", f"/leagues/{league['id']}/available-assets")
    assert len(all_of_them) > 100, len(all_of_them)
    chosen = [one["id"] for one in all_of_them]
    assert anna.ask("PUT", f"/leagues/{league['id']}/assets", chosen)["count"] == len(chosen)
    page = anna.ask("GET", f"/leagues/{league['id']}/assets?page=2&pageSize=100")
    assert page["pagination"]["total"] == len(chosen) and page["assets"], page["pagination"]
    ben = pilot.sign_in("Whole B")
    ben.ask("POST", "/leagues/join", {"inviteToken": league["inviteToken"]})
    view = start_auction(anna, league)
    clubs = ben.ask("GET", f"/auction/{view['auctionId']}/clubs")
    assert clubs["totalClubs"] == len(clubs["clubs"]) == len(chosen)


def paused_is_not_complete(pilot):
    anna, ben, league, auction, _ = two(pilot, "Paused")
    anna.command("POST", f"/auction/{auction}/pause")
    assert ben.ask("GET", f"/leagues/{league['id']}/state")["status"] == "auction_paused"
    assert ben.ask("GET", f"/leagues/{league['id']}/summary")["status"] == "auction_paused"
    mine = [one for one in ben.ask("GET", "/me/competitions") if one["leagueId"] == league["id"]]
    assert mine[0]["status"] == "auction_paused", mine


def late_members_are_in_the_table(pilot):
    anna, ben = pilot.sign_in("Late A"), pilot.sign_in("Late B")
    league = new_league(anna, [])
    path = f"/leagues/{league['id']}/standings"
    assert [row["userId"] for row in anna.ask("GET", path)["table"]] == [anna.id]
    ben.ask("POST", f"/leagues/{league['id']}/join", {"inviteToken": league["inviteToken"]})
    assert {row["userId"] for row in anna.ask("GET", path)["table"]} == {anna.id, ben.id}


def scores_count_once(pilot):
    """By external id, and once, however often they are said."""
    anna, ben = pilot.sign_in("Score A"), pilot.sign_in("Score B")
    league = new_league(anna, [ben], assets=1000, clubSlots=1)
    clubs = {c["externalId"]: c["id"] for c in anna.ask(
        "GET", f"/leagues/{league['id']}/available-assets")}
    anna.ask("PUT", f"/leagues/{league['id']}/assets", [clubs["MCI"], clubs["LIV"]])
    view = start_auction(anna, league)
    auction, lot = view["auctionId"], view["lot"]
    owner = {}
    for person in (anna, ben):
        place(person, auction, lot["lotId"], MILLION)
        owner[lot["asset"]["externalId"]] = person.id
        sell(anna, auction, lot["lotId"])
        if person is anna:
            lot = until_lot(anna, auction, lot["lotId"])["lot"]
    path = f"/leagues/{league['id']}"
    rows = HEAD + "2025-01-15T19:00:00Z,MCI,LIV,Etihad Stadium,1,match001\n"
    for created, unchanged in ((1, 0), (0, 1)):
        got = anna.request("POST", f"{path}/fixtures/import-csv", form(rows), FORM_HEADERS)
        assert got.status == 200, got
        assert (got.json["created"], got.json["unchanged"]) == (created, unchanged), got.json
    fixture = anna.ask("GET", f"{path}/fixtures")["fixtures"][0]
    tables = []
    for _ in range(2):
        anna.ask("PATCH", f"/fixtures/{fixture['id']}/score", {"goalsHome": 3, "goalsAway": 1})
        anna.ask("POST", f"{path}/score/recompute", {})
        tables.append({row["userId"]: row["points"] for row in
                       ben.ask("GET", f"{path}/standings")["table"]})
    assert tables[0] == tables[1], tables
    assert tables[0][owner["MCI"]] > tables[0][owner["LIV"]], (tables, owner)
    bad = anna.request("POST", f"{path}/fixtures/import-csv",
                       form(HEAD + "2025-01-16T19:00:00Z,Manchester,XYZ,x,1,match002\n"),
                       FORM_HEADERS)
    assert bad.status == 422 and bad.json["code"] == "bad_rows", bad
    assert len(anna.ask("GET", f"{path}/fixtures")["fixtures"]) == 1


def counters_move(pilot):
    names = {"bids_placed_total": 1, "bids_rejected_total": 1, "auctions_started_total": 1,
             "leagues_created_total": 1, "participants_joined_total": 1}
    before = {name: pilot.sample(name) for name in names}
    anna, ben, _, auction, lot = two(pilot, "Count")
    place(ben, auction, lot, 5 * MILLION)
    place(anna, auction, lot, 5 * MILLION)
    time.sleep(0.05)
    for name, least in names.items():
        assert pilot.sample(name) >= before[name] + least, name
    assert pilot.sample("bids_rejected_total", reason="too_low") >= 1


PAINS = {
    "bids that failed silently": bids_fail_aloud,
    "a bid answered 200 that reached nobody": a_bid_reaches_everybody,
    "equal and lower bids accepted": equal_and_lower_bids,
    "a bid for the old lot landing on the next": a_bid_for_the_old_lot,
    "the last lot never awarded": the_last_lot_is_awarded,
    "all squads full and no end, or an end at the first bid": full_squads_end_it,
    "timers stuck after a restart or a pause": clocks_run_on,
    "events of one auction reaching all": auctions_are_apart,
    "everything spent and a squad that cannot be filled": money_for_every_place,
    "rosters wrong at seven and more": eight_rosters,
    "lists cut at a hundred": lists_are_whole,
    "a paused auction shown as complete": paused_is_not_complete,
    "members who joined late missing from the table": late_members_are_in_the_table,
    "scores doubled, or written to the wrong team": scores_count_once,
    "counters that never moved": counters_move,
}


def main():
    wanted = sys.argv[1:]
    with Pilot() as pilot:
        return tell([(name, story) for name, story in PAINS.items()
                     if not wanted or story.__name__ in wanted], pilot)


if __name__ == "__main__":
    sys.exit(main())
