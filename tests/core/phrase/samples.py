"""Sample values for every agreed phrase, and the golden pages made of them.

`python -m tests.core.phrase.samples` writes the pages anew; read the difference before committing it.
"""

from pathlib import Path

from firebreak.catalogue import phrase_book
from firebreak.core.base.instants import Instant, from_iso
from firebreak.core.geo.place import Place
from firebreak.core.phrase.agreed import AGREED
from firebreak.core.phrase.definition import Phrase
from firebreak.core.phrase.kinds import (
    CallsignKind,
    CodeWord,
    DeskKind,
    InstantKind,
    Kind,
    Meaning,
    PlaceKind,
    Quantity,
)
from firebreak.core.phrase.rendering import render
from firebreak.core.phrase.use import PhraseUse
from firebreak.core.phrase.wording import LANGUAGES

GOLDEN = Path(__file__).parent / "golden"
AT, UNTIL = from_iso("2022-03-23T14:05:09Z"), from_iso("2022-03-23T18:30:00.250Z")
PLACES = {"place": Place(495_883_000, 361_200_000), "goal": Place(-123_456_789, -1_700_000_001)}


def sample(phrase: Phrase, number: int = 2, word: int = 0) -> dict[str, Meaning]:
    """Values that fit; `number` for quantities, the `word`-th code word where there are so many."""
    return {name: _value(name, kind, number, word) for name, kind in phrase.parameters}


def _value(name: str, kind: Kind, number: int, word: int) -> Meaning:
    match kind:
        case PlaceKind():
            return PLACES.get(name, PLACES["place"])
        case InstantKind():
            return Instant(UNTIL if name == "until" else AT)
        case Quantity():
            return min(max(number, kind.least), kind.most)
        case DeskKind():
            return "Harbour 2"
        case CallsignKind():
            return "RCH123"
        case CodeWord():
            return kind.words[word % len(kind.words)]
        case _:
            raise AssertionError(name)


def said(phrase: Phrase, number: int = 2, word: int = 0) -> PhraseUse:
    return phrase_book().use(phrase.id, sample(phrase, number, word))


def page(language: str) -> str:
    """Every phrase twice, with different numbers and code words."""
    lines: list[str] = []
    for phrase in AGREED:
        for number, word in ((1, 0), (24, -1)):
            lines.append(f"{phrase.id}: {render(phrase_book(), said(phrase, number, word), language).text}")
    return "\n".join(dict.fromkeys(lines)) + "\n"


def agreed() -> str:
    """The definitions, as the hash covers them."""
    return "".join(f"{line}\n" for line in sorted(each.description for each in AGREED))


if __name__ == "__main__":
    (GOLDEN / "agreed.txt").write_text(agreed(), encoding="utf-8")
    for each in LANGUAGES:
        (GOLDEN / f"{each}.txt").write_text(page(each), encoding="utf-8")
