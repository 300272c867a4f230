"""Distances in words."""

import pytest

from firebreak.core.geo.distance import LANGUAGES, METHOD, PLACE, UNITS, UNKNOWN, in_words


@pytest.mark.parametrize(
    ("metres", "off_m", "language", "words"),
    [
        (22_846.6, 100.0, "en", "22.8 km, geodesic on WGS-84, position ±100 m"),
        (24_000.0, 7_000.0, "en", "24 km, geodesic on WGS-84, position ±7 km"),
        (999.4, 10.0, "en", "999 m, geodesic on WGS-84, position ±10 m"),
        (0.0, 0.0, "en", "0 m, geodesic on WGS-84, position ±0 m"),
        (400.0, 7_000.0, "en", "0 km, geodesic on WGS-84, position ±7 km"),
        (1_234_567.0, 150.0, "de", "1\u202f234,6 km, Geodäte auf WGS-84, Position ±150 m"),
        (22_846.6, 1_500.0, "uk", "23 км по геодезичній лінії WGS-84, місце ±1,5 км"),
        (22_846.6, None, "ru", "22,8 км по геодезической линии WGS-84, точность места не указана"),
    ],
)
def test_a_distance_names_its_method_and_how_sure_the_place_is(
    metres: float, off_m: float | None, language: str, words: str
) -> None:
    assert in_words(metres, off_m, language) == words


def test_every_language_has_all_the_words() -> None:
    assert all(set(each) == set(LANGUAGES) for each in (METHOD, PLACE, UNITS, UNKNOWN))
