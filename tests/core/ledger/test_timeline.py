"""Reading a timeline: the shipped ones are read whole, anything wrong is refused with its place."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.ledger.sheet import ROWS_MAX, SHEET_BYTES_MAX
from firebreak.core.ledger.timeline import COLUMNS, TimelineRow, read_timeline
from tests.core.ledger.making import PLAIN_ROW, SHIPPED, days, sheet, shipped
from tests.covering import covers


def refused(data: bytes) -> LocalError:
    with pytest.raises(LocalError) as caught:
        read_timeline(data)
    return caught.value


def rows_or_refusal(data: bytes) -> tuple[TimelineRow, ...] | LocalError:
    try:
        return read_timeline(data)
    except LocalError as error:
        return error


def test_the_shipped_timelines_are_read_whole() -> None:
    assert [len(shipped(name)) for name in SHIPPED] == [42, 54]


def test_a_row_keeps_what_its_compiler_wrote() -> None:
    by_id = {row.id: row for name in SHIPPED for row in shipped(name)}
    assert by_id["UR-13"].distance_km_min == Decimal(16)
    assert by_id["UR-13"].distance_km_max == Decimal(30)
    assert by_id["UR-05"].attempts_max is None
    assert by_id["UR-05"].uncertain_fields == (
        "date_start", "date_end", "attempts_min", "attempts_max", "outcome",
    )  # fmt: skip
    assert by_id["UR-02"].days == days("2022-02-11", "2022-02-18")
    assert by_id["IK-03"].duration_min == Decimal("3.03")
    assert by_id["IK-03"].minute == 15 * 60 + 41
    assert by_id["UR-14"].source_urls[0].endswith("ucrania.shtml")
    assert by_id["UR-04"].outcome == "n/a"


@covers("LEDGER-008")
def test_a_month_or_week_given_by_one_day_is_every_day_of_it() -> None:
    korea = {row.id: row for row in shipped("inter-korea")}
    assert korea["IK-37"].days == days("2022-06-01", "2022-06-30")
    leap, week = read_timeline(
        sheet(
            {"date_start": "2024-02-10", "date_end": "2024-02-10", "date_precision": "month"},
            {"id": "A-2", "date_precision": "week"},
        )
    )
    assert leap.days == days("2024-02-01", "2024-02-29")
    assert week.days == days("2022-02-14", "2022-02-20")


@pytest.mark.parametrize(
    ("change", "column", "expected"),
    [
        ({"id": "A 1"}, "id", "an id"),
        ({"id": "A" * 65}, "id", "at most 64"),
        ({"date_start": "18.02.2022"}, "date_start", "2022-02-24"),
        ({"date_start": "20220218"}, "date_start", "2022-02-24"),
        ({"date_start": "2022-02-30"}, "date_start", "a day such as"),
        ({"date_end": ""}, "date_end", "a day such as"),
        ({"date_start": "0022-02-18"}, "date_start", "from 1800"),
        ({"date_precision": "roughly"}, "date_precision", "day, week, month, range, disputed"),
        ({"time_local": "24:00", "tz": "UTC"}, "time_local", "00:00 to 23:59"),
        ({"channel": ""}, "channel", "may not be empty"),
        ({"event_type": ""}, "event_type", "may not be empty"),
        ({"from_party": "No\u202erth"}, "from_party", "U+202E at position 3"),
        ({"from_party": "N" * 201}, "from_party", "at most 200 characters, not 201"),
        ({"summary": "two\nlines"}, "summary", "one line"),
        ({"summary": " slipped"}, "summary", "without spaces around"),
        ({"is_attempt": "yes"}, "is_attempt", "one of 0, 1"),
        ({"attempts_min": "several"}, "attempts_min", "a whole number"),
        ({"attempts_min": "-1"}, "attempts_min", "a whole number"),
        ({"attempts_max": "1000001"}, "attempts_max", "up to 1000000"),
        ({"attempts_max": "١"}, "attempts_max", "a whole number"),
        ({"duration_min": "NaN"}, "duration_min", "a number such as"),
        ({"source_url": ""}, "source_url", "the source of the row"),
        ({"source_url_2": "javascript:alert(1)"}, "source_url_2", "http:// or https://"),
        ({"certainty": ""}, "certainty", "high, medium, low"),
        ({"uncertain_fields": "outcome,date_start"}, "uncertain_fields", "';' between them"),
        ({"uncertain_fields": "mood"}, "uncertain_fields", "names of columns"),
    ],
)
@covers("LEDGER-001", "LEDGER-004", "LEDGER-005")
def test_a_wrong_cell_is_named_with_row_column_value_and_expectation(
    change: dict[str, str], column: str, expected: str
) -> None:
    error = refused(sheet({"id": "A-0"}, change))
    assert error.code == "FB204"
    assert f"column {column}: " in error.text
    assert "(line 3)" in error.text or "line 4" in error.text or column == "id"
    assert expected in error.hint


def test_a_long_or_misleading_value_is_shown_cut_and_harmless() -> None:
    error = refused(sheet({"date_start": "9" * 500}))
    assert len(error.text) < 140
    assert "\u202e" not in refused(sheet({"date_start": "2022\u202e"})).text


@pytest.mark.parametrize(
    ("change", "column", "expected"),
    [
        (
            {"date_precision": "range", "date_end": "2022-02-17"},
            "date_end",
            "2022-02-18 (date_start) or a later",
        ),
        ({"date_end": "2022-02-19"}, "date_end", "as date_precision is day"),
        ({"time_local": "09:00"}, "tz", "a time zone"),
        ({"attempts_min": "3"}, "attempts_max", "3 (attempts_min) or more"),
        ({"distance_km_min": "24", "distance_km_max": "16"}, "distance_km_max", "24 (distance_km_min)"),
        ({"attempts_min": ""}, "attempts_min", "1 or more"),
        ({"attempts_min": "0"}, "attempts_min", "1 or more"),
        ({"to_party": ""}, "to_party", "a party"),
        ({"to_party": "North"}, "to_party", "another party than 'North'"),
    ],
)
@covers("LEDGER-004", "LEDGER-006")
def test_cells_that_contradict_each_other_are_refused(
    change: dict[str, str], column: str, expected: str
) -> None:
    error = refused(sheet(change))
    assert error.code == "FB205"
    assert error.text.startswith(f"row A-1 (line 2), column {column}: ")
    assert expected in error.hint


def test_a_row_that_is_no_attempt_needs_neither_numbers_nor_two_parties() -> None:
    (row,) = read_timeline(sheet({"is_attempt": "0", "attempts_min": "", "attempts_max": "", "to_party": ""}))
    assert row.attempts_min is None


@covers("LEDGER-005")
def test_an_id_that_stands_twice_is_refused_with_both_lines() -> None:
    error = refused(sheet({}, {"id": "A-2"}, {}))
    assert (error.code, error.text) == ("FB206", "row A-1 (line 4), column id: 'A-1' does not fit")
    assert "line 2 has this one already" in error.hint


@covers("LEDGER-002")
def test_missing_doubled_and_unknown_columns_are_named_together() -> None:
    heading = ",".join(COLUMNS).replace("outcome,", "result,").replace("medium,", "channel,")
    error = refused(heading.encode())
    assert error.code == "FB202"
    assert error.text == (
        "line 1: column medium is missing; column outcome is missing; "
        "column 'result' is not known; column channel stands twice"
    )
    assert refused(b"").code == "FB202"


@covers("LEDGER-002")
def test_columns_may_stand_in_any_order() -> None:
    names = COLUMNS[::-1]
    text = ",".join(names) + "\r\n" + ",".join(PLAIN_ROW[name] for name in names) + "\r\n"
    (row,) = read_timeline(text.encode())
    assert (row.id, row.date_start) == ("A-1", date(2022, 2, 18))


def test_a_byte_order_mark_blank_lines_and_no_rows_are_fine() -> None:
    assert read_timeline(b"\xef\xbb\xbf" + sheet()) == ()
    assert len(read_timeline(sheet({}) + b"\r\n\r\n")) == 1


def test_a_row_with_too_few_cells_is_named() -> None:
    error = refused(sheet({}) + b"A-2,2022-02-19\n")
    assert error.code == "FB203"
    assert error.text == "row A-2 (line 3) has 2 cells, the first line names 26 columns"


@covers("LEDGER-003")
def test_what_is_not_utf8_or_not_comma_separated_is_named_by_line() -> None:
    assert refused(sheet({}) + b"\xff").text == "line 3: byte 0xff is not UTF-8"
    unclosed = refused(sheet({}) + b'A-2,"never closed\n')
    assert unclosed.code == "FB200"
    assert "quotation mark" in unclosed.hint


@covers("LEDGER-003")
def test_bounds_are_kept() -> None:
    assert refused(b"x" * (SHEET_BYTES_MAX + 1)).code == "FB201"
    heading, line = sheet({}).splitlines(keepends=True)
    lines = (line.replace(b"A-1", b"A-%d" % number) for number in range(ROWS_MAX + 1))
    assert refused(heading + b"".join(lines)).text == f"the timeline has more than {ROWS_MAX} rows"


@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(lambda text: sheet() + text.encode("utf-8", "replace")),
        st.dictionaries(st.sampled_from(list[str](COLUMNS)), st.text(max_size=20)).map(sheet),
    )
)
@covers("LEDGER-001")
def test_any_bytes_give_rows_or_a_local_error(data: bytes) -> None:
    read = rows_or_refusal(data)
    if isinstance(read, LocalError):
        assert read.code.startswith("FB20")
        assert read.hint
    else:
        assert len({row.id for row in read}) == len(read)


@given(st.integers(0, 400), st.sampled_from(SHIPPED))
@covers("LEDGER-001")
def test_a_timeline_cut_inside_a_row_is_refused(cut: int, name: str) -> None:
    whole = sheet(*({"id": row.id, "summary": row.summary} for row in shipped(name)))
    last_line = len(whole.splitlines()[-1])
    cut = 3 + cut % (last_line - 3)
    assert refused(whole[:-cut]).code in {"FB203", "FB204", "FB205", "FB200"}
