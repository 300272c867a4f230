"""Imported timelines: rows that people compiled from published sources.

A row is a sourced statement, not evidence. It keeps what its compiler was not sure of, and reading it
adds nothing: an unknown maximum stays unknown, a disputed date keeps both days. Kinds of event and
outcomes this version does not know are data, not errors.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.core.ledger import cells
from firebreak.core.ledger.days import Days, whole_month, whole_week
from firebreak.core.ledger.sheet import Record, read_sheet

COLUMNS: Final = (
    "id", "date_start", "date_end", "date_precision", "time_local", "tz", "from_party", "from_desk",
    "to_party", "to_desk", "initiator", "channel", "medium", "event_type", "outcome", "is_attempt",
    "attempts_min", "attempts_max", "duration_min", "distance_km_min", "distance_km_max", "summary",
    "source_url", "source_url_2", "certainty", "uncertain_fields",
)  # fmt: skip
PRECISIONS: Final = ("day", "week", "month", "range", "disputed")
CERTAINTIES: Final = ("high", "medium", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One sourced statement about two parties; the columns are explained in `data/README.md`."""

    id: str
    line: int
    "Line of the file, for errors."
    date_start: date
    date_end: date
    date_precision: str
    minute: int | None
    "Minute of the day in `tz`, where a source gives a time."
    tz: str
    from_party: str
    from_desk: str
    to_party: str
    to_desk: str
    initiator: str
    "Who wanted the contact; empty where the sources do not say."
    channel: str
    medium: str
    event_type: str
    outcome: str
    is_attempt: bool
    "Whether one side tried to reach the other."
    attempts_min: int | None
    attempts_max: int | None
    "None: the number was not published."
    duration_min: Decimal | None
    distance_km_min: Decimal | None
    distance_km_max: Decimal | None
    summary: str
    source_urls: tuple[str, ...]
    certainty: str
    uncertain_fields: tuple[str, ...]
    "Names of the columns to be taken as doubtful."

    @property
    def days(self) -> Days:
        """The days on which it may have happened; a week or month given by one day is meant whole."""
        if self.date_start == self.date_end and self.date_precision == "month":
            return whole_month(self.date_start)
        if self.date_start == self.date_end and self.date_precision == "week":
            return whole_week(self.date_start)
        return Days(self.date_start, self.date_end)


def read_timeline(data: bytes) -> tuple[TimelineRow, ...]:
    """Read a whole timeline or refuse it. The LocalError names row, column, value and expectation."""
    rows: dict[str, TimelineRow] = {}
    for record in read_sheet(data, COLUMNS):
        row = _row(record)
        if row.id in rows:
            expected = f"an id of its own; line {rows[row.id].line} has this one already"
            raise record["id"].refusal(expected, code="FB206")
        _check_together(record, row)
        rows[row.id] = row
    return tuple(rows.values())


def _row(record: Record) -> TimelineRow:
    return TimelineRow(
        id=cells.as_identifier(record["id"]),
        line=record["id"].line,
        date_start=cells.as_day(record["date_start"]),
        date_end=cells.as_day(record["date_end"]),
        date_precision=cells.as_choice(record["date_precision"], PRECISIONS),
        minute=cells.as_minute(record["time_local"]),
        tz=cells.as_name(record["tz"]),
        from_party=cells.as_name(record["from_party"]),
        from_desk=cells.as_name(record["from_desk"]),
        to_party=cells.as_name(record["to_party"]),
        to_desk=cells.as_name(record["to_desk"]),
        initiator=cells.as_name(record["initiator"]),
        channel=cells.as_filled(record["channel"]),
        medium=cells.as_name(record["medium"]),
        event_type=cells.as_filled(record["event_type"]),
        outcome=cells.as_filled(record["outcome"]),
        is_attempt=cells.as_choice(record["is_attempt"], ("0", "1")) == "1",
        attempts_min=cells.as_count(record["attempts_min"]),
        attempts_max=cells.as_count(record["attempts_max"]),
        duration_min=cells.as_amount(record["duration_min"]),
        distance_km_min=cells.as_amount(record["distance_km_min"]),
        distance_km_max=cells.as_amount(record["distance_km_max"]),
        summary=cells.as_text(record["summary"]),
        source_urls=_sources(record),
        certainty=cells.as_choice(record["certainty"], CERTAINTIES),
        uncertain_fields=cells.as_doubts(record["uncertain_fields"], COLUMNS),
    )


def _sources(record: Record) -> tuple[str, ...]:
    if not record["source_url"].value:
        raise record["source_url"].refusal("the source of the row; a statement without one is not imported")
    return tuple(filter(None, (cells.as_address(record[name]) for name in ("source_url", "source_url_2"))))


def _check_together(record: Record, row: TimelineRow) -> None:
    """Values that are each in order and contradict one another."""
    if row.date_end < row.date_start:
        raise _contradiction(record, "date_end", f"{row.date_start} (date_start) or a later day")
    if row.date_precision == "day" and row.date_end != row.date_start:
        raise _contradiction(record, "date_end", f"{row.date_start}, as date_precision is day")
    if row.minute is not None and not row.tz:
        raise _contradiction(record, "tz", "a time zone, as time_local gives a time")
    for low, high in (("attempts_min", "attempts_max"), ("distance_km_min", "distance_km_max")):
        _check_pair(record, low, high)
    if row.is_attempt:
        _check_attempt(record, row)


def _check_pair(record: Record, low: str, high: str) -> None:
    least, most = cells.as_amount(record[low]), cells.as_amount(record[high])
    if least is not None and most is not None and most < least:
        raise _contradiction(record, high, f"{least} ({low}) or more, or nothing")


def _check_attempt(record: Record, row: TimelineRow) -> None:
    if not row.attempts_min:
        raise _contradiction(record, "attempts_min", "1 or more, as is_attempt is 1")
    for column in ("from_party", "to_party"):
        if not record[column].value:
            raise _contradiction(record, column, "a party, as is_attempt is 1")
    if row.from_party == row.to_party:
        raise _contradiction(record, "to_party", f"another party than {row.from_party!r} (from_party)")


def _contradiction(record: Record, column: str, expected: str) -> LocalError:
    return record[column].refusal(expected, code="FB205")
