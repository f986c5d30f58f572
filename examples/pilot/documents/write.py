"""Writes openapi.json and asyncapi.json beside itself, from the tables in this folder.

    python3 examples/pilot/documents/write.py [--check]

--check writes nothing and fails when either file is not what the tables say.
"""

import json
import pathlib
import re
import sys

import events
from answers import ANSWERS, MORE
from blocks import components
from routes import ROUTES
from words import many, ref, text

HERE = pathlib.Path(__file__).resolve().parent
VERSION = re.search(r"project\(libauction VERSION ([\d.]+)",
                    (HERE.parents[2] / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
REFUSED = {401: "Nobody is signed in", 403: "The role is not enough",
           404: "Unknown, or not yours to see", 409: "It conflicts with what is",
           422: "Malformed", 429: "Too many; see Retry-After", 503: "Not now"}


def schemas():
    found = components() | {name: schema | {"examples": [example]}
                            for name, (schema, example) in ANSWERS.items()}
    for name, examples in MORE.items():
        found[name] = found[name] | {"examples": found[name]["examples"] + examples}
    return found


def answer_schema(answer):
    if isinstance(answer, str):
        return ref(answer)
    if isinstance(answer, list):
        return many(ref(answer[0]))
    return answer or text()


def refused(status):
    name = {422: "Malformed", 429: "Limited", 503: "Ready"}.get(status, "Error")
    found = {"description": REFUSED[status],
             "content": {"application/json": {"schema": ref(name)}}}
    if status == 429:
        found["headers"] = {"Retry-After": {"schema": {"type": "integer", "minimum": 1}}}
    return found


def statuses(row):
    """Which refusals a route knows follows from who may and what is asked."""
    found = set(row.also)
    if row.who not in ("anyone", "operator"):
        found.add(401)
    if row.who in ("controller", "commissioner"):
        found.add(403)
    if "{" in row.path or row.flag or row.only:
        found.add(404)
    if row.body or row.query:
        found.add(422)
    if row.limited:
        found.add(429)
    return sorted(found)


def operation(row):
    schema = answer_schema(row.answer)
    content = {row.content: {"schema": schema}}
    found = {"summary": row.text, "operationId": operation_id(row), "x-who": row.who,
             "security": [] if row.who in ("anyone", "operator") else [{"bearer": []},
                                                                       {"cookie": []}],
             "responses": {str(row.status): {"description": row.text, "content": content}}}
    for name, value in (("x-limit", row.limited), ("x-feature", row.flag), ("x-only", row.only)):
        if value:
            found[name] = value
    found["responses"] |= {str(status): refused(status) for status in statuses(row)}
    found["responses"]["default"] = {"description": "Any other refusal", "content": {
        "application/json": {"schema": ref("Error")}}}
    if row.query:
        found["parameters"] = row.query
    if row.body:
        found["requestBody"] = {"required": bool(row.body.get("required")),
                                "content": {row.asks: {"schema": row.body}}}
    return found


def operation_id(row):
    words = [word.strip("{}") for word in re.split(r"[/.-]", row.path) if word]
    return "_".join([row.method.lower(), *words])


def openapi():
    paths = {}
    for row in ROUTES:
        places = [{"name": name, "in": "path", "required": True,
                   "schema": ref("Id") if name in ("id", "user") else text(40, 1)}
                  for name in re.findall(r"\{(\w+)\}", row.path)]
        item = paths.setdefault(row.path, {"parameters": places} if places else {})
        item[row.method.lower()] = operation(row)
    return {"openapi": "3.1.0",
            "info": {"title": "libauction pilot", "version": VERSION,
                     "description": "Money: whole pounds. Who acts is whoever is signed in; userId "
                                    "and commissionerId in a body are ignored, as all unknown "
                                    "fields are.",
                     "license": {"name": "See LICENSE"}},
            "servers": [{"url": "/api"}], "paths": paths,
            "components": {"schemas": schemas(), "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": COOKIE}}}}


COOKIE = "session"


def message(name, schema, example, **more):
    return {"name": name, "payload": schema,
            "examples": [{"name": name, "payload": example}], **more}


def channel(address, title, messages, **more):
    return {"address": address, "title": title,
            "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
            **more}


def asyncapi():
    messages = {}
    for name, (schema, example, ack, acknowledged) in events.FROM_CLIENT.items():
        messages[name] = message(name, schema, example, **{
            "x-ack": {"anyOf": [ack, events.FAILED], "examples": [acknowledged]}})
    rooms = {"league": events.LEAGUE_ROOM, "auction": events.AUCTION_ROOM,
             "person": events.PERSONAL}
    for heard in rooms.values():
        messages |= {name: message(name, *pair) for name, pair in heard.items()}
    place = {"parameters": {"id": {"description": "UUID"}}}
    channels = {"client": channel("/", "What clients send", events.FROM_CLIENT),
                "league": channel("league:{id}", "A league's room", events.LEAGUE_ROOM, **place),
                "auction": channel("auction:{id}", "An auction's room", events.AUCTION_ROOM,
                                   **place),
                "person": channel("/", "To one person or one socket", events.PERSONAL)}
    operations = {name: {"action": "receive" if name == "client" else "send",
                         "channel": {"$ref": f"#/channels/{name}"}} for name in channels}
    return {"asyncapi": "3.0.0",
            "info": {"title": "libauction pilot, live", "version": VERSION,
                     "description": "Socket.IO protocol 5 over Engine.IO 4, path /socket.io/ or "
                                    "/api/socket.io/. Each event has one argument. x-ack is what "
                                    "acknowledges a client's event."},
            "defaultContentType": "application/json", "channels": channels,
            "operations": operations,
            "components": {"messages": messages, "schemas": schemas()}}


def main():
    stale = []
    for name, document in (("openapi.json", openapi()), ("asyncapi.json", asyncapi())):
        said, path = json.dumps(document, indent=1, ensure_ascii=False) + "\n", HERE / name
        if path.exists() and path.read_text(encoding="utf-8") == said:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            path.write_text(said, encoding="utf-8")
    if stale and "--check" in sys.argv:
        sys.exit(f"not what the tables say: {', '.join(stale)}; run write.py")


if __name__ == "__main__":
    main()
