"""Parameters of phrases as people write them."""

import pytest

from firebreak.api.verbs.phrase_values import typed
from firebreak.api.verbs.phrases import book
from firebreak.core.base.errors import LocalError
from firebreak.core.geo.place import Place


@pytest.mark.parametrize("text", ["54.7N 20.5E", "54.7, 20.5", "54-42С 020-30В", "54°42′ с.ш. 20°30′ в.д."])
def test_a_place_is_taken_in_any_usual_form(text: str) -> None:
    found = typed(book(), "stop-firing-at", {"place": text})
    assert found["place"] == Place(547_000_000, 205_000_000)


def test_a_place_that_can_be_meant_in_two_ways_is_not_guessed() -> None:
    with pytest.raises(LocalError, match="without letters"):
        typed(book(), "stop-firing-at", {"place": "54,7; 20,5"})


@pytest.mark.parametrize("text", ["1e3", "1_0", "ten", "", "1.0", "٥"])
def test_a_number_is_written_in_plain_digits(text: str) -> None:
    with pytest.raises(LocalError, match="not a whole number"):
        typed(book(), "change-course", {"heading": text})
    assert typed(book(), "change-course", {"heading": "90"}) == {"heading": 90}


def test_an_instant_is_written_in_full() -> None:
    with pytest.raises(LocalError, match="not an instant like"):
        typed(book(), "keep-clear-of", {"until": "tomorrow"})
