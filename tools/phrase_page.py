"""Write `docs/phrasebook.md`: what to know about the phrases, then each of them in four languages.

The prose stands in `tools/phrasebook_head.md`, the rest comes from the program itself.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from firebreak.catalogue import phrase_book
from firebreak.cli.phrase_text import pattern, reaction, spoken, title, topic_name
from firebreak.core.phrase.book import PhraseBook
from firebreak.core.phrase.definition import Phrase, Topic
from firebreak.core.phrase.kinds import CodeWord
from firebreak.core.phrase.sounding import READERS
from firebreak.core.phrase.wording import LANGUAGES
from tools.tree import ROOT

PAGE: Final = ROOT / "docs" / "phrasebook.md"
HEAD: Final = Path(__file__).parent / "phrasebook_head.md"


def page() -> str:
    """The whole page."""
    book = phrase_book()
    head = HEAD.read_text(encoding="utf-8").replace("COUNT", str(len(book.phrases)))
    lines = [head.replace("HASH", book.hash.hex()).rstrip(), ""]
    for topic in Topic:
        lines += [f"## {topic_name(topic, 'en')}", "", _names(topic), ""]
        for phrase in book.phrases:
            if phrase.topic is topic:
                lines += [*_section(book, phrase), ""]
    return "\n".join(lines).rstrip() + "\n"


def _names(topic: Topic) -> str:
    """What the topic is called by the others."""
    return " · ".join(topic_name(topic, each) for each in LANGUAGES if each != "en")


def _section(book: PhraseBook, phrase: Phrase) -> Iterator[str]:
    yield f"### {phrase.id}"
    yield ""
    follows = [f"Follows {phrase.practice}{''.join(f' {each}' for each in phrase.signals)}."]
    yield " ".join([f"*{reaction(book, phrase, 'en')}*", *(follows if phrase.practice else [])])
    yield ""
    yield "| | said aloud | sentence |"
    yield "| --- | --- | --- |"
    for each in LANGUAGES:
        yield f"| {each} | {_aloud(book, phrase, each)} | {pattern(book, phrase, each)} |"
    words = [(name, kind) for name, kind in phrase.parameters if isinstance(kind, CodeWord)]
    for name, kind in words:
        yield ""
        yield f"`{name}`: {', '.join(kind.words)}."


def _aloud(book: PhraseBook, phrase: Phrase, language: str) -> str:
    heard = [spoken(book, phrase, language, reader) for reader in READERS.get(language, ())]
    return "; ".join([f"**{title(phrase, language)}**", *heard])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
