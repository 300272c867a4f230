"""The machine of line checks: questions on an agreed calendar, answered by machine.

In each slot both sides ask, so that each has its own proof of the line; only who speaks first alternates.
The second asks when it has heard the first, or when the first is late. An answer counts for the colour only
when this very process asked: after a restart the line is of unknown colour until somebody has answered.
"""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.dice import Dice
from firebreak.core.base.errors import Finding, LocalError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.linecheck.asked import Answers, Asked
from firebreak.core.linecheck.bodies import (
    CHECK_TEXT,
    FELT,
    NONCE_BYTES,
    CheckMissed,
    CheckPerson,
    CheckPing,
    CheckPong,
    CheckRefuse,
    Trouble,
)
from firebreak.core.linecheck.calendar import CheckCalendar, Slot
from firebreak.core.linecheck.events import (
    CheckAnswered,
    CheckAsked,
    CheckDoubted,
    CheckRefused,
    CheckWentUnanswered,
    CounterpartMissedCheck,
    PersonChecked,
    StatusChanged,
    TroubleChanged,
)
from firebreak.core.linecheck.schedule import Schedule
from firebreak.core.linecheck.status import Status

ANSWERED_MAX: Final = 64  # nonces remembered, so that a question is answered once

Said = list[Draft | Event]


@dataclass(slots=True)
class LineChecks:
    """The checks of one line, as one side sees them."""

    calendar: CheckCalendar
    dice: Dice = field(repr=False)
    first: bool
    "Whether our party is the calendar's first."
    answers: Answers = field(init=False)
    person_at: dict[bool, Instant] = field(default_factory=dict[bool, Instant])
    "When a person of ours (True) and of theirs (False) last signed a check."
    number: int = 0
    "Running number of our newest check."
    _schedule: Schedule = field(init=False)
    _drafted: set[bytes] = field(default_factory=set[bytes])
    _pinged: dict[bytes, None] = field(default_factory=dict[bytes, None])
    _shown: Status | None = None
    _ticked: Instant = Instant(0)

    def __post_init__(self) -> None:
        self.answers = Answers(self.calendar)
        self._schedule = Schedule(self.calendar, self.first)

    def follow(self, calendar: CheckCalendar) -> None:
        """A new calendar was agreed: slots from now on are its."""
        self.calendar = self.answers.calendar = calendar
        self._schedule = Schedule(calendar, self.first)

    def learn(self, item: Learnt) -> Said:
        """Take in an entry about checks."""
        match item.body:
            case CheckPing() as ping:
                said = self._asked(item, ping)
            case CheckPong() as pong:
                said = self._answered(item, pong)
            case CheckMissed() as missed:
                said = self._missed(item, missed)
            case CheckPerson() as person:
                said = self._person(item, person)
            case CheckRefuse() as refusal:
                said = self._refused(item, refusal)
            case _:
                return []
        return [*said, *self._changed(item.at)]

    def check(self, *, path: str = "", text: str = CHECK_TEXT, slot: int = 0) -> Draft:
        """A check by hand, at any time, also while the line is suspended."""
        nonce = self.dice.draw(b"check", NONCE_BYTES)
        self._drafted.add(nonce)
        body = CheckPing(nonce=nonce, number=self.number + 1, path=path, text=text, slot=slot)
        return Draft(kind=Kind.CHECK_PING, body=body, precedence=Precedence.PRIORITY)

    def person(self, body: CheckPerson) -> Draft:
        """A person's check that an officer has signed. Raises LocalError."""
        return self._stated(Kind.CHECK_PERSON, body)

    def refuse(self, body: CheckRefuse) -> Draft:
        """A refusal that an officer has signed. Raises LocalError."""
        return self._stated(Kind.CHECK_REFUSE, body)

    def status(self, now: Instant) -> Status:
        """Colour and reasons."""
        return self.answers.status(now)

    def feel(self, felt: Trouble, at: Instant) -> Said:
        """What is wrong around our node now, as far as it comes and goes."""
        before, answers = self.answers.trouble, self.answers
        answers.trouble = (before & ~FELT) | (felt & FELT)
        began, ended = answers.trouble & ~before, before & ~answers.trouble
        if not began and not ended:
            return []
        return [TroubleChanged(at=at, began=tuple(began), ended=tuple(ended)), *self._changed(at)]

    def tick(self, now: Instant) -> Said:
        """Ask what is due, state what was missed, say how the colour changed."""
        out: Said = []
        for asked in self.answers.overdue(now):
            body = CheckMissed(nonce=asked.ping.nonce, number=asked.ping.number, slot=asked.ping.slot)
            out.append(Draft(kind=Kind.CHECK_MISSED, body=body, refs=(asked.ref,)))
        out += self._ask(self._schedule.due(now))
        self._ticked = now
        return [*out, *self._changed(now)]

    @property
    def deadline(self) -> Instant | None:
        """When `tick` has something to do."""
        due = (self.answers.next_change(self._ticked), self._schedule.deadline(self._ticked))
        return min((each for each in due if each is not None), default=None)

    def _ask(self, slot: Slot | None) -> list[Draft]:
        return [] if slot is None else [self.check(slot=slot.at)]

    def _stated(self, kind: Kind, body: CheckPerson | CheckRefuse) -> Draft:
        if body.statement is None or body.statement.action is not body.ACTION:
            hint = "let the officer on watch sign it with their own key"
            raise LocalError("no officer has signed this", code="FB170", hint=hint)
        return Draft(kind=kind, body=body, precedence=Precedence.PRIORITY)

    def _changed(self, at: Instant) -> list[Event]:
        status = self.answers.status(at)
        if status == self._shown:
            return []
        self._shown = status
        return [StatusChanged(at=at, status=status)]

    def _asked(self, item: Learnt, ping: CheckPing) -> Said:
        out: Said = [CheckAsked(at=item.at, ref=item.ref, ours=item.ours, number=ping.number, path=ping.path)]
        if item.ours:
            fresh = ping.nonce in self._drafted
            self._drafted.discard(ping.nonce)
            self.number = max(self.number, ping.number)
            self.answers.ask(Asked(item.ref, ping, item.at, fresh))
            return out
        if ping.nonce not in self._pinged:
            _remember(self._pinged, ping.nonce)
            out += [self._pong(item, ping), *self._ask(self._schedule.heard(ping.slot))]
        return out

    def _pong(self, item: Learnt, ping: CheckPing) -> Draft:
        trouble = int(self.answers.trouble)
        body = CheckPong(nonce=ping.nonce, number=ping.number, text=ping.text, trouble=trouble)
        return Draft(kind=Kind.CHECK_PONG, body=body, precedence=Precedence.PRIORITY, refs=(item.ref,))

    def _answered(self, item: Learnt, pong: CheckPong) -> Said:
        if item.ours:
            return []
        answered = self.answers.answer(pong, item.at)
        if answered is None:
            return [_doubt(item, "pong-unasked", f"entry {item.ref} answers a check that nobody asked")]
        asked, result = answered
        took = max(0, item.at - asked.at)
        out: Said = [
            CheckAnswered(
                at=item.at,
                number=asked.ping.number,
                result=result,
                round_trip_ms=took,
                trouble=pong.trouble,
                apart_ms=_apart(asked, item),
            )
        ]
        if (pong.number, pong.text) != (asked.ping.number, asked.ping.text):
            text = f"number or text of check {asked.ping.number} came back changed"
            out.append(_doubt(item, "pong-altered", text))
        return out

    def _missed(self, item: Learnt, body: CheckMissed) -> Said:
        if not item.ours:
            return [CounterpartMissedCheck(at=item.at, number=body.number, slot=body.slot)]
        self.answers.miss(body.nonce)
        misses = self.answers.misses
        return [CheckWentUnanswered(at=item.at, number=body.number, slot=body.slot, in_a_row=misses)]

    def _person(self, item: Learnt, body: CheckPerson) -> Said:
        if body.statement is None:
            return []
        self.person_at[item.ours] = item.at
        officer = body.statement.officer
        return [PersonChecked(at=item.at, ours=item.ours, desk=body.desk, officer=officer, text=body.text)]

    def _refused(self, item: Learnt, body: CheckRefuse) -> Said:
        if body.statement is None:
            return []
        if not item.ours and not self.answers.refuse(body.nonce):
            text = f"entry {item.ref} refuses a check that is not open"
            return [_doubt(item, "refusal-unasked", text)]
        refused = CheckRefused(
            at=item.at,
            ours=item.ours,
            officer=body.statement.officer,
            reason=body.reason,
            text=body.text,
        )
        return [refused]


def _apart(asked: Asked, item: Learnt) -> int:
    """How far the instant that the answer bears lies outside of the time in which it was written."""
    time = item.header.time
    return max(0, asked.at - time.hi, time.lo - item.at)


def _remember(nonces: dict[bytes, None], nonce: bytes) -> None:
    nonces[nonce] = None
    if len(nonces) > ANSWERED_MAX:
        nonces.pop(next(iter(nonces)))


def _doubt(item: Learnt, code: str, text: str) -> CheckDoubted:
    return CheckDoubted(at=item.at, finding=Finding(code=code, text=text, entry=str(item.ref)))
