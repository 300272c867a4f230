"""The rules for free text: what may be signed, and how anything at all is shown."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base import text as rules
from firebreak.core.base.errors import LocalError
from firebreak.core.base.text import TEXT_CODE_POINTS_MAX, check_outgoing, faults, name_of, show
from tests.covering import covers

NASTY = (
    "\x00\x07\t\r\x1b\x7f\x85\x9b\u00ad\u200b\u200d\u200e\u202e\u2028\u2029\u2066\u2069\ufeff"
    "\u034f\u115f\u3164\uffa0\ufe0f\U000e0041\U000e0101\ue000\ufdd0\ufffe\U0010ffff\ud800\udfff\u0378"
)
ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(NASTY + "⟦⟧Uu+0aä яї\n"),
        st.characters(whitelist_categories=("Mn", "Mc", "Me")),
        st.characters(min_codepoint=0x1100, max_codepoint=0x11FF),
        st.integers(0xD800, 0xDFFF).map(chr),
    ),
    max_size=40,
)


def refusal(text: str) -> LocalError:
    with pytest.raises(LocalError) as caught:
        check_outgoing(text)
    return caught.value


def read_back(shown: str) -> str:
    """The inverse of `show`, which shows that it loses nothing."""
    return re.sub("⟦U\\+([0-9A-F]{4,6})⟧", lambda found: chr(int(found[1], 16)), shown)


@covers("TEXT-001")
def test_a_text_may_have_eight_thousand_code_points_and_not_one_more() -> None:
    check_outgoing("я" * TEXT_CODE_POINTS_MAX)
    assert refusal("я" * (TEXT_CODE_POINTS_MAX + 1)).code == "FB105"


@covers("TEXT-002", "TEXT-005", "TEXT-007")
@pytest.mark.parametrize("character", NASTY, ids=name_of)
def test_what_is_invisible_or_steers_is_refused_by_name_and_shown_by_number(character: str) -> None:
    error = refusal(f"ab{character}c")
    assert error.code == "FB106"
    assert f"{name_of(character)} at position 3" in error.text
    assert show(f"ab{character}c") == f"ab⟦{name_of(character)}⟧c"


@covers("TEXT-003")
def test_four_combining_marks_pass_and_a_fifth_does_not() -> None:
    check_outgoing("x\u0301\u0302\u0303\u0304 б\u0301")
    assert refusal("x\u0301\u0302\u0303\u0304\u0305").code == "FB108"
    assert show("x\u0301\u0302\u0303\u0304\u0305\u0306") == "x\u0301\u0302\u0303\u0304⟦U+0305⟧⟦U+0306⟧"


@covers("TEXT-003")
@pytest.mark.parametrize("text", ["\u0301a", "a\n\u0301"])
def test_a_mark_with_nothing_to_stand_on_is_refused(text: str) -> None:
    assert refusal(text).code == "FB108"
    assert show(text).endswith(("⟦U+0301⟧", "⟦U+0301⟧a"))


@covers("TEXT-004")
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("e\u0301t\u00e9", "e⟦U+0301⟧t\u00e9"),
        ("12 \u212b", "12 ⟦U+212B⟧"),
        ("s\u0331\u0307", "s\u0331⟦U+0307⟧"),
        ("x\u0301\u0323", "x\u0301⟦U+0323⟧"),
        ("\u1100\u1161\u11a8", "\u1100⟦U+1161⟧\u11a8"),
        ("и\u0306", "и⟦U+0306⟧"),
    ],
)
def test_text_that_is_not_composed_is_refused_and_shown_in_its_parts(text: str, shown: str) -> None:
    assert refusal(text).code == "FB107"
    assert show(text) == shown


@covers("TEXT-006")
@pytest.mark.parametrize(
    "text",
    [
        "Stop firing — now!\nPosition follows.",
        "Größe: 24 km², „höchste Eile“",
        "Прекратите огонь. Ёлка №5",
        "Припиніть вогонь: об'єкт, ґанок, їжак",
        "日本語 한국어 हिन्दी العربية ไทย",
        "",
    ],
)
def test_ordinary_text_of_any_language_passes_and_is_shown_as_it_is(text: str) -> None:
    check_outgoing(text)
    assert show(text) == text


@covers("TEXT-008")
def test_text_that_imitates_a_mark_is_told_from_a_mark() -> None:
    assert show("⟦U+202E⟧") == "⟦U+27E6⟧U+202E⟦U+27E7⟧"
    check_outgoing("⟦U+202E⟧")


@covers("TEXT-008", "TEXT-009", "I23")
@given(ANY_TEXT)
def test_showing_loses_nothing_and_can_be_read_back(text: str) -> None:
    assert read_back(show(text)) == text
    assert read_back(show(text, newlines=False)) == text


@covers("TEXT-007", "I23")
@given(ANY_TEXT)
def test_nothing_refused_survives_showing(text: str) -> None:
    shown = show(text)
    assert not list(faults(shown))
    assert unicodedata.is_normalized("NFC", shown)
    assert not {unicodedata.category(each) for each in shown if each != "\n"} & {"Cc", "Cf", "Cs", "Co", "Cn"}


@covers("TEXT-010")
@given(ANY_TEXT)
def test_what_may_be_signed_is_shown_unaltered_and_nothing_else_is(text: str) -> None:
    bare = text.replace("⟦", "").replace("⟧", "")
    try:
        check_outgoing(bare)
    except LocalError:
        assert show(bare) != bare
    else:
        assert show(bare) == bare


@covers("TEXT-011")
def test_where_one_line_is_promised_a_newline_is_marked() -> None:
    assert show("a\nb", newlines=False) == "a⟦U+000A⟧b"


def test_the_fast_path_never_differs_from_the_rules() -> None:
    for number in range(sys.maxunicode + 1):
        if rules._PLAIN.fullmatch(chr(number)):  # pyright: ignore[reportPrivateUsage]
            assert not list(rules._faults(chr(number))), hex(number)  # pyright: ignore[reportPrivateUsage]
            assert unicodedata.combining(chr(number)) == 0
            assert chr(number) not in "⟦⟧"
