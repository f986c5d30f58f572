"""Schemathesis over the OpenAPI document: what the schemas allow, what they just do not, and what no
schema speaks of. No answer is a fault of the server, each has a documented status, content type and
shape. The ids in paths are real ones, so that what is tried is behind the first door.

    build/tools/venv/bin/python tests/pilot_clients/fuzz.py [--cases N] [--seed N]
"""

import argparse
import json
import re
import subprocess
import sys

from contract import read
from matrix import World
from server import Pilot
from tools import PYTHON

CHECKS = ("not_a_server_error", "status_code_conformance", "content_type_conformance",
          "response_schema_conformance")
# They end the world that the others are tried in; matrix.py asks for them.
ENDS = ("delete_leagues_id", "delete_auction_id", "delete_users_me", "post_auth_logout",
        "post_auction_id_reset", "post_auction_id_end")


def with_real_ids(document, world):
    """Places and lots that are there, beside the fuzzer's own."""
    for path, item in document["paths"].items():
        for place in item.get("parameters", []):
            if place["name"] == "id":
                place["schema"] = {"enum": [world.path(f"{path.split('{')[0]}{{id}}")
                                            .split("/")[2]]}
    schemas = document["components"]["schemas"]
    schemas["LotId"] = {"anyOf": [{"const": world.lot}, schemas["LotId"]]}
    return document


def fuzz(pilot, document, token, given):
    path = pilot.folder / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return subprocess.run([
        PYTHON.with_name("schemathesis"), "run", path, "--url",
        f"http://127.0.0.1:{pilot.port}/api", "--checks", ",".join(CHECKS), "--phases",
        "examples,coverage,fuzzing", "--max-examples", str(given.cases), "--seed",
        str(given.seed), "--generation-database", "none", "--warnings", "off",
        "--continue-on-failure", "--no-color", "--request-timeout", "10", "--header",
        f"Authorization: Bearer {token}", *(word for name in ENDS
                                            for word in ("--exclude-operation-id", name))],
        cwd=pilot.folder, capture_output=True, text=True, check=False)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with Pilot() as pilot:
        world = World(pilot, live=True)
        done = fuzz(pilot, with_real_ids(read("openapi.json"), world),
                    world.people["commissioner"].token, given)
        print(done.stdout[-12000:], done.stderr[-2000:])
        served = pilot.request("GET", "/healthz").status == 200
        code = pilot.stop()
    asked = re.search(r"(\d+) generated", done.stdout)
    bad = done.returncode != 0 or not served or code != 0
    print(f"{asked.group(1) if asked else 0} cases; seed {given.seed}")
    print(f"{0 if bad else 1} passed, {1 if bad else 0} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
