"""What the tests of the ledger are made of: shipped timelines, facts, and sheets with one thing changed."""

import csv
import io
from datetime import date
from importlib.resources import files

from firebreak.core.ledger.days import Days, read_window
from firebreak.core.ledger.facts import ContactFact, Evidence, Kind, Outcome
from firebreak.core.ledger.fold import fold
from firebreak.core.ledger.imported import facts_of
from firebreak.core.ledger.lines import Ledger, LedgerLine
from firebreak.core.ledger.timeline import COLUMNS, TimelineRow, read_timeline

SHIPPED = ("us-russia-2022", "inter-korea")
PLAIN_ROW = dict.fromkeys(COLUMNS, "") | {
    "id": "A-1",
    "date_start": "2022-02-18",
    "date_end": "2022-02-18",
    "date_precision": "day",
    "from_party": "North",
    "to_party": "South",
    "channel": "minister",
    "event_type": "call",
    "outcome": "answered",
    "is_attempt": "1",
    "attempts_min": "1",
    "attempts_max": "1",
    "source_url": "https://example.org/report",
    "certainty": "high",
}


def shipped(name: str) -> tuple[TimelineRow, ...]:
    return read_timeline((files("firebreak") / "data" / f"{name}.csv").read_bytes())


def ledger_of(name: str, since: str = "", until: str = "") -> Ledger:
    facts, aside = facts_of(shipped(name))
    return fold(facts, aside, read_window(since, until))


def line(ledger: Ledger, from_party: str, to_party: str, channel: str, kind: Kind = Kind.CALL) -> LedgerLine:
    key = (from_party, to_party, channel, kind)
    (found,) = [each for each in ledger.lines if key_of(each) == key]
    return found


def key_of(each: LedgerLine) -> tuple[str, str, str, Kind]:
    return each.from_party, each.to_party, each.channel, each.kind


def sheet(*changes: dict[str, str]) -> bytes:
    """A timeline of as many rows as changes to the plain row."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list[str](COLUMNS))
    writer.writeheader()
    writer.writerows(PLAIN_ROW | change for change in changes)
    return text.getvalue().encode()


def days(start: str, end: str = "") -> Days:
    return Days(date.fromisoformat(start), date.fromisoformat(end or start))


def fact(ref: str, start: str, end: str = "", **changes: object) -> ContactFact:
    """An answered call of North to South, changed as asked."""
    given: dict[str, object] = {
        "ref": ref,
        "from_party": "North",
        "to_party": "South",
        "channel": "minister",
        "kind": Kind.CALL,
        "days": days(start, end),
        "outcome": Outcome.ANSWERED,
        "evidence": Evidence.SOURCE,
    }
    return ContactFact(**(given | changes))  # type: ignore[arg-type]


def only_line(*facts: ContactFact, since: str = "", until: str = "") -> LedgerLine:
    """The line North to South of a ledger that has one."""
    ledger = fold(facts, window=read_window(since, until))
    (found,) = [each for each in ledger.lines if each.from_party == "North"]
    return found


def mentioned(ledger: Ledger) -> list[str]:
    """Every ref of the result, as often as it appears."""
    at_lines = [ref for each in ledger.lines for ref in (*each.rows, *(out.ref for out in each.left_out))]
    return sorted(at_lines + [out.ref for out in ledger.left_out])


def left_out_of(each: LedgerLine) -> dict[str, str]:
    return {out.ref: out.text for out in each.left_out}
