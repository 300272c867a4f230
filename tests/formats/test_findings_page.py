"""Every finding has its row in docs/notices-parsing.md, and the example there is true."""

import re
from pathlib import Path

import pytest

from firebreak.formats.coordinates.typed import read_typed
from firebreak.formats.detect import CHARACTERS_MAX, read_text
from firebreak.formats.doubts import CODES

PAGE = Path(__file__).parents[2] / "docs" / "notices-parsing.md"
ROWS = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
EXAMPLES = [(code, text[1:-1]) for code, text in ROWS if text.startswith("`") and text.endswith("`")]
TYPED = [(code, text[8:-1]) for code, text in ROWS if text.startswith("typed: `")]
ISSUED = "2026-03-10T00:00"


def test_the_page_and_the_reader_know_the_same_codes() -> None:
    assert {code for code, _ in ROWS} - {"format"} >= CODES
    assert len(EXAMPLES) + len(TYPED) >= len(CODES) - 9


@pytest.mark.parametrize(("code", "text"), EXAMPLES, ids=[code for code, _ in EXAMPLES])
def test_the_example_of_the_page_gets_its_finding(code: str, text: str) -> None:
    assert code in {each.code for each in read_text(text, ISSUED).findings}


@pytest.mark.parametrize(("code", "text"), TYPED, ids=[code for code, _ in TYPED])
def test_the_typed_example_gets_its_finding(code: str, text: str) -> None:
    assert code in {each.code for each in read_typed(text).findings}


def test_what_the_page_only_describes_is_found_too() -> None:
    firing = "FIRING 120600Z TO 121800Z MAR IN 54-10N 019-00E"
    described = {
        "too-long": read_text("A" * (CHARACTERS_MAX + 1)),
        "not-a-warning": read_text(" \n"),
        "too-many-positions": read_text(
            " ".join(f"{at % 89 + 1}N{at % 97 + 1}E" for at in range(2_100)), ISSUED
        ),
        "year-unknown": read_text(firing),
        "dtg-unreadable": read_text(firing, "yesterday"),
        "too-many-windows": read_text(
            " AND ".join(f"0{hour:03d} TO 0{hour:03d} DAILY 01 MAR TO 30 APR" for hour in range(100, 120)),
            ISSUED,
        ),
    }
    for code, found in described.items():
        assert code in {each.code for each in found.findings}, code
