"""The machine of suspension: what each party has suspended, since when, why, and who signed it.

Either party may suspend, both may at once, and only the one that did can restore. Checks and receipts go on
by machine, flash always passes; what is sent under suspension is marked. Closing is for good.
"""

from dataclasses import dataclass, field

from firebreak.core.base.errors import Finding, LocalError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant, iso
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.officer import Statement
from firebreak.core.linecheck.events import (
    CheckDoubted,
    LineClosed,
    LineRestored,
    LineSuspended,
    SuspensionEnded,
)
from firebreak.core.linecheck.suspending import (
    OPENINGS,
    SUSPENDED_KINDS,
    LineClose,
    LineRestore,
    LineSuspend,
    Scope,
)

Said = list[Draft | Event]


@dataclass(frozen=True, slots=True)
class Suspended:
    """One party's suspension."""

    ours: bool
    scope: Scope
    since: Instant
    "Line time at which this node learnt of it."
    until: int
    officer: str
    reason: str
    contact: str
    entry: Ref

    def holds(self, now: Instant) -> bool:
        """Whether it has not run out by our own clock."""
        return not self.until or now < self.until

    def covers(self, kind: Kind, precedence: Precedence) -> bool:
        """Whether an entry is sent under this suspension."""
        if self.scope is Scope.ALL_BUT_EMERGENCY and precedence is Precedence.IMMEDIATE:
            return False
        return kind in SUSPENDED_KINDS[self.scope]


@dataclass(slots=True)
class Suspension:
    """What is suspended on a line."""

    held: dict[bool, Suspended] = field(default_factory=dict[bool, Suspended])
    "Ours under True, theirs under False; to be read only."
    closed: Ref | None = None
    "The entry that closed the line."
    _ended: set[Ref] = field(default_factory=set[Ref])

    def learn(self, item: Learnt) -> Said:
        """Take in an entry about suspension."""
        match item.body:
            case LineSuspend(statement=Statement() as statement) as body:
                return self._suspended(item, body, statement.officer)
            case LineRestore(statement=Statement() as statement) as body:
                return self._restored(item, body, statement.officer)
            case LineClose(statement=Statement() as statement) as body:
                return self._closed(item, body, statement.officer)
            case _:
                return []

    def suspend(self, body: LineSuspend, now: Instant) -> Draft:
        """Suspend, or change what is suspended. Raises LocalError."""
        if 0 < body.until <= now:
            text = f"until is {iso(Instant(body.until))}, which is past"
            raise LocalError(text, code="FB171", hint="give an instant to come, or none")
        return self._stated(Kind.LINE_SUSPEND, body)

    def restore(self, body: LineRestore) -> Draft:
        """Take back our own suspension. Raises LocalError."""
        if True not in self.held:
            who = (
                "the counterpart suspended it and only it can restore it"
                if self.held
                else "nothing is suspended"
            )
            raise LocalError(
                f"there is nothing of ours to restore: {who}", code="FB172", hint="see `line show`"
            )
        return self._stated(Kind.LINE_RESTORE, body)

    def close(self, body: LineClose) -> Draft:
        """End the line for good. Raises LocalError."""
        return self._stated(Kind.LINE_CLOSE, body)

    def under(self, kind: Kind, precedence: Precedence, now: Instant) -> tuple[Suspended, ...]:
        """The suspensions under which an entry is sent: what is shown beside it."""
        held = (each for _, each in sorted(self.held.items()))
        return tuple(each for each in held if each.holds(now) and each.covers(kind, precedence))

    def check(self, kind: Kind, precedence: Precedence, now: Instant) -> None:
        """Raise LocalError when nothing of this kind may be begun now. Flash always may."""
        self._check_open(kind)
        under = self.under(kind, precedence, now)
        if under and precedence is not Precedence.FLASH:
            who = "our side" if under[0].ours else "the counterpart"
            what = under[0].scope.name.lower().replace("_", " ")
            text = f"{who} has suspended {what} since {iso(under[0].since)}"
            contact = under[0].contact or "flash"
            raise LocalError(text, code="FB173", hint=f"what still passes: {contact}")

    def tick(self, now: Instant) -> Said:
        """Report suspensions that run out, each once."""
        ended = [each for each in self.held.values() if not each.holds(now) and each.entry not in self._ended]
        self._ended |= {each.entry for each in ended}
        return [SuspensionEnded(at=now, ours=each.ours, entry=each.entry) for each in ended]

    @property
    def deadline(self) -> Instant | None:
        """When the next suspension runs out."""
        due = (each.until for each in self.held.values() if each.until and each.entry not in self._ended)
        return min((Instant(each) for each in due), default=None)

    def _check_open(self, kind: Kind) -> None:
        if self.closed is not None and kind in OPENINGS:
            text = f"the line was closed by entry {self.closed}"
            raise LocalError(text, code="FB174", hint="open a new line with a new ceremony")

    def _stated(self, kind: Kind, body: LineSuspend | LineRestore | LineClose) -> Draft:
        if body.statement is None or body.statement.action is not body.ACTION:
            hint = "let the officer on watch sign it with their own key"
            raise LocalError("no officer has signed this", code="FB170", hint=hint)
        return Draft(kind=kind, body=body, precedence=Precedence.IMMEDIATE)

    def _suspended(self, item: Learnt, body: LineSuspend, officer: str) -> Said:
        suspended = Suspended(
            ours=item.ours,
            scope=body.scope,
            since=item.at,
            until=body.until,
            officer=officer,
            reason=body.reason,
            contact=body.contact,
            entry=item.ref,
        )
        self.held[item.ours] = suspended
        return [LineSuspended(at=item.at, ours=item.ours, body=body, officer=officer)]

    def _restored(self, item: Learnt, body: LineRestore, officer: str) -> Said:
        if self.held.pop(item.ours, None) is None:
            text = f"entry {item.ref} restores what its writer has not suspended"
            return [
                CheckDoubted(
                    at=item.at, finding=Finding(code="restore-nothing", text=text, entry=str(item.ref))
                )
            ]
        return [LineRestored(at=item.at, ours=item.ours, officer=officer, text=body.text)]

    def _closed(self, item: Learnt, body: LineClose, officer: str) -> Said:
        self.closed = self.closed or item.ref
        return [LineClosed(at=item.at, ours=item.ours, officer=officer, reason=body.reason)]
