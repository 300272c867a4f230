"""Any text gives a reading or a finding, and soon: no text crashes or stalls the reader."""

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.formats.coordinates.typed import read_typed
from firebreak.formats.detect import CHARACTERS_MAX, read_text

PIECES = [
    "54-10.5N", "019-00.0E", "54°10'", "С", "В", "070600Z", "TO", "THRU", "DAILY", "14", "MAR", "UNTIL",
    "AND", ",", ".", "\n", "A.", "1.", "AREA BOUND BY", "WITHIN", "3 MILES OF", "RADIUS",
    "CANCEL THIS MSG", "COASTAL WARNING", "ПРИП ЗАПАД 1/26", "2026-03-14", "06:00", "2400", "999999", "-",
    "(", "Q)", "B) 2603120600", "E)", "D) MON-FRI", "F) FL100", "NOTAMN", "SUNRISE", "ОТМ", "И", "ЭТОТ НР",
    "UFN", "0700Z", "BETWEEN", "FROM", "ON", "31", "FEB", "26", "LT", "МСК",
]  # fmt: skip
REPEATED = [
    "1 ", "54-", "A. ", "54-10N 019-00E ", "070600Z TO ", "MAR ", "0700 TO 0800 AND ", "CANCEL ",
    "WITHIN 3 ", "(", "BOUND BY LINES ", "\n", "0 ", "1,1", "COASTAL WARNING WEST 1 ", "12 AND ", "E) D) ",
    "А", "MON-FRI, ", "54-10.5N ", "KEEP A B C ", "AREA ", "1/26 ", "0", " ", "MON ", "UNTIL ", "A@",
    "+1 2", "1.1-", "CHART 1, ", "TEL 1 ", "¤", "С", "54-10.5N 019-00.0E B. ", "ON 12 ", "26-27 ",
    "12.03.2026 ",
]  # fmt: skip
HEAVY = [each * (CHARACTERS_MAX // len(each)) for each in REPEATED]
HEAVY.append("A0001/26 NOTAMN Q) B) 2603120600 C) 2612120600 D) " + "MON " * 3_900 + "E) X")
SECONDS_MAX = (
    10.0  # the slowest takes half a second on a free machine; a regular expression gone wild takes hours
)


@given(st.text(max_size=400))
def test_any_text_is_answered(text: str) -> None:
    json.dumps(read_text(text, "2026-03-10", "x").as_json())


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join), st.sampled_from(["", "2026-03-10", "?"]))
def test_any_order_of_its_own_words_is_answered(text: str, issued: str) -> None:
    json.dumps(read_text(text, issued, "HYDROARC 1/26").as_json())


@given(st.text(max_size=200))
def test_any_typed_position_is_read_or_refused(text: str) -> None:
    with suppress(LocalError):
        read_typed(text)


@pytest.mark.parametrize("text", HEAVY, ids=range(len(HEAVY)))
def test_no_text_stalls_the_reader(text: str) -> None:
    before = time.monotonic()
    read_text(text, "2026-03-10")
    assert time.monotonic() - before < SECONDS_MAX
