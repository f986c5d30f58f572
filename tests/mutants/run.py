"""Plants each fault of README.md in a temporary copy of the library and wants a check to fail.

    run.py [--all] [NAME...]      the patches; with --all those of single_lines.txt too; those named
    run.py --check                only whether each still applies

Only the files a patch changes are compiled again, two mutants at a time, and linked before the
archives of an unharmed build, whose definitions then count no more: nothing is inlined there. What the
simulations let pass is linked before the unit tests of core and room too. The last line says how many were killed; exit 0 when all were, each by the check its line asks for; with
--all when 95 of 100 were, by any check.
"""

import concurrent.futures
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BASE = ROOT / "build" / "digest_g++_O0"
UNIT_BASE = ROOT / "build" / "unit_g++_O0"
PROGRAMS = {"sequences": ["--length", "2"], "walk": ["--auctions", "400"]}
ROOM_PROGRAMS = {"faults": ["--auctions", "300"]}
LONGER = {"walk": ["--auctions", "10000"], "faults": ["--auctions", "5000"]}  # for survivors
LEAST_KILLED = 0.95
COMPILER = [*(["ccache"] if shutil.which("ccache") else []), "g++",
            "-std=c++20", "-O0", "-w", "-I.", f"-I{ROOT}"]  # the mutant's files come first
FIRST_WINS = ["-Wl,--allow-multiple-definition",
              *(["-fuse-ld=gold"] if shutil.which("ld.gold") else [])]
CPU_S = 200  # of one program: a busy machine kills nobody
HANGS_S = 3600


def listed():
    """The patches of README.md in its order: (name, what it plants, who must kill it)."""
    rows = re.findall(r"^\| (\w+)\.patch \| (.+?) \| (naive|any) \|$",
                      (HERE / "README.md").read_text(encoding="utf-8"), re.M)
    on_disk = {path.stem for path in HERE.glob("*.patch")}
    if on_disk != {name for name, _, _ in rows}:
        sys.exit("README.md and the patches beside it do not name the same faults")
    return rows


def single_lines():
    """The faults of single_lines.txt: {name: (who must kill it, file, text, replacement)}."""
    found = {}
    for block in (HERE / "single_lines.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        name, wanted, path = lines[0].split()
        text, becomes = ("\n".join(line[2:] for line in lines[1:] if line[0] == sign)
                         for sign in "-+")
        found[name] = (wanted, path, text, becomes)
    return found


def programs_for(wanted):
    return {"room": ROOM_PROGRAMS, "unit": {}}.get(wanted, PROGRAMS)


def included(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    return re.findall(r'^#include "([^"]+)"', text, re.M)


def sources(programs):
    """Every .cc the programs need, by whole folders, as the archives hold them."""
    wanted = [f"tests/simulation/{name}.cc" for name in programs]
    seen = set(wanted)
    for path in wanted:  # grows while we walk
        for header in included(path):
            folder = pathlib.PurePosixPath(header).parent
            for name in [header, *(str(folder / cc.name) for cc in (ROOT / folder).glob("*.cc"))]:
                if name not in seen and (ROOT / name).is_file():
                    seen.add(name)
                    wanted.append(name)
    return sorted(name for name in seen if name.endswith(".cc"))


def build_base(folder, targets, *options):
    """The library and what looks at it without a fault; the programs where the digest step builds too."""
    for command in (["cmake", "--preset", "simulations", "-B", str(folder), "--no-warn-unused-cli",
                     f"-DPython3_EXECUTABLE={sys.executable}", "-DCMAKE_CXX_COMPILER=g++",
                     "-DCMAKE_BUILD_TYPE=None", "-DCMAKE_CXX_FLAGS=-O0", *options],
                    ["cmake", "--build", str(folder), "--parallel", "2",
                     *(f"--target={name}" for name in targets)]):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"the library without a fault does not build:\n{done.stdout[-3000:]}")


def readers():
    """Which files each source reads, by the compiler's own account: {source: {file}}."""
    listed_deps = subprocess.run(["ninja", "-C", str(BASE), "-t", "deps"], capture_output=True,
                                 text=True, check=True).stdout
    found = {}
    for block in listed_deps.split("\n\n"):
        files = {os.path.relpath((BASE / line.strip()).resolve(), ROOT)
                 for line in block.splitlines()[1:]
                 if line.strip().endswith((".h", ".cc"))}
        for source in files:
            if source.endswith(".cc"):
                found.setdefault(source, set()).update(files)
    return found


def units(needed):
    """What is compiled as one, as the archives were: {name: its files}. Programs stand alone."""
    found = {}
    for source in needed:
        alone = source.startswith("tests/simulation/")
        name = source.removesuffix(".cc") if alone else os.path.dirname(source)
        found.setdefault(name.replace("/", "_"), []).append(source)
    return found


def compile_unit(folder, name, files, *how):
    """Compiles files as one, the mutant's where it has its own; the object's path."""
    (folder / f"{name}.cc").write_text("".join(f'#include "{file}"\n' for file in files),
                                       encoding="utf-8")
    done = subprocess.run([*COMPILER, *how, "-c", f"{name}.cc", "-o", f"{name}.o"], cwd=folder,
                          capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name} does not compile:\n{done.stderr[-2000:]}")
    return f"{name}.o"


def compile_changed(folder, changed):
    """The files alone; of a header all that is inline in it."""
    return [compile_unit(folder, file.replace("/", "_").replace(".", "_"), [file],
                         *(["-fkeep-inline-functions"] if file.endswith(".h") else []))
            for file in sorted(changed)]


def compile_readers(folder, changed, needed, reads):
    """Every unit that reads what was changed: for what a header has besides inline functions."""
    return [compile_unit(folder, unit, files) for unit, files in units(needed).items()
            if any(not changed.isdisjoint(reads.get(file, {file})) for file in files)]


def link(folder, objects, name):
    """Objects of the mutant first: what they define is not taken from the archives."""
    tests = ["support", "draw"] if name in PROGRAMS else ["faults", "support", "draw"]
    archives = [*(f"tests/simulation/libauction_test_{library}.a" for library in tests),
                "libauction_room.a", "libauction_core.a"]
    own = f"tests_simulation_{name}.o"
    mine = [item for item in objects if item == own or not item.startswith("tests_simulation_")]
    if own not in objects:
        mine.append(str(next(BASE.glob(f"tests/simulation/CMakeFiles/{name}.dir/{name}.cc.o"))))
    subprocess.run(["g++", "-pthread", *FIRST_WINS, *mine,
                    *(str(BASE / archive) for archive in archives), "-o", name],
                   cwd=folder, check=True)


def link_unit_tests(folder, objects):
    """The unit tests over the mutant, by the very command that linked them over the library."""
    told = subprocess.run(["ninja", "-C", str(UNIT_BASE), "-t", "commands", "auction_tests"],
                          capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    mine = " ".join(str(folder / item) for item in objects
                    if not item.startswith("tests_simulation_"))
    command = re.sub(r"(?= \S+\.o )", f" {mine}", told, count=1)
    command = command.replace("-o tests/auction_tests ",
                              f"{' '.join(FIRST_WINS)} -o {folder}/auction_tests ")
    subprocess.run(command, cwd=UNIT_BASE, shell=True, check=True)


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def ask(folder, name, *arguments, **options):
    """Runs a program: how it ended and what it said. One that never ends has a code as well."""
    try:
        done = subprocess.run([f"{folder}/{name}", *arguments], cwd=folder, capture_output=True,
                              text=True, check=False, timeout=HANGS_S, preexec_fn=limited, **options)
    except subprocess.TimeoutExpired:
        return -signal.SIGXCPU, ""
    return done.returncode, done.stdout + done.stderr


def run_unit_tests(folder):
    """Which check of which test file said no first, or None."""
    code, said = ask(folder, "auction_tests", "--abort", "--reporter", "compact",
                     env={"LIBAUCTION_SOURCE_DIR": str(ROOT)})
    if code in (0, -signal.SIGXCPU):
        return "it never ended" if code else None
    failed = re.search(r"(\w+_test\.cc:\d+): failed", said)
    return failed.group(1) if failed else f"exit {code}"


def verdict(output, code):
    """Which check said no: 'naive', another one in its own words, or None for none."""
    if code == 0:
        return None
    lines = [line for line in output.splitlines() if line.strip()]
    if any("naive" in line and not line.startswith("walk:") for line in lines):
        return "naive"
    said = [line for line in lines if line.startswith("WRONG") or "AUCTION_CHECK" in line]
    return (said or lines or [f"exit {code}"])[-1]


def run_one(folder, name, arguments):
    """Who killed, or None."""
    code, said = ask(folder, name, *arguments)
    return "it never ended" if code == -signal.SIGXCPU else verdict(said, code)


def run_programs(folder, objects, programs, wanted, killed=None):
    """Runs the programs until one kills as wanted: (who killed, in which program), or None."""
    for name, arguments in programs.items():
        link(folder, objects, name)
        by = run_one(folder, name, arguments)
        if by and (killed is None or by == "naive"):
            killed = (by, name)
        if killed and (wanted != "naive" or killed[0] == "naive"):
            return killed
    return killed


def run_all(folder, objects, wanted, whole, again):
    """Every check there is, the cheapest first, until one kills as wanted. `again` makes the objects
    of a mutant that seems to change nothing in another way."""
    programs = programs_for(wanted)
    killed = run_programs(folder, objects, programs, wanted)
    if killed is None and programs and again:
        objects = again()
        killed = run_programs(folder, objects, programs, wanted)
    if killed is None and whole:
        link_unit_tests(folder, objects)
        by = run_unit_tests(folder)
        killed = by and (by, "auction_tests")
    if killed is None or (wanted == "naive" and killed[0] != "naive"):
        longer = {name: arguments for name, arguments in LONGER.items() if name in programs}
        killed = run_programs(folder, objects, longer, wanted, killed)
    return killed


def plant(folder, name):
    """Copies the files it changes and patches the copies: which, or None if it does not apply."""
    folder.mkdir()
    if name in single_lines():
        return plant_line(folder, *single_lines()[name][1:])
    patch = HERE / f"{name}.patch"
    changed = set(re.findall(r"^\+\+\+ b/(\S+)", patch.read_text(encoding="utf-8"), re.M))
    for path in changed:
        copy(folder, path)
    done = subprocess.run(["patch", "-p1", "-F0", "-i", str(patch)], cwd=folder,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    return None if done.returncode else changed


def copy(folder, path):
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / path, folder / path)


def plant_line(folder, path, text, becomes):
    """The same for a fault of single_lines.txt: its text must stand there once."""
    old = (ROOT / path).read_text(encoding="utf-8")
    if old.count(text) != 1:
        return None
    copy(folder, path)
    (folder / path).write_text(old.replace(text, becomes), encoding="utf-8")
    return {path}


def as_wanted(wanted, killed):
    by, program = killed
    if wanted == "any":
        return True
    return by == "naive" if wanted == "naive" else (program == "auction_tests") == (wanted == "unit")


def try_mutant(scratch, needed, reads, whole, row):
    """One line of the report, and whether the fault was killed as it must be."""
    name, plants, wanted = row
    folder = scratch / name
    changed = plant(folder, name)
    if changed is None:
        return f"{name}: DOES NOT APPLY", False
    again = any(file.endswith(".h") for file in changed) and (
        lambda: compile_readers(folder, changed, needed, reads))
    killed = run_all(folder, compile_changed(folder, changed), wanted, whole, again)
    shutil.rmtree(folder)
    if killed is None:
        return f"{name}: SURVIVED ({plants})", False
    fine = as_wanted(wanted, killed)
    return f"{name}: {'killed' if fine else 'KILLED OTHERWISE'} by {killed[1]}, {killed[0]}", fine


def chosen(arguments):
    """The rows to try, and whether the threshold is that of the whole list."""
    everything, names = "--all" in arguments, [a for a in arguments if a != "--all"]
    rows = listed()
    if everything or names:
        rows += [(name, f"{text} -> {becomes}", wanted)
                 for name, (wanted, _, text, becomes) in single_lines().items()]
    unknown = set(names) - {row[0] for row in rows}
    if unknown:
        sys.exit(f"no such fault: {', '.join(sorted(unknown))}")
    return [row for row in rows if not names or row[0] in names], everything


def applies(name, single):
    """Whether the fault can still be planted."""
    if name in single:
        _, path, text, _ = single[name]
        return (ROOT / path).read_text(encoding="utf-8").count(text) == 1
    return subprocess.run(["patch", "-p1", "-F0", "--dry-run", "-i", str(HERE / f"{name}.patch")],
                          cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True,
                          check=False).returncode == 0


def check():
    """What can no longer be planted; builds and runs nothing."""
    rows, single = chosen(["--all"])[0], single_lines()
    stale = [row[0] for row in rows if not applies(row[0], single)]
    for name in stale:
        print(f"{name}: DOES NOT APPLY")
    print(f"mutants: {len(rows)} checked, {len(stale)} do not apply")
    return 1 if stale else 0


def build_bases(rows, whole):
    """What the mutants are linked with, and that all is well without one; the programs in use."""
    programs = {**PROGRAMS, **ROOM_PROGRAMS}
    if not whole:
        programs = {name: arguments for row in rows for name, arguments in programs_for(row[2]).items()}
    build_base(BASE, programs)
    wrong = [name for name, arguments in programs.items()
             if run_one(BASE / "tests/simulation", name, arguments)]
    if whole:
        build_base(UNIT_BASE, ["auction_tests"], "-DLIBAUCTION_BUILD_TESTS=ON")
        wrong += ["auction_tests"] if run_unit_tests(UNIT_BASE / "tests") else []
    if wrong:
        sys.exit(f"the checks fail without any fault planted: {', '.join(wrong)}")
    return programs


def main():
    if sys.argv[1:] == ["--check"]:
        sys.exit(check())
    rows, everything = chosen(sys.argv[1:])
    whole = bool(sys.argv[1:])
    started = time.monotonic()
    programs = build_bases(rows, whole)
    built = time.monotonic()
    needed, reads = sources(programs), readers()
    killed = otherwise = 0
    with tempfile.TemporaryDirectory(prefix="mutants-") as name, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        scratch = pathlib.Path(name)
        for line, fine in pool.map(lambda row: try_mutant(scratch, needed, reads, whole, row), rows):
            print(line, flush=True)
            killed += fine
            otherwise += "KILLED OTHERWISE" in line
    print(f"built in {built - started:.0f} s, mutants in {time.monotonic() - built:.0f} s")
    if everything:
        killed += otherwise
        print(f"{otherwise} of them by another check than the one asked for")
    print(f"mutants: {killed} of {len(rows)} killed")
    sys.exit(0 if killed >= len(rows) * (LEAST_KILLED if everything else 1) else 1)


if __name__ == "__main__":
    main()
