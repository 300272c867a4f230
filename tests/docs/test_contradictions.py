"""The page for the duty officer shows what the program says, word for word."""

import re

from firebreak.core.envelope.kinds import Kind
from firebreak.core.message.bodies import Message
from tests.api.test_histories import words
from tests.core.line.making import restored, say
from tests.fuzz.hostile import Hostile
from tests.pair import Pair
from tools.tree import ROOT

PAGE = (ROOT / "docs" / "contradictions.md").read_text(encoding="utf-8")


def plain(text: str) -> set[str]:
    """The lines without colours, numbers, hashes and times."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    text = re.sub(r"\b[0-9a-f]{8,}\b|\d+", "#", text)
    return {re.sub(r"\s+", " ", each).strip() for each in text.splitlines()}


def test_the_words_of_a_restore_and_of_a_branch_stand_on_the_page() -> None:
    pair = Pair()
    for number in range(4):
        say(pair.north, f"number {number}")
        pair.settle()
    restored(pair.north, 4)
    say(pair.north, "unheard")
    pair.greet()
    for end in pair.ends():
        assert plain(words(end)) <= plain(PAGE)


def test_the_words_of_a_contradiction_stand_on_the_page() -> None:
    hostile = Hostile()
    bodies = [
        Message(to=("duty",), from_desk="duty", text=text).to_bytes() for text in ("we stay", "we leave")
    ]
    headers = [hostile.header(b"s" * 16, Kind.MESSAGE, each) for each in bodies]
    hostile.send(*(hostile.entry(each, body) for each, body in zip(headers, bodies, strict=True)))
    assert plain(words(hostile.north)) <= plain(PAGE)
