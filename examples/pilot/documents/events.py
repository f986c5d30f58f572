"""Every Socket.IO event: what clients send and how it is acknowledged, and what each room hears."""

import samples as s
from blocks import (ASSET, AUCTION_STATUS, COUNT, ENDS, HASH, ID, LEAGUE_STATUS, LOT_ID, MONEY, MS,
                    PERSON, SEQ, WHEN, BLOCKS)
from words import asked, exactly, flag, many, maybe, obj, one_of, ref, text, whole, word

FAILED = obj(ok=exactly(False), code=text(), detail=text())
DONE = obj(ok=exactly(True))
IN_LEAGUE = obj(ok=exactly(True), room=text(), leagueStatus=ref("LeagueStatus"),
                activeAuctionId=maybe(ID), members=many(ref("Member")))
IN_AUCTION = obj(ok=exactly(True), room=text(), mode=word("events", "snapshot"), seq=SEQ)

OF_LEAGUE = asked(["leagueId"], leagueId=ID)
OF_AUCTION = asked(["auctionId"], auctionId=ID)
JOIN_AUCTION = asked(["auctionId"], auctionId=ID, lastSeq=maybe(SEQ))

LEAGUE_ACK = {"ok": True, "room": f"league:{s.LEAGUE}", "leagueStatus": "pre_auction",
              "activeAuctionId": None, "members": [s.MEMBER]}
AUCTION_ACK = {"ok": True, "room": f"auction:{s.AUCTION}", "mode": "events", "seq": 145}

# event -> (what it says, example, its acknowledgement, example)
FROM_CLIENT = {
    "join_league": (OF_LEAGUE, {"leagueId": s.LEAGUE}, IN_LEAGUE, LEAGUE_ACK),
    "leave_league": (OF_LEAGUE, {"leagueId": s.LEAGUE}, DONE, {"ok": True}),
    "join_auction": (JOIN_AUCTION, {"auctionId": s.AUCTION, "lastSeq": 141}, IN_AUCTION,
                     AUCTION_ACK),
    "leave_auction": (OF_AUCTION, {"auctionId": s.AUCTION}, DONE, {"ok": True}),
    "bid": (asked(["auctionId", "lotId", "amount", "commandId"], auctionId=ID, lotId=LOT_ID,
                  amount=MONEY, commandId=ID, expectedSeq=maybe(SEQ)),
            {"auctionId": s.AUCTION, "lotId": s.LOT_ID, "amount": 13000000,
             "commandId": s.COMMAND, "expectedSeq": 141}, ref("Receipt"), s.RECEIPT),
    "rejoin_rooms": (asked(["rooms"], rooms=many(one_of(OF_LEAGUE, JOIN_AUCTION))),
                     {"rooms": [{"leagueId": s.LEAGUE},
                                {"auctionId": s.AUCTION, "lastSeq": 141}]},
                     obj(ok=exactly(True), results=many(one_of(IN_LEAGUE, IN_AUCTION, FAILED))),
                     {"ok": True, "results": [LEAGUE_ACK, AUCTION_ACK]}),
    "time": (asked(["clientNow"], clientNow=MS), {"clientNow": 1760640012000},
             obj(ok=exactly(True), clientNow=MS, serverNow=MS),
             {"ok": True, "clientNow": 1760640012000, "serverNow": s.NOW}),
}

LEAGUE = {"leagueId": s.LEAGUE}
LEAGUE_ROOM = {
    "sync_members": (obj(leagueId=ID, members=many(ref("Member"))),
                     LEAGUE | {"members": [s.MEMBER]}),
    "member_joined": (obj(leagueId=ID, userId=ID, displayName=text(), role=ref("Role"), bot=flag(),
                          online=flag(), joinedAt=WHEN),
                      LEAGUE | s.MEMBER | s.B | {"role": "manager"}),
    "member_left": (obj(leagueId=ID, userId=ID, by=word("commissioner", "self")),
                    LEAGUE | {"userId": s.B_ID, "by": "commissioner"}),
    "presence": (obj(leagueId=ID, userId=ID, online=flag()),
                 LEAGUE | {"userId": s.B_ID, "online": False}),
    "league_updated": (obj(leagueId=ID), LEAGUE),
    "league_status_changed": (obj(leagueId=ID, status=word(*LEAGUE_STATUS), auctionId=maybe(ID),
                                  opensAt=maybe(MS)),
                              LEAGUE | {"status": "waiting", "auctionId": s.AUCTION,
                                        "opensAt": 1760640000000}),
    "participants_changed": (obj(leagueId=ID, count=COUNT), LEAGUE | {"count": 2}),
    "fixtures_updated": (obj(leagueId=ID, countChanged=COUNT), LEAGUE | {"countChanged": 3}),
    "standings_updated": (obj(leagueId=ID, at=WHEN), LEAGUE | {"at": s.AT}),
}

AUCTION = {"auctionId": s.AUCTION}
PARTICIPANTS = many(ref("Participant"))


def shown(seq, example, **fields):
    """An event that stands in the log: with its number, and the number of the one shown before."""
    return (obj(auctionId=ID, seq=SEQ, prevSeq=SEQ, serverTime=WHEN, **fields),
            AUCTION | {"seq": seq, "prevSeq": seq - 1, "serverTime": s.AT} | example)


SALE = {name: schema for name, schema in BLOCKS["Sale"][0]["properties"].items()
        if name not in ("auctionId", "seq", "prevSeq", "serverTime")}

AUCTION_ROOM = {
    "sync_state": (ref("AuctionView"), s.VIEW),
    "waiting_room_updated": (obj(auctionId=ID, waiting=many(ID), count=COUNT),
                             AUCTION | {"waiting": [s.A_ID, s.B_ID], "count": 2}),
    "lot_started": shown(136, {"lot": s.NEW_LOT, "timer": s.TIMER, "progress": s.PROGRESS,
                               "maxBids": [{"userId": s.A_ID, "maxBid": 454000000},
                                           {"userId": s.B_ID, "maxBid": 498000000}]},
                         lot=ref("Lot"), timer=ref("Timer"), progress=ref("Progress"),
                         maxBids=many(obj(userId=ID, maxBid=MONEY))),
    "bid_update": shown(142, {"lotId": s.LOT_ID, "amount": 13000000, "bidder": s.B,
                              "previousBidder": s.A, "bidCount": 5, "nextBid": 13100000},
                        lotId=LOT_ID, amount=MONEY, bidder=PERSON, previousBidder=maybe(PERSON),
                        bidCount=whole(1), nextBid=maybe(MONEY)),
    "anti_snipe": shown(143, {"lotId": s.LOT_ID, "extensions": 2, "addedMs": 6200,
                              "timer": s.TIMER},
                        lotId=LOT_ID, extensions=whole(1), addedMs=whole(0), timer=ref("Timer")),
    "tick": (obj(auctionId=ID, timer=ref("Timer")), AUCTION | {"timer": s.TIMER}),
    "sold": shown(147, {name: s.SOLD[name] for name in s.SOLD if name not in
                        ("auctionId", "seq", "prevSeq", "serverTime")},
                  **SALE, participants=PARTICIPANTS),
    "next_team_countdown": (obj(auctionId=ID, opensAt=MS, serverNow=MS, seconds=COUNT),
                            AUCTION | {"opensAt": s.OPENS, "serverNow": 1760640040000,
                                       "seconds": 3}),
    "clock_changed": shown(148, {"lotId": s.LOT_ID, "by": s.A, "timer": s.TIMER},
                           lotId=LOT_ID, by=PERSON, timer=ref("Timer")),
    "auction_paused": shown(149, {"by": s.A, "note": None, "lotId": s.LOT_ID,
                                  "remainingMs": 12345},
                            by=PERSON, note=maybe(text()), lotId=maybe(LOT_ID),
                            remainingMs=maybe(whole(0))),
    "auction_resumed": shown(150, {"by": s.A, "timer": s.TIMER, "opensAt": None},
                             by=PERSON, timer=maybe(ref("Timer")), opensAt=maybe(MS)),
    "sale_voided": shown(151, {"by": s.A, "note": "typing error", "lotId": s.LOT_ID,
                               "clubId": s.CITY, "willReoffer": True,
                               "participants": [s.PARTICIPANT], "progress": s.PROGRESS},
                         by=PERSON, note=maybe(text()), lotId=LOT_ID, clubId=ID,
                         willReoffer=flag(), participants=PARTICIPANTS, progress=ref("Progress")),
    "auction_reset": shown(160, {"by": s.A}, by=PERSON),
    "auction_complete": shown(170, {"leagueId": s.LEAGUE, "reason": "all_squads_full",
                                    "clubsSold": 6, "clubsUnsold": 1, "clubsLeft": 29,
                                    "participants": [s.PARTICIPANT], "head": s.HEAD},
                              leagueId=ID, reason=word(*ENDS), clubsSold=COUNT, clubsUnsold=COUNT,
                              clubsLeft=COUNT, participants=PARTICIPANTS, head=HASH),
    "auction_deleted": (obj(auctionId=ID, leagueId=ID, by=PERSON),
                        AUCTION | LEAGUE | {"by": s.A}),
}

# To one person, or to one socket.
PERSONAL = {
    "outbid": (obj(auctionId=ID, bidSeq=SEQ, lotId=LOT_ID, amount=MONEY, by=PERSON,
                   nextBid=maybe(MONEY), myMaxBid=MONEY, remainingMs=whole(0)),
               AUCTION | {"bidSeq": 142, "lotId": s.LOT_ID, "amount": 13000000, "by": s.B,
                          "nextBid": 13100000, "myMaxBid": 498000000, "remainingMs": 9980}),
    "resync": (obj(auctionId=ID, why=text()), AUCTION | {"why": "slow_client"}),
    "session_expired": (obj(code=exactly("unauthenticated")), {"code": "unauthenticated"}),
    "server_stopping": (obj(retryInMs=whole(0)), {"retryInMs": 2000}),
}
