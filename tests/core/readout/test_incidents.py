"""What is said of an event that nobody announced, and of the alarm that a site near it would have had."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from firebreak.core.readout.material import Beside, Facts
from tests.core.readout.making import LANGUAGES, read_out, said, shipped

YAVORIV = "UR-13"


def verdict(facts: Facts, **changes: tuple[Decimal, Decimal]) -> str:
    context = tuple(replace(each, **changes) if each.ref == YAVORIV else each for each in facts.context)
    readout = read_out(replace(facts, context=context))
    (found,) = [each for _, _, each in readout.numbered() if each.key == "incident-limit"]
    return f"{found.parameters['verdict']}, announced: {found.parameters['announced']}"


def test_sixteen_to_thirty_kilometres_would_have_alarmed_a_site_with_a_limit_of_24() -> None:
    assert verdict(replace(shipped(), limit_km=24)) == "perhaps, announced: no"


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [("16", "24", "within"), ("24", "24.1", "perhaps"), ("24.1", "30", "beyond"), ("0", "0", "within")],
)
def test_the_limit_itself_is_within(least: str, most: str, expected: str) -> None:
    facts = replace(shipped(), limit_km=24)
    told = verdict(facts, distance_km=(Decimal(least), Decimal(most)))
    assert told == f"{expected}, announced: no"


def test_without_a_limit_nothing_is_said_of_an_alarm() -> None:
    keys = [each.key for _, _, each in read_out(shipped()).numbered()]
    assert "incident-distance" in keys
    assert "incident-limit" not in keys


def test_a_notice_of_that_party_on_that_day_is_told_without_saying_that_it_was_for_this() -> None:
    facts = replace(shipped(), limit_km=24)
    event = next(each for each in facts.context if each.ref == YAVORIV)
    assert event.what is Beside.INCIDENT
    noticed = next(each for each in facts.contacts if each.kind.value == "notice")
    given = replace(noticed, from_party=event.from_party, days=event.days)
    others = tuple(given if each is noticed else each for each in facts.contacts)
    assert verdict(replace(facts, contacts=others)) == "perhaps, announced: yes"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_limit_and_that_nothing_was_announced(language: str) -> None:
    text = " ".join(said(read_out(replace(shipped(), limit_km=24)), language))
    assert re.search(r"24\s(km|км)\b", text)
    words = {"de": "nicht verzeichnet", "en": "No notice", "ru": "не числится", "uk": "не значиться"}
    assert words[language] in text
