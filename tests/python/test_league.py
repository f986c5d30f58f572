"""Leagues, and the logs of leagues and seasons: acts, refusals, chains, files, stores, replay."""

import dataclasses
import pickle

import pytest

import auction
from auction import league_events, season_events
from auction.leagues import LeagueSettings

SETTINGS = LeagueSettings("Sunday", open=True, spectators=True)
CLUBS = auction.catalogue(["Ajax", "Bari", "Como"])


@pytest.fixture
def league():
    """Reds lead, Blues and Greens play, Kit looks on."""
    league = auction.League(SETTINGS, "Reds", at=1_000)
    assert league.join("Blues") is None and league.join("Greens") is None
    assert league.join("Kit", "spectator") is None
    return league


def roles(league):
    return {member.label: str(member.role) for member in league.members}


def test_members_join_and_have_roles(league):
    assert roles(league) == {"Reds": "commissioner", "Blues": "manager", "Greens": "manager",
                             "Kit": "spectator"}
    assert league.join("Blues") is None and len(league.members) == 4  # so already
    assert league.give_role("Blues", "deputy") is None
    assert league.hand_over("Blues") is None
    assert roles(league)["Blues"] == "commissioner" and roles(league)["Reds"] == "manager"
    assert league.leave("Blues").reason is auction.LeagueReason.COMMISSIONER_STAYS
    assert league.leave("Greens") is None and league.remove("Kit") is None
    assert league.relabel("Reds", "Crimson") is None
    assert league.add_bot("Robot") is None and league.members[-1].bot
    assert [member.label for member in league.members] == ["Crimson", "Blues", "Robot"]


def test_a_refusal_is_a_value_with_the_limit_that_would_do(league):
    assert league.change_settings(dataclasses.replace(SETTINGS, max_managers=3)) is None
    no = league.join("Whites")
    assert (no.reason, no.field, no.limit) == (auction.LeagueReason.LEAGUE_FULL, "role", 3)
    assert no.sentence == "every seat is taken"
    no = league.change_settings(dataclasses.replace(SETTINGS, min_managers=1))
    assert (no.field, no.limit) == ("min_managers", 2)
    assert league.choose_book("x", actor="Blues").reason is auction.LeagueReason.NOT_ALLOWED
    assert league.relabel("Blues", "Reds").reason is auction.LeagueReason.TAKEN
    with pytest.raises(KeyError, match="Whites"):
        league.remove("Whites")


def test_invites_let_in_by_their_secret():
    league = auction.League(LeagueSettings("Closed"), "Reds")
    assert league.join("Blues").reason is auction.LeagueReason.NOT_ALLOWED
    assert league.invite("sesame", most_uses=1, expires_at=5_000, at=1_000) is None
    assert "sesame" not in league.log.to_lines()
    assert league.accept("guess", "Blues").reason is auction.LeagueReason.UNKNOWN_INVITE
    assert league.accept("sesame", "Blues") is None and league.invites[0].uses == 1
    assert league.accept("sesame", "Greens").limit == 1
    assert league.invite("late", expires_at=2_000) is None
    no = league.accept("late", "Greens", at=3_000)
    assert (no.reason, no.limit) == (auction.LeagueReason.INVITE_EXPIRED, 2_000)
    assert league.revoke(2) is None and len(league.invites) == 1


def test_its_choices_and_members_make_an_auction(league):
    with pytest.raises(ValueError, match="rules"):
        auction.setup_of(league, CLUBS)
    rules = auction.rules("pilot-football", squad={"min": 1})
    assert league.choose_rules(rules) is None
    assert league.choose_assets(auction.Catalogue([CLUBS[2], CLUBS[0]])) is None
    assert league.choose_competition("eredivisie-2025") is None
    assert league.choose_book("pilot-football-clubs") is None
    assert league.give_role("Greens", "deputy") is None
    pinned = auction.setup_of(league, CLUBS, seed=3)
    assert pinned.labels == ["Reds", "Blues", "Greens"] and pinned.rules == rules
    assert [asset.name for asset in pinned.assets] == ["Como", "Ajax"]
    assert pinned.commissioners == [league.members[0].id, league.members[2].id]
    room = auction.start(pinned, seed=3)
    assert league.link_auction(room.setup.id) is None
    assert league.join("Whites").reason is auction.LeagueReason.AUCTION_STARTED
    assert league.end_auction(room.setup.id) is None
    assert league.auctions == ((room.setup.id, auction.AuctionFate.COMPLETED),)
    assert league.reopen_auction(room.setup.id) is None
    assert league.auctions[0][1] is auction.AuctionFate.UNFINISHED
    assert isinstance(league.log[-1].events[0], league_events.AuctionReopened)
    assert league.end_auction(room.setup.id) is None
    with pytest.raises(ValueError, match="catalogue"):
        auction.setup_of(league, auction.catalogue(["Ajax"]))
    assert league.dissolve() is None and not league.standing
    assert league.join("Late").reason is auction.LeagueReason.WRONG_STATE


def test_a_league_s_log_is_a_chain_and_replays(league, tmp_path):
    log = league.log
    assert log.kind == "league" and log.id == league.id and log.verify().ok
    names = [type(event).__name__ for _, _, event in log.events()]
    assert names == ["LeagueCreated"] + ["MemberEntered"] * 3
    assert log.events()[0][2].settings == SETTINGS
    assert log[1].events[0].label == "Blues" and log[1].actor == league.members[1].id
    assert log.replay_league() == league and log.replay_league().digest == league.digest
    assert len(log.replay_league(2).members) == 2
    auction.write_log(log, tmp_path / "league.jsonl")
    assert auction.read_log(tmp_path / "league.jsonl") == log
    assert auction.League.from_bytes(league.to_bytes()) == league
    assert pickle.loads(pickle.dumps(league)) == league
    with pytest.raises(auction.LogError, match="league"):
        log.replay()
    with pytest.raises(auction.LogError, match="history"):
        log.replay_league().log
    cut = auction.Log.from_lines("".join(log.to_lines().splitlines(True)[:1] +
                                         log.to_lines().splitlines(True)[2:]))
    assert not cut.verify().ok


def season_of(store=None):
    season = auction.Season("spring", CLUBS, ["Reds", "Blues"],
                            auction.rule_book("pilot-football-clubs"), store=store)
    auction.add_fixtures(season, {"starts_at": [10, 20], "home": ["Ajax", "Bari"],
                                  "away": ["Bari", "Como"], "goals_home": [9, -1],
                                  "goals_away": [2, -1]})
    season.set_owner("Ajax", "Reds", 0)
    season.deduct("Blues", 100, "late")
    return season


def test_a_season_s_log_is_a_chain_and_replays():
    season = season_of()
    log = season.log
    assert log.kind == "season" and log.verify().ok
    events = [event for _, _, event in log.events()]
    assert events[0].setup.managers == ("Reds", "Blues") and events[0].setup.assets == CLUBS
    assert season_events.OwnerSet(asset=0, since=0, manager=0) in events
    result = next(e for e in events if isinstance(e, season_events.ResultSet))
    assert result.goals == (9, 2) and result.status is auction.FixtureStatus.FINAL
    again = log.replay_season(season.book)
    assert again.digest == season.digest
    assert dict(auction.standings(again))["manager"] == dict(auction.standings(season))["manager"]
    assert log.replay_season(season.book, 1).fixtures == 0
    with pytest.raises(auction.LogError, match="season"):
        log.replay_league()


def test_leagues_and_seasons_live_in_a_store_beside_auctions(tmp_path):
    path = tmp_path / "all.db"
    with auction.Store(path) as store:
        league = auction.League(SETTINGS, "Reds", store=store)
        league.join("Blues")
        season = season_of(store)
        room = auction.start("pilot-football", ["A", "B", "C"], 2, store=store)
        digests = league.digest, season.digest, room.state_digest()
        assert sorted(store.ids()) == sorted([league.id, season.log.id, room.setup.id])
        with pytest.raises(auction.StorageError, match="resume"):
            auction.League(SETTINGS, "Reds", store=store)
        ids = league.id, season.log.id, room.setup.id
    with pytest.raises(auction.ClosedError):
        league.join("Greens")
    with auction.Store(path) as store:
        league, season = store.resume_league(ids[0]), store.resume_season(season.book, ids[1])
        assert (league.digest, season.digest, store.resume(ids[2]).state_digest()) == digests
        assert league.join("Greens") is None and len(league.log) == 3
        season.deduct("Reds", 5)
        store.verify()
        for id in ids:
            assert store.log(id).verify().ok
        with pytest.raises(auction.AuctionError):
            store.resume_league(ids[1])


def test_what_is_no_argument(league):
    for call in (lambda: auction.League("Sunday", "Reds"), lambda: league.join(5),
                 lambda: league.choose_rules("ipl-2025"), lambda: league.choose_assets(["Ajax"]),
                 lambda: auction.League(LeagueSettings("a", open=1), "Reds"),
                 lambda: league.invite(None), lambda: auction.League.from_bytes("x")):
        with pytest.raises(TypeError):
            call()
    for call in (lambda: league.join("X", "king"), lambda: league.link_auction("7"),
                 lambda: auction.League(LeagueSettings(""), "Reds"),
                 lambda: auction.League(SETTINGS, ""), lambda: auction.League.from_bytes(b"x"),
                 lambda: auction.League(LeagueSettings("a", max_managers=65), "Reds"),
                 lambda: auction.League(LeagueSettings("a", max_managers=300), "Reds")):
        with pytest.raises(ValueError):
            call()


@pytest.mark.parametrize("kind,module", [("league", league_events), ("season", season_events)])
def test_events_have_the_fields_of_the_engine(kind, module):
    fields = {name: tuple(f.name for f in dataclasses.fields(getattr(module, name)))
              for name in auction.event_fields(kind)}
    assert fields == auction.event_fields(kind)
