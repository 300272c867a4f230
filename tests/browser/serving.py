"""Serves the built console with what real nodes said, for pictures and for looking at the page alone.

Reads of the record come from `console/recorded.json`; nothing is signed or written. The alerts are made here.
"""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from firebreak.console.guards import HEADERS as GUARDS
from tests.browser.near import near
from tests.browser.recording import FILE
from tests.browser.recording_notices import FILE as NOTICES

STATIC: Final = Path(__file__).parents[2] / "src/firebreak/console/static"
TYPES: Final = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}


def session(value: dict[str, Any], *roles: str) -> dict[str, Any]:
    """An officer's session whose key is not in this browser."""
    officer = {"name": "north one", "key": "none", "listed": None, "waiting": None, "powers": ["duty"]}
    return {
        "id": "s1",
        "name": "brandt",
        "roles": list(roles or ("duty", "supervisor", "administrator")),
        "officer": officer,
        "how": "password",
        "ends_at": value["now"] + 3_600_000,
        "idle_milliseconds": 3_600_000,
        "party": value["party"],
        "environment": value["environment"],
    }


def alerts(now: int) -> list[dict[str, Any]]:
    """One of each rank but an emergency, one acknowledged."""

    def alert(id: str, rank: str, kind: str, **rest: Any) -> dict[str, Any]:  # noqa: A002 - it is its id
        fixed = {
            "id": id,
            "rank": rank,
            "kind": kind,
            "line": "south",
            "parameters": {},
            "raised_at": now - 80_000,
        }
        return fixed | rest

    silent = {"minutes": 47, "limit": 15}
    done = {"acknowledged_by": "novak", "acknowledged_at": now - 20_000}
    return [
        alert("1", "alarm", "flash_unread", deadline_at=now + 60_000),
        alert("2", "warning", "line_silent", parameters=silent, raised_at=now - 420_000),
        alert("3", "caution", "link_degraded", raised_at=now - 1_500_000, **done),
    ]


class Fixture:
    """What is answered; tests may change it before a page asks."""

    def __init__(self) -> None:
        recorded = json.loads(FILE.read_text(encoding="utf-8"))
        self.snapshot: dict[str, Any] = recorded["snapshot"]
        self.ledger: dict[str, Any] = recorded["ledger"]
        self.told: dict[str, Any] = json.loads(NOTICES.read_text(encoding="utf-8"))
        self._bring_notices()
        self.snapshot["alerts"] = alerts(self.snapshot["now"])
        self.snapshot["session"] = session(self.snapshot)
        self.snapshot["positions"] = []
        self.logged_in = True
        self.asked: list[str] = []
        self.over = threading.Event()

    def _bring_notices(self) -> None:
        """Notices of another hour, moved to that of the picture."""
        by = self.snapshot["now"] - self.told["now"]
        self.told = _moved(self.told, by)
        self.snapshot["notices"] = {"south": self.told["notices"]}

    def get(self, path: str) -> Any:
        """The answer to a read, or None."""
        fixed: dict[str, Any] = {
            "/api/session": self.snapshot["session"],
            "/api/snapshot": self.snapshot,
            "/api/nearby": near(self.snapshot["now"]),
            "/api/accounts": {"accounts": [_account("brandt"), _account("novak")], "closed": []},
        }
        return fixed[path] if path in fixed else self._of_line(path)

    def _of_line(self, path: str) -> Any:
        named: dict[str, Any] = {
            "ledger": self.ledger,
            "entries": {"entries": []},
            "explanations": self.told["explanations"],
            "incidents": self.told["incidents"],
            "register": self.told["register"],
        }
        if found := re.search(r"/notices/(\w+)$", path):
            return self.told["whole"][found[1]]
        if found := re.search(r"/entries/(\d+)$", path):
            return self._entry(int(found[1]))
        return named.get(path.rpartition("/")[2])

    def post(self, path: str) -> Any:
        """The answer to what would write: nothing is written."""
        if path.endswith("/verify"):
            return {"ok": True, "summary": ["Both logs hold.", "71 entries."]}
        if path.startswith("/api/notices/"):
            return self.told[path.rpartition("/")[2]]
        if path == "/api/enrolment/open":
            held = self.snapshot["session"]
            rest = {"officer": "north one", "ends_at": 0, "password_length_min": 12}
            return {each: held[each] for each in ("name", "roles", "party", "environment")} | rest
        return {}

    def _entry(self, position: int) -> Any:
        entry = next(each for each in self.snapshot["entries"]["south"] if each["position"] == position)
        copies = {"ours": True, "theirs": True, "acknowledged": False, "versions": []}
        officers = [{"officer": "south one", "action": "acknowledge", "time": entry["at"], "language": "uk"}]
        rest = {"party": "South", "key": "5f0c22a1", "mark": "good", "officers": officers, "wrong": ""}
        body = {"entry": entry["hash"], "desk": "duty", "paraphrase": "Вертоліт о 14:00Z."}
        return entry | rest | {"copies": copies, "checkpoint": None, "body": body}


def _moved(value: Any, by: int) -> Any:
    """The same with every instant at another hour."""
    if isinstance(value, dict):
        return {name: _moved(each, by) for name, each in value.items()}
    if isinstance(value, list):
        return [_moved(each, by) for each in value]
    return value + by if isinstance(value, int) and value > 1_000_000_000_000 else value


def _account(name: str) -> dict[str, Any]:
    ways = {"passkeys": 1, "password": True, "link": False, "made_at": 0, "revoked": False}
    return {"name": name, "roles": ["duty"], "officer": f"{name} one", "key": "listed"} | ways


class Handler(BaseHTTPRequestHandler):
    """Answers from a fixture."""

    protocol_version = "HTTP/1.1"
    fixture: Fixture

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Stay quiet."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.fixture.asked.append(path)
        if path == "/api/events":
            self._stream()
        elif path.startswith("/api/"):
            self._json(self.fixture.get(path) if self.fixture.logged_in else None)
        else:
            self._file(STATIC / ("index.html" if path == "/" else path[1:]))

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self.fixture.asked.append(self.path)
        self._json(self.fixture.post(self.path))

    def _stream(self) -> None:
        """Open, and silent until the end."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        self.wfile.write(b": here\n\n")
        self.wfile.flush()
        self.fixture.over.wait(60)

    def _json(self, value: Any) -> None:
        missing = {"code": "FB501", "text": "nobody is logged in here", "hint": "log in"}
        told = missing if value is None else value
        self._answer(401 if value is None else 200, json.dumps(told).encode(), "application/json")

    def _file(self, path: Path) -> None:
        found = path.is_file()
        kind = TYPES.get(path.suffix, "application/octet-stream")
        self._answer(200 if found else 404, path.read_bytes() if found else b"", kind)

    def _answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        for name, each in (GUARDS | {"content-type": kind, "content-length": str(len(body))}).items():
            self.send_header(name, each)
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """Says nothing of browsers that leave."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A closed page resets its connections."""


@contextmanager
def shown() -> Iterator[tuple[str, Fixture]]:
    """Its address, and what it answers."""
    fixture = Fixture()
    handler = type("OfFixture", (Handler,), {"fixture": fixture})
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_address[1]}", fixture
    finally:
        fixture.over.set()
        server.shutdown()
        server.server_close()
