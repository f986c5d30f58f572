"""The verifier in docs/record-format.md, taken out of the page and run: it accepts a log that the
auctioneer wrote, also with its draw withheld, and rejects five planted edits."""

import base64
import copy
import json
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/record-format.md").read_text(encoding="utf-8")
BUILD = pathlib.Path(os.environ.get("LIBAUCTION_BUILD_DIR", ROOT / "build/release"))
AUCTIONEER = BUILD / "examples/auctioneer/auctioneer"
BID = 7  # the type number of BidPlaced


def verifier():
    """The function `verify` of the page's program."""
    code = re.search(r"```python\n(# file: verify_log\.py\n.*?)```", PAGE, re.S).group(1)
    names = {"__name__": "verify_log"}
    exec(compile(code, "verify_log.py", "exec"), names)
    return names["verify"]


def real_log(folder):
    """The lines of an auction of twelve clubs, drawn by seed and played by made-up bidders."""
    assets = folder / "assets.csv"
    assets.write_text("externalId,name\n" + "".join(f"C{i},Club {i}\n" for i in range(12)))
    log = folder / "auction.jsonl"
    subprocess.run([AUCTIONEER, "run", "--preset", "pilot-football", "--assets", assets,
                    "--managers", "4", "--bidders", "*=valuing", "--seed", "7", "--log", log],
                   check=True, stdout=subprocess.DEVNULL)
    return log.read_text(encoding="utf-8").splitlines()


def fault_of(verify, records):
    """What the verifier says to these records, or None when it accepts them."""
    try:
        verify([json.dumps(record) for record in records])
    except (AssertionError, ValueError) as fault:
        return str(fault)
    return None


def first_bid(records):
    for i, record in enumerate(records):
        if record["events"][0]["type"] == "BidPlaced":
            return i
    raise SystemExit("the log holds no bid")


def flip_body_byte(records):
    record = records[len(records) // 2]
    body = bytearray(base64.b64decode(record["body"]))
    body[-1] ^= 1
    record["body"] = base64.b64encode(body).decode()


def change_amount(records):
    """A smaller bid, in the events and in the bytes alike."""
    record = records[first_bid(records)]
    body = bytearray(base64.b64decode(record["body"]))
    kind, _, _, _, amount = struct.unpack_from("<HIIBq", body)
    assert kind == BID and amount == record["events"][0]["amount"], "the page's bytes of a bid"
    struct.pack_into("<q", body, 11, amount - 1)
    record["body"] = base64.b64encode(body).decode()
    record["events"][0]["amount"] = amount - 1


def delete_record(records):
    del records[len(records) // 2]


def swap_records(records):
    i = len(records) // 2
    records[i], records[i + 1] = records[i + 1], records[i]


def change_time(records):
    at = records[-2]["at"]
    records[-2]["at"] = at[:-2] + ("1" if at[-2] != "1" else "2") + "Z"


def main():
    if not AUCTIONEER.exists():
        print(f"SKIPPED: {AUCTIONEER.name} is not built")
        sys.exit(4)
    verify = verifier()
    with tempfile.TemporaryDirectory() as folder:
        lines = real_log(pathlib.Path(folder))
    records = [json.loads(line) for line in lines]

    seq, head = verify(lines)
    assert head == records[-1]["hash"] and seq == records[-1]["seq"] + records[-1]["count"] - 1
    withheld = copy.deepcopy(records)
    withheld[1].update(events=None, body=None, salt=None, withheldUntil="completed")
    assert fault_of(verify, withheld) is None, "a withheld draw"

    for edit in (flip_body_byte, change_amount, delete_record, swap_records, change_time):
        edited = copy.deepcopy(records)
        edit(edited)
        fault = fault_of(verify, edited)
        assert fault, f"{edit.__name__} was not seen"
        print(f"{edit.__name__}: {fault}")
    print(f"{len(records)} records accepted, five edits rejected")


if __name__ == "__main__":
    main()
