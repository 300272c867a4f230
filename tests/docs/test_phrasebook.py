"""The page of the phrases is written from the book."""

import re

from firebreak.core.phrase.agreed import AGREED
from tools import phrase_page


def test_the_page_of_the_phrases_is_what_the_book_says() -> None:
    up_to_date = phrase_page.PAGE.read_text(encoding="utf-8") == phrase_page.page()
    assert up_to_date, "docs/phrasebook.md: a phrase or the prose changed, say make docs"


def test_the_page_says_who_approves_and_shows_every_phrase() -> None:
    page = phrase_page.page()
    assert re.findall(r"^### (\S+)$", page, re.MULTILINE) == [each.id for each in AGREED]
    assert page.index("## Who has to approve it before real use") < page.index("## Danger now")
