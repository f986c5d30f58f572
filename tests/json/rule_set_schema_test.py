"""The published JSON Schema of rule sets: it is a valid schema, the presets satisfy it, it names
exactly the fields that the reader and the writer know, its defaults are theirs, and it refuses what
the reader refuses. docs/rule-sets.md tells every field."""

import copy
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "libauction/adapters/json/schema/rule_set.schema.json").read_text())
PAGE = (ROOT / "docs/rule-sets.md").read_text(encoding="utf-8")

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("SKIPPED: python3-jsonschema is not installed")
    sys.exit(4)

PRESETS = {path.stem.removeprefix("preset_"): json.loads(path.read_text(encoding="utf-8"))
           for path in sorted((ROOT / "tests/golden").glob("preset_*.json"))}
DEFAULTS = PRESETS.pop("none")

# (pointer, value) put into the preset ipl-2025: each must be refused.
BAD = [
    ("/preset", "ipl-1999"), ("/name", 5), ("/name", None), ("/budget", -1), ("/budget", 1.5),
    ("/budget", "12000"), ("/budget", 2**53), ("/squad/max", 0), ("/squad/max", 65),
    ("/squad/minimum", 1), ("/squad/quotas", {}), ("/squad/quotas/0/test", "equals"),
    ("/squad/quotas/0/max", 256), ("/squad/quotas/0/extra", 1), ("/english/bidding", "Ladder"),
    ("/english/minimum", 0), ("/english/ladder", []), ("/english/ladder/0/step", 0),
    ("/english/ladder/0/below", "none"), ("/english/selfRaise", 1), ("/clock/lotMs", 0),
    ("/clock/softClose", []), ("/clock/softClose/form", "jump"), ("/clock/softClose/trigger", ""),
    ("/clock/softClose/maxExtensions", -1), ("/order/kind", "random"), ("/unsold/kind", None),
    ("/unsold/rounds", 1001), ("/retention/cappedSlabs/1", "x"), ("/openLots", 0),
    ("/openLots", 129), ("/currency/display/0/units", 0), ("/unknown", 1),
]


def put(document, pointer, value):
    """The document with one place changed; a name that is not there is added."""
    changed = copy.deepcopy(document)
    *way, last = pointer.split("/")[1:]
    place = changed
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    place[int(last) if isinstance(place, list) else last] = value
    return changed


def schema_fields(schema, pointer=""):
    """Pointers of every field the schema names; a list's items stand under '*'."""
    for name, field in schema.get("properties", {}).items():
        yield f"{pointer}/{name}"
        yield from schema_fields(field, f"{pointer}/{name}")
    if "items" in schema:
        yield from schema_fields(schema["items"], f"{pointer}/*")


def value_fields(value, pointer=""):
    """The same of a JSON value."""
    if isinstance(value, dict):
        for name, field in value.items():
            yield f"{pointer}/{name}"
            yield from value_fields(field, f"{pointer}/{name}")
    elif isinstance(value, list):
        for item in value:
            yield from value_fields(item, f"{pointer}/*")


def faults():
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    for name, preset in PRESETS.items():
        for error in validator.iter_errors(preset):
            yield f"preset {name}: {error.json_path}: {error.message}"
    for error in validator.iter_errors({"preset": "ipl-2025", "clock": {"lotMs": 20000}}):
        yield f"an override is refused: {error.message}"
    for pointer, value in BAD:
        if validator.is_valid(put(PRESETS["ipl-2025"], pointer, value)):
            yield f"{value!r} at {pointer} is not refused"
    yield from field_faults()


def field_faults():
    written = {pointer for preset in PRESETS.values() for pointer in value_fields(preset)}
    named = set(schema_fields(SCHEMA)) - {"/preset"}
    yield from (f"{pointer} is not in the schema" for pointer in sorted(written - named))
    yield from (f"{pointer} is in the schema alone" for pointer in sorted(named - written))
    for pointer in sorted(named):
        schema, default, known = SCHEMA, DEFAULTS, True
        for step in pointer.split("/")[1:]:
            schema = schema["items"] if step == "*" else schema["properties"][step]
            known = known and isinstance(default, dict) and step in default
            default = default[step] if known else None
        if known and "default" in schema and schema["default"] != default:
            yield f"{pointer}: the schema's default is {schema['default']!r}, ours {default!r}"
        if f"`{pointer.split('/')[-1]}`" not in PAGE:
            yield f"{pointer} is not told in docs/rule-sets.md"


def main():
    found = list(faults())
    for fault in found:
        print(fault)
    print(f"schema: {len(PRESETS)} presets, {len(BAD)} bad values, {len(found)} wrong")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
