"""From the rows of a timeline to contact facts.

The words of the compilers are mapped to ours in two tables. What is not in them stays in the ledger as
`other`; nothing is guessed. Rows that are no attempt of one side to reach the other are left out and say
what they are instead.
"""

from collections.abc import Iterable
from typing import Final

from firebreak.core.ledger.facts import ContactFact, Evidence, Kind, LeftOut, Outcome, Reason
from firebreak.core.ledger.timeline import TimelineRow

KINDS: Final = {
    "line_check": Kind.CHECK,
    "call": Kind.CALL,
    "call_attempt": Kind.CALL,
    "call_request": Kind.REQUEST,
    "meeting": Kind.MEETING,
    "message": Kind.MESSAGE,
    "notice": Kind.NOTICE,
    "advance_notice": Kind.NOTICE,
    "warning_private": Kind.NOTICE,
    "withdrawal_notice": Kind.NOTICE,
    "protest_note": Kind.NOTICE,
}
OUTCOMES: Final = {
    "answered": Outcome.ANSWERED,
    "held": Outcome.ANSWERED,  # of a meeting
    "accepted": Outcome.ANSWERED,  # of a request
    "acknowledged": Outcome.ANSWERED,  # a person reacted
    "declined": Outcome.DECLINED,
    "no_answer": Outcome.NO_ANSWER,
    "not_known_which": Outcome.NOT_KNOWN_WHICH,
    "busy": Outcome.BUSY,
    "unattended": Outcome.UNATTENDED,
    "withdrawn": Outcome.WITHDRAWN,
    "unreachable": Outcome.UNREACHABLE,
    "technical_failure": Outcome.UNREACHABLE,
    "delivered": Outcome.DELIVERED,
}
NOT_ATTEMPTS: Final = {
    "context_incident": "an incident, told for context",
    "public_readout": "a public statement, not sent to the other side",
    "public_statement": "a public statement, not sent to the other side",
    "warning_public": "a public statement, not sent to the other side",
    "restraint_announced": "a public statement, not sent to the other side",
    "cancellation": "a cancellation, not an attempt to reach the other side",
    "line_established": "a line was set up; nobody is said to have been reached",
    "line_cut": "a line was cut, not an attempt to reach the other side",
    "suspension": "a line was suspended, not an attempt to reach the other side",
    "line_not_used": "the line was not used",
    "exchange_carried_out": "an exchange carried out, not an attempt to reach the other side",
}


def facts_of(rows: Iterable[TimelineRow]) -> tuple[tuple[ContactFact, ...], tuple[LeftOut, ...]]:
    """The facts of the attempts, and the rows that are none. Every row is in exactly one of the two."""
    listed = tuple(rows)
    attempts = tuple(_fact(row) for row in listed if row.is_attempt)
    return attempts, tuple(_no_attempt(row) for row in listed if not row.is_attempt)


def _fact(row: TimelineRow) -> ContactFact:
    assert row.attempts_min is not None, row.id
    return ContactFact(
        ref=row.id,
        from_party=row.from_party,
        to_party=row.to_party,
        channel=row.channel,
        kind=KINDS.get(row.event_type, Kind.OTHER),
        days=row.days,
        minute=row.minute,
        zone=row.tz,
        attempts_min=row.attempts_min,
        attempts_max=row.attempts_max,
        outcome=_outcome(row),
        doubtful=row.uncertain_fields,
        evidence=Evidence.SOURCE,
        sources=row.source_urls,
    )


def _outcome(row: TimelineRow) -> Outcome:
    """Most sources do not tell a decline from silence: where the outcome is doubtful, neither do we."""
    outcome = OUTCOMES.get(row.outcome, Outcome.OTHER)
    if outcome in (Outcome.DECLINED, Outcome.NO_ANSWER) and "outcome" in row.uncertain_fields:
        return Outcome.NOT_KNOWN_WHICH
    return outcome


def _no_attempt(row: TimelineRow) -> LeftOut:
    known = NOT_ATTEMPTS.get(row.event_type)
    return LeftOut(
        ref=row.id,
        reason=Reason.NO_ATTEMPT,
        text=known or f"not an attempt to reach the other side ({row.event_type})",
        from_party=row.from_party,
        to_party=row.to_party,
        channel=row.channel,
    )
