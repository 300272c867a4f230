"""Zones for unmanned aircraft, there and back."""

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import Altitude, Area, AreaKind, Datum
from firebreak.core.geo.place import Place
from firebreak.formats.drafts import Draft
from firebreak.formats.ed318 import read, write
from firebreak.formats.parsed import Window
from tests.formats import drafting
from tests.formats.test_geojson import SQUARE, codes, crosses_the_line, same

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("FIREBREAK_DATA", ROOT.parent / "shared" / "data"))


def zone(geometry: object, **anew: object) -> str:
    properties = {"identifier": "Z1", "country": "CHE", "name": [{"text": "Feld", "lang": "de-CH"}]} | anew
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", "features": [feature]})


def only(text: str | bytes) -> Draft:
    (draft,) = read(text)
    return draft


def test_the_swiss_sample_is_read_without_a_finding() -> None:
    path = SHARED / "geozones-ch-ed318.json"
    if not path.is_file():
        pytest.skip(f"no sample at {path}; FIREBREAK_DATA may name another folder")
    belp, langmatt, bellechasse = read(path.read_bytes())
    assert [each.identifier for each in (belp, langmatt, bellechasse)] == [
        "CHE/LSZB003", "CHE/BLns058", "CHE/LSTB002",
    ]  # fmt: skip
    assert belp.area.altitude == Altitude(lower_m=60, upper_m=99999, datum=Datum.AGL)
    assert len(belp.area.places) == 27
    assert [language for language, _ in langmatt.texts] == ["de-CH", "fr-CH", "it-CH", "en-GB"]
    assert langmatt.text("fr-CH").startswith("Objet naturel protégé Langmatt")
    assert langmatt.title == "Protected natural object Langmatt"
    assert langmatt.contact.startswith("+41 61 552 21 21, naturundlandschaft@bl.ch")
    assert belp.authority == "Skyguide, Special Flight Office (SFO)"
    assert not any(each.findings for each in (belp, langmatt, bellechasse))


def test_a_point_with_an_extent_is_a_circle() -> None:
    geometry = {"type": "Point", "coordinates": [7.5, 47], "extent": {"subType": "Circle", "radius": 800}}
    assert only(zone(geometry)).area == Area.of(AreaKind.CIRCLE, Place(470000000, 75000000), radius_m=800)


def test_limits_in_feet_are_rounded_outwards_and_keep_their_reference() -> None:
    layer = {"lower": 500, "lowerReference": "AMSL", "upper": 1000, "upperReference": "AMSL", "uom": "ft"}
    draft = only(zone({"type": "Polygon", "coordinates": [SQUARE], "layer": layer}))
    assert draft.area.altitude == Altitude(lower_m=152, upper_m=305, datum=Datum.MSL)


def test_two_references_are_not_converted_into_one_another() -> None:
    layer = {"lower": 0, "lowerReference": "AGL", "upper": 900, "upperReference": "AMSL", "uom": "m"}
    draft = only(zone({"type": "Polygon", "coordinates": [SQUARE], "layer": layer}))
    assert draft.area.altitude == Altitude(upper_m=900, datum=Datum.MSL)
    assert codes(draft) == {"altitude-mixed"}


def test_times_are_read_and_schedules_are_said_to_be_unread() -> None:
    times = {"startDateTime": "2026-03-01T08:00:00Z", "endDateTime": "2026-03-02T08:00:00Z"}
    weekly = times | {"schedule": [{"day": ["MON"]}]}
    square = {"type": "Polygon", "coordinates": [SQUARE]}
    draft = only(zone(square, limitedApplicability=[times]))
    assert draft.windows == (
        Window(datetime(2026, 3, 1, 8, tzinfo=UTC), datetime(2026, 3, 2, 8, tzinfo=UTC)),
    )
    assert codes(only(zone(square, limitedApplicability=[weekly]))) == {"schedule-unread"}


def test_the_elder_form_is_read_as_well() -> None:
    circle = {"type": "Circle", "center": [7.5, 47], "radius": 1000}
    volume = {
        "uomDimensions": "FT", "lowerLimit": 0, "lowerVerticalReference": "AGL", "upperLimit": 400,
        "upperVerticalReference": "AGL", "horizontalProjection": circle,
    }  # fmt: skip
    feature = {
        "identifier": "B1", "country": "BEL", "name": "Kern", "message": "Keep away",
        "applicability": [{"permanent": "YES"}], "zoneAuthority": [{"name": "BCAA", "email": "a@b.example"}],
        "geometry": [volume],
    }  # fmt: skip
    draft = only(json.dumps({"title": "Zones", "features": [feature]}))
    assert draft.area == Area.of(
        AreaKind.CIRCLE, Place(470000000, 75000000), radius_m=305,
        altitude=Altitude(lower_m=0, upper_m=122, datum=Datum.AGL),
    )  # fmt: skip
    assert (draft.identifier, draft.contact, draft.texts) == (
        "BEL/B1", "a@b.example", (("und", "Kern\nKeep away"),),
    )  # fmt: skip
    assert not draft.findings


@pytest.mark.parametrize("wrong", ['{"features": []}', '{"features": [{"type": "Feature"}]}', "[]", "{}"])
def test_what_is_no_zone_is_refused(wrong: str) -> None:
    with pytest.raises(LocalError) as refused:
        read(wrong)
    assert refused.value.code == "FB620"


areas = st.one_of(drafting.points, drafting.circles, drafting.polygons()).filter(
    lambda area: bool(area.places)
)


@given(drafting.drafts(areas, texts=st.just(()), contact=drafting.words), drafting.altitudes)
def test_what_is_written_comes_back(draft: Draft, altitude: Altitude | None) -> None:
    area = replace(draft.area, altitude=altitude)
    made = write([replace(draft, area=area, identifier="CHE/A1")])
    back = only(made.data)
    if area.kind is AreaKind.POLYGON and crosses_the_line(area):
        return
    assert same(back.area, area)
    texts = (("und", draft.title),)
    assert replace(back, area=area) == replace(
        draft, area=area, identifier="CHE/A1", source_format="ed318", texts=texts
    )
    assert not made.losses


def test_what_a_zone_cannot_say_is_lost_or_refused() -> None:
    area = Area.of(
        AreaKind.LINE, Place(0, 0), Place(0, 10000), altitude=Altitude(upper_m=3048, datum=Datum.FL)
    )
    losses = {each.code for each in write([Draft(source_format="x", area=area, act="replace")]).losses}
    assert losses == {"outline-enclosed", "altitude-lost", "act-lost"}
    with pytest.raises(LocalError) as refused:
        write([Draft(source_format="x")])
    assert refused.value.code == "FB624"
