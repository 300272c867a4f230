"""I6 and I15 at the desk: each thing is shown once, and no officer's word that was not given."""

from collections import Counter
from dataclasses import dataclass, fields
from typing import Final

from firebreak.core.base.events import Event
from firebreak.core.call.events import (
    Answered,
    CallEvent,
    Declined,
    Glared,
    NotReached,
    OutcomeCorrected,
    Rang,
    RangOut,
    WasBusy,
    WasUnattended,
    Withdrawn,
)
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.line.events import OwnEntryFailed
from firebreak.core.linecheck.events import LineRestored, LineSuspended
from firebreak.core.message.events import MessageArrived, MessageSent, Overdue, PersonStated
from firebreak.core.watch.events import WatchTaken
from firebreak.sim.oracles.view import View
from firebreak.sim.violation import hold

ENDINGS: Final = (Answered, Declined, WasBusy, RangOut, WasUnattended, Withdrawn, NotReached, Glared, Rang)
COMMON: Final = frozenset(each.name for each in fields(CallEvent))
PERSONAL: Final[dict[type[Event], Kind]] = {
    Answered: Kind.CALL_ANSWER,
    Declined: Kind.CALL_DECLINE,
    WasBusy: Kind.CALL_BUSY,
    WatchTaken: Kind.WATCH_TAKE,
    LineSuspended: Kind.LINE_SUSPEND,
    LineRestored: Kind.LINE_RESTORE,
}
"Events that say what an officer did, and the kind of entry in which the officer says so."


@dataclass(slots=True)
class Shown:
    """Counts over all processes of one disk; an alarm may sound again after a restart that lost it."""

    counts: Counter[tuple[object, ...]]
    disk: tuple[str, int]
    process: int
    damaged: bool = False
    "Whether a side may have spoken twice of a call: a disk has forgotten something, or a party ran twice."

    def check(self, view: View, event: Event) -> None:
        """One event is shown."""
        failed = isinstance(event, OwnEntryFailed) and not (
            event.code == "FB433" and view.standing.revoked[True]
        )
        hold("I6", not failed, f"could not sign: {event}")
        if isinstance(event, MessageArrived | MessageSent):
            hold("I4", event.ref.hash in view.items, "a message is shown that is not stored")
            self._once("message", event.ref.hash)
            shown = event.message is None or event.message == view.items[event.ref.hash].body
            hold("I9", shown, "a message is shown with other words than were signed")
        elif isinstance(event, Overdue):
            self._once("alarm", self.process, event.entry, event.level)
        elif isinstance(event, ENDINGS):
            self._ended(event)
        elif isinstance(event, OutcomeCorrected):
            self._corrected(event)
        elif isinstance(event, PersonStated):
            item = view.items.get(event.by.hash)
            hold("I15", item is not None and item.counts, "a person's receipt without the person's word")
        self._personal(view, event)

    def _personal(self, view: View, event: Event) -> None:
        kind = PERSONAL.get(type(event))
        if kind is not None:
            officer: object = getattr(event, "officer", "")
            given = any(each.counts and _officer(each.body) == officer for each in view.of_kind(kind))
            hold("I15", given, f"{type(event).__name__} by {officer}, who never said so")
            if kind in (Kind.WATCH_TAKE, Kind.LINE_SUSPEND):
                words = sum(1 for each in view.of_kind(kind) if each.counts)
                self.counts[(self.disk, kind)] += 1
                hold(
                    "I15",
                    self.counts[self.disk, kind] <= words,
                    f"{type(event).__name__} without a word of its own",
                )

    def _ended(self, event: CallEvent) -> None:
        """Once; when a side has spoken twice, once in the same words, and never twice that it rang."""
        call = (type(event).__name__, event.call, event.ours)
        if isinstance(event, Rang) or not self.damaged:
            self._once(*call)
        else:
            own = {each.name for each in fields(event)} - COMMON
            self._once(*call, *(getattr(event, each) for each in sorted(own)))

    def _corrected(self, event: OutcomeCorrected) -> None:
        """What had counted and does no longer may count again, and is told again."""
        for key in [
            key for key in self.counts if key[0] == self.disk and key[2:4] == (event.call, event.ours)
        ]:
            if key[1] != Rang.__name__:
                del self.counts[key]

    def _once(self, *what: object) -> None:
        key = (self.disk, *what)
        self.counts[key] += 1
        hold("I6", self.counts[key] == 1, f"{what[0]} is shown twice")


def _officer(body: object) -> str:
    statement = body.statement if isinstance(body, StatedBody) else None
    return "" if statement is None else statement.officer
