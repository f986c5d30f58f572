"""The people, clubs and numbers of the examples, so that all of them tell one story: Smoke Test
League, lot 8, Manchester City, Manager A leads with twelve million and Manager B raises."""

LEAGUE = "77f1c2a4-5b0e-4c3d-9a86-2f4be1d0c717"
AUCTION = "f0a3b6d8-1c2e-4f5a-8b7c-9d0e1f2a3b4c"
A_ID = "5b0c9e1f-2d3a-4b5c-8d6e-7f8091a2b3c4"
B_ID = "9d1e2f3a-4b5c-4d6e-9f70-8192a3b4c5d6"
CITY = "a1b2c3d4-e5f6-4789-8abc-def012345678"
ARSENAL_ID = "c3d4e5f6-a7b8-4c9d-8e0f-1a2b3c4d5e6f"
KOHLI_ID = "b7c8d9e0-f1a2-4b3c-9d4e-5f6a7b8c9d0e"
COMMAND = "0c1d2e3f-4a5b-4c6d-8e7f-8091a2b3c4d5"
FIXTURE_ID = "e4f5a6b7-c8d9-4e0f-9a1b-2c3d4e5f6a7b"
LOT_ID, SOLD_LOT, UNSOLD_LOT = (f"{AUCTION}-lot-{n}" for n in (8, 2, 5))
HEAD = "9f2c" + "5d0e81b7" * 7 + "a6c4"
AT = "2025-10-16T18:00:00.000Z"
NOW, ENDS, OPENS = 1760640012345, 1760640030000, 1760640043000
INVITE = "K7QF2M9TXC"

A = {"userId": A_ID, "displayName": "Manager A"}
B = {"userId": B_ID, "displayName": "Manager B"}
USER = {"id": A_ID, "name": "Manager A", "email": "a@example.com", "createdAt": AT}
ASSET = {"id": CITY, "externalId": "MCI", "sportKey": "football", "name": "Manchester City",
         "country": "England", "meta": None}
ARSENAL = ASSET | {"id": ARSENAL_ID, "externalId": "ARS", "name": "Arsenal"}
KOHLI = {"id": KOHLI_ID, "externalId": "virat_kohli", "sportKey": "cricket", "name": "Virat Kohli",
         "country": None, "meta": {"franchise": "RCB", "role": "Batter"}}
TIMER = {"lotId": LOT_ID, "seq": 141, "endsAt": ENDS, "serverNow": NOW}
LOT = {"lotId": LOT_ID, "lotNumber": 8, "round": 1, "reoffer": False, "asset": ASSET,
       "basePrice": 1000000, "currentBid": 12000000, "leader": A, "bidCount": 4,
       "nextBid": 12100000, "extensions": 1, "openedAt": "2025-10-16T18:40:00.000Z"}
NEW_LOT = LOT | {"currentBid": None, "leader": None, "bidCount": 0, "nextBid": 1000000,
                 "extensions": 0}
PARTICIPANT = A | {"role": "commissioner", "bot": False, "online": True, "purse": 455000000,
                   "spent": 45000000, "slotsUsed": 1, "slotsLeft": 2, "maxBid": 454000000,
                   "squad": [{"assetId": ARSENAL_ID, "name": "Arsenal", "price": 45000000,
                              "lotId": SOLD_LOT}]}
BID = A | {"amount": 12000000, "seq": 140, "at": "2025-10-16T18:40:21.120Z"}
PROGRESS = {"totalLots": 36, "sold": 6, "unsold": 1, "remaining": 28, "round": 1}
PAGINATION = {"page": 1, "pageSize": 50, "total": 124, "totalPages": 3, "hasNext": True,
              "hasPrev": False}
MEMBER = A | {"role": "commissioner", "bot": False, "online": True, "joinedAt": AT}
OWNED = [{"id": ARSENAL_ID, "name": "Arsenal", "price": 45000000}]
RECEIPT = {"ok": True, "accepted": True, "commandId": COMMAND, "lotId": LOT_ID,
           "amount": 13000000, "seq": 142, "reason": None, "limit": None, "currentBid": 13000000,
           "leader": B, "nextBid": 13100000, "remainingMs": 9980, "replayed": False}
TOO_LOW = RECEIPT | {"accepted": False, "amount": 12000000, "reason": "too_low", "limit": 13100000,
                     "remainingMs": 9100}
SOLD = {"auctionId": AUCTION, "seq": 147, "prevSeq": 146, "serverTime": AT, "lotId": LOT_ID,
        "lotNumber": 8, "clubId": CITY, "asset": ASSET, "unsold": False, "winner": B,
        "winningBid": 13000000, "bidCount": 5, "how": "hammer", "willReoffer": False,
        "participants": [PARTICIPANT], "progress": PROGRESS, "timer": None, "opensAt": OPENS,
        "head": HEAD}
LAST_SALE = {name: value for name, value in SOLD.items() if name != "participants"}
VIEW = {
    "auctionId": AUCTION, "leagueId": LEAGUE, "leagueName": "Smoke Test League",
    "sportKey": "football", "status": "running", "phase": "lot_open", "seq": 141, "head": HEAD,
    "serverNow": NOW, "timer": TIMER, "remainingMs": None, "opensAt": None, "pausedBy": None,
    "lot": LOT, "bids": [BID], "lastSale": None, "progress": PROGRESS,
    "participants": [PARTICIPANT], "waiting": [],
    "rules": {"budget": 500000000, "clubSlots": 3, "timerSeconds": 30, "antiSnipeSeconds": 10,
              "minimumBid": 1000000, "bidStep": 100000, "reservePerSlot": 1000000,
              "orderHidden": True},
    "me": B | {"role": "manager", "canBid": True, "why": None, "isLeader": False,
               "maxBid": 498000000, "nextBid": 12100000,
               "quickBids": [12100000, 13000000, 17000000, 22000000], "mayControl": False},
    "reason": None}
NOBODY = {"userId": None, "displayName": None, "role": "spectator", "canBid": False,
          "why": "not_a_participant", "isLeader": False, "maxBid": 0, "nextBid": None,
          "quickBids": [], "mayControl": False}
LEAGUE_BODY = {
    "id": LEAGUE, "name": "Smoke Test League", "sportKey": "football", "status": "pre_auction",
    "commissioner": A, "myRole": "commissioner", "budget": 500000000, "minManagers": 2,
    "maxManagers": 8, "clubSlots": 3, "timerSeconds": 30, "antiSnipeSeconds": 10,
    "waitingRoom": False, "startDelaySeconds": 5, "spectators": False, "shareTable": False,
    "preset": "pilot-football", "minimumBid": 1000000, "bidStep": 100000,
    "reservePerSlot": 1000000, "inviteToken": INVITE, "memberCount": 2, "assetsSelected": 36,
    "assetsTotal": 36, "activeAuctionId": None, "scoringOverrides": None, "warnings": [],
    "createdAt": AT}
