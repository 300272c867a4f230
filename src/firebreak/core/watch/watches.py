"""The machine of watches: who holds which desk on each side.

    unattended --take--> held --hand over with relief--> held --hand over without--> unattended

A held desk can be taken without a handover, since a flash must never wait for somebody who is not there;
that it was taken so is reported. What is open at a desk, the line knows; while something is, its watch is
not handed over.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import Finding, LocalError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.watch.bodies import WatchHandOver, WatchTake
from firebreak.core.watch.events import WatchDoubted, WatchEnded, WatchHandedOver, WatchTaken

DESKS_MAX: Final = 256  # desks of one side; beyond it a watch is in the record and not in the table

Said = list[Draft | Event]
OpenItems = Callable[[str], Sequence[str]]
"What keeps the watch of a desk from being handed over, in words: an unread flash, a call that goes on."


def nothing_open(desk: str) -> Sequence[str]:
    """For lines that know of nothing that could be open."""
    return ()


@dataclass(frozen=True, slots=True)
class Watch:
    """One officer holding one desk."""

    desk: str
    officer: str
    role: str
    languages: tuple[str, ...]
    since: Instant
    entry: Ref


@dataclass(slots=True)
class Watches:
    """The watches of both sides."""

    open_items: OpenItems = nothing_open
    held: dict[tuple[bool, str], Watch] = field(default_factory=dict[tuple[bool, str], Watch])
    "By (ours, desk); to be read only."

    def attended(self, desk: str, *, ours: bool = True) -> bool:
        """Whether somebody holds the desk."""
        return (ours, desk) in self.held

    def watch(self, desk: str, *, ours: bool = True) -> Watch | None:
        """Who holds the desk."""
        return self.held.get((ours, desk))

    def desks(self, *, ours: bool) -> tuple[Watch, ...]:
        """All watches of one side, by desk."""
        return tuple(watch for key, watch in sorted(self.held.items()) if key[0] == ours)

    def take(self, body: WatchTake) -> Draft:
        """Take a desk. Raises LocalError."""
        officer = _signed(body.statement, Action.TAKE_WATCH)
        held = self.watch(body.desk)
        same = held is not None and (held.officer, held.role, held.languages) == (
            officer,
            body.role,
            body.languages,
        )
        if same:
            raise LocalError(
                f"{officer} holds {body.desk} already", code="FB177", hint="nothing needs to be done"
            )
        return Draft(kind=Kind.WATCH_TAKE, body=body, precedence=Precedence.PRIORITY)

    def hand_over(self, body: WatchHandOver) -> Draft:
        """Pass a desk on, or leave it. Raises LocalError while something is open there."""
        off_going = _signed(body.statement, Action.HAND_OVER)
        on_coming = "" if body.relief is None else _signed(body.relief, Action.TAKE_WATCH)
        held = self.watch(body.desk)
        if held is None or held.officer != off_going:
            holder = "nobody" if held is None else held.officer
            text = f"{off_going} does not hold {body.desk}; {holder} does"
            raise LocalError(
                text, code="FB176", hint="the one on watch hands over, or the relief takes the desk"
            )
        if on_coming == off_going:
            raise LocalError(
                f"{off_going} cannot be their own relief", code="FB176", hint="another officer must sign"
            )
        self._check_items(body.desk)
        return Draft(kind=Kind.WATCH_HAND_OVER, body=body, precedence=Precedence.PRIORITY)

    def _check_items(self, desk: str) -> None:
        items = self.open_items(desk)
        if items:
            text = f"the watch of {desk} cannot be handed over: {'; '.join(items)}"
            raise LocalError(text, code="FB175", hint="close these first, or let the relief take part")

    def learn(self, item: Learnt) -> Said:
        """Take in an entry about watches."""
        if item.header.kind == Kind.WATCH_TAKE and isinstance(item.body, WatchTake):
            return self._taken(item, item.body)
        if item.header.kind == Kind.WATCH_HAND_OVER and isinstance(item.body, WatchHandOver):
            return self._handed_over(item, item.body)
        return []

    def _taken(self, item: Learnt, body: WatchTake) -> Said:
        if body.statement is None:
            return [_doubt(item, "watch-unsigned", f"entry {item.ref} takes a watch that no officer signed")]
        before = self.held.get((item.ours, body.desk))
        if not self._hold(item, body, body.statement.officer):
            return [_doubt(item, "watch-many", f"entry {item.ref} takes one desk too many")]
        officer = body.statement.officer
        taken = WatchTaken(
            at=item.at,
            ours=item.ours,
            desk=body.desk,
            officer=officer,
            role=body.role,
            languages=body.languages,
            before="" if before is None or before.officer == officer else before.officer,
        )
        return [taken]

    def _handed_over(self, item: Learnt, body: WatchHandOver) -> Said:
        held = self.held.get((item.ours, body.desk))
        if body.statement is None or held is None or held.officer != body.statement.officer:
            text = f"entry {item.ref} hands over the watch of a desk that its officer does not hold"
            return [_doubt(item, "watch-not-held", text)]
        if body.relief is not None and body.relief.officer == held.officer:
            text = f"entry {item.ref} names the officer who leaves as the relief"
            return [_doubt(item, "watch-own-relief", text)]
        if body.relief is None:
            del self.held[item.ours, body.desk]
            return [WatchEnded(at=item.at, ours=item.ours, desk=body.desk, officer=held.officer)]
        self._hold(item, body, body.relief.officer)
        handed = WatchHandedOver(
            at=item.at,
            ours=item.ours,
            desk=body.desk,
            off_going=held.officer,
            on_coming=body.relief.officer,
            role=body.role,
            languages=body.languages,
        )
        return [handed]

    def _hold(self, item: Learnt, body: WatchTake | WatchHandOver, officer: str) -> bool:
        key = (item.ours, body.desk)
        if key not in self.held and sum(ours == item.ours for ours, _ in self.held) >= DESKS_MAX:
            return False
        self.held[key] = Watch(body.desk, officer, body.role, body.languages, item.at, item.ref)
        return True


def _signed(statement: Statement | None, action: Action) -> str:
    """The officer of a statement. Raises LocalError when there is none for this action."""
    if statement is None or statement.action is not action:
        hint = "let the officer sign it with their own key"
        raise LocalError(f"no officer has signed: {action.name.lower()}", code="FB178", hint=hint)
    return statement.officer


def _doubt(item: Learnt, code: str, text: str) -> WatchDoubted:
    return WatchDoubted(at=item.at, finding=Finding(code=code, text=text, entry=str(item.ref)))
