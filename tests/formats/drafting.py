"""Areas and drafts out of thin air, for the round trips of all formats."""

from datetime import UTC, datetime, timedelta
from math import cos, pi, sin
from unicodedata import normalize

from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import NOWHERE, Altitude, Area, AreaKind, Datum
from firebreak.core.geo.outline import fault
from firebreak.core.geo.place import DEGREE, LATITUDE_E7_MAX, Place
from firebreak.formats.drafts import Draft
from firebreak.formats.measures import place_e7
from firebreak.formats.parsed import Window

latitudes = st.integers(-75 * DEGREE, 75 * DEGREE)
longitudes = st.one_of(st.integers(-180 * DEGREE, 180 * DEGREE - 1), st.integers(178 * DEGREE, 182 * DEGREE))
places = st.builds(place_e7, latitudes, longitudes)
LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "Zs"))
words = (
    st.text(LETTERS, min_size=1, max_size=40)
    .map(lambda text: normalize("NFC", " ".join(text.split())))
    .filter(bool)
)
START = datetime(2026, 1, 1, tzinfo=UTC)


@st.composite
def stars(draw: st.DrawFn) -> tuple[Place, ...]:
    """The corners of an outline that does not cross itself: in order round a middle."""
    middle = draw(places)
    spread = draw(st.sampled_from([10_000, DEGREE // 10, 3 * DEGREE]))
    steps = draw(st.lists(st.floats(0.3, 1.0), min_size=3, max_size=12))
    turn = draw(st.sampled_from([1, -1]))
    corners: list[Place] = []
    for place, share in enumerate(steps):
        angle = turn * 2 * pi * place / len(steps)
        up = middle.latitude_e7 + round(spread * share * cos(angle))
        corners.append(place_e7(max(-LATITUDE_E7_MAX, min(LATITUDE_E7_MAX, up)),
                                middle.longitude_e7 + round(spread * share * sin(angle))))  # fmt: skip
    return tuple(corners)


@st.composite
def polygons(draw: st.DrawFn) -> Area:
    try:
        area = Area.of(AreaKind.POLYGON, *draw(stars()))
    except LocalError:
        return NOWHERE
    return NOWHERE if fault(area) else area


circles = st.builds(lambda place, radius: Area.of(AreaKind.CIRCLE, place, radius_m=radius), places,
                    st.integers(1, 300_000))  # fmt: skip
points = st.builds(lambda place: Area.of(AreaKind.POINT, place), places)
altitudes = st.one_of(
    st.none(),
    st.builds(
        lambda ends, datum: Altitude(lower_m=min(ends), upper_m=max(ends), datum=datum),
        st.tuples(st.integers(0, 20_000), st.integers(0, 20_000)),
        st.sampled_from([Datum.W84, Datum.MSL, Datum.AGL]),
    ),
)
instants = st.integers(0, 500_000).map(lambda minutes: START + timedelta(minutes=minutes))


@st.composite
def windows(draw: st.DrawFn, most: int = 3) -> tuple[Window, ...]:
    at, found = draw(instants), list[Window]()
    for _ in range(draw(st.integers(0, most))):
        length, pause = draw(st.integers(1, 3_000)), draw(st.integers(1, 3_000))
        found.append(Window(at, at + timedelta(minutes=length)))
        at += timedelta(minutes=length + pause)
    return tuple(found)


@st.composite
def lines(draw: st.DrawFn) -> Area:
    middle = draw(places)
    steps = draw(
        st.lists(st.tuples(st.integers(1, DEGREE), st.integers(-DEGREE, DEGREE)), min_size=1, max_size=8)
    )
    found = [middle]
    for over, up in steps:
        last = found[-1]
        found.append(place_e7(max(-LATITUDE_E7_MAX, min(LATITUDE_E7_MAX, last.latitude_e7 + up)),
                              last.longitude_e7 + over))  # fmt: skip
    return Area.of(AreaKind.LINE, *found)


def drafts(areas: st.SearchStrategy[Area], **fixed: st.SearchStrategy) -> st.SearchStrategy[Draft]:
    """Drafts of a format that holds everything; `fixed` narrows what a format holds less of."""
    fields = {
        "source_format": st.just("geojson"),
        "identifier": words,
        "code": st.sampled_from(["D00", "DF2", "MF0", "P31", ""]),
        "area": areas,
        "windows": windows(),
        "title": words,
        "texts": st.one_of(
            st.just(()), words.map(lambda text: (("en", text),)), words.map(lambda text: (("ru", text),))
        ),
        "authority": words,
    }
    return st.builds(Draft, **(fields | fixed))
