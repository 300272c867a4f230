"""`firebreak phrases`: the agreed phrases by topic, searched, or one of them in every language."""

from typing import Annotated

import typer

from firebreak.cli.options import Json

Words = Annotated[
    list[str] | None, typer.Argument(metavar="[WORD]...", help="Words, a topic or a signal to look for.")
]
Language = Annotated[str, typer.Option("--language", metavar="LANGUAGE", help="de, en, ru or uk.")]
TopicName = Annotated[
    str | None, typer.Option("--topic", metavar="TOPIC", help="Only phrases of this topic, such as danger.")
]
Id = Annotated[
    str | None,
    typer.Option("--show", metavar="PHRASE", help="One phrase in all languages, and how it is said aloud."),
]


def phrases(
    words: Words = None,
    topic: TopicName = None,
    show: Id = None,
    language: Language = "en",
    as_json: Json = False,
) -> None:
    """List the agreed phrases by topic, or show one with all that belongs to it.

    Examples: firebreak phrases treibende Mine --language de
    firebreak phrases --show submarine-surfacing
    """
    from firebreak.api.verbs.phrases import book
    from firebreak.cli import phrase_text
    from firebreak.cli.terminal import say, say_json

    held = book()
    held.wording.check(language)
    if show is not None:
        found = (phrase_text.named(held, show),)
    else:
        found = tuple(phrase_text.sought(held, words or [], topic, language))
    if as_json:
        facts = [phrase_text.facts(held, each, language) for each in found]
        say_json({"book": held.hash.hex(), "language": language, "phrases": facts})
    elif show is not None:
        say(*phrase_text.page(held, found[0], language))
    else:
        say(*phrase_text.listed(found, language, counted=len(held.phrases)))
