"""A comma-separated file taken apart into cells: the right columns, full rows, within bounds.

Nothing is repaired. A file that was cut, saved in another encoding or edited so that a column slipped
is refused as a whole: a ledger with a part of the rows would say less than the sources do.
"""

import csv
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from firebreak.core.base.errors import LocalError
from firebreak.core.ledger.cells import IDENTIFIER_LENGTH_MAX, Cell

Record: TypeAlias = dict[str, Cell]
"One row: column -> cell."

SHEET_BYTES_MAX: Final = 16 * 1024 * 1024  # hundreds of times the longest compiled so far
ROWS_MAX: Final = 20_000  # a contact a day for half a century
_BYTE_ORDER_MARK: Final = "\ufeff"  # spreadsheets put it before the first column


def read_sheet(data: bytes, columns: Sequence[str]) -> Iterator[Record]:
    """The rows below the heading. The first column is the row's id. Raises LocalError."""
    if len(data) > SHEET_BYTES_MAX:
        raise LocalError(
            f"the timeline has {len(data)} bytes, allowed are {SHEET_BYTES_MAX}",
            code="FB201",
            hint="split it by year",
        )
    numbered = _numbered(_decoded(data))
    empty: tuple[int, list[str]] = (1, [])
    _, heading = next(numbered, empty)
    _check_heading(heading, columns)
    for count, (line, values) in enumerate(numbered, start=1):
        if count > ROWS_MAX:
            raise LocalError(
                f"the timeline has more than {ROWS_MAX} rows", code="FB201", hint="split it by year"
            )
        yield _record(heading, line, values)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LocalError(
            f"line {line}: byte {data[error.start]:#04x} is not UTF-8",
            code="FB200",
            hint="save the timeline again as CSV in UTF-8",
        ) from None


def _numbered(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each filled row with the number of its last line."""
    reader = csv.reader((f"{line}\n" for line in text.split("\n")), strict=True)
    try:
        yield from ((reader.line_num, values) for values in reader if values)
    except csv.Error as error:
        raise LocalError(
            f"line {reader.line_num}: this is not comma-separated text ({error})",
            code="FB200",
            hint="look for a quotation mark that is not closed, on this line or above it",
        ) from None


def _check_heading(heading: Sequence[str], columns: Sequence[str]) -> None:
    faults = [f"column {name} is missing" for name in columns if name not in heading]
    faults += [f"column {name[:60]!a} is not known" for name in heading if name not in columns]
    faults += [f"column {name} stands twice" for name in columns if heading.count(name) > 1]
    if faults:
        raise LocalError(
            f"line 1: {'; '.join(faults[:5])}",
            code="FB202",
            hint="the first line must name these columns: " + ",".join(columns),
        )


def _record(heading: Sequence[str], line: int, values: Sequence[str]) -> Record:
    row = values[heading.index("id")] if len(values) == len(heading) else values[0]
    named = row if len(row) <= IDENTIFIER_LENGTH_MAX and row.isascii() and row.isprintable() else ""
    if len(values) != len(heading):
        raise LocalError(
            f"row {named} (line {line}) has {len(values)} cells, the first line names {len(heading)} columns",
            code="FB203",
            hint="put quotation marks around a cell that holds a comma, and write empty cells too",
        )
    pairs = zip(heading, values, strict=True)
    return {column: Cell(named, line, column, value) for column, value in pairs}
