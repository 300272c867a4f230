"""The phrase book: the agreed phrases with their texts, known to both sides by one hash.

The line agreement holds the hash. A phrase is said by its id and parameters, and each side renders it in its
own languages (`rendering.py`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import LocalError
from firebreak.core.base.purposes import digest
from firebreak.core.base.text import show
from firebreak.core.phrase.agreed import AGREED
from firebreak.core.phrase.definition import Phrase
from firebreak.core.phrase.editions import EARLIER
from firebreak.core.phrase.kinds import Kind, Meaning
from firebreak.core.phrase.use import BOOK_ID_BYTES, PhraseUse
from firebreak.core.phrase.wording import Wording

PURPOSE: Final = b"phrase book"


class Unfit(ValueError):
    """What was said does not fit this book: another book, no such phrase, or other parameters."""


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """Phrases and their texts."""

    texts: Mapping[str, str]
    "Language to Fluent source."
    phrases: tuple[Phrase, ...] = AGREED
    earlier: Mapping[bytes, frozenset[str]] = field(default_factory=lambda: EARLIER, repr=False)
    "Ids of earlier books to those of their phrases that stand here unchanged."
    hash: bytes = field(init=False)
    "What the line agreement names: SHA-256 over `canonical()` under the purpose `phrase book`."
    wording: Wording = field(init=False, repr=False, compare=False)
    "The texts, ready to be rendered."

    def __post_init__(self) -> None:
        object.__setattr__(self, "hash", digest(PURPOSE, self.canonical().encode()))
        object.__setattr__(self, "wording", Wording(self.texts, piecemeal=True))

    @property
    def id(self) -> bytes:
        """How a phrase names its book: the first half of the hash."""
        return self.hash[:BOOK_ID_BYTES]

    def canonical(self) -> str:
        """The content that the hash covers: phrases by id, then texts by language without comments."""
        lines = sorted(phrase.description for phrase in self.phrases)
        for language in sorted(self.texts):
            lines += [f"{language}|{line}" for line in _meant(self.texts[language])]
        return "\n".join(lines) + "\n"

    def find(self, phrase: str) -> Phrase | None:
        """A phrase by its id."""
        return next((each for each in self.phrases if each.id == phrase), None)

    def said_of(self, use: PhraseUse) -> Phrase | None:
        """The phrase that was said, if this book or an earlier one of the same texts has it."""
        known = use.book == self.id or use.phrase in self.earlier.get(use.book, ())
        return self.find(use.phrase) if known else None

    def use(self, phrase: str, values: Mapping[str, Meaning]) -> PhraseUse:
        """Say a phrase. Raises LocalError naming the parameter that is missing, too many or does not fit."""
        found = self.find(phrase)
        if found is None:
            raise LocalError(
                f"the phrase book has no phrase {show(phrase[:60])!r}",
                code="FB184",
                hint="choose one of the book",
            )
        _check_names(found, values)
        if ends_before_it_begins(values):
            raise LocalError(f"{phrase} ends before it begins", code="FB185", hint="make until later than at")
        parameters = tuple(_out(found, name, kind, values[name]) for name, kind in found.parameters)
        return PhraseUse(book=self.id, phrase=phrase, parameters=parameters)

    def values(self, use: PhraseUse) -> dict[str, Meaning]:
        """What was said, by parameter. Raises Unfit."""
        found = self.said_of(use)
        if found is None:
            raise Unfit("is not known here")
        if len(use.parameters) != len(found.parameters):
            raise Unfit(f"has {len(use.parameters)} parameters, not {len(found.parameters)}")
        pairs = zip(found.parameters, use.parameters, strict=True)
        return {name: _back(name, kind, value) for (name, kind), value in pairs}


def ends_before_it_begins(values: Mapping[str, Meaning]) -> bool:
    """Every phrase with a beginning and an end calls them `at` and `until`."""
    at, until = values.get("at"), values.get("until")
    return isinstance(at, int) and isinstance(until, int) and until <= at


def _check_names(phrase: Phrase, values: Mapping[str, Meaning]) -> None:
    names = [name for name, _ in phrase.parameters]
    hint = f"it takes {', '.join(names) or 'no parameters'}"
    for name in names:
        if name not in values:
            raise LocalError(f"{phrase.id} lacks {name}", code="FB185", hint=hint)
    for name in values:
        if name not in names:
            raise LocalError(f"{phrase.id} has no parameter {show(name[:60])!r}", code="FB185", hint=hint)


def _out(phrase: Phrase, name: str, kind: Kind, value: Meaning) -> Value:
    try:
        return kind.out(value)
    except ValueError as error:
        raise LocalError(
            f"{name} of {phrase.id} {error}", code="FB185", hint=f"it is a {kind.description}"
        ) from error


def _back(name: str, kind: Kind, value: Value) -> Meaning:
    try:
        return kind.back(value)
    except ValueError as error:
        raise Unfit(f"{name} {error}") from error


def _meant(source: str) -> Iterator[str]:
    """The lines of a Fluent source that carry meaning."""
    for line in source.replace("\r\n", "\n").split("\n"):
        if line.strip() and not line.startswith("#"):
            yield line.rstrip()
