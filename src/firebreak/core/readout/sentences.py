"""What a readout is made of: sentences that know their sources, before they have a language.

A sentence is a message key with parameters. Which words it becomes stands in `languages/*/readout.ftl`; what
it claims is fixed by its key (`limits.py`) and was checked against its evidence when it was made.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from firebreak.core.base.errors import LocalError
from firebreak.core.ledger.days import Days, Window
from firebreak.core.ledger.facts import Evidence
from firebreak.core.readout.limits import may_use
from firebreak.core.readout.material import Announced


@dataclass(frozen=True, slots=True)
class Party:
    """A party by its short name; the language files decline the names they know."""

    name: str


@dataclass(frozen=True, slots=True)
class Channel:
    """A level or line, by its name in the facts."""

    name: str


@dataclass(frozen=True, slots=True)
class When:
    """A day, a stretch of days, or with `minute` the minute of a day."""

    days: Days
    minute: int | None = None
    zone: str = ""
    one_of: bool = False
    "Several days mean: on one of them."


@dataclass(frozen=True, slots=True)
class Dates:
    """Several days, told one after another."""

    each: tuple[Days, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or the bounds it lies between; without a greatest value: at least so many."""

    least: int | Decimal
    most: int | Decimal | None

    @property
    def is_exact(self) -> bool:
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a closed list, each with a text `<list>-<word>`; an unknown word stands as it is."""

    list: str
    each: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a sentence with a key of its own."""

    key: str
    parameters: "Parameters"


Parameter: TypeAlias = int | str | Party | Channel | Days | When | Dates | Amount | Words | Fragment
Parameters: TypeAlias = Mapping[str, Parameter]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One public sentence. Making one that claims more than its evidence holds raises LocalError."""

    key: str
    parameters: Parameters = field(default_factory=dict[str, Parameter])
    refs: tuple[str, ...]
    "Rows or entries it rests on; `Readout.sources` says where each was published or recorded."
    evidence: Evidence | None
    "The weakest of what it rests on; None where it speaks about the readout itself."

    def __post_init__(self) -> None:
        if not may_use(self.key, self.evidence):
            held = "no evidence" if self.evidence is None else f"evidence {self.evidence.value}"
            raise LocalError(
                f"a public sentence {self.key!r} may not rest on {held}",
                code="FB210",
                hint="say only what the facts hold: take a sentence of a lower class",
            )


class Part(StrEnum):
    """The sections of a readout, in their order."""

    CONTACTS = "contacts"
    CONTEXT = "context"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Sentences under one heading."""

    part: Part
    channel: Channel | None = None
    "Of a section of contacts."
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where one ref that a sentence names can be looked up."""

    ref: str
    days: Days
    from_desk: str
    to_desk: str
    where: tuple[str, ...]
    "Web addresses, or references of entries."


class Sign(StrEnum):
    """How an attempt is drawn; each has a shape of its own and a word in the legend."""

    ANSWERED = "answered"
    DELIVERED = "delivered"
    DECLINED = "declined"
    NO_ANSWER = "no-answer"
    NOT_KNOWN = "not-known"


@dataclass(frozen=True, slots=True)
class Mark:
    """One fact on the contact strip."""

    days: Days
    sign: Sign
    ref: str
    beyond: bool = False
    "It reaches beyond the period and is not counted."


@dataclass(frozen=True, slots=True)
class Lane:
    """One channel of the contact strip, both directions together."""

    channel: Channel
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readout:
    """A public text about one line or timeline, ready for any language."""

    title: str
    drawn_from: str
    "Name of the line or of the timeline."
    exercise: bool
    period: Window
    as_of: date
    counted: int
    "Facts that are counted."
    known: int
    "Everything known: counted, told for context, or left out."
    evidence: tuple[Evidence, ...]
    "Everything the counted facts rest on."
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    strip: tuple[Lane, ...]
    announced: tuple[Announced, ...] = ()
    "Areas to be drawn on a map."

    def numbered(self) -> Iterator[tuple[int, Section, Sentence]]:
        """The sentences with their numbers, counted through from 1."""
        pairs = [(section, sentence) for section in self.sections for sentence in section.sentences]
        for number, (section, sentence) in enumerate(pairs, 1):
            yield number, section, sentence
