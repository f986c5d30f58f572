"""Signing in and out of the real server: cookies, tokens, refresh, links by a real letter, limits."""

import pathlib
import re
import socketserver
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "pilot_clients"))

import server  # noqa: E402  (found through the line above)


class MailBox(socketserver.StreamRequestHandler):
    """As much of SMTP as takes a letter in."""

    def handle(self):
        self.say("220 here")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.say("354 go on")
                letter = b"".join(iter(self.rfile.readline, b".\r\n"))
                self.server.letters.append(letter.decode())
            elif verb == b"QUIT":
                return self.say("221 bye")
            self.say("250 ok")

    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")


def mail_box():
    box = socketserver.ThreadingTCPServer(("127.0.0.1", 0), MailBox)
    box.daemon_threads, box.letters = True, []
    threading.Thread(target=box.serve_forever, daemon=True).start()
    return box


def jar(answer):
    """name -> value of what an answer sets."""
    return dict(re.match("(session|refresh)=([^;]*)", one).groups() for one in answer.cookies)


def by_name(pilot):
    got = pilot.request("POST", "/users", {"name": " Anna ", "email": "Anna@Example.com"})
    assert got.status == 200, got
    assert list(got.json) == ["id", "name", "email", "createdAt", "accessToken", "expiresAt"]
    assert got.json["name"] == "Anna" and got.json["email"] == "anna@example.com"
    for part in ("session=ey", "refresh=", "Path=/api/auth"):
        assert any(part in one for one in got.cookies), got.cookies
    assert all("HttpOnly; SameSite=Lax" in one and "Secure" not in one for one in got.cookies)
    again = pilot.request("POST", "/users", {"name": "Anna B", "email": "anna@example.com"})
    assert again.json["id"] == got.json["id"] and again.json["name"] == "Anna B"
    cookie = {"Cookie": f"session={jar(again)['session']}"}
    me = pilot.request("GET", "/users/me", headers=cookie)
    assert me.status == 200 and me.json["email"] == "anna@example.com", me
    assert list(me.json) == ["id", "name", "email", "createdAt"]
    assert pilot.request("GET", "/users/me").status == 401
    renamed = pilot.request("PATCH", "/users/me", {"name": "Anne", "id": "x"}, cookie)
    assert renamed.status == 200 and renamed.json["name"] == "Anne"
    foreign = pilot.request("PATCH", "/users/me", {"name": "Eve"},
                            cookie | {"Origin": "https://evil.example"})
    assert foreign.status == 403 and foreign.json["code"] == "foreign_origin", foreign


def refreshed(pilot):
    first = pilot.request("POST", "/users", {"name": "Ben", "email": "ben@example.com"})
    old = {"Cookie": f"refresh={jar(first)['refresh']}"}
    second = pilot.request("POST", "/auth/refresh", {}, old)
    assert second.status == 200 and second.json["id"] == first.json["id"], second
    fresh = {"Cookie": f"session={jar(second)['session']}"}
    assert pilot.request("GET", "/users/me", headers=fresh).status == 200
    stolen = pilot.request("POST", "/auth/refresh", {}, old)
    assert stolen.status == 401, stolen
    assert pilot.request("GET", "/users/me", headers=fresh).status == 401, "the family is ended"
    new = {"Cookie": f"refresh={jar(second)['refresh']}"}
    assert pilot.request("POST", "/auth/refresh", {}, new).status == 401
    assert pilot.request("POST", "/auth/refresh", {}).status == 401


def signed_out(pilot):
    cat = pilot.sign_in("Cat")
    out = cat.request("POST", "/auth/logout", {})
    assert out.status == 200 and "Max-Age=0" in out.headers["set-cookie"], out.headers
    assert cat.request("GET", "/users/me").status == 401
    assert pilot.request("POST", "/auth/logout", {}).status == 200


def erased(pilot):
    dan = pilot.sign_in("Dan")
    assert dan.request("DELETE", "/users/me", {}).status == 200
    assert dan.request("GET", "/users/me").status == 401
    assert pilot.sign_in("Dan").id != dan.id
    kept = b"".join(path.read_bytes() for path in pilot.folder.glob("pilot.db*")
                    if "people" not in path.name)
    assert b"dan@example.com" not in kept and b"Dan" not in kept


def await_letters(pilot, count):
    until = time.monotonic() + 60
    while len(pilot.mail.letters) < count and time.monotonic() < until:
        time.sleep(0.05)


def by_letter(pilot):
    asked = pilot.request("POST", "/auth/magic-link", {"email": "Eva@example.com", "name": "Eva"})
    assert asked.status == 202, asked
    assert asked.json == {"message": "If the address is right, a link is on its way."}, asked.json
    await_letters(pilot, 1)
    letter = pilot.mail.letters[0]
    assert "To: <eva@example.com>" in letter, letter
    token = re.search(r"#email=eva%40example.com&token=([\w-]{43})", letter).group(1)
    wrong = pilot.request("POST", "/auth/verify-magic-link",
                          {"email": "eva@example.com", "token": token[:-1] + "!"})
    assert wrong.status == 401, wrong
    results = []
    body = {"email": "eva@example.com", "token": token}
    threads = [threading.Thread(target=lambda: results.append(
        pilot.request("POST", "/auth/verify-magic-link", body))) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.status for one in results) == [200] + [401] * 49, "one link, one sign-in"
    winner = next(one for one in results if one.status == 200)
    assert winner.json["name"] == "Eva"
    assert token not in pilot.log and "eva@" not in pilot.log


def excess_mail_is_dropped(pilot):
    before = len(pilot.mail.letters)
    for _ in range(12):
        asked = pilot.request("POST", "/auth/magic-link", {"email": "flo@example.com"})
        assert asked.status == 202, asked
    await_letters(pilot, before + 5)
    time.sleep(1)
    assert len(pilot.mail.letters) - before == 5, len(pilot.mail.letters) - before


def limited(pilot):
    codes = [pilot.request("POST", "/users", {"name": "Gus", "email": "gus@example.com"})
             for _ in range(8)]
    assert [one.status for one in codes[:5]] == [200] * 5, codes
    last = next(one for one in codes if one.status == 429)
    assert last.json["code"] == "rate_limited" and last.json["retryAfterMs"] > 0, last
    assert int(last.headers["retry-after"]) == -(-last.json["retryAfterMs"] // 1000)
    assert pilot.sample("rate_limited_requests_total") >= 1


OPEN = [("sign in by name", by_name), ("refresh, and a stolen refresh token", refreshed),
        ("sign out", signed_out), ("erase me", erased)]
LINKS = [("excess letters are dropped", excess_mail_is_dropped)]


def main():
    with server.Pilot() as pilot:
        failed = server.tell(OPEN, pilot)
    box = mail_box()
    mail = {"AUTH_MODE": "magic-link", "MAIL_URL": f"smtp://127.0.0.1:{box.server_address[1]}"}
    with server.Pilot(**mail) as pilot:
        pilot.mail = box
        failed |= server.tell([("sign in by a letter", by_letter)], pilot)
    with server.Pilot(ENABLE_RATE_LIMITING="true", **mail) as pilot:
        pilot.mail = box
        failed |= server.tell(LINKS, pilot)
    with server.Pilot(ENABLE_RATE_LIMITING="true") as pilot:
        failed |= server.tell([("sign-ins of one address", limited)], pilot)
    return failed


if __name__ == "__main__":
    sys.exit(main())
