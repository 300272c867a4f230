"""A phrase becomes a sentence in the reader's language.

What a counterpart said is always shown: a phrase, book or parameter that is not known here gives a sentence
that says so, with a finding, and never an exception.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import Finding, LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.text import show
from firebreak.core.geo.place import Place
from firebreak.core.phrase.book import PhraseBook, Unfit, ends_before_it_begins
from firebreak.core.phrase.definition import Reaction
from firebreak.core.phrase.kinds import InstantKind, Meaning
from firebreak.core.phrase.use import PhraseUse
from firebreak.core.phrase.wording import spoken

HELPERS: Final = frozenset({"place-read-back", "unknown-phrase", "unfit-phrase"}) | {
    f"reaction-{each}" for each in Reaction
}
BOOK_DIGITS: Final = 8  # of the book's id; enough to tell the few books of a line apart


@dataclass(frozen=True, slots=True)
class Rendering:
    """A phrase in one language, and what is wrong with it, if anything."""

    text: str
    "For people; still to be escaped for its sink."
    findings: tuple[Finding, ...] = ()


def render(book: PhraseBook, use: PhraseUse, language: str) -> Rendering:
    """The phrase for a reader. Raises LocalError only where the book has no such language."""
    book.wording.check(language)
    if book.said_of(use) is None:
        return _excuse(
            book, use, language, "unknown-phrase", f"phrase {_id(use)} of book {_book(use)} is not known here"
        )
    try:
        values = book.values(use)
    except Unfit as error:
        return _excuse(
            book, use, language, "unfit-phrase", f"phrase {_id(use)}: {show(str(error), newlines=False)}"
        )
    try:
        text = book.wording.say(language, use.phrase, _said(book, use.phrase, values, language))
    except LocalError as error:
        return Rendering(_bare(use), (Finding(code="phrase-text", text=error.text),))
    if not ends_before_it_begins(values):
        return Rendering(text)
    return Rendering(text, (Finding(code="phrase-times", text=f"phrase {use.phrase} ends before it begins"),))


def read_back(book: PhraseBook, place: Place, language: str) -> str:
    """A place in both written forms with its check digits, as every phrase shows it. Raises LocalError."""
    forms = {
        "decimal": place.decimal_degrees(),
        "minutes": place.degrees_minutes(),
        "digits": place.check_digits(),
    }
    return book.wording.say(language, "place-read-back", forms)


def gaps(book: PhraseBook) -> Iterator[Finding]:
    """Texts that are missing in a language, or that no phrase needs."""
    needed = HELPERS | {key for each in book.phrases for key in (each.id, f"{each.id}.spoken")}
    for language in sorted(book.texts):
        for key in sorted(needed ^ book.wording.keys(language)):
            wrong = "is missing" if key in needed else "belongs to no phrase"
            yield Finding(code="phrase-text", text=f"{key} {wrong} in {language}")


def _said(
    book: PhraseBook, phrase: str, values: Mapping[str, Meaning], language: str
) -> dict[str, int | str]:
    found = book.find(phrase)
    assert found is not None
    instants = {name for name, kind in found.parameters if isinstance(kind, InstantKind)}
    said: dict[str, int | str] = {}
    for name, value in values.items():
        if isinstance(value, Place):
            said[name] = read_back(book, value, language)
        else:
            said[name] = spoken(Instant(value)) if name in instants and isinstance(value, int) else value
    return said


def _excuse(book: PhraseBook, use: PhraseUse, language: str, key: str, why: str) -> Rendering:
    given = {"phrase": _id(use), "book": _book(use), "parameters": _parameters(use)}
    finding = Finding(code=key, text=why)
    try:
        return Rendering(book.wording.say(language, key, given), (finding,))
    except LocalError as error:
        return Rendering(_bare(use), (finding, Finding(code="phrase-text", text=error.text)))


def _bare(use: PhraseUse) -> str:
    """What is left to say when even the texts of this book are broken."""
    return f"{_id(use)} ({_parameters(use)})"


def _id(use: PhraseUse) -> str:
    return show(use.phrase, newlines=False)


def _book(use: PhraseUse) -> str:
    return use.book.hex()[:BOOK_DIGITS]


def _parameters(use: PhraseUse) -> str:
    return "; ".join(show(str(each), newlines=False) for each in use.parameters) or "–"
