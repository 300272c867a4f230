"""The machines of a line: each learns every entry that concerns it; none knows of another.

What one needs of another goes through a narrow view made here: whether a desk is attended, and what keeps
a watch from being handed over.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from firebreak.core.base.dice import Dice
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.call.calls import Calls
from firebreak.core.call.table import State
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.opening import LineOpen
from firebreak.core.line.agreement import Agreement, AgreementInForce, Agreements
from firebreak.core.line.silences import Silences
from firebreak.core.linecheck.bodies import Trouble
from firebreak.core.linecheck.checks import LineChecks
from firebreak.core.linecheck.suspension import Suspension
from firebreak.core.matching.bodies import MatchingAnswer
from firebreak.core.matching.matchings import Matchings
from firebreak.core.message.messages import Messages
from firebreak.core.message.receipts import BadReason, EscalationMissed
from firebreak.core.message.voice.notes import VoiceNotes
from firebreak.core.notice.notices import Notices
from firebreak.core.record.bodies import Equivocation
from firebreak.core.watch.watches import Watches

Said = list[Draft | Event]


class Timed(Protocol):
    """A machine with clocks."""

    def tick(self, now: Instant) -> Sequence[Draft | Event]: ...
    @property
    def deadline(self) -> Instant | None: ...


OPEN_STATES: Final = frozenset({State.PLACED, State.RINGING, State.IN_CALL})


@dataclass(slots=True)
class Desks:
    """Which of our desks are attended, and on how many consoles."""

    watches: Watches
    showing: Counter[str] = field(default_factory=Counter[str])
    "Programs that show things to a person at a desk, kept by the shell."

    def consoles(self, desk: str) -> int:
        """How many consoles of the desk sound; a watch without a console counts as one."""
        return max(1, self.showing[desk])

    def attended(self, desk: str) -> bool:
        """Whether an officer is on watch at the desk."""
        return self.watches.attended(desk)


@dataclass(slots=True)
class Opened:
    """Which side's log holds a `line.open`."""

    held: dict[bool, Ref] = field(default_factory=dict[bool, Ref])

    def learn(self, item: Learnt) -> None:
        """Take in a `line.open`."""
        if isinstance(item.body, LineOpen):
            self.held.setdefault(item.ours, item.ref)

    @property
    def both(self) -> bool:
        """Whether the line is open: both logs say so."""
        return len(self.held) == 2  # noqa: PLR2004


@dataclass(slots=True)
class Machines:
    """All machines of one line."""

    dice: Dice = field(repr=False)
    first: bool
    "Whether our party id is the lower one: it begins with line checks."
    agreements: Agreements = field(default_factory=Agreements)
    opened: Opened = field(default_factory=Opened)
    suspension: Suspension = field(default_factory=Suspension)
    watches: Watches = field(default_factory=Watches)
    notices: Notices = field(default_factory=Notices)
    voice_notes: VoiceNotes = field(default_factory=VoiceNotes)
    matchings: Matchings = field(default_factory=Matchings)
    messages: Messages = field(init=False)
    checks: LineChecks = field(init=False)
    desks: Desks = field(init=False)
    calls: Calls = field(init=False)
    heard_at: dict[bool, Instant] = field(default_factory=dict[bool, Instant])
    "When an entry of ours (True) and of theirs (False) was last learnt."
    contradictions: list[tuple[Ref, Ref]] = field(default_factory=list[tuple[Ref, Ref]])
    "Entries signed twice under one number, as our log proves and their author has not explained."
    explained: set[frozenset[Ref]] = field(default_factory=set[frozenset[Ref]])
    "Those that their author has explained. The proof stays in the record."

    silences: Silences = field(init=False)

    def __post_init__(self) -> None:
        self.silences = Silences(self, self.agreements.in_force.silence)
        self.watches.open_items = self._open_items
        self.desks = Desks(self.watches)
        self.calls = Calls(attendance=self.desks)
        self._apply(self.agreements.in_force)

    def _apply(self, agreement: Agreement) -> None:
        self.messages = Messages(agreement.clocks)
        self.checks = LineChecks(agreement.calendar, self.dice, self.first)

    def learn(self, item: Learnt) -> Said:
        """Let every machine take in a stored entry."""
        self.heard_at[item.ours] = item.at
        if item.ours and isinstance(item.body, Equivocation):
            self._contradicted(item.body.first.ref, item.body.second.ref)
        out: Said = [*self.messages.learn(item), *self.calls.learn(item)]
        self.opened.learn(item)
        if self.silences.opened_at is None and self.opened.both:
            self.silences.opened_at = item.at
        for machine in (self.checks, self.suspension, self.watches, self.notices, self.voice_notes):
            out += machine.learn(item)
        out += self.matchings.learn(item)
        for event in self.agreements.learn(item):
            out.append(event)
            self._changed(event)
        return out

    def _contradicted(self, first: Ref, second: Ref) -> None:
        if frozenset((first, second)) not in self.explained:
            self.contradictions.append((first, second))
            self.checks.answers.trouble |= Trouble.CONTRADICTION

    def explain(self, first: Ref, second: Ref) -> None:
        """The author of two entries under one number has explained them: the alarm ends."""
        both = frozenset((first, second))
        self.explained.add(both)
        self.contradictions = [each for each in self.contradictions if frozenset(each) != both]
        if not self.contradictions:
            self.checks.answers.trouble &= ~Trouble.CONTRADICTION

    def receipted(self, item: Learnt) -> Said:
        """Take in receipts alone, for entries that were not held when the receipts came."""
        return [*self.messages.learn(item), *self.calls.learn(item)]

    def _changed(self, event: AgreementInForce) -> None:
        agreement = self.agreements.in_force
        self.messages.clocks.plan = agreement.clocks
        self.checks.follow(agreement.calendar)
        self.silences.limits = agreement.silence

    def resume(self, now: Instant) -> Said:
        """Once, when the stored record has been learnt again after a start."""
        return [*self.messages.resume(now), *self.notices.resume(now), *self.matchings.resume(now)]

    def tick(self, now: Instant) -> Said:
        """What has become due in any machine."""
        out: Said = []
        for machine in self._timed:
            out += machine.tick(now)
        return out

    @property
    def deadline(self) -> Instant | None:
        """When `tick` is wanted next."""
        return min((each.deadline for each in self._timed if each.deadline is not None), default=None)

    @property
    def _timed(self) -> "tuple[Timed, ...]":
        """Those with clocks."""
        after = (self.silences, self.notices, self.matchings)
        return self.messages, self.calls, self.checks, self.suspension, *after

    def owes(self, draft: Draft) -> bool:
        """Whether a draft that had to wait is still to be said: what came back may have said it already."""
        body = draft.body
        if isinstance(body, MatchingAnswer):
            return self.matchings.owes(body)
        return not isinstance(body, EscalationMissed) or not self.messages.clocks.is_stated(
            body.entry, body.level
        )

    def bad(self, ref: Ref, reason: str, precedence: Precedence) -> Draft:
        """Tell the counterpart that its entry is stored and cannot be used."""
        return self.messages.bad(ref, BadReason.UNDECODABLE, reason[:200], precedence=precedence)

    def _open_items(self, desk: str) -> Sequence[str]:
        """What keeps the watch of a desk from being handed over: a waiting or running call there."""
        return [
            f"a call with {call.from_desk if not call.ours else call.desk} is open"
            for call in self.calls.all()
            if call.state in OPEN_STATES and desk == (call.from_desk if call.ours else call.desk)
        ]
