"""Agreed phrases in requests and answers. The phrase book is read when the first one is used."""

from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from firebreak.api.arguments import Arguments, wrong
from firebreak.core.envelope.said import SaidPhrase
from firebreak.core.phrase.wording import LANGUAGES

if TYPE_CHECKING:
    from firebreak.core.phrase.book import PhraseBook


EVERY: Final = "all"
"Stands for a language where a phrase is wanted in each of them."


@cache
def book() -> "PhraseBook":
    """The phrase book that this version ships."""
    from firebreak.catalogue import phrase_book

    return phrase_book()


def said_phrase(arguments: Arguments) -> SaidPhrase | None:
    """The phrase of a request: `phrase` is its id, `values` its parameters by name."""
    name = arguments.text("phrase", "")
    if not name:
        return None
    values = arguments.values.get("values", {})
    if not isinstance(values, dict):
        raise wrong("values", "is not an object of parameters by name")
    from firebreak.api.verbs.phrase_values import typed

    use = book().use(name, typed(book(), name, cast("dict[str, Any]", values)))
    return SaidPhrase.from_map(use.to_map())


def rendered(said: SaidPhrase, language: str) -> dict[str, Any]:
    """A phrase in the reader's language, or in all there are, with what could not be rendered."""
    if language == EVERY:
        texts = {each: _rendered(said, each) for each in LANGUAGES}
        return texts["en"] | {"texts": {each: texts[each]["text"] for each in LANGUAGES}}
    return _rendered(said, language)


def _rendered(said: SaidPhrase, language: str) -> dict[str, Any]:
    from firebreak.core.phrase.rendering import render
    from firebreak.core.phrase.use import PhraseUse

    rendering = render(book(), PhraseUse.from_map(said.to_map()), language)
    return {
        "id": said.phrase,
        "text": rendering.text,
        "language": language,
        "findings": [each.text for each in rendering.findings],
    }
