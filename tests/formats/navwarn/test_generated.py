"""Warnings written from a known area and known times are read back to them, however they are written."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from firebreak.formats.detect import read_text

ISSUED = datetime(2026, 3, 10, tzinfo=UTC)
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")

hundredths = st.tuples(st.integers(-8_900 * 60, 8_900 * 60), st.integers(-17_900 * 60, 17_900 * 60))
"Latitude and longitude in hundredths of a minute."
styles = st.sampled_from(["dash", "comma", "russian", "sign", "before", "seconds"])
minutes = st.integers(0, 100 * 24 * 60).map(lambda count: ISSUED + timedelta(minutes=count))


def _angle(value: int, width: int, names: tuple[str, str], style: str) -> str:
    degrees, rest = divmod(abs(value), 6_000)
    hemisphere = names[value < 0]
    if style == "seconds":
        whole, part = divmod(rest, 100)
        return f"{degrees:0{width}d}-{whole:02d}-{part * 0.6:04.1f}{hemisphere}"
    figures = f"{rest // 100:02d}.{rest % 100:02d}"
    if style == "sign":
        return f"{degrees:0{width}d}°{figures}'{hemisphere}"
    if style == "before":
        return f"{hemisphere}{degrees:0{width}d}-{figures}"
    return f"{degrees:0{width}d}-{figures.replace('.', ',' if style == 'comma' else '.')}{hemisphere}"


def _position(place: tuple[int, int], style: str) -> str:
    names = (("С", "Ю"), ("В", "З")) if style == "russian" else (("N", "S"), ("E", "W"))
    return f"{_angle(place[0], 2, names[0], style)} {_angle(place[1], 3, names[1], style)}"


def _near(found: object, places: list[tuple[int, int]]) -> bool:
    assert isinstance(found, list)
    pairs = zip(found, places, strict=True)
    return all(
        abs(each[0] - place[0] / 6_000) < 2e-6 and abs(each[1] - place[1] / 6_000) < 2e-6
        for each, place in pairs
    )


@given(st.lists(hundredths, min_size=3, max_size=12, unique=True), styles, st.sampled_from([", ", "\n", " "]))
def test_an_outline_is_read_back_in_every_notation(
    places: list[tuple[int, int]], style: str, between: str
) -> None:
    text = f"FIRING IN AREA BOUNDED BY: {between.join(_position(each, style) for each in places)}"
    found = read_text(text, ISSUED.isoformat()).as_json()
    assert found["shape"] == "polygon"
    assert _near(found["positions_lat_lon"], places)


@given(minutes, st.integers(10, 30 * 24 * 60))
def test_a_stretch_is_read_back(start: datetime, length: int) -> None:
    end = start + timedelta(minutes=length)
    words = f"{start:%d%H%M} UTC {MONTHS[start.month - 1]} TO {end:%d%H%M} UTC {MONTHS[end.month - 1]}"
    found = read_text(f"FIRING {words} IN AREA WITHIN 3 MILES OF 54-10N 019-00E", ISSUED.isoformat())
    assert [(each.start, each.end) for each in found.windows] == [(start, end)]


@given(st.integers(0, 90), st.integers(1, 12), st.integers(0, 1_380), st.integers(10, 1_400))
def test_a_daily_schedule_is_read_back(first: int, count: int, begin: int, length: int) -> None:
    day = ISSUED + timedelta(days=first)
    last = day + timedelta(days=count)
    start = day + timedelta(minutes=begin)
    end = start + timedelta(minutes=length)
    days = f"{day:%d} {MONTHS[day.month - 1]} THRU {last:%d} {MONTHS[last.month - 1]}"
    text = f"FIRING {start:%H%M}Z TO {end:%H%M}Z DAILY {days} IN AREA WITHIN 3 MILES OF 54-10N 019-00E"
    found = read_text(text, ISSUED.isoformat())
    expected = [(start + timedelta(days=step), end + timedelta(days=step)) for step in range(count + 1)]
    assert [(each.start, each.end) for each in found.windows] == expected
