"""The blocks that payloads are made of, each once: both documents carry them as components, and so
REST and Socket.IO cannot drift apart."""

import samples as s
from words import exactly, flag, many, maybe, obj, ref, text, whole, word

MOST = 2**53 - 1  # every number on the wire is exact in JavaScript

AUCTION_STATUS = ("waiting", "running", "paused", "completed", "cancelled")
PHASES = ("waiting", "lot_open", "gap", "paused", "done")
LEAGUE_STATUS = ("pre_auction", "waiting", "auction_live", "auction_paused", "auction_complete")
ROLES = ("commissioner", "deputy", "manager", "spectator")
ENDS = ("all_lots_done", "all_squads_full", "nobody_can_bid", "ended_by_commissioner")
REFUSALS = ("auction_not_running", "paused", "lot_closed", "not_a_participant", "already_leading",
            "stale", "too_low", "off_grid", "over_limit", "squad_full", "quota",
            "squad_unfillable")
HOW = ("hammer", "closed_by_commissioner", "passed", "nobody_can_bid")

ID, MONEY, WHEN, MS, SEQ = (ref(name) for name in ("Id", "Money", "When", "EpochMs", "Seq"))
PERSON, ASSET, HASH, LOT_ID = (ref(name) for name in ("Person", "Asset", "Hash", "LotId"))
COUNT = whole(0)

SCALARS = {
    "Id": text(format="uuid", pattern="^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"),
    "LotId": text(80, 1, description="opaque"),
    "Money": whole(0, MOST, description="whole pounds"),
    "EpochMs": whole(0, MOST, description="milliseconds since 1970"),
    "When": text(format="date-time",
                 pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"),
    "Seq": whole(0, MOST, description="number of an event in the auction's log: gapless"),
    "Hash": text(pattern="^[0-9a-f]{64}$"),
    "Role": word(*ROLES),
    "LeagueStatus": word(*LEAGUE_STATUS),
    "SportKey": text(40, 1),
}

PLAYER_FIELDS = dict(role=ref("Role"), purse=MONEY)
TIMES = dict(timerSeconds=whole(5, 86400), antiSnipeSeconds=whole(0, 86399))

# name -> (schema, example)
BLOCKS = {
    "User": (obj(id=ID, name=text(), email=text(), createdAt=WHEN), s.USER),
    "Person": (obj(userId=ID, displayName=text()), s.A),
    "Asset": (obj(id=ID, externalId=text(), sportKey=ref("SportKey"), name=text(),
                  country=maybe(text()),
                  meta=maybe({"type": "object",
                              "additionalProperties": {"type": ["string", "integer", "boolean"]}})),
              s.ASSET),
    "Timer": (obj(lotId=LOT_ID, seq=SEQ, endsAt=MS, serverNow=MS), s.TIMER),
    "Lot": (obj(lotId=LOT_ID, lotNumber=whole(1), round=whole(1), reoffer=flag(), asset=ASSET,
                basePrice=MONEY, currentBid=maybe(MONEY), leader=maybe(PERSON), bidCount=COUNT,
                nextBid=maybe(MONEY), extensions=COUNT, openedAt=WHEN), s.LOT),
    "SquadPlace": (obj(assetId=ID, name=text(), price=MONEY, lotId=LOT_ID),
                   s.PARTICIPANT["squad"][0]),
    "Participant": (obj(userId=ID, displayName=text(), role=ref("Role"), bot=flag(), online=flag(),
                        purse=MONEY, spent=MONEY, slotsUsed=COUNT, slotsLeft=COUNT, maxBid=MONEY,
                        squad=many(ref("SquadPlace"))), s.PARTICIPANT),
    "Bid": (obj(userId=ID, displayName=text(), amount=MONEY, seq=SEQ, at=WHEN), s.BID),
    "Progress": (obj(totalLots=COUNT, sold=COUNT, unsold=COUNT, remaining=COUNT, round=COUNT),
                 s.PROGRESS),
    "Pagination": (obj(page=whole(1), pageSize=whole(1), total=COUNT, totalPages=COUNT,
                       hasNext=flag(), hasPrev=flag()), s.PAGINATION),
    "Member": (obj(userId=ID, displayName=text(), role=ref("Role"), bot=flag(), online=flag(),
                   joinedAt=WHEN), s.MEMBER),
    "Owned": (obj(id=ID, name=text(), price=MONEY), s.OWNED[0]),
    "Receipt": (obj(ok=exactly(True), accepted=flag(), commandId=ID, lotId=LOT_ID, amount=MONEY,
                    seq=SEQ, reason=maybe(word(*REFUSALS)), limit=maybe(MONEY),
                    currentBid=maybe(MONEY), leader=maybe(PERSON), nextBid=maybe(MONEY),
                    remainingMs=maybe(whole(0)), replayed=flag()), s.RECEIPT),
    "Sale": (obj(auctionId=ID, seq=SEQ, prevSeq=SEQ, serverTime=WHEN, lotId=LOT_ID,
                 lotNumber=whole(1), clubId=ID, asset=ASSET, unsold=flag(), winner=maybe(PERSON),
                 winningBid=maybe(MONEY), bidCount=COUNT, how=word(*HOW), willReoffer=flag(),
                 progress=ref("Progress"), timer={"type": "null"}, opensAt=maybe(MS), head=HASH),
             s.LAST_SALE),
    "AuctionRules": (obj(budget=MONEY, clubSlots=whole(1), **TIMES, minimumBid=MONEY,
                         bidStep=MONEY, reservePerSlot=MONEY, orderHidden=flag()),
                     s.VIEW["rules"]),
    "Me": (obj(userId=maybe(ID), displayName=maybe(text()), role=ref("Role"), canBid=flag(),
               why=maybe(text()), isLeader=flag(), maxBid=MONEY, nextBid=maybe(MONEY),
               quickBids=many(MONEY), mayControl=flag()), s.VIEW["me"]),
    "AuctionView": (obj(
        auctionId=ID, leagueId=ID, leagueName=text(), sportKey=ref("SportKey"),
        status=word(*AUCTION_STATUS), phase=word(*PHASES), seq=SEQ, head=HASH, serverNow=MS,
        timer=maybe(ref("Timer")), remainingMs=maybe(whole(0)), opensAt=maybe(MS),
        pausedBy=maybe(PERSON), lot=maybe(ref("Lot")), bids=many(ref("Bid"), maxItems=50),
        lastSale=maybe(ref("Sale")), progress=ref("Progress"),
        participants=many(ref("Participant")), waiting=many(ID), rules=ref("AuctionRules"),
        me=ref("Me"), reason=maybe(word(*ENDS))), s.VIEW),
    "Error": (obj(detail=text(least=1), code=text(pattern="^[a-z_]+$"),
                  errors=many(obj(pointer=text(), message=text())), retryAfterMs=whole(0))
              | {"required": ["detail", "code"]},
              {"detail": "The league is full (8 of 8).", "code": "league_full"}),
    "Malformed": (obj(detail=text(least=1), code=text(pattern="^[a-z_]+$"),
                      errors=many({"anyOf": [
                          obj(pointer=text(), message=text()),
                          obj(line=maybe(whole(1)), column=maybe(text()), value=maybe(text()),
                              message=text())]}))
                  | {"required": ["detail", "code"]},
                  {"detail": "budget: must be 1000000 or more", "code": "malformed",
                   "errors": [{"pointer": "/budget", "message": "must be 1000000 or more"}]}),
    "Limited": (obj(detail=text(least=1), code=exactly("rate_limited"), retryAfterMs=whole(0)),
                {"detail": "Too many bids.", "code": "rate_limited", "retryAfterMs": 1400}),
}


def components():
    """Every block as a JSON Schema, with its example."""
    return SCALARS | {name: schema | {"examples": [example]}
                      for name, (schema, example) in BLOCKS.items()}
