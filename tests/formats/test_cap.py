"""CAP 1.2: the table of its rules, and alerts there and back."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import NOWHERE, Altitude, Area, AreaKind, Datum
from firebreak.core.geo.place import Place
from firebreak.formats.cap import read, write
from firebreak.formats.cap.rules import faults
from firebreak.formats.drafts import Draft
from firebreak.formats.markup import read_xml
from firebreak.formats.parsed import Window
from tests.formats import drafting

NOW = datetime(2026, 3, 1, 7, tzinfo=UTC)

AREA = "<area><areaDesc>Gulf</areaDesc><polygon>54,20 54,21 55,21 54,20</polygon></area>"
INFO = """<info><language>en</language><category>Safety</category><event>Firing</event>
<urgency>Future</urgency><severity>Severe</severity><certainty>Likely</certainty>
<onset>2026-03-01T08:00:00+00:00</onset><expires>2026-03-01T12:00:00+02:00</expires>
<headline>Firing exercise</headline><description>Keep out.</description>%s</info>"""


def alert(*infos: str, kind: str = "Alert", status: str = "Actual", more: str = "") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
<identifier>N-7</identifier><sender>hub@north.example</sender>
<sent>2026-03-01T06:00:00+00:00</sent><status>{status}</status><msgType>{kind}</msgType><scope>Public</scope>{more}
{"".join(infos)}</alert>"""


def only(text: str | bytes) -> Draft:
    (draft,) = read(text)
    return draft


def codes(draft: Draft) -> set[str]:
    return {each.code for each in draft.findings}


def test_an_alert_is_read() -> None:
    draft = only(alert(INFO % AREA))
    places = [Place(540000000, 200000000), Place(540000000, 210000000), Place(550000000, 210000000)]
    assert draft.area == Area.of(AreaKind.POLYGON, *places, name="Gulf")
    assert draft.windows == (
        Window(datetime(2026, 3, 1, 8, tzinfo=UTC), datetime(2026, 3, 1, 10, tzinfo=UTC)),
    )
    assert (draft.title, draft.texts) == ("Firing exercise", (("en", "Keep out."),))
    assert not draft.findings


def test_one_alert_in_two_languages_is_one_draft() -> None:
    other = (INFO % AREA).replace(">en<", ">ru<").replace("Keep out.", "Не входить.")
    draft = only(alert(INFO % AREA, other))
    assert dict(draft.texts) == {"en": "Keep out.", "ru": "Не входить."}


def test_a_circle_is_latitude_longitude_and_kilometres() -> None:
    circle = "<area><areaDesc>Gulf</areaDesc><circle>54.7,20.5 2.5</circle></area>"
    area = only(alert(INFO % circle)).area
    assert (area.kind, area.radius_m, area.places) == (AreaKind.CIRCLE, 2500, (Place(547000000, 205000000),))


def test_heights_are_feet_above_the_sea_rounded_outwards() -> None:
    heights = "<altitude>1000</altitude><ceiling>5000</ceiling>"
    area = f"<area><areaDesc>x</areaDesc><circle>54,20 1</circle>{heights}</area>"
    assert only(alert(INFO % area)).area.altitude == Altitude(lower_m=304, upper_m=1524, datum=Datum.MSL)


def test_an_update_and_a_cancel_name_what_they_are_about() -> None:
    before = "<references>hub@north.example,N-6,2026-02-28T06:00:00+00:00</references>"
    update = only(alert(INFO % AREA, kind="Update", more=before))
    assert (update.act, update.refers_to) == ("replace", ("hub@north.example,N-6,2026-02-28T06:00:00+00:00",))
    assert only(alert(kind="Cancel", more=before)).act == "cancel"


def test_an_area_without_an_outline_is_a_name() -> None:
    code = "<geocode><valueName>x</valueName><value>7</value></geocode>"
    named = f"<area><areaDesc>Gulf of Gdansk</areaDesc>{code}</area>"
    draft = only(alert(INFO % named))
    assert draft.area == Area(kind=AreaKind.NAMED, name="Gulf of Gdansk")
    assert codes(draft) == {"outline-unknown", "geocode-unread"}


def test_areas_of_several_kinds_are_drafts_of_their_own() -> None:
    both = "<area><areaDesc>x</areaDesc><circle>54,20 1</circle><circle>55,20 1</circle></area>"
    found = read(alert(INFO % both))
    assert [each.area.kind for each in found] == [AreaKind.CIRCLE, AreaKind.CIRCLE]
    assert codes(found[0]) == {"split"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (alert(INFO % AREA, status="Exercise"), "not-actual"),
        (alert(kind="Ack", more="<references>a,b,2026-02-28T06:00:00+00:00</references>"), "not-a-notice"),
        (alert(INFO % AREA, kind="Update"), "not-conform"),
        (alert(INFO % AREA.replace("54,20</polygon>", "54,22</polygon>")), "not-conform"),
        (alert(INFO % AREA.replace("54,21", "54.,21")), "not-conform"),
        (alert((INFO % AREA).replace("<urgency>Future</urgency>", "")), "not-conform"),
        (alert((INFO % AREA).replace("+02:00", "Z")), "not-conform"),
        (alert((INFO % AREA).replace("<event>", "<evnt/><event>")), "not-conform"),
        (alert((INFO % AREA).replace("2026-03-01T12", "2026-03-01T05")), "ends-before-begins"),
        (alert(INFO % AREA.replace("54,20", "154,20")), "impossible-coordinate"),
    ],
)
def test_what_is_doubtful_is_said(text: str, code: str) -> None:
    assert code in codes(read(text)[0])


@pytest.mark.parametrize("version", ["1.1", "1.0", ""])
def test_older_versions_are_refused(version: str) -> None:
    with pytest.raises(LocalError) as refused:
        read(alert().replace("cap:1.2", f"cap:{version}"))
    assert refused.value.code == "FB620"


areas = st.one_of(drafting.points, drafting.circles, drafting.polygons())


@given(
    drafting.drafts(
        areas,
        identifier=st.from_regex(r"\A[A-Za-z0-9.-]{1,20}\Z"),
        texts=st.lists(drafting.words, min_size=1, max_size=1).map(lambda found: (("ru", found[0]),)),
        windows=drafting.windows(),
        contact=drafting.words,
    ),
    drafting.altitudes,
)
def test_what_is_written_conforms_and_comes_back(draft: Draft, altitude: Altitude | None) -> None:
    area = replace(draft.area, altitude=altitude, name="Gulf") if draft.area.places else NOWHERE
    full = replace(draft, area=area, issued_at=NOW)
    made = write([full], "desk@north.example", NOW)
    assert not faults(read_xml(made.data, "CAP"))
    assert schema_says_nothing(made.data)
    back = only(made.data)
    kept = altitude if altitude and altitude.datum is Datum.MSL else None
    assert back == replace(full, source_format="cap", area=replace(area, altitude=kept))
    assert bool(made.losses) == bool(altitude and not kept and area.places)


def schema_says_nothing(data: bytes) -> bool:
    """What the schema of the standard says, where a house has it (decisions/0016)."""
    name = os.environ.get("FIREBREAK_CAP_SCHEMA")
    if not name:
        return True
    import xmlschema

    xmlschema.XMLSchema(Path(name)).validate(data.decode())
    return True


@given(drafting.polygons().filter(lambda area: bool(area.places)))
def test_a_cancel_refers_to_what_it_cancels(area: Area) -> None:
    draft = Draft(
        source_format="x", act="cancel", refers_to=("N-6",), refers_at=NOW - timedelta(days=1), area=area
    )
    back = only(write([draft], "desk@north.example", NOW).data)
    assert back.refers_to == ("desk@north.example,N-6,2026-02-28T07:00:00+00:00",)


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        [Draft(source_format="x"), Draft(source_format="x")],
        [Draft(source_format="x", act="cancel")],
        [Draft(source_format="x", act="cancel", refers_to=("N-6",))],
    ],
)
def test_what_an_alert_cannot_say_is_refused(wrong: list[Draft]) -> None:
    with pytest.raises(LocalError) as refused:
        write(wrong, "desk@north.example", NOW)
    assert refused.value.code == "FB624"


def test_a_line_becomes_the_circle_round_it_and_says_so() -> None:
    route = Area.of(AreaKind.CORRIDOR, Place(540000000, 200000000), Place(550000000, 210000000), buffer_m=500)
    made = write([Draft(source_format="x", area=route)], "desk", NOW)
    assert {each.code for each in made.losses} == {"outline-enclosed"}
    assert (only(made.data).area.radius_m or 0) > 60_000
