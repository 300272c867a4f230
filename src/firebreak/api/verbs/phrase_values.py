"""Parameters of agreed phrases as people write them, turned into what the phrase book wants."""

import re
from typing import Any, Final

from firebreak.api.arguments import wrong
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import from_iso
from firebreak.core.geo.place import Place
from firebreak.core.geo.reading import read_place
from firebreak.core.phrase.book import PhraseBook
from firebreak.core.phrase.kinds import InstantKind, Meaning, PlaceKind, Quantity

WHOLE: Final = re.compile(r"-?[0-9]{1,18}")


def typed(book: PhraseBook, phrase: str, values: dict[str, Any]) -> dict[str, Meaning]:
    """Texts become places, instants and numbers where the phrase asks for them; the rest stays."""
    found = book.find(phrase)
    kinds = dict(found.parameters) if found else {}
    return {name: _typed(name, kinds.get(name), value) for name, value in values.items()}


def _typed(name: str, kind: object, value: Any) -> Meaning:
    if not isinstance(value, str):
        return value
    if isinstance(kind, PlaceKind):
        return _place(name, value)
    if isinstance(kind, InstantKind):
        return _instant(name, value)
    if not isinstance(kind, Quantity):
        return value
    if not WHOLE.fullmatch(value):
        raise wrong(name, f"is {value[:40]!r}, not a whole number")
    return int(value)


def _instant(name: str, text: str) -> int:
    try:
        return from_iso(text)
    except (ValueError, OverflowError) as error:
        raise wrong(name, f"is {text[:40]!r}, not an instant like 2022-03-23T14:05Z") from error


def _place(name: str, text: str) -> Place:
    """In any usual form; one that can be meant in two ways is not guessed."""
    try:
        return read_place(text)
    except LocalError:
        from firebreak.formats.coordinates import typed

        found, findings = typed.read_place(text)
    if findings:
        raise wrong(name, f"is {text!r}: {findings[0].text}")
    return found
