"""Parameters of agreed phrases as people write them, turned into what the phrase book wants."""

from typing import Any

from firebreak.api.arguments import wrong
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import from_iso
from firebreak.core.geo.place import Place
from firebreak.core.geo.reading import read_place
from firebreak.core.phrase.book import PhraseBook
from firebreak.core.phrase.kinds import InstantKind, Meaning, PlaceKind, Quantity


def typed(book: PhraseBook, phrase: str, values: dict[str, Any]) -> dict[str, Meaning]:
    """Texts become places, instants and numbers where the phrase asks for them; the rest stays."""
    found = book.find(phrase)
    kinds = dict(found.parameters) if found else {}
    return {name: _typed(name, kinds.get(name), value) for name, value in values.items()}


def _typed(name: str, kind: object, value: Any) -> Meaning:
    if not isinstance(value, str):
        return value
    try:
        if isinstance(kind, PlaceKind):
            return _place(name, value)
        if isinstance(kind, InstantKind):
            return from_iso(value)
        return int(value) if isinstance(kind, Quantity) else value
    except ValueError as error:
        raise wrong(name, f"is {value!r}: {error}") from error


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
