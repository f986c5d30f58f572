"""The two documents as a judge of what the server really says.

    contract = Contract()
    contract.answer("GET", "/leagues/77.../state", answer) -> ["..."]     nothing: as documented
    contract.event("bid_update", payload); contract.ack("bid", payload)
"""

import json
import re

import jsonschema
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tools import ROOT

FOLDER = ROOT / "examples" / "pilot" / "documents"


def read(name):
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


class Document:
    """Validates against schemas that refer to each other inside one document."""

    def __init__(self, document):
        self.document = document
        self.registry = Registry().with_resource("urn:document", Resource.from_contents(
            document, default_specification=DRAFT202012))
        self.known = {}

    def faults(self, schema, value, where):
        key = json.dumps(schema)
        if key not in self.known:
            inside = json.loads(key.replace('"#/', '"urn:document#/'))
            self.known[key] = jsonschema.Draft202012Validator(
                inside, registry=self.registry,
                format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
        return [f"{where}: {fault.json_path}: {fault.message[:300]}"
                for fault in self.known[key].iter_errors(value)]


class Contract:
    def __init__(self):
        self.rest, self.live = Document(read("openapi.json")), Document(read("asyncapi.json"))
        self.templates = sorted(self.rest.document["paths"], key=lambda path: path.count("{"))

    def operation(self, method, path):
        for template in self.templates:
            places = re.sub(r"\{\w+\}", "[^/]+", template)
            if re.fullmatch(places, path.split("?")[0]):
                return self.rest.document["paths"][template].get(method.lower())
        return None

    def answer(self, method, path, got):
        where = f"{method} {path} -> {got.status}"
        operation = self.operation(method, path)
        if operation is None:
            return [] if got.status in (404, 405) else [f"{where}: not in the document"]
        said = operation["responses"].get(str(got.status))
        if said is None and got.status < 400:
            return [f"{where}: no such status in the document"]
        content = (said or operation["responses"]["default"]).get("content", {})
        kind = got.headers.get("content-type", "").split(";")[0]
        if kind not in content:
            return [f"{where}: content type {kind!r}, documented: {', '.join(content)}"]
        return self._body(content[kind]["schema"], kind, got, where)

    def _body(self, schema, kind, got, where):
        if kind == "application/json":
            return self.rest.faults(schema, got.json, where)
        if kind == "application/x-ndjson":
            lines = [json.loads(line) for line in got.body.splitlines()]
            return self.rest.faults(schema, lines, where)
        return []

    def event(self, name, payload):
        message = self.live.document["components"]["messages"].get(name)
        if message is None:
            return [f"{name}: an event that is not in the document"]
        return self.live.faults(message["payload"], payload, name)

    def ack(self, name, payload):
        message = self.live.document["components"]["messages"][name]
        return self.live.faults(message["x-ack"], payload, f"{name} (ack)")
