"""Our own questions that wait for an answer, and what the answers so far amount to."""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.instants import HOUR, SECOND, Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.linecheck.bodies import FELT, CheckPing, CheckPong, Trouble
from firebreak.core.linecheck.calendar import CheckCalendar
from firebreak.core.linecheck.events import Result
from firebreak.core.linecheck.status import Reason, Status, status_of

ASKED_MAX: Final = 256  # questions remembered; an answer to an older one is no news
MISSES_RED: Final = 3
GREEN_MS_MAX: Final = HOUR  # however seldom the calendar asks, an answer is not news for longer


@dataclass(slots=True)
class Asked:
    """One question of ours."""

    ref: Ref
    ping: CheckPing
    at: Instant
    fresh: bool
    "Asked by this process. Answers to questions from before a restart prove nothing about now."
    raised: bool = False
    missed: bool = False


@dataclass(slots=True)
class Answers:
    """Questions, answers, and the colour they give. Rebuilt empty at every start: nothing is green then."""

    calendar: CheckCalendar
    trouble: Trouble = Trouble.NONE
    "What our own node knows to be wrong; the line sets it."
    misses: int = 0
    "Checks missed in a row."
    their_trouble: int = 0
    answered_at: Instant | None = None
    "When the newest fresh answer came."
    refused: bool = False
    changed: bool = False
    waiting: dict[bytes, Asked] = field(default_factory=dict[bytes, Asked])
    _green_until: Instant = Instant(0)

    def ask(self, asked: Asked) -> None:
        """A question of ours is recorded."""
        self.waiting[asked.ping.nonce] = asked
        if len(self.waiting) > ASKED_MAX:
            self.waiting.pop(next(iter(self.waiting)))

    def answer(self, pong: CheckPong, at: Instant) -> tuple[Asked, Result] | None:
        """An answer has come; None when nothing was asked."""
        asked = self.waiting.pop(pong.nonce, None)
        if asked is None:
            return None
        result = self._result(asked, at)
        if asked.fresh and result is not Result.MISSED:
            self.misses, self.refused = 0, False
            self.changed = (pong.number, pong.text) != (asked.ping.number, asked.ping.text)
            self.their_trouble, self.answered_at = pong.trouble, at
            self._green_until = self._until(at)
        return asked, result

    def refuse(self, nonce: bytes) -> bool:
        """An officer refuses the question; whether it was one of ours."""
        asked = self.waiting.pop(nonce, None)
        if asked is not None and asked.fresh:
            self.misses, self.refused = 0, True
        return asked is not None

    def miss(self, nonce: bytes) -> None:
        """Our record states that no answer has come."""
        asked = self.waiting.get(nonce)
        if asked is not None and not asked.missed:
            asked.missed = asked.raised = True
            self.misses += asked.fresh

    def overdue(self, now: Instant) -> list[Asked]:
        """Fresh questions whose time is up, each once."""
        found = [each for each in self._timed() if self._missed_at(each) <= now]
        for each in found:
            each.raised = True
        return found

    def status(self, now: Instant) -> Status:
        """The colour of the line now, with the reasons."""
        return status_of([*self._faults(now), self._freshness(now)])

    def next_change(self, after: Instant) -> Instant | None:
        """The first instant after `after` at which time alone can change the status or make a miss."""
        due = [each for asked in self._timed() for each in (self._late_at(asked), self._missed_at(asked))]
        return min((each for each in [*due, self._green_until] if each > after), default=None)

    def _faults(self, now: Instant) -> list[Reason]:
        theirs = Trouble(self.their_trouble)
        held = {
            Reason.CONTRADICTION: bool((self.trouble | theirs) & Trouble.CONTRADICTION),
            Reason.OUR_STORAGE: bool(self.trouble & Trouble.STORAGE),
            Reason.THEIR_STORAGE: bool(theirs & Trouble.STORAGE),
            **{ours: bool(self.trouble & bit) for bit, (ours, _) in _FELT.items()},
            **{of_theirs: bool(theirs & bit) for bit, (_, of_theirs) in _FELT.items()},
            Reason.OUR_TROUBLE: bool(self.trouble & ~_NAMED),
            Reason.THEIR_TROUBLE: bool(self.their_trouble & ~int(_NAMED)),
            Reason.MISSED_THREE: self.misses >= MISSES_RED,
            Reason.MISSED: 0 < self.misses < MISSES_RED,
            Reason.ANSWER_LATE: any(self._late_at(each) <= now for each in self._timed()),
            Reason.REFUSED: self.refused,
            Reason.TEXT_CHANGED: self.changed,
        }
        return [reason for reason, holds in held.items() if holds]

    def _freshness(self, now: Instant) -> Reason:
        if self.answered_at is None:
            return Reason.NOT_YET_CHECKED
        return Reason.ANSWERED if now < self._green_until else Reason.LAST_ANSWER_TOO_OLD

    def _until(self, at: Instant) -> Instant:
        """Until when an answer is news: into the next slot, as long as an answer there is not yet late."""
        slot = self.calendar.next(Instant(at + 1))
        longest = at + GREEN_MS_MAX
        if slot is not None:
            longest = min(longest, slot.at + self.calendar.late_after_seconds * SECOND)
        return Instant(longest)

    def _result(self, asked: Asked, at: Instant) -> Result:
        if asked.raised or at >= self._missed_at(asked):
            return Result.MISSED
        return Result.GOOD if at < self._late_at(asked) else Result.LATE

    def _timed(self) -> list[Asked]:
        return [each for each in self.waiting.values() if each.fresh and not each.raised]

    def _late_at(self, asked: Asked) -> Instant:
        return Instant(asked.at + self.calendar.late_after_seconds * SECOND)

    def _missed_at(self, asked: Asked) -> Instant:
        return Instant(asked.at + self.calendar.missed_after_seconds * SECOND)


_FELT: Final = {
    Trouble.CLOCK: (Reason.OUR_CLOCK, Reason.THEIR_CLOCK),
    Trouble.LINK: (Reason.OUR_LINK, Reason.THEIR_LINK),
    Trouble.WITNESS: (Reason.OUR_WITNESS, Reason.THEIR_WITNESS),
    Trouble.SPACE: (Reason.OUR_SPACE, Reason.THEIR_SPACE),
}
_NAMED: Final = Trouble.STORAGE | Trouble.CONTRADICTION | FELT
