"""What `status` and `line show` say of restores and contradictions."""

from types import SimpleNamespace
from typing import Any

import pytest

from firebreak.api.verbs import histories
from firebreak.api.verbs.histories import history
from firebreak.cli.history_text import history_lines
from firebreak.core.envelope.kinds import Kind
from firebreak.core.message.bodies import Message
from firebreak.ports import Kept
from tests.core.line.making import restored, say
from tests.covering import covers
from tests.fuzz.hostile import Hostile
from tests.pair import End, Pair


def shown(end: End) -> dict[str, Any]:
    held = {each.entry.hash: Kept(each.entry, each.at) for each in end.stored}
    store = SimpleNamespace(find=lambda _line, hash: held.get(hash))
    return history(SimpleNamespace(store=store), end.line) | {"counterpart": end.other}  # type: ignore[arg-type]


def words(end: End) -> str:
    return "\n".join(history_lines(shown(end), end.name))


def test_a_line_on_which_nothing_happened_says_nothing() -> None:
    pair = Pair()
    say(pair.north)
    pair.settle()
    assert [words(each) for each in pair.ends()] == ["", ""]


@covers("RESTORE-008")
def test_both_sides_are_told_what_came_back_and_where_a_log_goes_on_twice() -> None:
    pair = Pair()
    for number in range(4):
        say(pair.north, f"number {number}")
        pair.settle()
    restored(pair.north, 4)
    say(pair.north, "from the restored node, unheard")
    pair.greet()
    north, south = shown(pair.north), shown(pair.south)
    assert north["came_back"]["ours"] == south["came_back"]["theirs"] > 0
    assert [each["ours"] for each in north["branches"]] == [True]
    assert [each["ours"] for each in south["branches"]] == [False]
    assert north["branches"][0]["after"] == south["branches"][0]["after"]
    for end in pair.ends():
        assert "North was restored from an older state" in words(end)
        assert "The log of North goes on twice after entry" in words(end)
        end.start()
        assert shown(end)["branches"], "also after a restart"


@covers("RESTORE-008")
def test_both_versions_of_a_contradiction_are_shown_with_their_words() -> None:
    hostile = Hostile()
    texts = ("we stay", "we leave\x1b[31m")
    bodies = [Message(to=("duty",), from_desk="duty", text=text).to_bytes() for text in texts]
    first = hostile.header(b"s" * 16, Kind.MESSAGE, bodies[0])
    second = hostile.header(b"s" * 16, Kind.MESSAGE, bodies[1])
    hostile.send(*(hostile.entry(each, body) for each, body in zip((first, second), bodies, strict=True)))
    (pair,) = shown(hostile.north)["versions"]
    assert {each["text"] for each in pair} == set(texts)
    assert len({each["hash"] for each in pair}) == 2
    said = words(hostile.north)
    assert "South signed two different entries under one number" in said
    assert "we stay" in said
    assert "\x1b[31m" not in said.replace("\x1b[31mContradiction", "")


def test_a_version_that_cannot_be_read_is_shown_without_words() -> None:
    hostile = Hostile()
    headers = [
        hostile.header(b"s" * 16, kind, body) for kind, body in ((Kind.MESSAGE, b"\xff"), (9_999, b""))
    ]
    hostile.send(*(hostile.entry(each, body) for each, body in zip(headers, (b"\xff", b""), strict=True)))
    (pair,) = shown(hostile.north)["versions"]
    assert [each["text"] for each in pair] == [None, None]
    assert {each["kind"] for each in pair} == {"message", "9999"}
    assert words(hostile.north)


@covers("RESTORE-008")
def test_contradictions_beyond_those_shown_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(histories, "VERSIONS_MAX", 0)
    hostile = Hostile()
    headers = [hostile.header(b"s" * 16, Kind.MESSAGE, body) for body in (b"\xff", b"\xfe")]
    hostile.send(*(hostile.entry(each, body) for each, body in zip(headers, (b"\xff", b"\xfe"), strict=True)))
    assert "1 more contradictions are in the record" in words(hostile.north)
