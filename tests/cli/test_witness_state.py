"""What the status says of witnesses: only what is wrong, and since when."""

from typing import Any

from firebreak.cli.line_state import silent_witnesses
from tests.covering import covers


def state(**changes: Any) -> dict[str, Any]:
    return {"witness": "w.example/w", "silent_since": None, "contradicts": None, "reason": "", **changes}


@covers("WITNESS-032")
def test_a_silent_witness_is_named_with_the_time_and_the_reason() -> None:
    line = {"witnesses": [state(), state(silent_since=1_700_000_000_000, reason="no \x1banswer")]}
    (text,) = silent_witnesses(line)
    assert "w.example/w silent since 2023-11-14" in text
    assert "\x1b" not in text


def test_a_witness_that_holds_more_of_our_log_asks_whether_we_were_restored() -> None:
    (text,) = silent_witnesses({"witnesses": [state(contradicts=12, silent_since=1)]})
    assert "12 entries" in text
    assert "restored" in text


def test_a_line_without_witnesses_says_nothing_of_them() -> None:
    assert silent_witnesses({}) == []
