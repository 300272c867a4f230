"""The phrase book as the console needs it: which phrases there are and what each must be given.

.venv/bin/python -m tests.browser.phrases writes `console/phrasebook.json`; the texts themselves stay in
`src/firebreak/languages`, from where the console is built. `spoken` holds each phrase as it travels with what
this side reads in it, so that the console's own reading can be held against it.
"""

import json
from pathlib import Path
from typing import Any, Final

from firebreak.catalogue import phrase_book, sounding
from firebreak.core.base.cbor import encode
from firebreak.core.base.instants import Instant
from firebreak.core.geo.place import Place
from firebreak.core.phrase.book import PhraseBook
from firebreak.core.phrase.definition import Phrase
from firebreak.core.phrase.kinds import (
    CallsignKind,
    CodeWord,
    DeskKind,
    InstantKind,
    Kind,
    PlaceKind,
    Quantity,
)
from firebreak.core.phrase.rendering import render
from firebreak.core.phrase.sounding import READERS
from firebreak.core.phrase.wording import LANGUAGES

FILE: Final = Path(__file__).parents[2] / "console" / "phrasebook.json"
AT: Final = Instant(1_795_372_191_000)
PLACES: Final = (Place(463_000_000, 317_500_000), Place(-5_000_001, -1_799_999_999))


def book_value() -> dict[str, Any]:
    """The whole file."""
    book = phrase_book()
    return {
        "book": book.id.hex(),
        "earlier": {each.hex(): sorted(phrases) for each, phrases in book.earlier.items()},
        "phrases": [
            {
                "id": each.id,
                "topic": each.topic.value,
                "reaction": each.reaction.value,
                "signals": list(each.signals),
                "parameters": [{"name": name} | described(kind) for name, kind in each.parameters],
                "sounds": sounds(book, each),
            }
            for each in book.phrases
        ],
        "spoken": [spoken(book, each.id, PLACES[at % 2]) for at, each in enumerate(book.phrases)],
    }


def sounds(book: PhraseBook, phrase: Phrase) -> dict[str, dict[str, str]]:
    """How its spoken form is said: language spoken, then language of the reader."""
    spoken_in = {each: book.wording.say(each, f"{phrase.id}.spoken") for each in READERS}
    return {
        each: {reader: sounding().said(spoken_in[each], each, reader) for reader in readers}
        for each, readers in READERS.items()
    }


def described(kind: Kind) -> dict[str, Any]:
    """What a form has to know of a parameter."""
    if isinstance(kind, Quantity):
        return {"kind": "number", "unit": kind.unit, "least": kind.least, "most": kind.most}
    if isinstance(kind, CodeWord):
        return {"kind": "word", "words": list(kind.words)}
    names = {PlaceKind: "place", InstantKind: "instant", DeskKind: "desk", CallsignKind: "callsign"}
    return {"kind": names[type(kind)]}


def spoken(book: PhraseBook, id: str, place: Place) -> dict[str, Any]:  # noqa: A002 - it is its id
    """One phrase with values, as it travels and as it reads."""
    found = book.find(id)
    assert found is not None
    use = book.use(id, {name: _value(name, kind, place) for name, kind in found.parameters})
    texts = {each: render(book, use, each).text for each in LANGUAGES}
    return {"phrase": id, "said": encode(use.to_map()).hex(), "texts": texts}


def _value(name: str, kind: Kind, place: Place) -> Any:
    if isinstance(kind, PlaceKind):
        return place
    if isinstance(kind, InstantKind):
        return Instant(AT + 3_600_000) if name == "until" else AT
    if isinstance(kind, CallsignKind):
        return "RCH123"
    if isinstance(kind, Quantity):
        return min(kind.most, max(kind.least, 21 if place == PLACES[0] else 1_234))
    return kind.words[-1] if isinstance(kind, CodeWord) else "duty"


def text() -> str:
    """What stands in the file."""
    return json.dumps(book_value(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
