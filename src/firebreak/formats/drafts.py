"""What an outside file says, as notices in the making; and what a format cannot say of them.

A reader of a file hands back drafts, each with what is doubtful in it. Nothing here is a notice: an officer
compares area and windows with the source, and signs. A writer hands back the file and what it had to leave
out or change, so that nobody believes that a copy says everything.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from firebreak.core.base.errors import Finding
from firebreak.core.geo.area import NOWHERE, Area
from firebreak.formats.bounds import Budget
from firebreak.formats.parsed import Window

Act = Literal["issue", "replace", "cancel"]
UNSAID: Final = "und"  # BCP 47: the language is not said
FINDINGS_MAX: Final = 40  # of one draft; more say nothing new to a person
TITLE_MAX: Final = 200
TEXT_MAX: Final = 8_000  # code points that a notice carries

CODES: Final = frozenset({
    "altitude-mixed", "altitude-unread", "bad-time", "code-private", "code-unknown", "duress", "encrypted",
    "ends-before-begins", "geocode-unread", "height-unread", "holes-filled", "impossible-coordinate",
    "longitude-wrapped", "maybe-swapped", "no-area", "not-a-notice", "not-actual", "not-conform",
    "null-island", "outline-enclosed", "outline-unknown", "radius-odd", "repeated-corner", "ring-open",
    "schedule-unread", "self-crossing", "split", "stale", "start-unknown", "test-message", "text-cut",
    "too-many-corners", "too-many-windows", "undrawn", "unit-unknown", "unread-geometry",
})  # fmt: skip
"Of readings; docs/notice-formats.md has a line on each."

LOSSES: Final = frozenset({
    "act-lost", "altitude-lost", "area-lost", "buffer-lost", "circle-drawn", "code-lost", "end-assumed",
    "fields-lost", "identity-shortened", "name-lost", "not-cut", "notice-lost", "outline-enclosed",
    "particulars-lost", "place-rounded", "start-assumed", "texts-lost", "time-rounded",
    "uncertainty-lost", "windows-lost",
})  # fmt: skip
"Of writings."


@dataclass
class Notes:
    """Collects findings or losses; the same sentence counts once."""

    budget: Budget = field(default_factory=Budget)
    _found: dict[tuple[str, str], Finding] = field(default_factory=dict[tuple[str, str], Finding])

    def add(self, code: str, text: str) -> None:
        assert code in CODES or code in LOSSES, code
        if len(self._found) < FINDINGS_MAX:
            self._found.setdefault((code, text), Finding(code=code, text=text))

    def has(self, code: str) -> bool:
        return any(each == code for each, _ in self._found)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One notice as an outside file has it."""

    source_format: str
    identifier: str = ""
    "As the source names it."
    act: Act = "issue"
    refers_to: tuple[str, ...] = ()
    "What it replaces or cancels, as the source names it."
    refers_at: datetime | None = None
    "When that was issued, where it is known."
    code: str = ""
    "What it is about (`core.notice.kinds`); empty when the source has no such code."
    area: Area = NOWHERE
    windows: tuple[Window, ...] = ()
    cancel_at: datetime | None = None
    issued_at: datetime | None = None
    title: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    "Language and text."
    authority: str = ""
    contact: str = ""
    beside: Mapping[str, Any] = field(default_factory=dict[str, Any])
    "What it says besides, as `beside.py` has it."
    exercise: bool = False
    "Whether it is of a line for exercises, which every copy has to say."
    findings: tuple[Finding, ...] = ()

    def text(self, language: str = "en") -> str:
        """In a language, or else in the first that there is."""
        said = dict(self.texts)
        return said.get(language) or next(iter(said.values()), "") or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file, and what it does not say of the drafts that it was made from."""

    data: bytes
    losses: tuple[Finding, ...] = ()


def cut(text: str, notes: Notes, most: int = TEXT_MAX) -> str:
    """A text short enough for a notice; the source keeps the whole."""
    tidy = text.strip()
    if len(tidy) > most:
        notes.add("text-cut", f"a text of {len(tidy)} characters is cut after {most}")
    return tidy[:most].rstrip()


def line(text: str) -> str:
    """A text on one line, short enough for a title."""
    return " ".join(text.split())[:TITLE_MAX]


def written(data: bytes | str, notes: Iterable[Finding]) -> Written:
    """A file with its losses."""
    return Written(data=data.encode() if isinstance(data, str) else data, losses=tuple(notes))
