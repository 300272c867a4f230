"""Drafts as forms of notices and back, with the source word for word."""

from base64 import b64decode
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.api.arguments import Arguments
from firebreak.api.verbs.notice_form import area_of
from firebreak.core.base.errors import LocalError
from firebreak.core.base.text import faults
from firebreak.core.geo.area import Altitude, Area, AreaKind, Datum
from firebreak.core.geo.place import DEGREE, Place
from firebreak.core.notice.bodies import Source
from firebreak.formats.drafts import Draft
from firebreak.formats.files import read
from firebreak.formats.forms import area_form, draft_of, form_of
from firebreak.formats.parsed import Window
from tests.formats import drafting
from tests.formats.test_geojson import feature

areas = st.one_of(drafting.points, drafting.circles, drafting.lines(), drafting.polygons())
texts = st.dictionaries(st.sampled_from(["en", "ru"]), drafting.words, max_size=2).map(
    lambda said: tuple(said.items())
)


@given(drafting.drafts(areas, texts=texts, contact=drafting.words), drafting.altitudes)
def test_a_draft_comes_back_from_its_form(draft: Draft, altitude: Altitude | None) -> None:
    full = replace(draft, area=replace(draft.area, altitude=altitude))
    back = draft_of(form_of(full, b"{}"))
    known = {
        each: getattr(back, each) for each in ("area", "windows", "code", "texts", "authority", "contact")
    }
    assert known == {each: getattr(full, each) for each in known}


@given(areas, drafting.altitudes)
def test_the_node_reads_the_area_of_a_form_as_it_was(area: Area, altitude: Altitude | None) -> None:
    full = replace(area, altitude=altitude)
    assert area_of(Arguments(area_form(full))) == full


def test_a_window_without_an_end_lasts_until_cancelled() -> None:
    window = Window(datetime(2026, 3, 1, tzinfo=UTC), None)
    form = form_of(Draft(source_format="x", windows=(window,)), b"x")
    assert form["ends"] == "until_cancelled"
    assert draft_of(form).windows == (window,)


@given(st.text(max_size=300).map(str.encode))
def test_a_source_travels_word_for_word_or_as_base64(source: bytes) -> None:
    if not source:
        return
    held = form_of(Draft(source_format="geojson"), source)["source"]
    assert not any(faults(held["text"]))
    assert Source.of(held["format"], held["text"])
    back = b64decode(held["text"]) if held["format"].endswith(";base64") else held["text"].encode()
    assert back == source


def test_a_source_too_long_to_travel_goes_as_its_hash() -> None:
    source = b"x" * 9_000
    held = form_of(Draft(source_format="kml"), source)["source"]
    assert held["format"] == "kml;sha256"
    assert sha256(source).hexdigest() in held["text"]
    assert "9000 bytes" in held["text"]


def test_findings_go_along_as_doubts() -> None:
    (draft,) = read(feature("Point", [20, 54, 300]).encode())
    held = form_of(draft, b"x", "Lt Nord")["source"]
    assert [each["code"] for each in held["doubts"]] == ["height-unread"]
    assert held["confirmed_by"] == "Lt Nord"


def test_texts_lose_what_nobody_may_sign() -> None:
    form = form_of(Draft(source_format="x", texts=(("en", "a\tb\r\nc\u202ed"),)), b"x")
    assert form["texts"] == {"en": "a b\nc⟦U+202E⟧d"}


@pytest.mark.parametrize(
    "area",
    [{"kind": "blob"}, {"kind": "circle", "positions": [[1, 2]]}, {"kind": "point", "positions": [[91, 2]]}],
)
def test_a_form_that_is_none_is_refused(area: dict) -> None:
    with pytest.raises(LocalError) as refused:
        draft_of({"area": area})
    assert refused.value.code == "FB620"


def test_a_warning_is_read_by_the_parser_of_texts() -> None:
    text = "WRECK IN 54-51.0N 013-54.0E DANGEROUS TO NAVIGATION"
    (draft,) = read(text.encode())
    spot = Place(5485 * DEGREE // 100, 139 * DEGREE // 10)
    assert draft.area == Area.of(AreaKind.POINT, spot)
    assert draft.texts == (("und", text),)


def test_flight_levels_of_a_notam_stay_flight_levels() -> None:
    notam = (
        "(A0513/14 NOTAMN\nQ) LSAS/QRRCA/IV/BO/W/000/100/4700N00730E005\n"
        "A) LSAS B) 2603010800 C) 2603011200\n"
        "E) CIRCLE CENTRE 470000N0073000E RADIUS 5KM\nF) FL050 G) FL100)"
    )
    (draft,) = read(notam.encode())
    assert draft.source_format == "notam"
    assert draft.area.altitude in (None, Altitude(lower_m=1524, upper_m=3048, datum=Datum.FL))


def test_an_area_that_a_warning_neither_draws_nor_names_is_nowhere() -> None:
    (draft,) = read(b"NOTICE NO NAMES HERE. AREA CLOSED TO NAVIGATION.", "text")
    assert draft.area.kind in {AreaKind.NONE, AreaKind.NAMED}
    assert draft.area.name != "?"


def test_several_circles_of_a_warning_are_drafts_of_their_own() -> None:
    found = read(b"DANGEROUS OPERATIONS WITHIN 2 MILES OF 54-51.0N 013-54.0E AND 55-51.0N 014-54.0E", "text")
    assert [(each.area.kind, each.area.radius_m) for each in found] == [(AreaKind.CIRCLE, 3704)] * 2
    assert all("split" in {one.code for one in each.findings} for each in found)
