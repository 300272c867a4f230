"""What the status says of witnesses: when they stamped, what is wrong, and since when."""

from typing import Any

from firebreak.cli.line_state import witness_lines
from tests.covering import covers


def state(**changes: Any) -> dict[str, Any]:
    facts = {"witness": "w.example/w", "silent_since": None, "contradicts": None, "reason": ""}
    return facts | {"stamped_at": None, "size": 0} | changes


@covers("WITNESS-032")
def test_a_silent_witness_is_named_with_the_time_and_the_reason() -> None:
    line = {"witnesses": [state(), state(silent_since=1_700_000_000_000, reason="no \x1banswer")]}
    quiet, text = witness_lines(line)
    assert quiet == "witness w.example/w has stamped nothing since this node started"
    assert "w.example/w silent since 2023-11-14" in text
    assert "\x1b" not in text


def test_a_witness_that_works_is_named_with_its_newest_stamp() -> None:
    (text,) = witness_lines({"witnesses": [state(stamped_at=1_700_000_000_000, size=12)]})
    assert "stamped 12 entries of our log at 2023-11-14" in text


def test_a_witness_that_holds_more_of_our_log_asks_whether_we_were_restored() -> None:
    (text,) = witness_lines({"witnesses": [state(contradicts=12, silent_since=1)]})
    assert "12 entries" in text
    assert "restored" in text


def test_a_line_without_witnesses_says_nothing_of_them() -> None:
    assert witness_lines({}) == []
