"""Incidents: what each side says of them, side by side. Nobody's version overwrites another's."""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.spoken import Said, said
from firebreak.core.notice.events import IncidentReported
from firebreak.core.notice.inquiries import IncidentReport
from firebreak.core.notice.refusals import no_such

VERSIONS_MAX: Final = 256  # of one side on one incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident: every version, in the order of each author's log; the last of a side counts."""

    name: bytes
    ours: tuple[Said[IncidentReport], ...] = ()
    theirs: tuple[Said[IncidentReport], ...] = ()

    @property
    def awaited(self) -> bool | None:
        """Which side has not given its version: True for ours, False for theirs, None when both have."""
        return None if self.ours and self.theirs else not self.ours


@dataclass(slots=True)
class Incidents:
    """Every incident."""

    incidents: dict[bytes, Incident] = field(default_factory=dict[bytes, Incident])

    def learn(self, item: Learnt) -> list[Event]:
        """Take in one entry of any kind."""
        if not isinstance(item.body, IncidentReport):
            return []
        report = said(item, item.body)
        before = self.incidents.get(item.body.incident, Incident(name=item.body.incident))
        held = before.ours if report.ours else before.theirs
        if not report.officer or report in held or len(held) >= VERSIONS_MAX:
            return []
        kept = tuple(sorted((*held, report), key=lambda each: each.order))
        ours, theirs = (kept, before.theirs) if report.ours else (before.ours, kept)
        self.incidents[before.name] = Incident(name=before.name, ours=ours, theirs=theirs)
        return [_told(report, len(kept), item.at)]

    def find(self, name: bytes) -> Incident:
        """An incident. Raises LocalError when there is none of that name."""
        found = self.incidents.get(name)
        if found is None:
            raise no_such("incident", name)
        return found


def _told(report: Said[IncidentReport], versions: int, at: Instant) -> IncidentReported:
    return IncidentReported(
        at=at,
        incident=report.body.incident,
        entry=report.ref.hash,
        by_us=report.ours,
        officer=report.officer,
        versions=versions,
    )
