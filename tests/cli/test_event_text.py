"""What `firebreak watch` says of the sound of calls: a line for each event, with their words marked."""

from typing import Any

import pytest

from firebreak.cli.event_text import SOUND, event_line
from firebreak.cli.matching_event import MATCHINGS
from firebreak.cli.notice_event import NOTICES, rings
from firebreak.core.base.events import Event
from firebreak.core.call.sound import events
from firebreak.core.call.sound.events import LegEvent, SoundEvent
from firebreak.core.notice import events as notices

SAID: dict[str, Any] = {
    "at": 1_647_993_600_000,
    "line": "south",
    "call": "7f3a0c5be1d24f6688a90b1c2d3e4f50",
    "by_us": False,
    "who": "Olena\u202e",
    "finding": {"text": "entry 1/2 found another key"},
}


def test_every_event_about_sound_is_said() -> None:
    known = [
        each for each in vars(events).values() if isinstance(each, type) and issubclass(each, SoundEvent)
    ]
    assert {each.__name__ for each in known if each not in (SoundEvent, LegEvent)} == set(SOUND)


@pytest.mark.parametrize("name", SOUND)
def test_an_event_about_sound_is_one_line(name: str) -> None:
    line = event_line({**SAID, "event": name}, "South")
    assert line.startswith("00:00:00Z  call 7f3a0c5b: ")
    assert "(South)" in line
    assert "\n" not in line
    assert "\u202e" not in line


NOTICED: dict[str, Any] = {
    "at": 1_647_993_600_000,
    "line": "south",
    "notice": "7f3a0c5be1d24f6688a90b1c2d3e4f50",
    "ours": False,
    "word": "comply",
    "numbers": [2],
    "lead_short": True,
    "count": 140,
    "finding": {"text": "entry 1/2 names\u202e nothing"},
}


def test_every_event_about_notices_is_said() -> None:
    known = [each for each in vars(notices).values() if isinstance(each, type) and issubclass(each, Event)]
    names = {each.__name__ for each in known if each not in (Event, notices.NoticeEvent)}
    assert names == {*NOTICES, "NoticeDoubted", "NoticesCrowd"}


@pytest.mark.parametrize("name", [*NOTICES, "NoticeDoubted", "NoticesCrowd"])
def test_an_event_about_notices_is_one_line_in_words(name: str) -> None:
    line = event_line({**NOTICED, "event": name}, "South")
    assert ("(South)" in line) is (name in NOTICES)
    assert name not in line
    assert "\n" not in line
    assert "\u202e" not in line


ISSUED: dict[str, Any] = {**NOTICED, "event": "NoticeIssued", "code": "DF0", "lead_short": False}


@pytest.mark.parametrize("precedence", ["flash", "immediate", "priority", "routine"])
def test_a_notice_that_cannot_wait_says_so_and_rings_once(precedence: str) -> None:
    event = {**ISSUED, "precedence": precedence}
    line = event_line(event, "South")
    urgent = precedence in ("flash", "immediate")
    assert rings(event) is urgent
    assert (f"{precedence.upper()} NOTICE 7f3a0c5be1d2: DF0 missile launch" in line) is urgent
    assert not rings({**event, "ours": True})
    assert not rings({**event, "event": "NoticeReplaced"})


@pytest.mark.parametrize("name", [*NOTICES, "NoticesCrowd"])
def test_what_is_said_of_a_notice_of_an_exercise_says_that_it_is_one(name: str) -> None:
    event = {**ISSUED, "precedence": "flash", "event": name}
    assert "EXERCISE " in event_line({**event, "exercise": True}, "South")
    assert "EXERCISE" not in event_line({**event, "exercise": False}, "South")


PROPOSED: dict[str, Any] = {
    "at": 1_647_993_600_000,
    "line": "south",
    "matching": "7f3a0c5be1d24f6688a90b1c2d3e4f50",
    "ours": False,
    "officer": "Olena\u202e",
    "from_at": 1_647_993_600_000,
    "until_at": 1_647_997_200_000,
    "items_max": 1_000,
    "word": "off",
    "text": "",
    "role": "setup",
    "result": "hits",
    "hits": 2,
    "finding": {"text": "entry 1/2 names\u202e nothing"},
}


@pytest.mark.parametrize("name", MATCHINGS)
def test_an_event_about_a_matching_is_one_line_in_words(name: str) -> None:
    line = event_line({**PROPOSED, "event": name}, "South")
    assert name not in line
    assert "\n" not in line
    assert "\u202e" not in line


def test_whoever_did_not_propose_a_matching_is_who_answers_it() -> None:
    answered = {**PROPOSED, "event": "MatchingAnswered"}
    assert "(us)" in event_line(answered, "South")
    assert "(South)" in event_line({**answered, "ours": True}, "South")
    assert "their node takes no part" in event_line(answered, "South")
    assert "EXERCISE matching" in event_line({**answered, "exercise": True}, "South")
    concluded = {**PROPOSED, "event": "MatchingConcluded", "by_us": False}
    assert "(South): 2 cells that both named" in event_line(concluded, "South")
