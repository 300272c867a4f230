"""What is doubtful about a notice: a pure function of signed data, so that both sides find the same.

The lead time is counted from the latest instant at which the notice can have been written, by the clock of
its writer. A late notice is better than none: it is sent, counts, and says that it is late.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.core.base.instants import DAY, HOUR
from firebreak.core.envelope.header import Span
from firebreak.core.geo import outline
from firebreak.core.geo.area import AreaKind
from firebreak.core.notice.bodies import Ends, Notice
from firebreak.core.notice.kinds import SORTS, Group, lead_of, sort_of

GOES_ON_MAX: Final = 7 * DAY  # texts end hours after their last window; a month is a slip


@dataclass(frozen=True, slots=True)
class Lead:
    """How long before its beginning a notice was written."""

    needed_ms: int
    given_ms: int | None
    "None when it holds at once and has no beginning; below zero when it had begun."

    @property
    def short(self) -> bool:
        """Whether it came later than the rule of its kind asks."""
        return self.needed_ms > 0 and (self.given_ms is None or self.given_ms < self.needed_ms)


def lead(notice: Notice, written: Span) -> Lead:
    """By the rule of its code."""
    opens = notice.opens_at
    given = None if opens is None else opens - written.hi
    return Lead(lead_of(notice.code, emergency=notice.emergency), given)


def findings(notice: Notice, written: Span) -> tuple[Finding, ...]:
    """Everything doubtful, in one fixed order."""
    return tuple(Finding(code=code, text=text) for code, text in _findings(notice, written))


def stops_use(found: tuple[Finding, ...]) -> bool:
    """Whether nothing may be computed from the notice before a person has looked at it."""
    return any(each.code in STOPPING for each in found)


FINDINGS: Final = (
    "lead-short",
    "no-window",
    "past",
    "expiry-contradicts",
    "outline-crossing",
    "outline-repeated",
    "outline-unknown",
    "no-area",
    "kind-unknown",
    "source-unconfirmed",
    "source-doubted",
)
"Every code there is."
STOPPING: Final = frozenset({"outline-crossing", "outline-repeated", "expiry-contradicts", "source-doubted"})
"Findings after which area and windows are shown and used for nothing by themselves."


def _findings(notice: Notice, written: Span) -> Iterator[tuple[str, str]]:
    yield from _time(notice, written)
    yield from _area(notice)
    if notice.code not in SORTS:
        yield "kind-unknown", f"the code {notice.code} is not in our table"
    source = notice.source
    if source is not None and not source.confirmed_by:
        yield "source-unconfirmed", "nobody has compared the area and the windows with the source text"
        if source.doubts:
            codes = ", ".join(each.code for each in source.doubts)
            yield "source-doubted", f"the source text was read with doubt: {codes}"


def _time(notice: Notice, written: Span) -> Iterator[tuple[str, str]]:
    state = lead(notice, written)
    if state.short:
        yield "lead-short", _short(state)
    if not notice.windows and notice.ends is Ends.FIXED and sort_of(notice.code).group is Group.HAZARD:
        yield "no-window", "does not say from when until when it holds"
    ends = notice.ends_at
    if ends is not None and ends <= written.lo:
        yield "past", "was over when it was written"
    if expiry_contradicts(notice):
        yield "expiry-contradicts", "expires at an instant that does not fit its last window"


def expiry_contradicts(notice: Notice) -> bool:
    """Whether the instant of expiry lies before the last window ends, or long after."""
    if not (notice.expires_at and notice.windows):
        return False
    last = notice.windows[-1].closes_at
    return not last <= notice.expires_at <= last + GOES_ON_MAX


def _short(state: Lead) -> str:
    needed = f"{state.needed_ms // HOUR} h are the rule"
    if state.given_ms is None:
        return f"says no beginning; {needed}"
    if state.given_ms < 0:
        return f"had begun when it was written; {needed}"
    return f"was written {state.given_ms / HOUR:.1f} h before it begins; {needed}"


def _area(notice: Notice) -> Iterator[tuple[str, str]]:
    area = notice.area
    fault = outline.fault(area)
    if fault:
        yield f"outline-{fault}", "has an outline that crosses itself: nobody can say what lies inside"
    if area.kind is AreaKind.NAMED:
        yield "outline-unknown", "names an area whose outline is not given"
    if area.kind is AreaKind.NONE and sort_of(notice.code).needs_area:
        yield "no-area", "does not say where"
