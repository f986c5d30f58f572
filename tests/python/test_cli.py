"""python -m auction."""

import subprocess
import sys

import pytest

import auction
from auction.__main__ import main


@pytest.fixture
def log(small, tmp_path):
    path = tmp_path / "played.jsonl"
    auction.write_log(auction.play(small, seed=2), path)
    return path


def test_verify_show_replay(log, capsys):
    assert main(["verify", str(log)]) == 0
    told = capsys.readouterr().out
    assert "sound" in told
    head = told.split("head")[1].split()[0]
    assert main(["verify", str(log), "--head", head]) == 0
    assert main(["verify", str(log), "--head", "0" * 64]) == 1
    assert main(["show", str(log), "--viewer", "Manager 1"]) == 0
    assert "Manager 4" in capsys.readouterr().out
    assert main(["replay", str(log), "--at", "10"]) == 0
    assert "event 10" in capsys.readouterr().out


def test_a_league_s_log(tmp_path, capsys):
    league = auction.League(auction.LeagueSettings("Sunday", open=True), "Reds")
    league.join("Blues")
    auction.write_log(league.log, tmp_path / "league.jsonl")
    assert main(["verify", str(tmp_path / "league.jsonl")]) == 0
    assert "2 events, a league" in capsys.readouterr().out
    assert main(["show", str(tmp_path / "league.jsonl"), "--at", "1"]) == 0
    assert "Reds" in (told := capsys.readouterr().out) and "Blues" not in told
    assert main(["replay", str(tmp_path / "league.jsonl")]) == 0
    assert league.digest in capsys.readouterr().out


def test_simulate_and_lint(tmp_path, capsys):
    (tmp_path / "a.csv").write_text("externalId,name\n" + "".join(f"c{i},C {i}\n" for i in range(8)))
    assert main(["simulate", "pilot-football", "--assets", str(tmp_path / "a.csv"), "--managers", "2",
                 "-n", "20", "--bidders", "*=eager"]) == 0
    assert "20 auctions" in capsys.readouterr().out
    assert main(["presets"]) == 0 and main(["lint", "ipl-2025"]) == 0


def test_exit_codes(tmp_path, capsys):
    assert main(["verify", str(tmp_path / "none.jsonl")]) == 3
    (tmp_path / "bad.jsonl").write_text("{}\n")
    assert main(["verify", str(tmp_path / "bad.jsonl")]) == 3
    assert main(["verify", str(tmp_path / "none.db")]) == 4
    with pytest.raises(SystemExit) as caught:
        main(["no such"])
    assert caught.value.code == 2


def test_as_a_module():
    done = subprocess.run([sys.executable, "-m", "auction", "presets"], capture_output=True, text=True)
    assert done.returncode == 0 and "pilot-football" in done.stdout
