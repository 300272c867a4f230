"""Agreed phrases as lists and pages of the command line."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from firebreak.catalogue import sounding, speaking
from firebreak.cli.terminal import table, wrapped
from firebreak.core.base.errors import LocalError
from firebreak.core.base.text import show
from firebreak.core.phrase.book import PhraseBook
from firebreak.core.phrase.definition import Phrase, Topic
from firebreak.core.phrase.sounding import READERS, shown
from firebreak.core.phrase.wording import LANGUAGES


def named(book: PhraseBook, phrase: str) -> Phrase:
    """One phrase by its id. Raises LocalError."""
    found = book.find(phrase)
    if found is None:
        raise LocalError(
            f"the phrase book has no phrase {show(phrase[:60])!r}",
            code="FB184",
            hint="look for it: firebreak phrases WORD",
        )
    return found


def sought(book: PhraseBook, words: Sequence[str], topic: str | None, language: str) -> Iterator[Phrase]:
    """Phrases of a topic with every one of the words, wherever they stand. Raises LocalError."""
    if topic is not None and topic not in set(Topic):
        raise LocalError(
            f"the phrase book has no topic {show(topic[:60])!r}",
            code="FB184",
            hint=f"take one of {', '.join(Topic)}",
        )
    wanted = " ".join(words).lower().split()
    for each in book.phrases:
        text = _searched(book, each, language)
        if topic in (None, each.topic) and all(word in text for word in wanted):
            yield each


def listed(phrases: Sequence[Phrase], language: str, *, counted: int) -> Iterator[str]:
    """Ids with their short forms, under the names of their topics."""
    for topic, each in groupby(phrases, lambda phrase: phrase.topic):
        yield f"{topic_name(topic, language)} ({topic})"
        yield from table([[phrase.id, title(phrase, language)] for phrase in each], indent="  ")
    yield f"{len(phrases)} of {counted} phrases; firebreak phrases --show PHRASE says all about one"


def page(book: PhraseBook, phrase: Phrase, language: str) -> Iterator[str]:
    """Everything about one phrase."""
    yield f"{phrase.id} · {topic_name(phrase.topic, language)}"
    if phrase.practice:
        yield f"follows {phrase.practice}{''.join(f' {each}' for each in phrase.signals)}"
    for each in LANGUAGES:
        yield f"{each}  {title(phrase, each)}"
        yield from wrapped(pattern(book, phrase, each), "    ")
        yield from wrapped(f"→ {reaction(book, phrase, each)}", "    ")
    yield "said aloud"
    yield from table(
        [["  " + spoken, f"for {reader}", heard] for spoken, reader, heard in _sounds(book, phrase)]
    )
    yield "needs" if phrase.parameters else "needs nothing"
    yield from table([[f"  --value {name}=", _kind(kind.description)] for name, kind in phrase.parameters])


def facts(book: PhraseBook, phrase: Phrase, language: str) -> dict[str, Any]:
    """The same for programs."""
    return {
        "id": phrase.id,
        "topic": phrase.topic.value,
        "reaction": phrase.reaction.value,
        "practice": phrase.practice.value,
        "signals": list(phrase.signals),
        "parameters": {name: kind.description for name, kind in phrase.parameters},
        "text": pattern(book, phrase, language),
        "texts": {each: pattern(book, phrase, each) for each in LANGUAGES},
        "spoken": {each: _form(book, phrase, each) for each in LANGUAGES},
        "sounds": [
            {"spoken": form, "reader": reader, "heard": heard}
            for form, reader, heard in _sounds(book, phrase)
        ],
    }


def title(phrase: Phrase, language: str) -> str:
    """The short spoken form as a heading."""
    return shown(speaking("phrases", language).say(f"{phrase.id}.spoken"), language)


def topic_name(topic: Topic, language: str) -> str:
    """What a topic is called."""
    return speaking("book", language).say(f"topic-{topic}")


def reaction(book: PhraseBook, phrase: Phrase, language: str) -> str:
    """What is expected of who reads it."""
    return book.wording.say(language, f"reaction-{phrase.reaction}")


def pattern(book: PhraseBook, phrase: Phrase, language: str) -> str:
    """The sentence with the names of its parameters in braces."""
    text = re.sub(r"\{ \$(\w+) ->(?:\n +\*?\[.*)+\n *\}", r"{\1}", source(book, phrase, language))
    named = re.sub(r"\{ (?:NUMBER\()?\$(\w+)[^}]*\}", r"{\1}", text)
    return " ".join(named.split())


def source(book: PhraseBook, phrase: Phrase, language: str) -> str:
    """The sentence as its Fluent source writes it, with every code word and plural form."""
    return _sources(book.texts[language]).get(phrase.id, "")


@cache
def _sources(text: str) -> dict[str, str]:
    found = re.findall(r"^([a-z-]+) *=((?:.*)(?:\n(?:    (?!\.)| {7}\*).*)*)", text, re.MULTILINE)
    return dict(found)


def spoken(book: PhraseBook, phrase: Phrase, language: str, reader: str) -> str:
    """What a reader says to speak the phrase in that language."""
    return sounding().said(_form(book, phrase, language), language, reader)


def _form(book: PhraseBook, phrase: Phrase, language: str) -> str:
    return book.wording.say(language, f"{phrase.id}.spoken")


def _sounds(book: PhraseBook, phrase: Phrase) -> Iterator[tuple[str, str, str]]:
    """Spoken language, reader, and what the reader says."""
    for language, readers in READERS.items():
        yield from ((language, reader, spoken(book, phrase, language, reader)) for reader in readers)


def _searched(book: PhraseBook, phrase: Phrase, language: str) -> str:
    names = (phrase.id, *phrase.signals, phrase.topic, topic_name(phrase.topic, language))
    return " ".join((*names, title(phrase, language), source(book, phrase, language))).lower()


def _kind(description: str) -> str:
    """What to write, in words."""
    match description.split(" "):
        case ["word", *words]:
            return f"one of {', '.join(words)}"
        case ["number", unit, least, most]:
            unit = "" if unit in ("count", "number") else f" ({unit})"
            return f"whole number from {least} to {most}{unit}"
        case ["place"]:
            return "place, such as 49.5883, 36.12"
        case ["instant"]:
            return "instant, such as 2022-03-23T06:00Z"
        case ["callsign"]:
            return "call sign, such as RCH123"
        case _:
            return description
