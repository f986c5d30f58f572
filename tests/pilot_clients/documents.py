"""The pilot's two documents are what they say they are: OpenAPI 3.1 and AsyncAPI 3.0, by the
meta-schemas of those who wrote these; and every example in them is one.

    build/tools/venv/bin/python tests/pilot_clients/documents.py
"""

import json
import subprocess
import sys

import jsonschema
from openapi_spec_validator import OpenAPIV31SpecValidator

from contract import FOLDER, Document, read
from tools import TOOLS


def examples(document):
    """(where, schema, example) of every block, every event and every acknowledgement."""
    for name, schema in document["components"]["schemas"].items():
        for example in schema.get("examples", []):
            yield name, schema, example
    for name, message in document["components"].get("messages", {}).items():
        for example in message["examples"]:
            yield name, message["payload"], example["payload"]
        for example in message.get("x-ack", {}).get("examples", []):
            yield f"{name} (ack)", message["x-ack"], example


def check_openapi(document):
    OpenAPIV31SpecValidator(document).validate()
    return []


def check_asyncapi(document):
    schema = json.loads((TOOLS / "node_modules/@asyncapi/specs/schemas/3.0.0.json").read_text(
        encoding="utf-8"))
    return [f"asyncapi.json: {fault.json_path}: {fault.message}"
            for fault in jsonschema.Draft7Validator(schema).iter_errors(document)]


def unused(openapi, asyncapi):
    """Blocks that nothing refers to are words without a meaning."""
    said = json.dumps(openapi["paths"]) + json.dumps(openapi["components"]["schemas"])
    live = json.dumps(asyncapi["components"])
    return [f"nothing refers to {name}" for name in openapi["components"]["schemas"]
            if f"schemas/{name}\"" not in said + live]


def main():
    openapi, asyncapi = read("openapi.json"), read("asyncapi.json")
    subprocess.run([sys.executable, "-B", FOLDER / "write.py", "--check"], check=True)
    wrong = check_openapi(openapi) + check_asyncapi(asyncapi) + unused(openapi, asyncapi)
    count = 3
    for document in map(Document, (openapi, asyncapi)):
        for where, schema, example in examples(document.document):
            count += 1
            wrong += document.faults(schema, example, where)
    print("\n".join(wrong))
    print(f"{count - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
