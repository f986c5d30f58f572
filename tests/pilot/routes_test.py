"""The server's routes and the OpenAPI document name each other: nothing is served that is not
documented, nothing is documented that is not served. Also: the document is what its tables say."""

import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "pilot_clients"))

import server  # noqa: E402  (found through the line above)

DOCUMENTS = ROOT / "examples" / "pilot" / "documents"


def documented():
    document = json.loads((DOCUMENTS / "openapi.json").read_text(encoding="utf-8"))
    return {(method.upper(), path) for path, item in document["paths"].items()
            for method in item if method != "parameters"}


def served():
    """`pilot --routes` prints a line for each: the method, the path below /api."""
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run([server.PROGRAM, "--routes"], capture_output=True, text=True,
                              check=True, cwd=folder, env={"TMPDIR": folder})
        left = [path.name for path in pathlib.Path(folder).iterdir()]
    assert not left, f"printing the routes leaves {left} behind"
    return {tuple(line.split()[:2]) for line in told.stdout.splitlines() if line.strip()}


def main():
    subprocess.run([sys.executable, "-B", DOCUMENTS / "write.py", "--check"], check=True)
    if not server.PROGRAM.exists():
        print("SKIPPED: the pilot is not built (LIBAUCTION_BUILD_PILOT)")
        return 4
    faults = [f"{' '.join(route)}: served and not documented" for route in served() - documented()]
    faults += [f"{' '.join(route)}: documented and not served"
               for route in documented() - served()]
    print("\n".join(sorted(faults)))
    print(f"routes: {len(documented())} documented, {len(faults)} wrong")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
