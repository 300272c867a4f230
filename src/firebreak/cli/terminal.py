"""Printing facts for a person: plain lines, aligned columns, few colours, nothing a counterpart can forge.

Text of the record goes through `safe` before it is laid out. Colour only repeats what a word says.
"""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from firebreak.cli.stderr import coloured
from firebreak.core.base.instants import Instant, iso
from firebreak.core.base.sinks import for_terminal

COLUMNS_MIN: Final = 40
COLUMNS_MAX: Final = 100
GAP: Final = 2
STYLES: Final = {"red": "31", "yellow": "33", "green": "32", "bold": "1", "faint": "2"}


def safe(text: object, *, one_line: bool = True) -> str:
    """A text of the record, with everything marked that could mislead."""
    return for_terminal(str(text), one_line=one_line)


def say(*lines: str) -> None:
    """Print lines whose foreign parts went through `safe`."""
    for each in lines:
        sys.stdout.write(f"{each}\n")
    sys.stdout.flush()


def say_json(value: Any) -> None:
    """Print facts as one JSON object on one line, in plain ASCII: nothing in it can steer a terminal."""
    sys.stdout.write(json.dumps(value, ensure_ascii=True) + "\n")
    sys.stdout.flush()


def styled(text: str, style: str) -> str:
    """The text in a colour, where standard output shows colours."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if style and coloured(sys.stdout) else text


def width(text: str) -> int:
    """Columns that a text takes; wide characters take two, combining ones none."""
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def columns() -> int:
    """How wide to write."""
    return max(COLUMNS_MIN, min(COLUMNS_MAX, shutil.get_terminal_size((80, 24)).columns))


def wrapped(text: str, indent: str = "") -> Iterator[str]:
    """A text broken into lines of the terminal, each indented."""
    for paragraph in text.split("\n"):
        yield from _paragraph(paragraph.split(" "), indent)


def _paragraph(words: Sequence[str], indent: str) -> Iterator[str]:
    room, line = columns() - width(indent), ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and width(longer) > room:
            yield indent + line
            line = word
        else:
            line = longer
    yield (indent + line).rstrip()


def table(rows: Sequence[Sequence[str]], *, indent: str = "") -> Iterator[str]:
    """Columns aligned by what the terminal draws; the last one is wrapped."""
    if not rows:
        return
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    for row in rows:
        start = indent + "".join(padded(cell, size + GAP) for cell, size in zip(row, widths, strict=False))
        lines = list(wrapped(row[-1], " " * width(start)))
        yield (start + lines[0].lstrip()).rstrip()
        yield from lines[1:]


def padded(text: str, size: int) -> str:
    """The text with spaces up to so many columns."""
    return text + " " * (size - width(text))


def instant(at: int | None) -> str:
    """`2022-03-23 14:05:09Z`."""
    return "-" if at is None else iso(Instant(at)).replace("T", " ")


def clock(at: int) -> str:
    """`14:05:09Z`."""
    return iso(Instant(at))[11:]


def listed(items: Iterable[str], nothing: str = "none") -> str:
    """`a, b`, each safe."""
    return ", ".join(safe(each) for each in items) or nothing


def ring_bell() -> None:
    """Sound the bell of the terminal, where there is one."""
    if sys.stdout.isatty():
        sys.stdout.write("\a")
        sys.stdout.flush()
