"""Route x role: every operation of the OpenAPI document, asked by everybody there is. Who may is
read from x-who; what is answered to the others is the contract's: 401, 404 for what is not theirs to
see, 403 for a role that is not enough.

    build/tools/venv/bin/python tests/pilot_clients/matrix.py
"""

import sys
import uuid

from contract import Contract
from server import Pilot, new_league, start_auction

ROLES = ("anonymous", "stranger", "spectator", "manager", "deputy", "commissioner")
MAY = {
    "anyone": ROLES, "signed_in": ROLES[1:], "member": ROLES[2:],
    "controller": ROLES[4:], "commissioner": ROLES[5:],
}
# Where the answer is about what is shown with the request, and not about who asks.
ANYWAY = {("POST", "/auth/verify-magic-link"): {401}, ("POST", "/auth/refresh"): {401},
          ("POST", "/leagues/{id}/join"): {200, 403, 409}}
FORM = "matrix-form"
FIXTURES = ("startsAt,homeAssetExternalId,awayAssetExternalId,venue,round,externalMatchId\n"
            "2025-01-15T19:00:00Z,MCI,LIV,Etihad Stadium,1,match001\n")


class World:
    """One league with somebody in every role."""

    number = 0

    def __init__(self, pilot, live):
        World.number += 1
        named = {role: pilot.sign_in(f"{role} {World.number}") for role in ROLES[1:]}
        self.people = named | {"anonymous": None}
        chief, self.other = named["commissioner"], pilot.sign_in(f"other {World.number}")
        self.league = new_league(chief, [named["manager"], named["deputy"], self.other],
                                 spectators=True, timerSeconds=300, shareTable=False)
        league = f"/leagues/{self.league['id']}"
        chief.ask("POST", f"{league}/deputy", {"userId": named["deputy"].id})
        named["spectator"].ask("POST", f"{league}/join", {"role": "spectator"})
        got = chief.request("POST", f"{league}/fixtures/import-csv", form(FIXTURES), FORM_HEADERS)
        assert got.status == 200, got
        self.fixture = chief.ask("GET", f"{league}/fixtures")["fixtures"][0]["id"]
        self.auction, self.lot = str(uuid.uuid4()), "none"
        if live:
            view = start_auction(chief, self.league)
            self.auction, self.lot = view["auctionId"], view["lot"]["lotId"]

    def path(self, template):
        kinds = {"/auction": self.auction, "/fixtures": self.fixture}
        own = next((value for start, value in kinds.items() if template.startswith(start)),
                   self.league["id"])
        return (template.replace("{id}", own).replace("{user}", self.other.id)
                .replace("{key}", "football").replace("{kind}", "league"))

    def value(self, name):
        """A value for a field that an operation needs."""
        return {"commandId": str(uuid.uuid4()), "lotId": self.lot, "amount": 5_000_000,
                "seconds": 5, "confirm": self.league["name"], "count": 1, "name": "Name",
                "email": f"{uuid.uuid4()}@example.com", "token": "none", "sportKey": "football",
                "inviteToken": self.league["inviteToken"], "goalsHome": 1, "goalsAway": 0,
                "userId": self.other.id}[name]


FORM_HEADERS = {"Content-Type": f"multipart/form-data; boundary={FORM}"}


def form(text):
    return (f'--{FORM}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n'
            f"Content-Type: text/csv\r\n\r\n{text}\r\n--{FORM}--\r\n").encode()


def body_of(operation, world):
    """(body, headers): what the operation needs and no more."""
    content = operation.get("requestBody", {}).get("content", {})
    if "multipart/form-data" in content:
        return form(FIXTURES), FORM_HEADERS
    if "application/json" not in content:
        return None, {}
    schema = content["application/json"]["schema"]
    if schema["type"] == "array":
        return [], {}
    return {name: world.value(name) for name in schema.get("required", [])}, {}


def fits(method, template, who, role, status):
    anyway = ANYWAY.get((method, template))
    if status >= 500:
        return False
    if role in MAY[who]:
        return status in anyway if anyway else status not in (401, 403, 404)
    if role == "anonymous":  # a table that could be shared is not there for strangers
        return status == (404 if template == "/leagues/{id}/standings" else 401)
    return status == (404 if role == "stranger" else 403)


def operations(document):
    for template, item in document["paths"].items():
        for method, operation in item.items():
            if method != "parameters" and operation["x-who"] != "operator":
                yield method.upper(), template, operation


def ask(world, method, template, operation, role):
    person = world.people[role]
    body, headers = body_of(operation, world)
    if person:
        return person.request(method, world.path(template), body, headers)
    return world.people["stranger"].pilot.request(method, world.path(template), body, headers)


def try_operation(pilot, contract, worlds, method, template, operation):
    """Those who may not come first; each who may finds a world that nobody has changed."""
    who, wrong = operation["x-who"], []
    live = template.startswith("/auction") or template == "/leagues/{id}/auction"
    for role in sorted(ROLES, key=lambda role: role in MAY[who]):
        if live not in worlds:
            worlds[live] = World(pilot, live)
        got = ask(worlds[live], method, template, operation, role)
        if not fits(method, template, who, role, got.status):
            wrong.append(f"{method} {template} ({who}) as {role}: {got}")
        wrong += contract.answer(method, template, got)
        if method != "GET" and got.status < 300:
            del worlds[live]
    return wrong


def main():
    contract, cells, wrong, worlds = Contract(), 0, [], {}
    with Pilot() as pilot:
        for method, template, operation in operations(contract.rest.document):
            found = try_operation(pilot, contract, worlds, method, template, operation)
            wrong += found
            cells += len(ROLES)
        code = pilot.stop()
        if code:
            wrong.append(f"exit code {code}\n{pilot.log[-2000:]}")
    print("\n".join(wrong))
    print(f"{cells - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
