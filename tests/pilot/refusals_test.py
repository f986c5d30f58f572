"""The real program refuses unsafe settings at the start: exit code 1, the variable's name on standard
error, its value nowhere. And what it says before a deployment, and to an operator."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "pilot_clients"))

import server  # noqa: E402  (found through the line above)

SECRET = "k2v9c8QbXz71LmNwPq0RtYuI3sDfGhJk"
PRODUCTION = {"ENV": "production", "JWT_SECRET": SECRET, "AUTH_MODE": "magic-link",
              "MAIL_URL": "smtp://127.0.0.1:1", "CORS_ORIGINS": "https://auction.example.com"}

REFUSED = [
    ({"ENV": "Production"}, "ENV"),
    ({"BIND": "0.0.0.0"}, "BIND"),
    ({"DATABASE_URL": "postgresql://someone:password@db/pilot"}, "DATABASE_URL"),
    ({"REDIS_URL": "redis://:password@cache"}, "REDIS_URL"),
    ({"MONGO_URL": "mongodb://old:password@db"}, "MONGO_URL"),
    ({"DB_NAME": "test_database"}, "DB_NAME"),
    ({"ENABLE_RATE_LIMITING": "maybe-later"}, "ENABLE_RATE_LIMITING"),
    ({"CORS_ORIGINS": "https://auction.example.com/page"}, "CORS_ORIGINS"),
    ({"MAX_SOCKETS": "plenty-of-them"}, "MAX_SOCKETS"),
    (PRODUCTION | {"JWT_SECRET": "your-secret-key-change-in-production"}, "JWT_SECRET"),
    (PRODUCTION | {"JWT_SECRET": "tooshortbutdrawn"}, "JWT_SECRET"),
    (PRODUCTION | {"CORS_ORIGINS": "*"}, "CORS_ORIGINS"),
    (PRODUCTION | {"CORS_ORIGINS": "http://auction.example.com"}, "CORS_ORIGINS"),
    (PRODUCTION | {"AUTH_MODE": "open"}, "AUTH_MODE"),
    (PRODUCTION | {"MAIL_URL": ""}, "MAIL_URL"),
    (PRODUCTION | {"METRICS_TOKEN": "change-me-32-random-characters"}, "METRICS_TOKEN"),
]


def run(folder, settings, *arguments):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    own = {"DATABASE_URL": f"sqlite:{folder}/pilot.db", "PORT": str(server.free_port())}
    return subprocess.run([server.PROGRAM, *arguments], env=kept | own | settings, cwd=folder,
                          capture_output=True, text=True, timeout=30, check=False)


def refusals(folder):
    for settings, variable in REFUSED:
        done = run(folder, settings)
        line = json.loads(done.stderr.splitlines()[-1])
        assert done.returncode == 1, (settings, done)
        assert line["event"] == "refused_to_start" and line["variable"] == variable, (settings, line)
        value = settings[variable]
        assert len(value) < 6 or value not in done.stderr + done.stdout, (variable, done.stderr)
    assert not (folder / "pilot.db").exists(), "a refused start leaves no database behind"


def checklist(folder):
    right = run(folder, PRODUCTION | {"WEB_DIR": "none"}, "--check")
    assert right.returncode == 0 and "FAIL" not in right.stdout, right
    assert re.search(r"^warn +METRICS_TOKEN", right.stdout, re.M), right.stdout
    wrong = run(folder, PRODUCTION | {"JWT_SECRET": "dev-secret-change-in-production-now"}, "--check")
    assert wrong.returncode == 1 and re.search(r"^FAIL +JWT_SECRET", wrong.stdout, re.M), wrong
    assert "dev-secret" not in wrong.stdout + wrong.stderr
    gone = run(folder, {"DATABASE_URL": f"sqlite:{folder}/nowhere/pilot.db"}, "--check")
    assert gone.returncode == 1 and re.search(r"^FAIL +DATABASE_URL", gone.stdout, re.M), gone


def operators_link():
    with server.Pilot(AUTH_MODE="magic-link") as pilot:
        done = run(pilot.folder, {"DATABASE_URL": pilot.settings["DATABASE_URL"]}, "link",
                   "Anna@Example.com")
        assert done.returncode == 0, done
        email, token = re.search(r"#email=(.*)&token=(.*)", done.stdout.strip()).groups()
        assert email == "anna%40example.com"
        body = {"email": "anna@example.com", "token": token}
        assert pilot.request("POST", "/auth/verify-magic-link", body).status == 200
        again = pilot.request("POST", "/auth/verify-magic-link", body)
        assert again.status == 401 and again.json["code"] == "link_invalid", again
        assert pilot.request("POST", "/users", {"name": "A", "email": "a@b.de"}).status == 403
        assert run(pilot.folder, {}, "link", "nobody").returncode == 1


def one_process_one_file():
    with server.Pilot() as pilot:
        second = run(pilot.folder, {"DATABASE_URL": pilot.settings["DATABASE_URL"]})
        assert second.returncode == 1 and "DATABASE_URL" in second.stderr, second
        taken = run(pilot.folder, {"PORT": str(pilot.port)})
        assert taken.returncode == 1, taken


def main():
    with tempfile.TemporaryDirectory(prefix="pilot-") as scratch:
        folder = pathlib.Path(scratch)
        refusals(folder)
        checklist(folder)
    operators_link()
    one_process_one_file()
    print(f"{len(REFUSED)} refusals, each by its variable's name")


if __name__ == "__main__":
    main()
