"""What a readout may draw on: contact facts, what is told beside them, and details of single facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from firebreak.core.geo.area import Area
from firebreak.core.ledger.days import Days
from firebreak.core.ledger.facts import ContactFact, LeftOut
from firebreak.core.ledger.imported import facts_of
from firebreak.core.ledger.timeline import TimelineRow


class Beside(StrEnum):
    """What something is that is no attempt to reach the other side."""

    INCIDENT = "incident"
    LINE_ESTABLISHED = "line-established"
    LINE_CUT = "line-cut"
    LINE_SUSPENDED = "line-suspended"
    LINE_NOT_USED = "line-not-used"
    STATEMENT = "statement"
    CANCELLATION = "cancellation"
    EXCHANGE = "exchange"
    OTHER = "no-attempt"


LINE_EVENTS: Final = frozenset(
    {Beside.LINE_ESTABLISHED, Beside.LINE_CUT, Beside.LINE_SUSPENDED, Beside.LINE_NOT_USED}
)
BESIDE_OF: Final = {
    "context_incident": Beside.INCIDENT,
    "line_established": Beside.LINE_ESTABLISHED,
    "line_cut": Beside.LINE_CUT,
    "suspension": Beside.LINE_SUSPENDED,
    "line_not_used": Beside.LINE_NOT_USED,
    "public_readout": Beside.STATEMENT,
    "public_statement": Beside.STATEMENT,
    "warning_public": Beside.STATEMENT,
    "restraint_announced": Beside.STATEMENT,
    "cancellation": Beside.CANCELLATION,
    "exchange_carried_out": Beside.EXCHANGE,
}
"By the event types of imported timelines."


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Something known that is no attempt: an incident, a line set up, a public statement."""

    ref: str
    what: Beside
    days: Days
    from_party: str = ""
    to_party: str = ""
    channel: str = ""
    distance_km: tuple[Decimal, Decimal] | None = None
    "Least and greatest value that sources give."
    words: str = ""
    "How the timeline describes it, in the timeline's language; only ever quoted."
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """What is known of one fact beyond what the ledger counts."""

    from_desk: str = ""
    to_desk: str = ""
    officer: str = ""
    "Who signed the answer, the decline or *busy*; empty where nobody did."
    reason: str = ""
    "The coded reason of a decline, as `needs_agenda`."
    disputed: bool = False
    "Sources give different dates."


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """An area that a notice of the record names."""

    ref: str
    from_party: str
    days: Days
    "When it was announced."
    area: Area
    usable: bool
    "Nothing in it contradicts itself, and where it was read from a text a person confirmed it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that one readout may draw on. Refs are unique across contacts and context."""

    name: str
    "Of the timeline or of the line, as it is to be shown."
    contacts: tuple[ContactFact, ...]
    context: tuple[Context, ...] = ()
    details: Mapping[str, Detail] = field(default_factory=dict[str, Detail])
    aside: tuple[LeftOut, ...] = ()
    "For the ledger's fold: the context as things left out."
    limit_km: int | None = None
    "At which distance from an incident a site would be alarmed; None: nothing is said of it."
    announced: tuple[Announced, ...] = ()
    "Areas that were announced on the line."

    def detail(self, ref: str) -> Detail:
        """What is known of one fact; mostly nothing."""
        return self.details.get(ref, Detail())


def facts_of_timeline(rows: Iterable[TimelineRow], name: str, limit_km: int | None = None) -> Facts:
    """Everything an imported timeline holds. Fold `contacts` and `aside` for the ledger."""
    listed = tuple(rows)
    contacts, aside = facts_of(listed)
    return Facts(
        name=name,
        contacts=contacts,
        context=tuple(_context(row) for row in listed if not row.is_attempt),
        details={row.id: _detail(row) for row in listed},
        aside=aside,
        limit_km=limit_km,
    )


def _context(row: TimelineRow) -> Context:
    return Context(
        ref=row.id,
        what=BESIDE_OF.get(row.event_type, Beside.OTHER),
        days=row.days,
        from_party=row.from_party,
        to_party=row.to_party,
        channel=row.channel,
        distance_km=_distance(row.distance_km_min, row.distance_km_max),
        words=row.summary,
        sources=row.source_urls,
    )


def _distance(least: Decimal | None, most: Decimal | None) -> tuple[Decimal, Decimal] | None:
    known = [each for each in (least, most) if each is not None]
    return (min(known), max(known)) if known else None


def _detail(row: TimelineRow) -> Detail:
    return Detail(from_desk=row.from_desk, to_desk=row.to_desk, disputed=row.date_precision == "disputed")
