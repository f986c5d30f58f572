"""Short words for JSON Schema 2020-12, so that a payload's description is as long as the payload.

    obj(userId=ref("Id"), note=maybe(text(200)))

Every field is required and no other is sent: a value that is absent is null. Requests are open and
name what they need: the server passes over fields that it does not know.
"""


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def text(most=None, least=0, **more):
    found = {"type": "string"}
    if least:
        found["minLength"] = least
    if most is not None:
        found["maxLength"] = most
    return found | more


def whole(least=None, most=None, **more):
    found = {"type": "integer"}
    if least is not None:
        found["minimum"] = least
    if most is not None:
        found["maximum"] = most
    return found | more


def flag(**more):
    return {"type": "boolean"} | more


def word(*words, **more):
    return {"type": "string", "enum": list(words)} | more


def exactly(value):
    return {"const": value}


def maybe(schema):
    """The schema, or null where there is no such thing."""
    if isinstance(schema.get("type"), str) and "enum" not in schema:
        return schema | {"type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def many(item, **more):
    return {"type": "array", "items": item} | more


def obj(**fields):
    return {"type": "object", "properties": fields, "required": list(fields),
            "additionalProperties": False}


def asked(need=(), **fields):
    """A request's body: what it needs, and what it may say."""
    found = {"type": "object", "properties": fields}
    if need:
        found["required"] = list(need)
    return found


def one_of(*schemas):
    return {"anyOf": list(schemas)}
