"""Books of earlier releases: built anew out of this one, and read as they were agreed."""

import re
from dataclasses import replace

import pytest

from firebreak.catalogue import phrase_book
from firebreak.core.base.purposes import digest
from firebreak.core.phrase.book import PURPOSE
from firebreak.core.phrase.editions import EARLIER, FIRST
from firebreak.core.phrase.rendering import render
from firebreak.core.phrase.use import BOOK_ID_BYTES
from firebreak.core.phrase.wording import LANGUAGES
from tests.core.phrase.samples import said
from tests.covering import covers

HELPERS = ("place-read-back", "unknown-phrase", "unfit-phrase")
ORDER = [
    "stop-firing-at",
    "you-are-approaching",
    "keep-clear-of",
    "change-course",
    "we-lost-control-of",
    "we-are-launching-aircraft",
    "we-will-fire-for-training",
    "we-are-moving-convoy",
    "we-are-towing",
    "search-and-rescue",
    "we-are-clearing-mines",
    "accident-not-attack",
    "unintended-entry",
    "not-our-fire",
    "we-rescued-your-people",
    "call-me-now",
    "please-confirm-receipt",
    "please-explain",
    "please-hold-fire",
    "please-let-pass",
    "please-say-again",
    "interpreter-needed",
    "message-passed-to",
    "cannot-comply",
    "we-ceased-fire",
    "please-wait",
    "read-back",
    "line-check",
    "line-check-answer",
    "use-other-link",
    "planned-works",
    "sent-in-error",
]
"The order of the texts in the first book."


def first_book() -> str:
    """The canonical content of the first book, which knew neither spoken forms nor reactions."""
    book = phrase_book()
    phrases = [book.find(each) for each in ORDER]
    lines = sorted(re.sub(r" expects=\S+", "", each.description) for each in phrases if each)
    for language in sorted(LANGUAGES):
        for key in (*HELPERS, *ORDER):
            found = re.search(rf"^{key} =.*(?:\n[ }}].*)*", book.texts[language], re.MULTILINE)
            assert found, key
            kept = (line for line in found[0].split("\n") if not line.startswith("    .spoken ="))
            lines += [f"{language}|{line.rstrip()}" for line in kept]
    return "\n".join(lines) + "\n"


@covers("PHRASE-005", "PHRASE-024")
def test_the_phrases_of_the_first_book_stand_in_this_one_unchanged() -> None:
    assert digest(PURPOSE, first_book().encode())[:BOOK_ID_BYTES] == FIRST
    assert EARLIER[FIRST] == set(ORDER)


@covers("PHRASE-024")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_said_with_an_earlier_book_reads_the_same(language: str) -> None:
    book = phrase_book()
    for phrase in book.phrases:
        now, then = said(phrase), replace(said(phrase), book=FIRST)
        rendering = render(book, then, language)
        if phrase.id in EARLIER[FIRST]:
            assert rendering == render(book, now, language)
        else:
            assert [each.code for each in rendering.findings] == ["unknown-phrase"]
