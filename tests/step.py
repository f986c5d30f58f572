"""One step of `./run test`: commands that run one after the other until one fails, and what came
of them. tests/steps.py lists the steps."""

import os
import pathlib
import re
import subprocess
import threading
import time
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[1]
LOGS = ROOT / "build" / "log"
COUNTS = re.compile(r"^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$", re.M)


class Step:
    """Filled in by run(): seconds, how many passed, the names of what failed and what skipped."""

    def __init__(self, name, lane, *commands, needs=(), junit=False):
        self.name, self.lane, self.commands, self.needs = name, lane, commands, needs
        self.junit = LOGS / f"{name}.xml" if junit else None
        self.log = LOGS / f"{name}.log"
        self.seconds, self.passed, self.failed, self.skipped = 0.0, 0, [], []
        self.done = threading.Event()  # steps of the other lane wait for it
        self.slow = []  # (seconds, test) of the tests inside
        self.said = []  # what the failed tests inside printed

    def run(self):
        started = time.monotonic()
        LOGS.mkdir(parents=True, exist_ok=True)
        if self.junit:
            self.junit.unlink(missing_ok=True)
        with self.log.open("w", encoding="utf-8") as log:
            code = self._run_commands(log)
        self._count(code)
        self.seconds = time.monotonic() - started
        self.done.set()

    def skip(self, why):
        self.skipped = [f"{self.name} ({why})"]
        self.done.set()

    def last_words(self, lines=60):
        """Of each failed test inside where known, else a compiler's errors, else the end."""
        if self.said:
            return "\n".join("\n".join(text.splitlines()[-lines:]) for text in self.said[:10])
        log = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        errors = [line for line in log if re.search(r"\b(fatal )?error:", line)]
        return "\n".join(errors[:lines] or log[-lines:])

    def _run_commands(self, log):
        for command in self.commands:
            try:
                code = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log,
                                      stderr=subprocess.STDOUT, check=False,
                                      env=os.environ | {"LC_ALL": "C.UTF-8"}).returncode
            except OSError as error:
                log.write(f"{error}\n")
                return 127
            if code != 0:
                return code
        return 0

    def _count(self, code):
        """From ctest's report where there is one, from a closing line of counts, or as one."""
        if self.junit and self.junit.exists():
            self._count_junit()
        else:
            self._count_closing_line()
        if code != 0 and not self.failed:
            self.failed.append(self.name)
        elif code == 0 and not (self.passed or self.failed or self.skipped):
            self.passed = 1

    def _count_junit(self):
        """ctest calls a test whose program is missing 'skipped' too; here that is a failure."""
        for case in xml.etree.ElementTree.parse(self.junit).getroot().iter("testcase"):
            name, said = case.get("name"), case.findtext("system-out") or ""
            self.slow.append((float(case.get("time") or 0), f"{self.name}: {name}"))
            skipped = case.find("skipped")
            if skipped is not None and skipped.get("message", "").startswith("SKIP_"):
                why = re.search(r"SKIPPED: *(.*)", said)
                self.skipped.append(f"{name} ({why.group(1)})" if why else name)
            elif case.get("status") == "run":
                self.passed += 1
            else:
                self.failed.append(name)
                self.said.append(f"--- {name}\n{said}")

    def _count_closing_line(self):
        found = COUNTS.findall(self.log.read_text(encoding="utf-8", errors="replace"))
        if found:
            passed, failed, skipped = (int(number or 0) for number in found[-1])
            self.passed = passed
            self.failed = [f"{self.name} {i + 1} of {failed}" for i in range(failed)]
            self.skipped = [f"{self.name} {i + 1} of {skipped}" for i in range(skipped)]
