"""`firebreak notice parse`: one JSON line in, one out; nothing in a line stops the rest."""

import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, Final

from firebreak.cli.notice_lines import LINE_BYTES_MAX, NotAsked, asked
from firebreak.cli.notice_text import lines
from firebreak.cli.run import GOOD, REFUSED, UNREADABLE
from firebreak.cli.stderr import Progress
from firebreak.cli.terminal import say, say_json
from firebreak.core.base.errors import Finding, LocalError
from firebreak.formats.detect import CHARACTERS_MAX, read_text, refused
from firebreak.formats.parsed import Parsed

PROGRESS_EVERY: Final = 500


def parse_lines(file: Path | None, *, as_json: bool) -> int:
    """Exit code 0 where nothing is doubtful, 1 with findings, 2 where no line could be read."""
    progress = Progress(quiet=not sys.stderr.isatty())
    count, doubtful, unreadable = 0, 0, 0
    with _opened(file) as stream:
        for count, (place, line) in enumerate(_bounded(stream), start=1):
            name, found = _read(line)
            _show(name if name is not None else f"line {place}", found, as_json=as_json)
            doubtful += bool(found.findings)
            unreadable += any(each.code == "unreadable" for each in found.findings)
            if count % PROGRESS_EVERY == 0:
                progress.say(f"{count:,} read, {doubtful:,} with findings")
    progress.end()
    if unreadable == count and count:
        return UNREADABLE
    return REFUSED if doubtful else GOOD


def parse_one(file: Path | None, text: str | None, dtg: str, *, as_json: bool) -> int:
    """One warning as it was received."""
    if text is None:
        with _opened(file) as stream:
            text = stream.read(4 * CHARACTERS_MAX + 4).decode("utf-8", "replace")
    found = read_text(text, dtg)
    _show(None, found, as_json=as_json)
    return REFUSED if found.findings else GOOD


@contextmanager
def _opened(file: Path | None) -> Generator[IO[bytes]]:
    if file is None or str(file) == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = file.open("rb")
    except OSError as error:
        hint = "name a file of JSON lines, or give them on standard input"
        raise LocalError(f"{file} cannot be read: {error.strerror}", code="FB628", hint=hint) from error
    with stream:
        yield stream


def _bounded(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Lines with their places; of one beyond the bound only its beginning, the rest is thrown away unread."""
    place = 0
    while line := stream.readline(LINE_BYTES_MAX + 1):
        place, rest = place + 1, line
        while len(rest) > LINE_BYTES_MAX and not rest.endswith(b"\n"):
            rest = stream.readline(LINE_BYTES_MAX + 1)
        if line.strip():
            yield place, line


def _read(line: bytes) -> tuple[str | int | None, Parsed]:
    try:
        found = asked(line)
    except NotAsked as error:
        return error.name, refused("unreadable", str(error))
    try:
        parsed = read_text(found.text, found.dtg, "" if found.name is None else str(found.name))
    except Exception as error:  # noqa: BLE001  our bug; the lines after this one are somebody's warnings too
        return found.name, refused("unreadable", f"a fault of the reader itself: {type(error).__name__}")
    more = tuple(Finding(code=code, text=text) for code, text in found.doubts)
    return found.name, replace(parsed, findings=(*parsed.findings, *more))


def _show(name: Any, found: Parsed, *, as_json: bool) -> None:
    if as_json:
        say_json({"id": name} | found.as_json() if name is not None else found.as_json())
    else:
        say(*lines(name, found))
