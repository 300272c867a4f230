"""KML, there and back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import NOWHERE, Altitude, Area, AreaKind
from firebreak.core.geo.place import Place
from firebreak.formats.drafts import Draft
from firebreak.formats.kml import read, write
from tests.formats import drafting
from tests.formats.test_geojson import codes, crosses_the_line, same


def mark(inside: str, *, namespace: str = "http://www.opengis.net/kml/2.2") -> str:
    placemark = f"<Folder><Placemark><name>Range</name>{inside}</Placemark></Folder>"
    return f'<kml xmlns="{namespace}"><Document>{placemark}</Document></kml>'


def only(text: str | bytes) -> Draft:
    (draft,) = read(text)
    return draft


RING = "<LinearRing><coordinates>20,54 21,54,0 21,55 20,54</coordinates></LinearRing>"
POLYGON = f"<Polygon><outerBoundaryIs>{RING}</outerBoundaryIs></Polygon>"


def test_a_placemark_is_read() -> None:
    span = "<TimeSpan><begin>2026-03-01T08:00:00Z</begin><end>2026-03-01T12:00:00Z</end></TimeSpan>"
    draft = only(mark(f"<description>Keep out</description>{span}{POLYGON}"))
    corners = [Place(540000000, 200000000), Place(540000000, 210000000), Place(550000000, 210000000)]
    assert draft.area == Area.of(AreaKind.POLYGON, *corners)
    assert (draft.title, draft.texts, len(draft.windows)) == ("Range", (("und", "Keep out"),), 1)
    assert not draft.findings


def test_older_namespaces_are_read_as_well() -> None:
    assert only(mark(POLYGON, namespace="http://earth.google.com/kml/2.1")).area.kind is AreaKind.POLYGON


def test_several_polygons_are_one_area_and_several_kinds_are_several_drafts() -> None:
    point = "<Point><coordinates>20,54</coordinates></Point>"
    assert only(mark(f"<MultiGeometry>{POLYGON}{POLYGON}</MultiGeometry>")).area.kind is AreaKind.MULTIPOLYGON
    found = read(mark(f"<MultiGeometry>{POLYGON}<MultiGeometry>{point}</MultiGeometry></MultiGeometry>"))
    assert [each.area.kind for each in found] == [AreaKind.POLYGON, AreaKind.POINT]
    assert codes(found[0]) == {"split"}


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        (
            POLYGON.replace("</Polygon>", f"<innerBoundaryIs>{RING}</innerBoundaryIs></Polygon>"),
            "holes-filled",
        ),
        ("<Point><coordinates>20,54,300</coordinates></Point>", "height-unread"),
        ("<Point><coordinates></coordinates></Point>", "impossible-coordinate"),
        ("<Point><coordinates>nan,54</coordinates></Point>", "impossible-coordinate"),
        ("<Point><coordinates>inf,54</coordinates></Point>", "impossible-coordinate"),
        ("<Polygon/>", "no-area"),
        ("<Track/>", "unread-geometry"),
        ("<TimeSpan><begin>soon</begin></TimeSpan>", "bad-time"),
        ("<TimeSpan><end>2026-03-01T08:00:00Z</end></TimeSpan>", "start-unknown"),
    ],
)
def test_what_is_doubtful_is_said(inside: str, code: str) -> None:
    assert code in codes(only(mark(inside)))


def test_a_packed_file_is_refused_with_a_word_of_advice() -> None:
    with pytest.raises(LocalError, match="unpack"):
        read(b"PK\x03\x04" + b"\0" * 40)


def test_another_document_is_refused() -> None:
    with pytest.raises(LocalError) as refused:
        read("<gpx/>")
    assert refused.value.code == "FB620"


@given(
    drafting.drafts(st.one_of(drafting.points, drafting.circles, drafting.lines(), drafting.polygons())),
    drafting.altitudes,
)
def test_what_is_written_comes_back(draft: Draft, altitude: Altitude | None) -> None:
    area = replace(draft.area, altitude=altitude)
    back = only(write([replace(draft, area=area)]).data)
    assert replace(back, area=NOWHERE, findings=()) == replace(draft, area=NOWHERE, source_format="kml")
    assert back.area.altitude == altitude
    if area.kind is not AreaKind.POLYGON or not crosses_the_line(area):
        assert same(back.area, area)
        assert not back.findings
