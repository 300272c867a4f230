"""Places: one name each, written exactly, read back with check digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.base.text import check_outgoing
from firebreak.core.geo.place import Place, PlaceItem
from firebreak.core.geo.reading import read_place
from tests.covering import covers

LATITUDES = st.integers(-900_000_000, 900_000_000)
LONGITUDES = st.integers(-1_800_000_000, 1_799_999_999)
PLACES = st.builds(Place, LATITUDES, LONGITUDES) | st.builds(
    lambda north, east: Place(north * 100, east * 100),
    st.integers(-9_000_000, 9_000_000),
    st.integers(-18_000_000, 17_999_999),
)


@covers("PHRASE-020")
def test_a_place_is_written_in_decimal_degrees_and_in_degrees_and_minutes() -> None:
    place = Place(495_883_000, 361_200_000)
    assert place.decimal_degrees() == "49.58830° N, 36.12000° E"
    assert place.degrees_minutes() == "49°35.2980′ N, 036°07.2000′ E"
    south_west = Place(-1, -1_799_999_999)
    assert south_west.decimal_degrees() == "0.0000001° S, 179.9999999° W"
    assert south_west.degrees_minutes() == "00°00.000006′ S, 179°59.999994′ W"


@covers("PHRASE-020")
@given(PLACES)
def test_both_written_forms_are_exact(place: Place) -> None:
    assert read_place(place.decimal_degrees()) == place
    assert read_place(place.degrees_minutes()) == place
    check_outgoing(place.decimal_degrees() + place.degrees_minutes())


@covers("PHRASE-021")
def test_check_digits_are_those_of_mod_97_10() -> None:
    place = Place(495_883_000, 361_200_000)
    number = int(f"{1_395_883_000:010d}{2_161_200_000:010d}{place.check_digits()}")
    assert number % 97 == 1
    assert place.check_digits() == "30"


@covers("PHRASE-021")
@given(PLACES, st.data())
def test_a_wrong_digit_or_a_swapped_pair_changes_the_check_digits(place: Place, data: st.DataObject) -> None:
    said = place.decimal_degrees()
    index = data.draw(st.sampled_from([at for at, each in enumerate(said) if each.isdigit()]))
    wrong = said[:index] + data.draw(st.sampled_from("0123456789")) + said[index + 1 :]
    assert misread(said, wrong) != place.check_digits()
    if said[index + 1].isdigit():
        swapped = said[:index] + said[index + 1] + said[index] + said[index + 2 :]
        assert misread(said, swapped) != place.check_digits()


def misread(said: str, heard: str) -> str | None:
    """The check digits of what was heard, or None where that is the same place or none at all."""
    try:
        return None if heard == said else read_place(heard).check_digits()
    except LocalError:
        return None


@pytest.mark.parametrize(
    "text",
    [
        "49.5883, 36.12",
        "49.5883 36.12",
        "+49.5883,+36.1200000",
        "49.5883 N 36.12 E",
        "49.5883° n, 36.12° e",
        "49°35.298′ N, 036°07.2′ E",
        "49 35.298' N 36 7.2' E",
    ],
)
def test_a_typed_place_is_read_in_any_usual_form(text: str) -> None:
    assert read_place(text) == Place(495_883_000, 361_200_000)


def test_the_180th_meridian_has_one_name() -> None:
    assert read_place("0 N 180 E") == read_place("0 N 180 W") == Place(0, -1_800_000_000)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hafen",
        "90.0000001, 0",
        "0, 180.0000001",
        "49,5883",
        "49°60′ N 36°0′ E",
        "49.5°3′ N 36 E",
        "٤٩, 36",
        "1.23456789, 2",
    ],
)
def test_what_is_no_place_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(LocalError) as caught:
        read_place(text)
    assert caught.value.code == "FB109"
    assert caught.value.hint


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(900_000_001, 0), (0, 1_800_000_000), (0, -1_800_000_001)]
)
def test_a_place_off_the_earth_does_not_exist(latitude: int, longitude: int) -> None:
    with pytest.raises(LocalError):
        Place(latitude, longitude)


@given(PLACES)
def test_a_place_travels_as_two_whole_numbers(place: Place) -> None:
    assert PlaceItem().back(PlaceItem().out(place)) == place


@pytest.mark.parametrize("value", [None, 1, [1], [1, 2, 3], [True, 1], ["1", 2], [10**10, 0]])
def test_anything_else_in_its_place_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        PlaceItem().back(value)  # pyright: ignore[reportArgumentType]
