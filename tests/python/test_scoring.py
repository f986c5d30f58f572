"""Points: reasons that add up, whole seasons in one call, readers, tables."""

import json

import numpy as np
import pytest

import auction
from conftest import ROOT

SEASONS = ["2016-17", "2019-20", "2020-21", "2023-24", "2024-25", "2025-26"]


def test_a_score_with_its_reasons():
    book = auction.rule_book("fpl-2024-25")
    score = book.score({"minutes": 90, "goals_scored": 2}, "MID", "captain")
    assert score.units == 24 and score.text == "24" and "captain" in str(score)
    assert sum(award.units for award in score.awards) == 12
    with pytest.raises(ValueError, match="goalz"):
        book.score({"goalz": 1})
    with pytest.raises(ValueError, match="position"):
        book.score({}, "LIBERO")
    with pytest.raises(TypeError):
        book.score({"minutes": 1.5})


def test_books_of_one_s_own():
    book = auction.RuleBook.from_json(json.dumps(
        {"base": "football-players", "id": "ours",
         "change": [{"reason": "bench", "of": ["minutes"], "steps": [{"from": 45, "points": 1}]}]}))
    assert book.id == "ours" and not [f for f in book.lint() if f.severity == "error"]
    assert book.score({"minutes": 45}).units > auction.rule_book("football-players").score(
        {"minutes": 45}).units - 1
    with pytest.raises(auction.InputError):
        auction.RuleBook.from_json('{"base": "none"}')


def test_clubs():
    points = auction.score_table("pilot-football-clubs", {
        "won": [1, 1, 0, 0], "drawn": [0, 0, 1, 0], "goals": [9, 3, 1, 2]}, position=None)
    assert points.tolist() == [12, 6, 2, 2]


@pytest.mark.parametrize("season", SEASONS)
def test_every_row_of_a_season_has_the_official_points(season, data):
    path = data(f"football/fpl_player_match_{season}.csv")
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    book = auction.rule_book(f"fpl-{season}")
    frame = pandas.read_csv(path)
    official = frame["total_points"].to_numpy()
    assert np.array_equal(auction.score_table(book, frame), official)
    other = polars.read_csv(path, infer_schema_length=None)
    assert np.array_equal(auction.score_table(book, other), official)
    assert np.array_equal(auction.score_table(book, other.to_arrow()), official)
    read = auction.figures_from_fpl_csv(path.read_text(), book)
    assert np.array_equal(auction.score_table(book, read), official)


def test_columns_may_be_called_otherwise_and_values_may_miss():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"won": pandas.array([1, None], dtype="Int64"), "scored": [9.0, None],
                              "club": ["a", "b"]})
    points = auction.score_table("pilot-football-clubs", frame, position=None,
                                 figures={"goals": "scored"})
    assert points.tolist() == [12, 0]
    with pytest.raises(ValueError, match="no_such"):
        auction.score_table("pilot-football-clubs", frame, figures={"goals": "no_such"})
    with pytest.raises(ValueError, match="position"):
        auction.score_table("fpl-2024-25", {"minutes": [90]})
    with pytest.raises(ValueError, match="LIBERO"):
        auction.score_table("fpl-2024-25", {"minutes": [90], "position": ["LIBERO"]})
    with pytest.raises(ValueError, match="none of its columns"):
        auction.score_table("fpl-2024-25", {"position": ["GK"]})


def test_figures_beyond_a_sheet_are_counted_too():
    points = auction.score_table("pilot-football-clubs", {"goals": [10**6, 3]}, position=None)
    assert points.tolist() == [10**6, 3]


def test_a_cricket_match_ball_by_ball():
    match = auction.read_cricsheet(ROOT / "examples/data/season/1473438.json")
    book = auction.rule_book("dream11-t20-2026")
    points = match.points(book)
    figures = match.figures()
    scored = auction.score_table(book, figures, position=None)
    assert dict(zip(figures["player"], scored.tolist())) == points
    assert match.result and len(match.innings) >= 2
    assert sum(figures["wickets"]) > 0 and figures["runs"].dtype == np.int32
    with pytest.raises(auction.InputError, match="info"):
        auction.CricketMatch.from_cricsheet("{}")


def test_a_league_table_from_results():
    fixtures = auction.fixtures_from_openfootball(
        (ROOT / "examples/data/season/ucl_2024-25.json").read_text())
    table = auction.league_table(fixtures, "ucl-league-phase")
    assert table["points"][0] == max(table["points"]) and sum(table["played"]) % 2 == 0
    less = auction.league_table(fixtures, deductions={table["team"][0]: 900})
    assert less["team"][-1] == table["team"][0]
    with pytest.raises(KeyError):
        auction.league_table(fixtures, deductions={"Nobody": 1})
    with pytest.raises(ValueError):
        auction.league_table(fixtures, "no rules")


def test_a_season_of_clubs_that_were_bought():
    room = auction.start(auction.rules("pilot-football", squad={"min": 1}), ["Ajax", "Bari", "Como"],
                         ["Reds", "Blues"])
    assert room.assign("Ajax", "Reds", 5) is None and room.assign("Bari", "Blues", 6) is None
    season = auction.Season("spring", room.setup.assets, room.setup.labels,
                            auction.rule_book("pilot-football-clubs"))
    auction.add_fixtures(season, {"starts_at": [10, 20, 30], "home": ["Ajax", "Bari", "Como"],
                                  "away": ["Bari", "Como", "Ajax"], "goals_home": [9, 1, -1],
                                  "goals_away": [2, 1, -1], "round": ["1", "1", "2"]})
    season.take_sales(room.log)
    table = auction.standings(season)
    assert table["manager"] == ["Reds", "Blues"] and table["hundredths"].tolist() == [1200, 400]
    season.deduct("Reds", 900)
    assert auction.standings(season)["manager"][0] == "Blues"
    rounds, points = season.weeks()
    assert rounds == ["1", "2"] and points[0].tolist() == [1200, 400]
    assert auction.leaders(season)["asset"][0] == "Ajax"
    assert auction.earned(season)["hundredths"].sum() == 1600
    assert auction.head_to_head(season)["manager"][0] == "Reds"
    import pickle

    assert pickle.loads(pickle.dumps(season)).digest == season.digest
    with pytest.raises(auction.InputError, match="no team has this id"):
        auction.add_fixtures(season, {"starts_at": [1], "home": ["Inter"], "away": ["Ajax"]})


def test_a_season_of_players(data):
    book = auction.rule_book("fpl-2023-24")
    season = auction.Season("fpl", auction.catalogue(["p1", "p2"]), ["Reds"], book, teams=["a", "b"])
    auction.add_fixtures(season, {"starts_at": [10], "home": ["a"], "away": ["b"],
                                  "external_id": ["m"], "goals_home": [1], "goals_away": [0]})
    season.set_owner("p1", "Reds", 0)
    auction.add_figures(season, {"match": ["m", "m"], "player": ["p1", "p2"],
                                 "minutes": [90, 10]})
    assert auction.standings(season)["hundredths"].tolist() == [200]


def test_rotisserie():
    rows = auction.rotisserie({"goals": [9, 4, 9], "conceded": [3, 1, 2]}, ["conceded"])
    assert rows[0] == (1, 2, 9)
