"""The ledger as text and as plain data."""

import json

from firebreak.core.ledger.days import read_window
from firebreak.core.ledger.fold import fold
from firebreak.core.ledger.lines import to_plain
from firebreak.core.ledger.table import between, to_table, width
from tests.core.ledger.making import fact, ledger_of

REQUIRED = {
    "from", "to", "channel", "attempts_min", "attempts_max", "answered_min", "answered_max", "declined",
    "no_answer", "not_known_which", "last_contact", "unanswered_since", "longest_silence_days", "rows",
    "left_out",
}  # fmt: skip


def test_the_plain_form_is_what_the_spec_shows() -> None:
    plain = to_plain(ledger_of("us-russia-2022", "2022-02-24", "2022-05-12"))
    assert json.loads(json.dumps(plain)) == plain
    (minister,) = [line for line in plain["lines"] if line["channel"] == "minister"]  # type: ignore[index,union-attr]
    left_out = minister.pop("left_out")  # type: ignore[union-attr]
    assert left_out["UR-01"] == "2022-02-18 lies outside the window"  # type: ignore[index]
    assert minister == {
        "from": "US",
        "to": "RU",
        "channel": "minister",
        "kind": "call",
        "attempts_min": 4,
        "attempts_max": None,
        "answered_min": 0,
        "answered_max": 0,
        "declined": 0,
        "no_answer": 1,
        "not_known_which": 3,
        "outcomes": {"no_answer": 1, "not_known_which": 3},
        "last_contact": "2022-02-18",
        "unanswered_since": "2022-02-24/2022-03-23",
        "longest_silence_days": 83,
        "longest_silence_days_max": 83,
        "evidence": ["source"],
        "doubtful": {
            "UR-05": ["date_start", "date_end", "attempts_min", "attempts_max", "outcome"],
            "UR-19": ["date_start", "date_end", "attempts_min", "attempts_max"],
            "UR-21": ["date_start", "date_end", "attempts_min", "attempts_max", "outcome"],
        },
        "rows": ["UR-05", "UR-19", "UR-21"],
    }


def test_every_line_has_every_promised_key() -> None:
    for line in to_plain(ledger_of("inter-korea"))["lines"]:  # type: ignore[union-attr]
        assert line.keys() >= REQUIRED  # type: ignore[union-attr]


def test_unknown_numbers_are_said_in_words() -> None:
    assert [between(3, 3), between(71, 142), between(4, None)] == ["3", "71 to 142", "4 or more"]


def test_the_table_says_what_is_counted_and_what_is_not() -> None:
    text = to_table(ledger_of("us-russia-2022", "2022-02-24", "2022-05-12"))
    assert text.startswith("Contact ledger, 2022-02-24 to 2022-05-12, both days included\n")
    (minister,) = [row for row in text.splitlines() if " minister " in row]
    assert " ".join(minister.split()) == (
        "US RU minister call 4 or more 0 0 1 3 2022-02-18 2022-02-24/2022-03-23 83 days"
    )
    assert "\n  UR-04, UR-13, UR-36: an incident, told for context\n" in text
    assert ": outside the window\n" in text


def test_columns_stand_under_their_headings_in_every_script() -> None:
    table = to_table(fold([fact("a", "2022-03-01", from_party="北", to_party="Юг"), fact("b", "2022-03-01")]))
    rows = table.splitlines()[2:6]
    starts = [
        width(row[: row.index(mark)])
        for row, mark in zip(rows, ("kind", "-----", "call", "call"), strict=True)
    ]
    assert starts[0] == starts[2] == starts[3]
    assert not any(row.endswith(" ") for row in table.splitlines())


def test_numbers_stand_right_so_that_they_compare_at_a_glance() -> None:
    table = to_table(fold([fact("a", "2022-03-01", attempts_min=71, attempts_max=142)]))
    heading, _, row = table.splitlines()[2:5]
    assert heading.index("attempts") + len("attempts") == row.index("71 to 142") + len("71 to 142")
    assert heading.index("declined") + len("declined") - 1 == row.index("0  ")


def test_a_name_cannot_forge_a_row_or_turn_the_line() -> None:
    text = to_table(fold([fact("a", "2022-03-01", channel="x\nUS  RU\u202e")]))
    assert "\u202e" not in text
    assert "x⟦U+000A⟧US  RU⟦U+202E⟧" in text


def test_an_empty_ledger_is_a_heading() -> None:
    empty = to_table(fold([], window=read_window("", "2022-03-01")))
    assert empty.splitlines()[0] == "Contact ledger, from the beginning to 2022-03-01, both days included"
    assert "Not counted" not in empty
