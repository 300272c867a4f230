"""Announced areas in a readout: drawn, named for those who do not see them, in HTML and PDF."""

from dataclasses import replace
from datetime import date

import pytest

from firebreak.core.geo.area import Area, AreaKind
from firebreak.core.geo.place import Place
from firebreak.core.ledger.days import Days
from firebreak.core.readout.material import Announced
from firebreak.core.readout.plain import readout_json
from firebreak.core.readout.sentences import Readout
from firebreak.reports.mapped import AREAS_MAX
from firebreak.reports.pdf import render_pdf
from firebreak.reports.web import render_html
from tests.core.readout.making import LANGUAGES, read_out, shipped

DAY = Days(date(2022, 3, 13), date(2022, 3, 13))
CIRCLE = Area.of(AreaKind.CIRCLE, Place(549000000, 203000000), radius_m=18_520)


def announced(ref: str = "5f/17", party: str = "<South>", *, usable: bool = True) -> Announced:
    return Announced(ref=ref, from_party=party, days=DAY, area=CIRCLE, usable=usable)


@pytest.fixture(scope="module")
def readout() -> Readout:
    facts = replace(shipped(), announced=(announced(), announced("a0/3", "North", usable=False)))
    return read_out(facts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_the_picture_with_its_words_escaped(readout: Readout, language: str) -> None:
    page = render_html(readout, language)
    assert page.count('class="map"') == 1
    assert "&lt;South&gt; · 5f/17" in page
    assert "<South>" not in page


def test_without_an_area_there_is_no_picture() -> None:
    assert 'class="map"' not in render_html(read_out(shipped()), "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_on_which_not_all_areas_fit_says_so(language: str) -> None:
    many = tuple(announced(f"5f/{number}") for number in range(AREAS_MAX + 1))
    page = render_html(read_out(replace(shipped(), announced=many)), language)
    title = page.partition('id="map-title">')[2].partition("<")[0]
    assert f"{AREAS_MAX}" in title
    assert f"{AREAS_MAX + 1}" in title


def test_what_was_announced_outside_of_the_period_is_not_drawn() -> None:
    late = replace(announced(), days=Days(date(2022, 5, 1), date(2022, 5, 1)))
    assert read_out(replace(shipped(), announced=(late,))).announced == ()


def test_the_facts_hold_the_area_in_whole_numbers(readout: Readout) -> None:
    first = readout_json(readout)["announced"][0]  # pyright: ignore[reportIndexIssue, reportOptionalSubscript, reportArgumentType, reportCallIssue]
    assert first == {
        "ref": "5f/17", "from": "<South>", "kind": "circle", "places_e7": [[549000000, 203000000]],
        "radius_m": 18_520, "buffer_m": 0, "usable": True,
    }  # fmt: skip


def test_the_same_areas_give_the_same_file(readout: Readout) -> None:
    first, again = render_pdf(readout, "uk"), render_pdf(readout, "uk")
    assert first == again
    assert len(first) > len(render_pdf(read_out(shipped()), "uk"))
