"""What `firebreak doctor` says of the console: its pages, its certificate, whether it answers."""

import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from firebreak.cli.examining import Found
from firebreak.core.base.errors import FirebreakError

if TYPE_CHECKING:
    from pathlib import Path

    from firebreak.app.house import House
    from firebreak.console.settings import Settings

NAME: Final = "console"
ANSWER_SECONDS: Final = 2.0
LATE_DAYS: Final = 14


def console(house: "House") -> Iterator[Found]:
    """Nothing where none is configured."""
    from firebreak.app.console_process import settings_of

    if house.config.console is None:
        return
    plain = settings_of(house, b"")
    settings = plain.at(plain.address[1])
    yield _answers(settings, running=house.socket.exists())
    yield from _pages()
    if settings.tls:
        yield _certificate(settings)
    if settings.map_tiles is not None:
        yield _own_map(settings.map_tiles)


def _answers(settings: "Settings", *, running: bool) -> Found:
    host, port = settings.address
    near = {"0.0.0.0": "127.0.0.1", "::": "::1", "localhost": "127.0.0.1"}.get(host, host)  # noqa: S104 - compared
    try:
        socket.create_connection((near, port), ANSWER_SECONDS).close()
    except OSError as error:
        state = "fail" if running else "warn"
        why = f"nothing answers at {settings.listen} ({error.strerror or 'no answer'})"
        return Found(NAME, state, f"{why}: see what the node prints after `console:`")
    return Found(NAME, "ok", f"something answers at {settings.listen}; open {settings.origin}/")


def _pages() -> Iterator[Found]:
    from importlib.util import find_spec
    from pathlib import Path

    found = find_spec("firebreak.console")
    if found is None or found.origin is None:
        return
    if not (Path(found.origin).parent / "static" / "index.html").is_file():
        yield Found(NAME, "warn", "its pages are not built: make console, with Node.js")


def _own_map(path: "Path") -> Found:
    """A warning at most: the line and the console work without it."""
    from firebreak.console.own_map.archive import OwnMap

    try:
        found = OwnMap.open(path)
    except FirebreakError as error:
        return Found(NAME, "warn", f"{error}. {error.hint}")
    found.close()
    if found.header.form != "mvt":
        told = f"pictures ({found.header.form}): whatever borders and names are in them are shown"
    else:
        drawn = ", ".join(name for name, _ in found.layers)
        told = f"draws {drawn}; leaves out {', '.join(found.left_out) or 'nothing'}"
    return Found(NAME, "ok", f"the own map is in order; {told}")


def _certificate(settings: "Settings") -> Found:
    """As it lies there; nothing is made."""
    from firebreak.console.certificates import CERTIFICATE, read_certificate
    from firebreak.core.base.instants import DAY, iso
    from firebreak.runtime.clocks import SystemClock

    path = settings.certificate or settings.files / CERTIFICATE
    if settings.certificate is None and not path.exists():
        return Found(NAME, "ok", "a self-signed certificate is made at its first start")
    try:
        until = read_certificate(path, settings.certificate_key or path).until
    except FirebreakError as error:
        return Found(NAME, "fail", f"{error.text}. {error.hint}")
    days = (until - SystemClock().read().wall) // DAY
    if days < 0:
        return Found(NAME, "fail", f"its certificate ended at {iso(until)}: put a new one in its place")
    state = "ok" if days >= LATE_DAYS else "warn"
    return Found(NAME, state, f"its certificate is good until {iso(until)}, {days} days")
