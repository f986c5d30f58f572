"""nginx as examples/pilot/ops/nginx.conf has it, before three back ends: whoever polls always comes to
the same one, what a client says of its own address is not passed on, and the metrics are not shown."""

import http.client
import http.server
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "pilot_clients"))

import server  # noqa: E402  (found through the line above)


class BackEnd(http.server.BaseHTTPRequestHandler):
    """Says which one it is and what it was told."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        told = {"port": self.server.server_port, "path": self.path, **dict(self.headers)}
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def configuration(folder, port, back_ends):
    text = (ROOT / "examples/pilot/ops/nginx.conf").read_text(encoding="utf-8")
    text = text[:text.index("server {\n    listen 80;")]
    text = text.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    text = re.sub(r" *ssl_\w+ .*;\n", "", text).replace("    # server", "    server")
    for number, one in enumerate(back_ends, 8001):
        text = text.replace(f"127.0.0.1:{number};", f"127.0.0.1:{one.server_port};")
    paths = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in
                    ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"daemon off;\nworker_processes 2;\npid {folder}/pid;\nerror_log stderr;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{paths}{text}\n}}\n", encoding="utf-8")


def ask(port, path, headers=()):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    line.request("GET", path, headers={"Host": "auction.example.com", **dict(headers)})
    got = line.getresponse()
    body = got.read()
    line.close()
    return got.status, json.loads(body) if got.status == 200 else None


def wait_for(port):
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            return ask(port, "/")
        except OSError:
            time.sleep(0.02)
    raise AssertionError("nginx did not start")


def judge(port):
    polls = {ask(port, f"/socket.io/?EIO=4&transport=polling&sid={n}")[1]["port"]
             for n in range(30)}
    assert len(polls) == 1, f"polling came to {len(polls)} back ends"
    _, told = ask(port, "/api/config", {"X-Forwarded-For": "1.2.3.4"})
    assert told["X-Forwarded-For"] == "127.0.0.1", told
    assert told["Host"] == "auction.example.com", told
    _, told = ask(port, "/api/socket.io/?transport=websocket",
                  {"Upgrade": "websocket", "Connection": "Upgrade"})
    assert told["Upgrade"] == "websocket" and told["Connection"] == "upgrade", told
    for path in ("/api/metrics", "/api/debug/rooms/league/x"):
        assert ask(port, path)[0] == 404, path


def main():
    if not shutil.which("nginx"):
        print("SKIPPED: nginx is not installed")
        return 4
    back_ends = [http.server.ThreadingHTTPServer(("127.0.0.1", 0), BackEnd) for _ in range(3)]
    for one in back_ends:
        threading.Thread(target=one.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as scratch:
        folder, port = pathlib.Path(scratch), server.free_port()
        configuration(folder, port, back_ends)
        nginx = subprocess.Popen(["nginx", "-p", f"{folder}/", "-c", "nginx.conf", "-e", "stderr"],
                                 stderr=subprocess.PIPE, text=True)
        try:
            wait_for(port)
            judge(port)
        finally:
            nginx.terminate()
            said = nginx.communicate(timeout=10)[1]
    print(said)
    return 0


if __name__ == "__main__":
    sys.exit(main())
