"""Words, digits and spaces a reader should look at twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.suspicion import Doubt, suspicions
from tests.covering import covers


def doubted(text: str) -> list[tuple[str, Doubt]]:
    return [(text[each.start : each.end], each.doubt) for each in suspicions(text)]


@covers("TEXT-012")
@pytest.mark.parametrize(
    ("text", "stretch", "doubt"),
    [
        ("call Мoscow now", "Мoscow", Doubt.MIXED_SCRIPTS),
        ("the рort", "рort", Doubt.MIXED_SCRIPTS),
        ("οffice", "οffice", Doubt.MIXED_SCRIPTS),
        ("at ٣٤ hours", "٣٤", Doubt.FOREIGN_DIGITS),
        ("at １２ hours", "１２", Doubt.FOREIGN_DIGITS),
        ("a\u2003b", "\u2003", Doubt.UNUSUAL_SPACE),
        ("caf e\u0301", "\u0301", Doubt.NOT_COMPOSED),
    ],
)
def test_a_doubtful_stretch_is_named_with_its_place(text: str, stretch: str, doubt: Doubt) -> None:
    assert (stretch, doubt) in doubted(text)


@covers("TEXT-013")
@pytest.mark.parametrize(
    "text",
    [
        "Funkspruch an «Гавань»: see NOTAM A1234/26",
        "об'єкт підтверджено, 24 km²",
        "TX-код, B-52 и С-300",
        "Größe 5 m",
        "Ёлка No. 5",
    ],
)
def test_languages_side_by_side_are_normal(text: str) -> None:
    assert not doubted(text)


@given(st.text(max_size=60))
def test_places_are_in_order_and_inside_the_text(text: str) -> None:
    found = suspicions(text)
    assert found == sorted(found)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
