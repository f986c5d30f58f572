"""The commands of docs/operations.md, one after the other, each against a pilot in the state that its
mark tells: `<!-- test: stopped -->`, `pilot` (development) or `production`.

`./run pilot` and `./run auctioneer` are put as the programs that are built already.
"""

import os
import pathlib
import re
import secrets
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "house"), str(ROOT / "tests" / "pilot_clients")]

import doc_blocks  # noqa: E402
import server  # noqa: E402

PAGE = pathlib.Path("docs/operations.md")
STATES = ("stopped", "pilot", "production")
AUCTIONEER = server.BUILD / "examples" / "auctioneer" / "auctioneer"


def settings_of(text):
    """The lines of an environment file, without its remarks."""
    found = {}
    for line in text.splitlines():
        match = re.match(r"^([A-Z_]+)=([^#]*)", line)
        if match:
            found[match.group(1)] = match.group(2).strip()
    return found


def production(pilot):
    """As production.env says, with what it tells the reader to change changed."""
    said = settings_of((ROOT / "examples/pilot/ops/production.env").read_text(encoding="utf-8"))
    return said | {"PORT": str(pilot.port), "JWT_SECRET": secrets.token_hex(32),
                   "METRICS_TOKEN": "a token of the tests, long enough",
                   "DATABASE_URL": pilot.settings["DATABASE_URL"], "WEB_DIR": "none"}


def put(pilot, state, now, development):
    """Brings the pilot from the state it is in into the wanted one."""
    if state == now:
        return
    pilot.stop()
    if state != "stopped":
        pilot.settings = production(pilot) if state == "production" else development
        pilot.start()


def run(block, pilot):
    text = "\n".join(block.lines).replace("./run pilot", str(server.PROGRAM)).replace(
        "./run auctioneer", str(AUCTIONEER))
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    told = {"PILOT": f"http://127.0.0.1:{pilot.port}", "DATA": str(pilot.folder)}
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", text], cwd=ROOT, text=True,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False,
                          env=kept | pilot.settings | told)
    if done.returncode:
        return [f"{block}: exit {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"]
    return []


def production_file_is_refused(pilot):
    """Copied as it is, production.env must not start: it is full of values to change."""
    said = settings_of((ROOT / "examples/pilot/ops/production.env").read_text(encoding="utf-8"))
    said["DATABASE_URL"] = pilot.settings["DATABASE_URL"]
    done = subprocess.run([server.PROGRAM, "--check"], env=said, capture_output=True, text=True,
                          check=False)
    told = done.stdout + done.stderr
    if done.returncode != 1 or "JWT_SECRET" not in told:
        return [f"production.env is taken as it is: exit {done.returncode}\n{told}"]
    return [f"a secret is shown: {told}"] if said["JWT_SECRET"] in told.split() else []


def league_of_before(pilot):
    """Somebody with a league, to be found again after the restore."""
    anna, ben = pilot.sign_in("Anna"), pilot.sign_in("Ben")
    league = server.new_league(anna, [ben])
    view = server.start_auction(anna, league)
    anna.command("POST", f"/auction/{view['auctionId']}/bid", lotId=view["lot"]["lotId"],
                 amount=7_000_000)
    return view["auctionId"]


def is_restored(pilot, auction):
    """The same people by the same addresses, the same league, the same bid."""
    pilot.start()
    anna = pilot.sign_in("Anna")
    leagues = anna.ask("GET", "/leagues")
    assert [league["memberCount"] for league in leagues] == [2], leagues
    bids = anna.ask("GET", f"/auction/{auction}")["bids"]
    assert [(bid["displayName"], bid["amount"]) for bid in bids] == [("Anna", 7_000_000)], bids


def main():
    if not server.PROGRAM.exists():
        print("SKIPPED: the pilot is not built (LIBAUCTION_BUILD_PILOT)")
        return 4
    missing = [name for name in ("curl", "promtool", "uuidgen") if not shutil.which(name)]
    if missing:
        print(f"SKIPPED: not installed: {', '.join(missing)}")
        return 4
    faults, count, now = [], 0, "stopped"
    with server.Pilot() as pilot:
        development = pilot.settings
        auction = league_of_before(pilot)
        pilot.stop()
        faults += production_file_is_refused(pilot)
        for block in doc_blocks.blocks_of(PAGE):
            mark = re.match(r"<!-- test: (\w+) -->", block.before)
            if not mark:
                continue
            assert mark.group(1) in STATES, block
            put(pilot, mark.group(1), now, development)
            now, count = mark.group(1), count + 1
            faults += run(block, pilot)
        put(pilot, "stopped", now, development)
        pilot.settings = development
        is_restored(pilot, auction)
    print("\n".join(faults))
    print(f"operations: {count} blocks, {len(faults)} wrong")
    return 1 if faults or count < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
