"""`firebreak notice parse`: one JSON line in, one out; nothing in a line stops the rest."""

import json
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, NoReturn, cast

from firebreak.cli.notice_text import lines
from firebreak.cli.run import GOOD, REFUSED, UNREADABLE
from firebreak.cli.stderr import Progress
from firebreak.cli.terminal import say, say_json
from firebreak.core.base.errors import LocalError
from firebreak.formats.detect import CHARACTERS_MAX, read_text, refused
from firebreak.formats.parsed import Parsed

LINE_BYTES_MAX: Final = 1 << 20  # a warning of 16,384 characters, each escaped, is a tenth of it
PROGRESS_EVERY: Final = 500
ID_CHARACTERS_MAX: Final = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of the input."""

    name: Any
    text: str
    dtg: str


def parse_lines(file: Path | None, *, as_json: bool) -> int:
    """Exit code 0 where nothing is doubtful, 1 with findings, 2 where no line could be read."""
    progress = Progress(quiet=not sys.stderr.isatty())
    count, doubtful, unreadable = 0, 0, 0
    with _opened(file) as stream:
        for count, line in enumerate(_bounded(stream), start=1):
            name, found = _read(line)
            _show(name if name is not None else f"line {count}", found, as_json=as_json)
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


def _bounded(stream: IO[bytes]) -> Iterator[bytes]:
    """Lines; of one beyond the bound only its beginning, and the rest is thrown away unread."""
    while line := stream.readline(LINE_BYTES_MAX + 1):
        rest = line
        while len(rest) > LINE_BYTES_MAX and not rest.endswith(b"\n"):
            rest = stream.readline(LINE_BYTES_MAX + 1)
        if line.strip():
            yield line


def _read(line: bytes) -> tuple[Any, Parsed]:
    if len(line) > LINE_BYTES_MAX:
        return None, refused("unreadable", f"a line of more than {LINE_BYTES_MAX:,} bytes")
    try:
        asked = _asked(line)
    except (ValueError, RecursionError) as error:
        return None, refused("unreadable", f"not a JSON object with id and text: {str(error)[:100]}")
    if not asked.text and not isinstance(asked.name, str | int):
        return None, refused("unreadable", "neither id nor text")
    return asked.name, read_text(asked.text, asked.dtg, str(asked.name))


def _asked(line: bytes) -> Asked:
    value = json.loads(line, parse_constant=_no_number)
    if not isinstance(value, dict):
        raise ValueError("it is no object")
    facts = cast("dict[str, Any]", value)
    name, text, dtg = facts.get("id"), facts.get("text"), facts.get("dtg")
    if not isinstance(text, str):
        raise ValueError(f"the text of {str(name)[:ID_CHARACTERS_MAX]!r} is missing or is no string")
    if isinstance(name, str) and len(name) > ID_CHARACTERS_MAX:
        raise ValueError("an id of more than 200 characters")
    return Asked(name if isinstance(name, str | int) else None, text, dtg if isinstance(dtg, str) else "")


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _show(name: Any, found: Parsed, *, as_json: bool) -> None:
    if as_json:
        say_json({"id": name} | found.as_json() if name is not None else found.as_json())
    else:
        say(*lines(name, found))
