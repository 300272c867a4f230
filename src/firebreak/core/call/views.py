"""Calls as others read them: the contact ledger, readouts, the console."""

from collections.abc import Iterable
from dataclasses import dataclass

from firebreak.core.base.errors import Finding
from firebreak.core.base.instants import Instant
from firebreak.core.call.bodies import CallAnswer, CallBusy, CallDecline, Reason
from firebreak.core.call.book import Book, Call
from firebreak.core.call.events import Outcome
from firebreak.core.call.evidence import Evidence, Word, evidence, words
from firebreak.core.call.facts import OFFICERS
from firebreak.core.call.sound.views import SoundView, sound_view
from firebreak.core.call.table import State
from firebreak.core.envelope.header import Ref, Span
from firebreak.core.envelope.kinds import Precedence


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """One call, and all that may be said of it."""

    call: bytes
    "Its id, 16 bytes; one of each side may carry the same."
    ours: bool
    "Whether our side is the caller."
    desk: str
    from_desk: str
    precedence: Precedence
    subject: str
    placed: Span
    "When, by the caller's clock, as signed."
    learnt_at: Instant
    "Line time at which this node stored the offer."
    outcome: Outcome
    state: State
    crossed: bool
    "Answered as the caller hung up: nobody talked, both should call back."
    mutual: bool
    "Stands for an attempt of the other side too, which that side gave up as glare."
    coalesced: bool
    "Offered among too many; it did not sound by itself."
    evidence: Evidence
    words: frozenset[Word]
    "What may be said of it, within its class."
    officer: str
    "Who answered, declined or was busy; otherwise empty."
    answered_desk: str
    "The desk that answered, declined or was busy; otherwise empty."
    reason: Reason | None
    "Of a decline."
    call_back_at: int | None
    message: str
    "The words of a decline, as signed: escape them for the place where they are shown."
    sound: SoundView
    "Where its sound stands."
    refs: tuple[Ref, ...]
    "The entries that make this outcome, the offer first."
    findings: tuple[Finding, ...]

    @property
    def placed_at(self) -> Instant:
        """The lower bound of `placed`."""
        return Instant(self.placed.lo)

    @property
    def is_attempt(self) -> bool:
        """Whether it counts as an attempt of its own; one given up as glare does not."""
        return self.outcome is not Outcome.GLARE

    @property
    def is_contact(self) -> bool:
        """Whether a person on the other side reacted; a decline is contact, a crossed answer too."""
        return self.outcome in (Outcome.ANSWERED, Outcome.DECLINED, Outcome.BUSY)


def view(book: Book, call: Call) -> CallView:
    """What can be said of a call whose offer is known."""
    account, beside = call.account, book.beside(call)
    word = account.word
    said = word.body if word is not None and word.kind in OFFICERS else None
    return CallView(
        call=call.key.call,
        ours=call.key.ours,
        desk=call.offer.desk,
        from_desk=call.offer.from_desk,
        precedence=call.offered.precedence,
        subject=call.offer.subject,
        placed=call.offered.time,
        learnt_at=call.offered.at,
        outcome=account.outcome,
        state=account.state,
        crossed=account.crossed,
        mutual=call.mutual,
        coalesced=call.coalesced,
        evidence=evidence(call.facts, beside),
        words=words(call.facts, beside),
        officer=word.officer if word is not None else "",
        answered_desk=said.desk if isinstance(said, CallAnswer | CallDecline | CallBusy) else "",
        reason=said.reason if isinstance(said, CallDecline) else None,
        call_back_at=said.call_back_at if isinstance(said, CallDecline | CallBusy) else None,
        message=said.message if isinstance(said, CallDecline) else "",
        sound=sound_view(book.sounds.standing(call.key)),
        refs=tuple(each.ref for each in account.counted),
        findings=(*book.findings(call.key), *book.sounds.standing(call.key).findings),
    )


def views(book: Book) -> Iterable[CallView]:
    """All calls whose offer is known, in the order in which this node learnt of them."""
    return (view(book, call) for call in book.calls.values() if call.account.offer is not None)
