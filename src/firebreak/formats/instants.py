"""Times of outside files: RFC 3339 and ISO 8601 into UTC minutes, never a guess without a finding."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from firebreak.formats.drafts import Notes
from firebreak.formats.parsed import Window

DAY: Final = timedelta(days=1)
WINDOWS_MAX: Final = 128  # what a notice carries
_FORM: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})?)?", re.ASCII
)
_LONG_FRACTION: Final = re.compile(r"(\.\d{6})\d+")


def read_instant(value: Any, notes: Notes, *, last: bool = False) -> datetime | None:
    """An instant in UTC, or None with a finding. Without an offset it is taken as UTC, and said.

    A day alone is its beginning, and as the `last` of a window its end.
    """
    if value is None or value == "":
        return None
    text = value.strip() if isinstance(value, str) else ""
    found = _instant(text) if _FORM.fullmatch(text) else None
    if found is None:
        notes.add("bad-time", f"{str(value)[:40]!r} is not a time")
        return None
    if found.tzinfo is None:
        notes.add("bad-time", f"{text} names no offset: taken as UTC")
        whole_day = last and len(text) == len("2026-03-01")
        return _utc(found.replace(tzinfo=UTC), notes, later=DAY if whole_day else timedelta())
    return _utc(found, notes)


def _instant(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(_LONG_FRACTION.sub(r"\1", text.upper()))
    except ValueError:
        return None


def _utc(found: datetime, notes: Notes, later: timedelta = timedelta()) -> datetime | None:
    try:
        return found.astimezone(UTC) + later
    except OverflowError:
        notes.add("bad-time", f"{found.isoformat()} is beyond the calendar")
        return None


def window(start: datetime | None, end: datetime | None, notes: Notes) -> tuple[Window, ...]:
    """One window or none: one without a beginning, or that ends before it begins, is asked about."""
    if start is None:
        if end is not None:
            notes.add("start-unknown", f"it ends at {iso(end)} and no beginning is given")
        return ()
    if end is not None and end <= start:
        notes.add("ends-before-begins", f"from {iso(start)} to {iso(end)}")
        return ()
    return (Window(start, end),)


def in_order(windows: list[Window], notes: Notes) -> tuple[Window, ...]:
    """Windows from the earliest on, each once."""
    found = sorted(set(windows), key=lambda each: (each.start, each.end or datetime.max.replace(tzinfo=UTC)))
    if len(found) > WINDOWS_MAX:
        notes.add("too-many-windows", f"{len(found)} windows; the first {WINDOWS_MAX} are kept")
    return tuple(found[:WINDOWS_MAX])


def iso(at: datetime) -> str:
    """`2026-03-02T14:05:09Z`."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def ended(windows: tuple[Window, ...], now: datetime) -> bool:
    """Whether all windows are over."""
    return bool(windows) and all(each.end is not None and each.end < now for each in windows)
