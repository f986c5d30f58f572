"""The last line of `./run test` must not flatter: planted reports and exit codes, counted."""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import step  # noqa: E402  (found through the line above)

PASSED = '<testcase name="a" time="0.1" status="run"/>'
FAILED = '<testcase name="b" time="0.1" status="fail"><failure message=""/></testcase>'
SKIPPED = ('<testcase name="c" time="0" status="notrun"><skipped message="SKIP_RETURN_CODE=4"/>'
           '<system-out>SKIPPED: no data here</system-out></testcase>')
MISSING = ('<testcase name="d" time="0" status="notrun">'
           '<skipped message="Unable to find executable"/></testcase>')

# (ctest's report or None, what the step printed, its exit code, (passed, failed, skipped))
CASES = [
    (PASSED + SKIPPED, "", 0, (1, 0, 1)),
    (PASSED + FAILED, "", 8, (1, 1, 0)),
    (PASSED + MISSING, "", 8, (1, 1, 0)),
    (PASSED, "", 8, (1, 1, 0)),
    ("", "", 8, (0, 1, 0)),
    (None, "no counts", 0, (1, 0, 0)),
    (None, "no counts", 1, (0, 1, 0)),
    (None, "10 passed, 0 failed", 0, (10, 0, 0)),
    (None, "9 passed, 1 failed, 2 skipped", 1, (9, 1, 2)),
    (None, "10 passed, 0 failed", 139, (10, 1, 0)),
]


def counted(folder, cases, printed, code):
    one = step.Step("planted", 1, ["bash", "-c", f"echo '{printed}'; exit {code}"],
                    junit=cases is not None)
    one.log, one.junit = folder / "log", folder / "xml" if cases is not None else None
    if cases is not None:  # written by the step itself, as ctest does
        one.commands = [["bash", "-c", f"cat > {one.junit} <<'END'\n<t>{cases}</t>\nEND\n"
                                       f"exit {code}"]]
    one.run()
    return one.passed, len(one.failed), len(one.skipped)


def main():
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for cases, printed, code, expected in CASES:
            told = counted(pathlib.Path(folder), cases, printed, code)
            if told != expected:
                wrong += 1
                print(f"{cases or printed!r}, exit {code}: counted {told}, should be {expected}")
    print(f"steps self-test: {len(CASES)} planted, {wrong} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
