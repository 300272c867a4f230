"""Positions typed in any usual form, and shown in the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.place import Place
from firebreak.formats.coordinates.typed import forms, read_typed

MOSCOW = (557_558_333, 376_172_222)
FORMS = [
    "55°45'21\"N 37°37'02\"E",
    "55°45'21\"с.ш. 37°37'02\" в.д.",
    "55-45-21С 037-37-02В",
    "55-45-21Пн 037-37-02Сх",
    "N55°45'21\" E37°37'02\"",
    "554521N0373702E",
    "55 45 21 N, 037 37 02 E",
    "В 37-37-02 С 55-45-21",
    "55,7558333 37,6172222",
    "55.7558333; 37.6172222",
    "55.7558333N 37.6172222E",
    "N 55,7558333, E 37,6172222",
    "55,7558333 с.ш., 37,6172222 в.д.",
    "55°45'21\" північної широти 37°37'02\" східної довготи",
    "55° 45' 21\" пн. ш. 37° 37' 02\" сх. д.",
    "55 deg 45 min 21 sec north, 37 deg 37 min 2 sec east",
    "55,7558333° nördl. Breite 37,6172222° östl. Länge",
    "Широта 55,7558333 Долгота 37,6172222",
    "lat: 55.7558333, lon: 37.6172222",
    "37U DB 13219 79770",
    "37U 413219 6179771",
]
places = st.builds(Place, st.integers(-895_000_000, 895_000_000), st.integers(-1_799_999_999, 1_799_999_999))


@pytest.mark.parametrize("text", FORMS)
def test_every_usual_form_is_the_same_place(text: str) -> None:
    found = read_typed(text).place
    assert abs(found.latitude_e7 - MOSCOW[0]) < 150
    assert abs(found.longitude_e7 - MOSCOW[1]) < 150


@pytest.mark.parametrize(
    "text",
    [
        *["", "here", "94-51N 013-54E", "54-51N", "54-51N 013-54E 54-52N 013-54E", "9" * 500],
        *["54.7N", "54.7N 20.5", "54.7N 20.5N", "91.5N 20E", "54N 180.1E", "54.7N 20.5E 10M", "54.5 30N 20E"],
        *["54 60.0 N 20 E", "-54.7N 20.5E", "54.7N 20.5O", "54.7E 20.5, 54.7N"],
        *["lat 54.7 lat 20.5", "lat 54.7", "3 NM south of 54-51N 013-54E", "54-51N 013-54E 500 m"],
    ],
)
def test_what_is_no_position_is_refused(text: str) -> None:
    with pytest.raises(LocalError) as caught:
        read_typed(text)
    assert caught.value.code == "FB629"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("54.7N 20.5E", Place(547_000_000, 205_000_000)),
        ("10N 179-59.99W", Place(100_000_000, -1_799_998_333)),
        ("5 S 179.5 W", Place(-50_000_000, -1_795_000_000)),
        ("89.99999N 180E", Place(899_999_900, -1_800_000_000)),
        ("54,7Ю 20,5З", Place(-547_000_000, -205_000_000)),
        ("LON -20.5 LAT -54.7", Place(-547_000_000, -205_000_000)),
    ],
)
def test_degrees_stand_in_any_fineness(text: str, place: Place) -> None:
    found = read_typed(text)
    assert (found.place, found.findings) == (place, ())


def test_three_digits_of_latitude_are_asked_about_in_every_notation() -> None:
    for text in ("054.7N 20.5E", "054-42N 020-30E"):
        assert [each.code for each in read_typed(text).findings] == ["maybe-swapped"]


@given(places)
def test_every_form_that_is_shown_reads_back_to_the_place(place: Place) -> None:
    for name, text in forms(place).items():
        if text:
            again = read_typed(text).place
            grid = name in {"mgrs", "utm"}
            slack = 2_000_000 if grid and abs(place.latitude_e7) > 889_000_000 else 200 if grid else 3
            assert abs(again.latitude_e7 - place.latitude_e7) <= slack, (name, text)


def test_near_the_poles_there_is_mgrs_and_no_utm() -> None:
    found = forms(Place(899_000_000, 0))
    assert found["mgrs"]
    assert not found["utm"]


def test_a_utm_band_that_does_not_lie_there_is_no_position() -> None:
    for text in ("33U 500000 0", "37U 412800 2179000", "37C 412800 6179000"):
        with pytest.raises(LocalError, match="no position can be read"):
            read_typed(text)
    assert read_typed("37 N 412800 6179000").findings
