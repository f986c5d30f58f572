"""`./run test`: named, timed steps in two lanes, and one last line that counts everything.

Lane one builds the release and runs what needs it; lane two builds the library in other ways, each
in a folder of its own. Who is done with lane one helps with the end of lane two. A failed step ends
neither lane: everything that can still be told is told. What a step says goes to build/log/NAME.log
and is shown only when it fails.

    python3 tests/steps.py [--list | STEP... | PART...]

A part is the steps of one name's beginning: `pilot` is every step pilot_*, `python` every step
python_*, `core` all that belong to no part: what the library and the auctioneer take alone, on a
machine that has nothing yet.
"""

import os
import sys
import threading
import time

from step import LOGS, ROOT, Step

JOBS = os.cpu_count() or 2
RELEASE, ASAN, TSAN = "build/release", "build/asan-core", "build/tsan"
PARTS = ("pilot", "python")


def configure(build, preset, *settings):
    return ["cmake", "--preset", preset, "-B", build, "--no-warn-unused-cli",
            f"-DPython3_EXECUTABLE={sys.executable}", *settings]


def compile_in(build, *targets):
    """Keeps going after an error, so that one broken program hides no other fault."""
    return ["cmake", "--build", build, "--parallel", str(JOBS),
            *(f"--target={target}" for target in targets), "--", "-k", "0"]


def ctest(name, build, *selection):
    return ["ctest", "--test-dir", build, "--parallel", str(JOBS), "--output-on-failure",
            "--no-tests=error", "--output-junit", str(LOGS / f"{name}.xml"), *selection]


def digest(compiler, level):
    """The digest program under another compiler: the core only, compared with the golden."""
    name = f"digest_{compiler.split('-')[0]}_O{level}"
    build = f"build/{name}"
    return Step(name, 2,
                configure(build, "simulations", f"-DCMAKE_CXX_COMPILER={compiler}",
                          "-DCMAKE_BUILD_TYPE=None", f"-DCMAKE_CXX_FLAGS=-O{level}"),
                compile_in(build, "digest"),
                ctest(name, build, "-R", r"^simulation\.digest$"), junit=True)


def pilot_steps():
    """The pilot from outside: its client, stock clients, every role, strangers, crowds, browsers.
    Those that may be the last of a run are apart: whichever lane has time takes them."""
    clients = "tests/pilot_clients"
    python = [str(ROOT / "build/tools/venv/bin/python"), "-B"]

    def outside(name, *command, lane=1):
        return Step(f"pilot_{name}", lane, list(command) or [*python, f"{clients}/{name}.py"],
                    needs=["pilot_build", "pilot_tools"])

    return [
        Step("pilot_build", 1, configure(RELEASE, "release", "-DLIBAUCTION_BUILD_PILOT=ON"),
             compile_in(RELEASE)),
        Step("pilot_ctest", 1, ctest("pilot_ctest", RELEASE, "-R", r"^pilot\.", "-E", "web_test"),
             needs=["pilot_build"], junit=True),
        Step("pilot_tools", 2, [sys.executable, "-B", f"{clients}/tools.py"]),
        Step("pilot_web", 2, [sys.executable, "-B", "tests/pilot/web_test.py"]),
        Step("pilot_documents", 1, [*python, f"{clients}/documents.py"], needs=["pilot_tools"]),
        outside("python_client"),
        outside("node_client", "node", f"{clients}/node_client.mjs"),
        outside("pains"),
        Step("pilot_browser", 1,
             ["env", "WEB_DIR=build/web-test/dist", "node", "tests/browser/run.mjs"],
             needs=["pilot_build", "pilot_tools", "pilot_web"]),
    ], [outside(name, lane=2) for name in ("matrix", "hostile", "crowd", "fuzz", "frames")]


def python_steps():
    """The Python package: its wheel, installed where nothing else is, and all that is said of it."""
    check = [sys.executable, "-B", "tests/python/check.py", "--quick"]
    return [
        Step("python_tools", 2, [*check, "--tools"]),
        Step("python_wheel", 2, [*check, "--install"], needs=["python_tools"]),
        Step("python_tests", 2, check, needs=["python_wheel"]),
    ]


def all_steps():
    """In the order of each lane."""
    house = r"^(house|compile_fail)\."
    others = r"^house\.(formatting|headers_alone|doc_commands)$"
    rest = ["-E", r"^(house\.[^d]|house\.doc_blocks|compile_fail\.)"]
    steps = [
        Step("configure", 1, configure(RELEASE, "release", "-DLIBAUCTION_BUILD_PILOT=OFF")),
        Step("format", 1, ctest("format", RELEASE, "-R", r"^house\.formatting$"),
             needs=["configure"], junit=True),
        Step("house", 1, ctest("house", RELEASE, "-R", house, "-E", others),
             needs=["configure"], junit=True),
        Step("build", 1, compile_in(RELEASE), needs=["configure"]),
        Step("ctest", 1, ctest("ctest", RELEASE, *rest), needs=["configure"], junit=True),
        Step("demo", 1, ["./run", "demo"], needs=["configure"]),
        Step("asan_build", 2, configure(ASAN, "asan-core"), compile_in(ASAN)),
        Step("asan", 2, ctest("asan", ASAN, "-R", r"^(unit|simulation)\.", "-E", r"\.digest$"),
             needs=["asan_build"], junit=True),  # the digest has builds of its own below
        Step("tsan", 2, configure(TSAN, "tsan"), compile_in(TSAN, "threads"),
             ctest("tsan", TSAN, "-R", r"^simulation\.threads$"), junit=True),
        digest("g++", 0),
        digest("clang++-19", 0),
        digest("clang++-19", 3),
        Step("tidy", 2, ["./run", "tidy"]),
        Step("alone", 2, ctest("alone", RELEASE, "-R", r"^house\.headers_alone$"),
             needs=["configure"], junit=True),
    ]
    steps[6:6], last = pilot_steps()
    steps += python_steps()
    if (ROOT / "tests/mutants/run.py").exists():
        steps.append(Step("mutants", 2, [sys.executable, "-B", "tests/mutants/run.py"],
                          needs=["digest_g++_O0"]))  # builds where that one does
    return steps + last


def named(one, steps):
    """The steps that a word of the command line means."""
    parts = {step.name: step.name.split("_")[0] for step in steps}
    if one in PARTS:
        return [name for name, part in parts.items() if part == one]
    if one == "core":
        return [name for name, part in parts.items() if part not in PARTS]
    return [one]


def tell(step):
    verdict = "FAILED" if step.failed else "skip" if not step.passed else "ok"
    counts = f"{step.passed} passed"
    if step.failed:
        counts += f", {len(step.failed)} failed"
    if step.skipped:
        counts += f", {len(step.skipped)} skipped"
    print(f"{verdict:6}  {step.name:22} {step.seconds:7.1f} s  {counts}", flush=True)
    if step.failed:
        print(f"{step.last_words()}\n  all of it: {step.log.relative_to(ROOT)}", flush=True)


def take(pending, lane, by_name, lock):
    """The next step of the lane, else the last of lane two that waits for nothing, else None."""
    with lock:
        own = [step for step in pending if step.lane == lane]
        free = [step for step in pending if step.lane == 2 and
                all(by_name[name].done.is_set() for name in step.needs if name in by_name)]
        step = (own[:1] or free[-1:] or [None])[0]
        if step:
            pending.remove(step)
        return step


def run_lane(pending, lane, by_name, lock):
    while step := take(pending, lane, by_name, lock):
        needed = [by_name[name] for name in step.needs if name in by_name]
        for one in needed:
            one.done.wait()
        missing = [one.name for one in needed if one.failed or (one.skipped and not one.passed)]
        if missing:
            step.skip(f"needs {missing[0]}")
        else:
            step.run()
        with lock:
            tell(step)


def report(steps, seconds):
    """The slowest, everything skipped and failed by name, and the one line that counts."""
    print("\nslowest steps")
    for step in sorted(steps, key=lambda step: -step.seconds)[:10]:
        print(f"  {step.seconds:7.1f} s  {step.name}")
    print("slowest tests inside them")
    for took, name in sorted((item for step in steps for item in step.slow), reverse=True)[:5]:
        print(f"  {took:7.1f} s  {name}")
    print(f"all together {seconds:.1f} s\n")
    for step in steps:
        for name in step.skipped:
            print(f"SKIPPED  {step.name}: {name}")
    for step in steps:
        for name in step.failed:
            print(f"FAILED   {step.name}: {name}")
    failed = sum(len(step.failed) for step in steps)
    print(f"{sum(step.passed for step in steps)} passed, {failed} failed, "
          f"{sum(len(step.skipped) for step in steps)} skipped", flush=True)
    return 1 if failed else 0


def main(wanted):
    steps = all_steps()
    if wanted == ["--list"]:
        print("\n".join(step.name for step in steps))
        return 0
    wanted = {name for one in wanted for name in named(one, steps)}
    unknown = wanted - {step.name for step in steps}
    if unknown:
        print(f"no such step: {', '.join(sorted(unknown))}; ./run test --list", file=sys.stderr)
        return 2
    steps = [step for step in steps if not wanted or step.name in wanted]
    by_name, lock, started = {step.name: step for step in steps}, threading.Lock(), time.monotonic()
    pending = list(steps)
    lanes = [threading.Thread(target=run_lane, args=(pending, lane, by_name, lock))
             for lane in (1, 2)]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    return report(steps, time.monotonic() - started)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
