"""Every route of the REST contract: who may, what is asked, what is answered.

`who` is told in three steps. The door asks whether anybody is signed in (anyone, signed_in). What
somebody is in a league is decided there: member (spectators too), controller (commissioner or
deputy), commissioner. operator: see the metrics' guard.
"""

from answers import ANSWERS
from blocks import ID, MONEY, MOST
from words import asked, flag, many, ref, text, whole, word

WHO = ("anyone", "signed_in", "member", "controller", "commissioner", "operator")

NAME, EMAIL = text(80, 1), text(254, 3, format="email")
NOTE, COMMAND = text(200), {"commandId": ID}
SEEN = {"expectedSeq": ref("Seq")}
ON_LOT = {"lotId": ref("LotId")}
CONFIRM = {"confirm": text(description="the league's name")}
CSV = {"type": "object", "required": ["file"],
       "properties": {"file": {"type": "string", "contentMediaType": "text/csv"}}}

SETTINGS = dict(
    name=NAME, budget=whole(1000000, MOST, default=500000000),
    minManagers=whole(2, 30, default=2), maxManagers=whole(2, 30, default=8),
    clubSlots=whole(1, 40, default=3), timerSeconds=whole(5, 86400, default=30),
    antiSnipeSeconds=whole(0, 86399, default=10,
                           description="0: off; else 3 .. timerSeconds - 1"),
    waitingRoom=flag(default=False), startDelaySeconds=whole(0, 60, default=5),
    spectators=flag(default=False), shareTable=flag(), preset=text(60),
    rules={"type": "object"})


def query(name, schema, need=False):
    return {"name": name, "in": "query", "required": need, "schema": schema}


PAGE = [query("page", whole(1)), query("pageSize", whole(1, 100))]
DRY = [query("dryRun", word("0", "1"))]


class Asked:
    """One row: the route, who may, and the bodies."""

    def __init__(self, method, path, who, answer, **more):
        self.method, self.path, self.who, self.answer = method, path, who, answer
        self.body = more.get("body")
        self.query = more.get("query", [])
        self.status = more.get("status", 200)
        self.also = more.get("also", ())          # further statuses: 409
        self.limited = more.get("limited")
        self.content = more.get("content", "application/json")
        self.asks = more.get("asks", "application/json")
        self.flag = more.get("flag")
        self.only = more.get("only")              # a note on when it is there
        self.text = more["text"]
        if isinstance(answer, str):
            assert answer in ANSWERS or answer in ("User", "Member", "AuctionView", "Receipt",
                                                   "Asset"), answer


def control(verb, what, need=(), **fields):
    """A commissioner's or a deputy's command on an auction."""
    body = asked(["commandId", *need], **COMMAND, **SEEN, **fields, note=NOTE)
    return Asked("POST", f"/auction/{{id}}/{verb}", "controller", "Controlled", body=body,
                 also=(409,), text=what)


ROUTES = [
    Asked("GET", "/config", "anyone", "Config", text="What a client needs before sign-in"),
    Asked("GET", "/sports", "anyone", ["Sport"], text="The sports there are"),
    Asked("GET", "/sports/{key}", "anyone", "Sport", text="One sport"),
    Asked("POST", "/auth/magic-link", "anyone", "LinkSent", status=202, limited="sign-in",
          body=asked(["email"], email=EMAIL, name=NAME),
          text="Send a sign-in link; the same answer for unknown addresses"),
    Asked("POST", "/auth/verify-magic-link", "anyone", "SignedIn", limited="sign-in", also=(401,),
          body=asked(["email", "token"], email=EMAIL, token=text(200, 1)),
          text="Redeem a sign-in link, once"),
    Asked("POST", "/auth/refresh", "anyone", "SignedIn", also=(401,), body=asked(),
          text="A new access token for the refresh cookie"),
    Asked("POST", "/auth/logout", "anyone", "Said", body=asked(),
          text="Sign out; open sockets are closed"),
    Asked("POST", "/users", "anyone", "SignedIn", limited="sign-in", also=(403,),
          body=asked(["name", "email"], name=NAME, email=EMAIL),
          only="AUTH_MODE=open; else 403", text="Sign in by name and e-mail"),
    Asked("GET", "/users/me", "signed_in", "User", text="Who I am"),
    Asked("PATCH", "/users/me", "signed_in", "User", body=asked(["name"], name=NAME),
          text="Change my name"),
    Asked("DELETE", "/users/me", "signed_in", "Said", also=(409,),
          body=asked(successor=ID | {"description": "who leads my leagues from now on"}),
          text="Erase me; logs keep ids and labels only"),
    Asked("GET", "/me/competitions", "signed_in", ["Competition"], flag="myCompetitions",
          text="My competitions, newest activity first"),
    Asked("GET", "/assets", "signed_in", "AssetPage",
          query=[query("sportKey", text(40)), query("search", text(80)), *PAGE],
          text="Search clubs and players, literally"),
    Asked("GET", "/clubs", "signed_in", ["Asset"], text="All football clubs"),

    Asked("POST", "/leagues", "signed_in", "League", limited="leagues",
          body=asked(["name", "sportKey"], sportKey=ref("SportKey"), **SETTINGS),
          text="Create a league and join it"),
    Asked("GET", "/leagues", "signed_in", ["League"], text="My leagues"),
    Asked("POST", "/leagues/join", "signed_in", "Joined", limited="joins", also=(403, 409),
          body=asked(["inviteToken"], inviteToken=text(40, 1)), text="Join by an invite token"),
    Asked("GET", "/leagues/{id}", "member", "League", text="One league"),
    Asked("PATCH", "/leagues/{id}", "commissioner", "League", also=(409,), body=asked(**SETTINGS),
          text="Change settings before the auction"),
    Asked("DELETE", "/leagues/{id}", "commissioner", "Said", also=(409,), body=asked(),
          text="Dissolve the league"),
    Asked("POST", "/leagues/{id}/join", "signed_in", "Joined", limited="joins", also=(403, 409),
          body=asked(inviteToken=text(40), role=word("manager", "spectator")),
          text="Join; idempotent"),
    Asked("GET", "/leagues/{id}/members", "member", ["Member"], text="Members by joinedAt"),
    Asked("DELETE", "/leagues/{id}/members/{user}", "commissioner", "Said", also=(409,),
          only="or a member of itself: it leaves", text="Remove a member"),
    Asked("POST", "/leagues/{id}/rotate-token", "commissioner", "League", also=(409,),
          body=asked(), text="A new invite token; the old one is of no use any more"),
    Asked("POST", "/leagues/{id}/deputy", "commissioner", "Said", also=(409,),
          body=asked(["userId"], userId=ID, deputy=flag(default=True)),
          text="Name a deputy, or take the office back"),
    Asked("POST", "/leagues/{id}/bots", "commissioner", "Said", also=(409,),
          body=asked(["count"], count=whole(1, 29)), text="Add simulated managers"),
    Asked("GET", "/leagues/{id}/participants", "member", "Participants",
          text="Who has a seat, with purses and squads"),
    Asked("GET", "/leagues/{id}/assets", "member", "AssetPage", query=PAGE,
          text="What is chosen for the auction"),
    Asked("PUT", "/leagues/{id}/assets", "commissioner", "Selected", also=(409,),
          body=many(ID, maxItems=2000), text="Choose what is auctioned, in this order"),
    Asked("GET", "/leagues/{id}/available-assets", "member", ["Asset"],
          text="What can be chosen"),
    Asked("GET", "/leagues/{id}/state", "member", "LeagueState", text="Status, for polling"),
    Asked("GET", "/leagues/{id}/auction", "member", "LeagueAuction", text="The auction there is"),
    Asked("GET", "/leagues/{id}/summary", "member", "Summary", text="Squads and purses"),
    Asked("GET", "/leagues/{id}/standings", "member", "Standings",
          only="without a session cookie where shareTable is on", text="The table"),
    Asked("GET", "/leagues/{id}/fixtures", "member", "FixturePage",
          query=[query("status", word("scheduled", "live", "final")), query("page", whole(1)),
                 query("limit", whole(1, 100))], text="Fixtures by date"),
    Asked("GET", "/leagues/{id}/fixtures.ics", "member", None, content="text/calendar",
          text="Fixtures for a calendar"),
    Asked("POST", "/leagues/{id}/fixtures/import-csv", "commissioner", "Imported", query=DRY,
          body=CSV, asks="multipart/form-data", limited="imports", also=(409,),
          text="Import fixtures: all rows or none"),
    Asked("PUT", "/leagues/{id}/scoring-overrides", "commissioner", "League", also=(409,),
          body={"type": "object"}, text="Change points of the scoring book"),
    Asked("POST", "/leagues/{id}/score/recompute", "commissioner", "Standings", also=(409,),
          body=asked(), text="Count the table again"),
    Asked("POST", "/scoring/{id}/ingest", "commissioner", "Ingested", query=DRY, body=CSV,
          asks="multipart/form-data", limited="imports", also=(409,),
          text="Import players' figures: all rows or none"),
    Asked("GET", "/scoring/{id}/leaderboard", "member", "Leaderboard", text="Players by points"),
    Asked("PATCH", "/fixtures/{id}/score", "commissioner", "Fixture", also=(409,),
          body=asked(["goalsHome", "goalsAway"], goalsHome=whole(0, 99), goalsAway=whole(0, 99),
                     status=word("scheduled", "live", "final")), text="Write down a score"),

    Asked("POST", "/leagues/{id}/auction/start", "commissioner", "AuctionStarted", also=(409,),
          body=asked(["commandId"], **COMMAND),
          text="Start the auction; again: the same answer"),
    Asked("POST", "/auction/{id}/begin", "controller", "AuctionBegun", also=(409,),
          flag="waitingRoom", body=asked(["commandId"], **COMMAND),
          text="Leave the waiting room"),
    Asked("POST", "/auction/{id}/bid", "member", "Receipt", also=(409,), limited="bids",
          body=asked(["lotId", "amount", "commandId"], lotId=ref("LotId"), amount=MONEY,
                     **COMMAND, **SEEN),
          only="a spectator's receipt says not_a_participant",
          text="Bid; a retry with the same commandId gives the same receipt"),
    control("pause", "Stop the clock"),
    control("resume", "Let the clock run on"),
    control("complete-lot", "Sell to the leader now", ["lotId"], **ON_LOT),
    control("pass-lot", "Take the lot back unsold", ["lotId"], **ON_LOT),
    control("void-sale", "Undo any earlier sale", ["lotId"], **ON_LOT, dryRun=flag(),
            reoffer=flag(description="comes up again; true, and after the end false")),
    control("extend", "Give the lot more time", ["lotId", "seconds"], **ON_LOT,
            seconds=whole(1, 86400)),
    control("end", "End the auction with what is sold"),
    control("reset", "Begin again from the first lot", ["confirm"], **CONFIRM, dryRun=flag()),
    Asked("DELETE", "/auction/{id}", "controller", "Controlled", also=(409,),
          body=asked(["commandId", "confirm"], **COMMAND, **SEEN, **CONFIRM, note=NOTE),
          text="Cancel the auction"),
    Asked("GET", "/auction/{id}", "member", "AuctionView", text="The auction as this viewer sees it"),
    Asked("GET", "/auction/{id}/clubs", "member", "Clubs", text="Every lot and what became of it"),
    Asked("GET", "/auction/{id}/log", "member", ["LogLine"], content="application/x-ndjson",
          query=[query("from", whole(1, MOST)), query("limit", whole(1, 1000))],
          text="The log with its hash chain"),
    Asked("GET", "/auction/{id}/report.csv", "member", None, content="text/csv",
          text="Every sale, for a spreadsheet"),

    Asked("GET", "/metrics", "operator", None, content="text/plain",
          only="ENABLE_METRICS; else 404", text="Prometheus text"),
    Asked("GET", "/debug/rooms/{kind}/{id}", "operator", {"type": "object"},
          only="ENV=development; else 404", text="Who is in a room"),
    Asked("GET", "/openapi.json", "anyone", {"type": "object"}, text="This document"),
    Asked("GET", "/asyncapi.json", "anyone", {"type": "object"}, text="The Socket.IO events"),
    Asked("GET", "/healthz", "anyone", "Alive", text="The process is alive"),
    Asked("GET", "/readyz", "anyone", "Ready", also=(503,), text="It can commit"),
]
