"""The operator's files are read by the programs they are for: Prometheus takes the rules and they
fire when they should, every question of the dashboard is one, and nginx takes its configuration."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
OPS = ROOT / "examples" / "pilot" / "ops"


def run(*words, cwd=OPS):
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    return [f"{' '.join(map(str, words))}\n{said}"] if done.returncode or "FAILED" in said else []


def rules():
    return (run("promtool", "check", "rules", "alerts.yml")
            + run("promtool", "test", "rules", "alerts_test.yml"))


def every_alert_is_tried():
    named = set(re.findall(r"alert: (\w+)", (OPS / "alerts.yml").read_text(encoding="utf-8")))
    tried = set(re.findall(r"alertname: (\w+)\n +exp_alerts:\n",
                           (OPS / "alerts_test.yml").read_text(encoding="utf-8")))
    return [f"{name}: no test in which it fires" for name in sorted(named - tried)]


def every_metric_is_there():
    """A question about a metric that nobody counts is answered by silence."""
    families = (ROOT / "examples/pilot/metrics/families.h").read_text(encoding="utf-8")
    counted = set(re.findall(r'"([a-z]+(?:_[a-z]+)+)"', families))
    asked = set()
    for name in ("alerts.yml", "dashboard.json"):
        text = (OPS / name).read_text(encoding="utf-8")
        asked |= set(re.findall(r"\b([a-z]+(?:_[a-z]+)*_(?:total|bytes|seconds\w*|connections))\b",
                                text))
    return [f"{name} is asked for and not counted" for name in sorted(asked)
            if re.sub(r"_(bucket|count|sum)$", "", name) not in counted]


def scrape(folder):
    for name in ("prometheus.yml", "alerts.yml"):
        shutil.copy(OPS / name, folder / name)
    (folder / "metrics_token").write_text("secret", encoding="utf-8")
    return run("promtool", "check", "config", "prometheus.yml", cwd=folder)


def dashboard(folder):
    """promtool checks no dashboards, so the questions are put to it as rules."""
    panels = json.loads((OPS / "dashboard.json").read_text(encoding="utf-8"))["panels"]
    asked = [target["expr"] for panel in panels for target in panel["targets"]]
    lines = [f"      - {{record: 'asked:{number}', expr: {json.dumps(expr)}}}"
             for number, expr in enumerate(asked)]
    (folder / "asked.yml").write_text(
        "groups:\n  - name: asked\n    rules:\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return run("promtool", "check", "rules", "asked.yml", cwd=folder)


def nginx(folder):
    """As on a machine of its own, but for the certificate and the ports, which are not there."""
    made = run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
               "/CN=auction.example.com", "-keyout", "key.pem", "-out", "cert.pem", cwd=folder)
    text = (OPS / "nginx.conf").read_text(encoding="utf-8")
    text = re.sub(r"/etc/ssl/certs/\S+\.pem", f"{folder}/cert.pem", text)
    text = re.sub(r"/etc/ssl/private/\S+\.key", f"{folder}/key.pem", text)
    three = text.replace("    # server", "    server")
    faults = [*made]
    for conf in (text, three):
        (folder / "nginx.conf").write_text(
            f"pid {folder}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n"
            f"{conf}\n}}\n", encoding="utf-8")
        faults += run("nginx", "-t", "-e", "stderr", "-p", f"{folder}/", "-c", "nginx.conf",
                      cwd=folder)
    return faults


def main():
    missing = [name for name in ("promtool", "nginx", "openssl") if not shutil.which(name)]
    if missing:
        print(f"SKIPPED: not installed: {', '.join(missing)}")
        return 4
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        faults = (rules() + every_alert_is_tried() + every_metric_is_there() + scrape(folder) + dashboard(folder)
                  + nginx(folder))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
