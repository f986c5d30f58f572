"""What REST answers with, beyond the blocks: schema and example by name."""

import samples as s
from blocks import ASSET, COUNT, HASH, ID, MONEY, MS, PERSON, SEQ, TIMES, WHEN
from blocks import AUCTION_STATUS, LEAGUE_STATUS, REFUSALS
from words import exactly, flag, many, maybe, obj, one_of, ref, text, whole, word

POINTS = {"type": "number", "multipleOf": 0.1}
WARNINGS = many(obj(code=text(), message=text()))

LEAGUE = obj(
    id=ID, name=text(), sportKey=ref("SportKey"), status=ref("LeagueStatus"), commissioner=PERSON,
    myRole=ref("Role"), budget=MONEY, minManagers=COUNT, maxManagers=COUNT, clubSlots=whole(1),
    **TIMES, waitingRoom=flag(), startDelaySeconds=whole(0, 60), spectators=flag(),
    shareTable=flag(), preset=maybe(text()), minimumBid=MONEY, bidStep=MONEY,
    reservePerSlot=MONEY, inviteToken=maybe(text(pattern="^[0-9A-HJKMNP-TV-Z]{10}$")),
    memberCount=COUNT, assetsSelected=COUNT, assetsTotal=COUNT, activeAuctionId=maybe(ID),
    scoringOverrides=maybe({"type": "object"}), warnings=WARNINGS, createdAt=WHEN)

FOOTBALL_TIES = obj(goals=whole(), wins=whole())
CRICKET_TIES = obj(runs=whole(), wickets=whole(), catches=whole(), stumpings=whole(),
                   runOuts=whole())
ROW = obj(userId=ID, displayName=text(), rank=whole(1), points=POINTS,
          tiebreakers=one_of(FOOTBALL_TIES, CRICKET_TIES),
          assetsOwned=many(obj(id=ID, name=text(), points=POINTS)), deductions=POINTS)
FIXTURE = obj(id=ID, startsAt=WHEN, home=ASSET, away=ASSET, venue=maybe(text()),
              round=maybe(text()), externalMatchId=text(),
              status=word("scheduled", "live", "final"), goalsHome=maybe(COUNT),
              goalsAway=maybe(COUNT), source=text())
CLUB = obj(asset=ASSET, status=word("upcoming", "current", "sold", "unsold"),
           lotId=maybe(ref("LotId")), lotNumber=maybe(whole(1)), winner=maybe(PERSON),
           winningBid=maybe(MONEY))
BOARD_ROW = obj(playerExternalId=text(), name=maybe(text()), ownedBy=maybe(PERSON),
                totalPoints=POINTS, updatedAt=WHEN)
SHORT_ROW = obj(playerExternalId=text(), totalPoints=POINTS)

LOG_LINE = obj(
    seq=SEQ, count=whole(1), at=WHEN, actor=maybe(ID), version=whole(1),
    events=maybe(many({"type": "object", "required": ["type"]})), body=maybe(text()),
    salt=maybe(text()), withheldUntil=maybe(text()), bodyHash=HASH, prev=HASH, hash=HASH)

MANAGER_ROW = obj(userId=ID, displayName=text(), role=ref("Role"), purse=MONEY,
                  squad=many(ref("Owned")))
COMPETITION = obj(
    leagueId=ID, name=text(), sportKey=ref("SportKey"), status=word(*LEAGUE_STATUS),
    auctionId=maybe(ID), role=ref("Role"), assetsOwned=many(ref("Owned")), purse=maybe(MONEY),
    slotsLeft=maybe(COUNT), managersCount=COUNT, **TIMES, rank=maybe(whole(1)), points=POINTS,
    startsAt=maybe(WHEN), nextFixtureAt=maybe(WHEN))
SUMMARY = obj(
    leagueId=ID, name=text(), sportKey=ref("SportKey"), status=word(*LEAGUE_STATUS),
    commissioner=PERSON, auctionId=maybe(ID), yourRoster=many(ref("Owned")),
    yourBudgetRemaining=maybe(MONEY), totalBudget=MONEY, clubSlots=whole(1), **TIMES,
    managers=many(MANAGER_ROW))

MANAGER_A = s.A | {"role": "commissioner", "purse": 455000000, "squad": s.OWNED}
FIXTURE_SAMPLE = {
    "id": s.FIXTURE_ID, "startsAt": "2025-01-15T19:00:00.000Z", "home": s.ASSET,
    "away": s.ARSENAL, "venue": "Etihad Stadium", "round": "1", "externalMatchId": "match001",
    "status": "scheduled", "goalsHome": None, "goalsAway": None, "source": "csv"}
SMALL = {"leagueId": s.LEAGUE, "name": "Smoke Test League", "sportKey": "football"}


def said(message, **fields):
    return obj(message=text(least=1), **fields), {"message": message}


def with_sample(schema_and_sample, **sample):
    schema, first = schema_and_sample
    return schema, first | sample


ANSWERS = {
    "Config": (obj(
        name=text(), version=text(), authMode=word("open", "magic-link"),
        features=obj(cricket=flag(), myCompetitions=flag(), waitingRoom=flag()),
        limits=obj(maxManagers=whole(), clubSlots=whole(),
                   timerSeconds=many(whole(), minItems=2, maxItems=2), csvBytes=whole()),
        serverNow=MS), {
            "name": "Friends Auction", "version": "0.1.0", "authMode": "open",
            "features": {"cricket": True, "myCompetitions": True, "waitingRoom": True},
            "limits": {"maxManagers": 30, "clubSlots": 40, "timerSeconds": [5, 86400],
                       "csvBytes": 1048576}, "serverNow": s.NOW}),
    "Sport": (obj(key=ref("SportKey"), name=text(), assetType=text(),
                  uiHints=obj(assetLabel=text(), assetPlural=text())),
              {"key": "football", "name": "Football", "assetType": "CLUB",
               "uiHints": {"assetLabel": "Club", "assetPlural": "Clubs"}}),
    "SignedIn": (obj(id=ID, name=text(), email=text(), createdAt=WHEN, accessToken=text(least=20),
                     expiresAt=WHEN),
                 s.USER | {"accessToken": "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl",
                           "expiresAt": "2025-10-17T18:00:00.000Z"}),
    "LinkSent": (obj(message=text(), devLink=text()) | {"required": ["message"]},
                 {"message": "If the address is right, a link is on its way."}),
    "Said": said("Done"),
    "AssetPage": (obj(assets=many(ASSET), pagination=ref("Pagination")),
                  {"assets": [s.ASSET], "pagination": s.PAGINATION}),
    "Selected": with_sample(said("36 selected", count=COUNT), count=36),
    "League": (LEAGUE, s.LEAGUE_BODY),
    "Joined": with_sample(said("Joined", leagueId=ID, participant=ref("Participant")),
                          leagueId=s.LEAGUE, participant=s.PARTICIPANT),
    "Participants": (obj(count=COUNT, participants=many(ref("Participant"))),
                     {"count": 1, "participants": [s.PARTICIPANT]}),
    "LeagueState": (obj(leagueId=ID, status=ref("LeagueStatus"), activeAuctionId=maybe(ID)),
                    {"leagueId": s.LEAGUE, "status": "auction_live",
                     "activeAuctionId": s.AUCTION}),
    "LeagueAuction": (obj(auctionId=ID, status=word(*AUCTION_STATUS)),
                      {"auctionId": s.AUCTION, "status": "running"}),
    "AuctionStarted": with_sample(
        said("Auction created", auctionId=ID, status=word(*AUCTION_STATUS), opensAt=maybe(MS)),
        auctionId=s.AUCTION, status="waiting", opensAt=1760640000000),
    "AuctionBegun": with_sample(said("Auction begun", auctionId=ID, status=word(*AUCTION_STATUS)),
                                auctionId=s.AUCTION, status="running"),
    "Clubs": (obj(auctionId=ID, seq=SEQ, clubs=many(CLUB), totalClubs=COUNT, soldClubs=COUNT,
                  unsoldClubs=COUNT, remainingClubs=COUNT), {
                      "auctionId": s.AUCTION, "seq": 141, "clubs": [
                          {"asset": s.ASSET, "status": "current", "lotId": s.LOT_ID,
                           "lotNumber": 8, "winner": None, "winningBid": None},
                          {"asset": s.ARSENAL, "status": "sold", "lotId": s.SOLD_LOT,
                           "lotNumber": 2, "winner": s.A, "winningBid": 45000000},
                          {"asset": s.KOHLI, "status": "upcoming", "lotId": None,
                           "lotNumber": None, "winner": None, "winningBid": None}],
                      "totalClubs": 36, "soldClubs": 6, "unsoldClubs": 1, "remainingClubs": 28}),
    "Controlled": (obj(ok=exactly(True), accepted=flag(), commandId=ID, seq=SEQ,
                       reason=maybe(text()),
                       consequences=many(obj(lotId=maybe(ref("LotId")), code=text(),
                                             message=text()))),
                   {"ok": True, "accepted": True, "commandId": s.COMMAND, "seq": 150,
                    "reason": None, "consequences": [
                        {"lotId": f"{s.AUCTION}-lot-9", "code": "over_limit",
                         "message": "Manager B could not have paid 9m for Lyon"}]}),
    "Competition": (COMPETITION, {
        **SMALL, "status": "auction_live", "auctionId": s.AUCTION, "role": "commissioner",
        "assetsOwned": s.OWNED, "purse": 455000000, "slotsLeft": 2, "managersCount": 2,
        "timerSeconds": 30, "antiSnipeSeconds": 10, "rank": 1, "points": 0,
        "startsAt": "2025-10-16T18:30:00.000Z", "nextFixtureAt": None}),
    "Summary": (SUMMARY, {
        **SMALL, "status": "auction_complete", "commissioner": s.A, "auctionId": s.AUCTION,
        "yourRoster": s.OWNED, "yourBudgetRemaining": 455000000, "totalBudget": 500000000,
        "clubSlots": 3, "timerSeconds": 30, "antiSnipeSeconds": 10, "managers": [MANAGER_A]}),
    "Standings": (obj(leagueId=ID, sportKey=ref("SportKey"), scoringBook=text(),
                      lastComputedAt=maybe(WHEN), table=many(ROW)), {
                          "leagueId": s.LEAGUE, "sportKey": "football",
                          "scoringBook": "pilot-football-clubs", "lastComputedAt": s.AT,
                          "table": [s.A | {
                              "rank": 1, "points": 0, "tiebreakers": {"goals": 0, "wins": 0},
                              "assetsOwned": [{"id": s.ARSENAL_ID, "name": "Arsenal",
                                               "points": 0}], "deductions": 0}]}),
    "Fixture": (FIXTURE, FIXTURE_SAMPLE),
    "FixturePage": (obj(fixtures=many(ref("Fixture")), pagination=ref("Pagination")),
                    {"fixtures": [FIXTURE_SAMPLE], "pagination": s.PAGINATION}),
    "Imported": with_sample(
        said("Successfully imported 3 fixtures", fixturesImported=COUNT, created=COUNT,
             updated=COUNT, unchanged=COUNT, dryRun=flag(), warnings=many({})),
        fixturesImported=3, created=3, updated=0, unchanged=0, dryRun=False, warnings=[]),
    "Ingested": with_sample(
        said("3 rows", processedRows=COUNT, updatedRows=COUNT, unknownPlayers=many(text()),
             dryRun=flag(), leaderboard=many(SHORT_ROW)),
        processedRows=3, updatedRows=3, unknownPlayers=["P001", "P002", "P003"], dryRun=False,
        leaderboard=[{"playerExternalId": "P003", "totalPoints": 136}]),
    "Leaderboard": (obj(leagueId=ID, leaderboard=many(BOARD_ROW)), {
        "leagueId": s.LEAGUE, "leaderboard": [
            {"playerExternalId": "P003", "name": None, "ownedBy": None, "totalPoints": 136,
             "updatedAt": s.AT}]}),
    "LogLine": (LOG_LINE, {
        "seq": 3, "count": 1, "at": s.AT, "actor": s.A_ID, "version": 1, "events": None,
        "body": None, "salt": None, "withheldUntil": "completed", "bodyHash": s.HEAD,
        "prev": s.HEAD, "hash": s.HEAD}),
    "Alive": (obj(status=exactly("ok")), {"status": "ok"}),
    "Ready": (obj(status=word("ready", "not_ready"), lastCommitMs=maybe(whole(0)),
                  diskFreeBytes=whole(0), redis={}, rateLimiting=flag(), sockets=COUNT,
                  auctionsRunning=COUNT, version=text(), warnings=many(text()))
              | {"required": ["status"]},
              {"status": "ready", "lastCommitMs": 3, "diskFreeBytes": 1, "redis": None,
               "rateLimiting": True, "sockets": 12, "auctionsRunning": 1, "version": "0.1.0",
               "warnings": []}),
}

MORE = {"Asset": [s.KOHLI], "Receipt": [s.TOO_LOW], "Lot": [s.NEW_LOT], "Me": [s.NOBODY],
        "Standings": [{"leagueId": s.LEAGUE, "sportKey": "cricket",
                       "scoringBook": "pilot-cricket", "lastComputedAt": None,
                       "table": [s.B | {"rank": 1, "points": 12.5, "tiebreakers": {
                           "runs": 0, "wickets": 0, "catches": 0, "stumpings": 0, "runOuts": 0},
                           "assetsOwned": [], "deductions": 0}]}],
        "LogLine": [{"seq": 140, "count": 2, "at": s.AT, "actor": s.A_ID, "version": 1,
                     "events": [{"type": "BidPlaced", "lotNumber": 8, "manager": 1,
                                 "amount": 12000000},
                                {"type": "ClockExtended", "endsAt": s.ENDS}],
                     "body": "AQgB", "salt": "5e" * 16, "withheldUntil": None,
                     "bodyHash": s.HEAD, "prev": s.HEAD, "hash": s.HEAD}]}
