"""The contact strip: shapes, words, and places in time."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest

from firebreak.core.ledger.facts import Evidence, Kind, Outcome
from firebreak.core.readout.material import Facts
from firebreak.core.readout.sentences import Readout
from firebreak.reports.drawing import EDGE, WIDTH, draw_strip
from firebreak.reports.sheet import speaker_of
from tests.core.readout.making import LANGUAGES, exercise_of, read_out, reported_fact, shipped, signed_fact
from tests.covering import covers

SPACE = "{http://www.w3.org/2000/svg}"


def drawn(readout: Readout, language: str = "en") -> ET.Element:
    return ET.fromstring(draw_strip(readout, speaker_of(language)))


def texts(root: ET.Element) -> list[str]:
    return [each.text or "" for each in root.iter(f"{SPACE}text")]


@covers("READOUT-033")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_strip_has_title_description_and_a_legend_in_words(language: str) -> None:
    root = drawn(read_out(shipped()), language)
    speaker = speaker_of(language)
    assert root.findtext(f"{SPACE}title") == speaker.say("strip-title")
    assert root.findtext(f"{SPACE}desc") == speaker.say("strip-description")
    assert {speaker.say("sign-answered"), speaker.say("sign-band"), speaker.say("sign-beyond")} <= set(
        texts(root)
    )


@covers("READOUT-033")
def test_every_outcome_has_a_shape_of_its_own_without_colour() -> None:
    shapes = set[str]()
    outcomes = (
        Outcome.ANSWERED,
        Outcome.DELIVERED,
        Outcome.DECLINED,
        Outcome.NO_ANSWER,
        Outcome.NOT_KNOWN_WHICH,
    )
    for outcome in outcomes:
        root = drawn(read_out(Facts(name="t", contacts=(reported_fact("A-1", outcome),))))
        mark = next(each for each in root.iter(f"{SPACE}g") if each.find(f"{SPACE}title") is not None)
        parts = [ET.tostring(each, encoding="unicode") for each in mark if not each.tag.endswith("title")]
        shapes.add(re.sub(r'#[0-9a-f]{6}|(class|fill)="[^"]*"', "", "".join(parts)) + str("full" in parts[0]))
    assert len(shapes) == len(outcomes)


def test_marks_stand_on_their_days_inside_the_strip() -> None:
    days = [date(2022, 2, 24) + timedelta(days=number) for number in (0, 13, 27)]
    facts = [signed_fact(f"5f/{day}", Outcome.ANSWERED, Evidence.E6, day=day) for day in days]
    root = drawn(exercise_of(facts))
    places = [float(each.get("cx", "")) for each in root.iter(f"{SPACE}circle")][:3]
    assert places == sorted(places)
    assert places[0] > EDGE
    assert places[-1] < WIDTH - EDGE


def test_a_fact_is_not_drawn_beyond_its_class() -> None:
    weak = exercise_of([signed_fact(outcome=Outcome.DECLINED, evidence=Evidence.E0)])
    assert [mark.sign.value for lane in weak.strip for mark in lane.marks] == ["not-known"]


def test_many_marks_of_one_day_stay_in_few_rows() -> None:
    facts = [signed_fact(f"5f/{number}", Outcome.ANSWERED, Evidence.E3, Kind.CHECK) for number in range(30)]
    assert float(drawn(exercise_of(facts)).get("height", "")) < 250


def test_a_year_has_few_ticks_and_nothing_is_drawn_without_marks() -> None:
    facts = [signed_fact("5f/1", Outcome.ANSWERED, Evidence.E6)]
    assert len(texts(drawn(exercise_of(facts)))) < 12
    assert draw_strip(exercise_of([]), speaker_of("en")) == ""
