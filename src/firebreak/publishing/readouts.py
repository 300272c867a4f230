"""Readouts: built from a timeline or from the record of a line, rendered in several languages."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from firebreak.core.call import views as call_views
from firebreak.core.call.book import UNWITNESSED, Book, Witnessed
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.ledger.days import Window
from firebreak.core.ledger.entries import Names, days_of, facts_of_entries
from firebreak.core.ledger.fold import fold
from firebreak.core.ledger.noticed import Noticed
from firebreak.core.ledger.timeline import TimelineRow
from firebreak.core.readout.build import build_readout
from firebreak.core.readout.material import Announced, Detail, Facts, facts_of_timeline
from firebreak.core.readout.plain import readout_json
from firebreak.core.readout.sentences import Readout
from firebreak.reports.pdf import render_pdf
from firebreak.reports.text import render_text
from firebreak.reports.web import render_html

FORMATS: Final = ("text", "html", "pdf")


def timeline_readout(
    rows: Iterable[TimelineRow], *, name: str, title: str, period: Window, limit_km: int | None = None
) -> Readout:
    """What an imported timeline lets one say in public about a period. Raises LocalError.

    With a limit also whether a site so near to its incidents would have had an alarm.
    """
    return _readout(facts_of_timeline(rows, name, limit_km), title, period, exercise=False)


def record_readout(
    items: Iterable[Learnt],
    names: Names,
    witnessed: Witnessed = UNWITNESSED,
    *,
    title: str,
    period: Window,
    exercise: bool,
) -> Readout:
    """What the signed record of a line lets one say in public about a period. Raises LocalError."""
    learnt = list(items)
    contacts, aside = facts_of_entries(learnt, names, witnessed)
    facts = Facts(
        name=title, contacts=contacts, details=_details(learnt), aside=aside, announced=_areas(learnt, names)
    )
    return _readout(facts, title, period, exercise=exercise)


def _readout(facts: Facts, title: str, period: Window, *, exercise: bool) -> Readout:
    ledger = fold(facts.contacts, facts.aside, period)
    as_of = period.until or max((each.days.latest for each in facts.contacts), default=date.min)
    return build_readout(facts, ledger, title=title, period=period, as_of=as_of, exercise=exercise)


def _details(items: Iterable[Learnt]) -> dict[str, Detail]:
    """Who answered or declined each call, and with which coded reason."""
    book = Book()
    for item in items:
        book.learn(item)
    return {
        str(call.refs[0]): Detail(
            from_desk=call.from_desk,
            to_desk=call.desk,
            officer=call.officer,
            reason="" if call.reason is None else call.reason.name.lower(),
        )
        for call in call_views.views(book)
    }


def _areas(items: Iterable[Learnt], names: Names) -> tuple[Announced, ...]:
    noticed = Noticed()
    for item in items:
        noticed.learn(item)
    return tuple(
        Announced(
            ref=str(case.notice.ref),
            from_party=names.way(ours=case.notice.ours)[0],
            days=days_of(case.notice.time.lo),
            area=case.body.area,
            usable=case.is_usable,
        )
        for case, _ in noticed.all()
        if case.body.area.places
    )


def rendered(readout: Readout, language: str, form: str) -> bytes:
    """One file of a readout: `text`, `html` or `pdf`."""
    if form == "pdf":
        return render_pdf(readout, language)
    render = render_text if form == "text" else render_html
    return render(readout, language).encode()


def facts_value(readout: Readout) -> dict[str, Any]:
    """The machine-readable facts behind a readout."""
    return readout_json(readout)
