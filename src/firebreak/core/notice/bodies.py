"""What stands in a notice (`spec/notice.md`).

A notice is the word of an officer, who signs all of it: the text it was made from and what was read out of
that text. Its name is the hash of its entry.
"""

from dataclasses import dataclass
from enum import IntEnum, IntFlag
from hashlib import sha256
from itertools import pairwise
from typing import ClassVar, Final, cast

from firebreak.core.base.cbor import encode
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import OFFICER, digest
from firebreak.core.base.shape import Body, Choice, Flag, Inside, Number, Octets, Several, Text, item
from firebreak.core.base.text import TEXT_CODE_POINTS_MAX
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import STATEMENTS_MAX, Action, StatedBody, Statement
from firebreak.core.envelope.release import RELEASE_KEY, TWO_PERSON
from firebreak.core.envelope.said import SaidPhrase
from firebreak.core.geo.area import NOWHERE, Area
from firebreak.core.notice.kinds import CODE, CODE_LENGTH

DESK: Final = Text(most=40, least=1)
DESKS_MAX: Final = 16
LANGUAGE: Final = Text(most=8, least=2)
LANGUAGES_MAX: Final = 8
WINDOWS_MAX: Final = 128  # a schedule of four months, day by day
SHORT: Final = 200
NOTE: Final = 500
REFERENCES_MAX: Final = 16
FINDINGS_MAX: Final = 32
FORMAT_MAX: Final = 24
NAME: Final = Octets(exactly=32)
"The hash of an entry."


class Ends(IntEnum):
    """How the end of the last window is meant."""

    FIXED = 1
    ESTIMATED = 2
    "It goes on until it is replaced or cancelled; the end that is given is a guess."
    UNTIL_CANCELLED = 3


class Danger(IntFlag):
    """To whom it is dangerous."""

    SHIPS = 1
    AIRCRAFT = 2
    GROUND = 4
    SUBMARINES = 8


DANGER_MOST: Final = 15


class Relation(IntEnum):
    """What a notice is to an entry that it names; a notice that it replaces stands in `replaces`."""

    ADD = 1
    CORRECT = 2
    RELATE = 3
    ANSWER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Body):
    """From when until when, milliseconds UTC."""

    opens_at: int = item(1, Number())
    closes_at: int = item(2, Number())

    def __post_init__(self) -> None:
        if self.opens_at >= self.closes_at:
            raise ValueError(f"a window that ends at {self.closes_at} and begins at {self.opens_at}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Body):
    """The notice in one language, in its author's words."""

    language: str = item(1, LANGUAGE)
    text: str = item(2, Text(most=TEXT_CODE_POINTS_MAX, least=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Body):
    """An entry of either side that belongs to this notice."""

    relation: Relation = item(1, Choice(Relation))
    entry: bytes = item(2, NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Body):
    """Something that was doubtful when the source was read."""

    code: str = item(1, Text(most=40, least=1))
    text: str = item(2, Text(most=SHORT), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Body):
    """The text that the notice was made from, word for word."""

    format: str = item(1, Text(most=FORMAT_MAX, least=1))
    "`navwarn`, `notam`, `cap`, `geojson` …"
    text: str = item(2, Text(most=TEXT_CODE_POINTS_MAX, least=1))
    sha256: bytes = item(3, NAME)
    "Of the text in UTF-8."
    doubts: tuple[Doubt, ...] = item(4, Several(Inside(Doubt), most=FINDINGS_MAX), default=())
    confirmed_by: str = item(5, Text(most=64), default="")
    "Who compared area and windows with the text; empty while nobody has."

    def __post_init__(self) -> None:
        if self.sha256 != sha256(self.text.encode()).digest():
            raise ValueError("the source text is not the one whose hash is given")

    @classmethod
    def of(cls, form: str, text: str, doubts: tuple[Doubt, ...] = (), confirmed_by: str = "") -> "Source":
        """A source with its hash."""
        hashed = sha256(text.encode()).digest()
        return cls(format=form, text=text, sha256=hashed, doubts=doubts, confirmed_by=confirmed_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement(Body):
    """What moves, and how it is known: the particulars of a humanitarian notification."""

    name: str = item(1, Text(most=SHORT), default="")
    "Of the convoy, exercise or facility."
    marking: str = item(2, Text(most=SHORT), default="")
    "Emblem, colours, call sign."
    vehicles: str = item(3, Text(most=SHORT), default="")
    persons: int | None = item(4, Number(most=10_000_000), default=None)
    "Their number, and nothing else of them."
    en_route: str = item(5, Text(most=SHORT), default="")
    "How they are reached on the way."


@dataclass(frozen=True, slots=True, kw_only=True)
class Approach(Body):
    """Two objects near each other, in words that were agreed to be exact enough."""

    ours: str = item(1, Text(most=SHORT, least=1))
    "The issuer's object."
    theirs: str = item(2, Text(most=SHORT, least=1))
    bearing_cdeg: int | None = item(3, Number(most=35_999), default=None)
    "From the issuer's object to the other, hundredths of a degree from true north."
    distance_m: int | None = item(4, Number(most=20_100_000), default=None)
    closest_m: int | None = item(5, Number(most=20_100_000), default=None)
    "At the closest point of approach, measured or expected."
    closest_at: int | None = item(6, Number(), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(StatedBody):
    """A statement on place and time, from one desk to one or more desks of the counterpart."""

    ACTION: ClassVar = Action.ISSUE

    from_desk: str = item(2, DESK)
    to: tuple[str, ...] = item(3, Several(DESK, most=DESKS_MAX))
    code: str = item(4, Text(most=CODE_LENGTH, least=CODE_LENGTH))
    "What it is about; see `kinds`."
    area: Area = item(5, Inside(Area), default=NOWHERE)
    windows: tuple[Window, ...] = item(6, Several(Inside(Window), most=WINDOWS_MAX), default=())
    "When it holds: each day of a schedule by itself, in order, apart from each other."
    ends: Ends = item(7, Choice(Ends), default=Ends.FIXED)
    expires_at: int = item(8, Number(least=1), default=0)
    "When the source says that it is cancelled of itself; 0: at the end of the last window."
    schedule: str = item(9, Text(most=SHORT), default="")
    "The original words of the windows."
    release: tuple[Statement, ...] = item(
        RELEASE_KEY, Several(Inside(Statement), most=STATEMENTS_MAX), default=()
    )
    "Officers who release what somebody else issues, where two have to."
    texts: tuple[Wording, ...] = item(11, Several(Inside(Wording), most=LANGUAGES_MAX), default=())
    activity: str = item(12, Text(most=SHORT), default="")
    danger: int = item(13, Number(1, DANGER_MOST), default=0)
    "Of `Danger`; 0 where it is not said."
    authority: str = item(14, Text(most=SHORT), default="")
    contact: str = item(15, Text(most=SHORT), default="")
    emergency: bool = item(16, Flag(), default=False)
    "Announced later than usual because lives depend on it: the shorter lead time holds."
    replaces: bytes | None = item(17, NAME, default=None)
    references: tuple[Reference, ...] = item(18, Several(Inside(Reference), most=REFERENCES_MAX), default=())
    source: Source | None = item(19, Inside(Source), default=None)
    phrase: SaidPhrase | None = item(20, Inside(SaidPhrase), default=None)
    "What is said by an agreed phrase: a special signal, the reaction asked for."
    confirm_by: int = item(21, Number(least=1), default=0)
    "Of a protected site: until when its issuer will confirm it again; 0 for no such date."
    movement: Movement | None = item(22, Inside(Movement), default=None)
    approach: Approach | None = item(23, Inside(Approach), default=None)

    def __post_init__(self) -> None:
        if not self.to:
            raise ValueError("names no desk")
        if not CODE.fullmatch(self.code):
            raise ValueError(f"{self.code!r} is no code of a notice")
        if len({each.language for each in self.texts}) < len(self.texts):
            raise ValueError("has two texts in one language")
        if any(one.closes_at > two.opens_at for one, two in pairwise(self.windows)):
            raise ValueError("has windows out of order or over each other")

    def detail(self) -> bytes:
        """Digest of all fields but the statements: who issues it and who releases it sign the same."""
        left_out = TWO_PERSON[Kind.NOTICE].left_out
        return digest(
            OFFICER, encode({key: each for key, each in self.to_map().items() if key not in left_out})
        )

    @property
    def opens_at(self) -> Instant | None:
        """When it begins to hold; None when it holds at once."""
        return Instant(self.windows[0].opens_at) if self.windows else None

    @property
    def ends_at(self) -> Instant | None:
        """When it expires of itself; None: only by being cancelled or replaced."""
        if self.expires_at:
            return Instant(self.expires_at)
        fixed = self.windows and self.ends is Ends.FIXED
        return Instant(self.windows[-1].closes_at) if fixed else None


def texts_of(body: Body) -> list[str]:
    """Every text of ours in a body. A source text is somebody else's: kept as it is, and shown marked."""
    return [text for each in _values(body) for text in _texts(each)]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in cast("tuple[object, ...]", value) for text in _texts(each)]
    return texts_of(value) if isinstance(value, Body) else []


def _values(body: Body) -> list[object]:
    left_out = "text" if isinstance(body, Source) else ""
    return [getattr(body, name) for name, *_ in body.layout() if name != left_out]
