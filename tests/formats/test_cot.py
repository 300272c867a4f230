"""Cursor on Target, as XML and as protobuf, there and back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import Altitude, Area, AreaKind, Datum
from firebreak.core.geo.place import Place
from firebreak.formats.cot import read, write, write_protobuf
from firebreak.formats.drafts import Draft
from firebreak.formats.parsed import Window
from tests.formats import drafting
from tests.formats.test_geojson import codes

NOW = datetime(2026, 3, 1, 7, tzinfo=UTC)
POINT = '<point lat="54.7" lon="20.5" hae="100.0" ce="15.0" le="10.0"/>'


def event(inside: str = POINT, kind: str = "a-f-G-U-C", **anew: str) -> str:
    said = {
        "version": "2.0", "uid": "ANDROID-1", "type": kind, "how": "m-g", "time": "2026-03-01T07:00:00.123Z",
        "start": "2026-03-01T07:00:00Z", "stale": "2026-03-01T07:05:00Z",
    } | anew  # fmt: skip
    return f"<event {' '.join(f'{key}={each!r}' for key, each in said.items() if each)}>{inside}</event>"


def only(data: str | bytes) -> Draft:
    (draft,) = read(data)
    return draft


def test_a_track_is_a_point_with_its_name_and_its_doubt() -> None:
    draft = only(event(POINT + '<detail><contact callsign="EAGLE"/><remarks>Patrol</remarks></detail>'))
    band = Altitude(lower_m=90, upper_m=110, datum=Datum.W84)
    spot = Place(547000000, 205000000)
    assert draft.area == Area.of(AreaKind.POINT, spot, uncertainty_m=15, altitude=band)
    assert (draft.identifier, draft.title, draft.texts) == ("ANDROID-1", "EAGLE", (("und", "Patrol"),))
    assert draft.windows == (
        Window(datetime(2026, 3, 1, 7, tzinfo=UTC), datetime(2026, 3, 1, 7, 5, tzinfo=UTC)),
    )
    assert not draft.findings


@pytest.mark.parametrize("height", ["9999999", "9999999.0", "-9999999"])
def test_nine_million_metres_are_not_a_height(height: str) -> None:
    draft = only(event(f'<point lat="54.7" lon="20.5" hae="{height}" ce="9999999.0" le="9999999.0"/>'))
    assert (draft.area.altitude, draft.area.uncertainty_m) == (None, None)
    assert not draft.findings


def test_a_drawing_is_a_polygon_or_a_line() -> None:
    links = [f'<link point="{each}"/>' for each in ("54,20", "54,21,0.0", "55,21")]
    line = only(event(f"{POINT}<detail>{''.join(links)}</detail>", "u-d-f"))
    ring = only(event(f"{POINT}<detail>{''.join([*links, links[0]])}</detail>", "u-d-f"))
    box = only(event(f"{POINT}<detail>{''.join(links)}</detail>", "u-d-r"))
    assert [each.area.kind for each in (line, ring, box)] == [
        AreaKind.LINE,
        AreaKind.POLYGON,
        AreaKind.POLYGON,
    ]
    assert ring.area == box.area


def test_a_circle_has_its_radius_in_its_details() -> None:
    shape = '<detail><shape><ellipse major="500.5" minor="500.5" angle="360"/></shape></detail>'
    assert only(event(POINT + shape, "u-d-c-c")).area.radius_m == 501
    oval = only(event(POINT + shape.replace('minor="500.5"', 'minor="100"'), "u-d-c-c"))
    assert (oval.area.radius_m, codes(oval)) == (501, {"outline-enclosed"})
    assert codes(only(event(POINT, "u-d-c-c"))) == {"radius-odd"}


def test_a_deleted_drawing_is_a_cancel() -> None:
    draft = only(event(POINT + '<detail><link uid="ZONE-7"/></detail>', "t-x-d-d"))
    assert (draft.act, draft.refers_to) == ("cancel", ("ZONE-7",))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (event(stale="2026-03-01T06:00:00Z"), "ends-before-begins"),
        (event(stale=""), "not-conform"),
        (event(time="yesterday"), "bad-time"),
        (event('<point lat="nan" lon="20.5" hae="0" ce="1" le="1"/>'), "impossible-coordinate"),
        (event('<point lat="54" lon="20.5" hae="inf" ce="1" le="1"/>'), "height-unread"),
        (event('<point lat="54" lon="20.5"/>'), "height-unread"),
        (event('<point lat="54" lon="20.5" hae="99999999" ce="-5" le="0"/>'), "radius-odd"),
        (event(POINT + '<detail><link point="54"/></detail>', "u-d-f"), "impossible-coordinate"),
    ],
)
def test_what_is_doubtful_is_said(text: str, code: str) -> None:
    assert code in codes(only(text))


@pytest.mark.parametrize(
    "wrong",
    [
        "<event/>", "<kml/>", "<events><event/></events>", b"\xbf", b"\xbf\x01\xbf", b"\xbf\x05abc",
        b"\xbf\xff\xff\xff\xff", b"\xbf\x01\xbf\xff\xff",
    ],
)  # fmt: skip
def test_what_is_no_event_is_refused(wrong: str | bytes) -> None:
    with pytest.raises(LocalError) as refused:
        read(wrong)
    assert refused.value.code == "FB620"


def test_a_message_past_the_bound_is_refused() -> None:
    with pytest.raises(LocalError) as refused:
        read(b"\xbf\x01\xbf" + b"\x00" * 70_000)
    assert refused.value.code == "FB621"


def test_a_mesh_message_is_read_as_well() -> None:
    data = write_protobuf([Draft(source_format="x", area=Area.of(AreaKind.POINT, Place(1, 2)))], NOW).data
    assert data[1] & 0x80  # the length has two bytes
    assert only(b"\xbf\x01\xbf" + data[3:]).area.places == (Place(1, 2),)


flat = st.builds(lambda ends: Altitude(lower_m=min(ends), upper_m=max(ends), datum=Datum.W84),
                 st.tuples(st.integers(0, 20_000), st.integers(0, 20_000)))  # fmt: skip
spots = st.builds(
    lambda area, band, off: replace(area, altitude=band, uncertainty_m=off),
    drafting.points,
    st.one_of(st.none(), flat),
    st.one_of(st.none(), st.integers(0, 500)),
)
areas = st.one_of(spots, drafting.circles, drafting.lines(), drafting.polygons()).filter(
    lambda area: bool(area.places)
)


@given(
    drafting.drafts(
        areas, code=st.just(""), authority=st.just(""),
        windows=drafting.windows(most=1),
        texts=drafting.words.map(lambda text: (("und", text),)),
    ),
    st.sampled_from([write, write_protobuf]),
)  # fmt: skip
def test_what_is_written_comes_back(draft: Draft, writing) -> None:
    made = writing([replace(draft, issued_at=NOW)], NOW)
    window = (Window(NOW, NOW + timedelta(days=1)),)
    expected = replace(draft, source_format="cot", issued_at=NOW, windows=draft.windows or window)
    assert only(made.data) == expected
    assert bool(made.losses) == (not draft.windows)


@given(st.lists(drafting.drafts(drafting.circles, windows=drafting.windows(most=1)), min_size=2, max_size=4))
def test_several_drafts_are_several_events(drafts: list[Draft]) -> None:
    assert len(read(write(drafts, NOW).data)) == len(read(write_protobuf(drafts, NOW).data)) == len(drafts)


def test_what_an_event_cannot_say_is_said_to_be_lost() -> None:
    area = Area.of(AreaKind.CORRIDOR, Place(0, 0), Place(1, 1), buffer_m=5, uncertainty_m=3, name="Route 5")
    draft = Draft(source_format="x", area=area, act="cancel", code="MF2")
    assert {each.code for each in write([draft], NOW).losses} == {
        "act-lost", "code-lost", "buffer-lost", "particulars-lost", "altitude-lost", "start-assumed",
        "end-assumed",
    }  # fmt: skip


def test_a_notice_without_a_place_is_no_event() -> None:
    with pytest.raises(LocalError) as refused:
        write([Draft(source_format="x")], NOW)
    assert refused.value.code == "FB624"


def test_another_reader_understands_our_protobuf_and_we_understand_its() -> None:
    import takproto

    area = Area.of(AreaKind.POINT, Place(547000000, 205000000), uncertainty_m=15)
    draft = Draft(source_format="x", identifier="P-1", area=area, title="EAGLE", texts=(("und", "Patrol"),))
    theirs = takproto.parse_proto(bytearray(write_protobuf([draft], NOW).data)).cotEvent
    assert (theirs.uid, theirs.lat, theirs.lon, theirs.hae, theirs.ce) == ("P-1", 54.7, 20.5, 9999999.0, 15.0)
    assert theirs.detail.xmlDetail == "<remarks>Patrol</remarks>"
    xml = event(POINT + '<detail><contact callsign="EAGLE"/><remarks>Patrol</remarks></detail>')
    assert only(bytes(takproto.xml2proto(xml))) == only(xml)
