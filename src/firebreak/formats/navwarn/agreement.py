"""Whether the times of a warning agree with each other, with its issue and with its cancelling."""

import re
from datetime import datetime
from typing import Final

from firebreak.formats.doubts import Doubts
from firebreak.formats.navwarn.cancels import Cancels
from firebreak.formats.navwarn.headings import Heading
from firebreak.formats.navwarn.windows import last_end, without_zone
from firebreak.formats.parsed import Window

AHEAD_DAYS: Final = 180  # warnings speak of the weeks to come
FOLLOWS_SECONDS: Final = 2 * 3600
_LOCAL_RULE: Final = re.compile(r"[А-Я]{4}")  # a PRIP may mean the time of its own coast


def before_cancel(
    found: list[Window], end: datetime | None, last: datetime | None, doubts: Doubts
) -> tuple[list[Window], datetime | None]:
    """A night after the last day of a schedule begins when the warning has ended: it is left out and told."""
    if end is None or last is None or not any(each.end and each.end <= end for each in found):
        return found, last
    kept = [each for each in found if each.start < end]
    if len(kept) < len(found):
        doubts.add(
            "cancel-before-end",
            f"windows that begin after {end:%d %b %H:%M}, when it is cancelled, are left out",
        )
    return kept, last_end(kept)


def check_windows(found: list[Window], head: Heading, doubts: Doubts) -> None:
    """Windows that end before they begin, last half a year, or are over."""
    for each in found:
        if each.end is not None and each.end <= each.start:
            doubts.add(
                "ends-before-begins", f"a window from {each.start:%d %b %H:%M} to {each.end:%d %b %H:%M}"
            )
        elif each.end is not None and (each.end - each.start).days > 200:  # noqa: PLR2004  over half a year
            doubts.add("long-window", f"a window of {(each.end - each.start).days} days; is the year right?")
    _tell_far_ahead(found, head, doubts)
    last = last_end(found)
    if last is not None and head.issued is not None and last < head.issued:
        doubts.add("in-the-past", "all windows had ended when the warning was issued")


def _tell_far_ahead(found: list[Window], head: Heading, doubts: Doubts) -> None:
    first = min((each.start for each in found), default=None)
    if first is not None and head.issued is not None and (first - head.issued).days > AHEAD_DAYS:
        doubts.add(
            "year-doubtful", f"it begins on {first:%d %b %Y}, long after its issue; is the year right?"
        )


def check_zone(text: str, head: Heading, end: datetime | None, last: datetime | None, doubts: Doubts) -> None:
    """Clock times without a zone: UTC by rule, and by the cancel time where that follows the last window."""
    if last is None or doubts.has("whole-days") or "UTC" in text or not without_zone(text, head.year):
        return
    fits = end is not None and 0 <= (end - last).total_seconds() <= FOLLOWS_SECONDS
    if not fits or (_LOCAL_RULE.search(text) and "НАВАРЕА" not in text):
        doubts.add("zone-assumed", "no time zone is named; read as UTC")


def check_mixed_zones(text: str, clauses: Cancels, doubts: Doubts) -> None:
    """Windows in Moscow time, and a cancel time that names no zone."""
    other = re.search(r"(?:МСК|MSK|CES?T|EES?T|LT|LOCAL)\b", text)
    if other and any(re.search(r"Z|UTC|МСК", each) is None for each in clauses.times):
        doubts.add("zone-assumed", f"times in {other[0]}, and the cancel time names no zone; read as UTC")
