"""Two sides that check one line, on a wire of lists."""

from dataclasses import dataclass, field

from firebreak.core.base.dice import Dice
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.learnt import Draft
from firebreak.core.linecheck.calendar import CheckCalendar
from firebreak.core.linecheck.checks import LineChecks
from tests.core.learning import Record

T = 1_650_000_000_000
"15 April 2022, 05:20 UTC: a slot of the five-minute grid."


@dataclass
class Side:
    """One end, with its own record of both logs."""

    checks: LineChecks
    heard: list[Event] = field(default_factory=list[Event])
    outbox: list[Draft] = field(default_factory=list[Draft])

    def names(self) -> list[str]:
        """The events heard so far; forgets them."""
        heard, self.heard = self.heard, []
        return [type(each).__name__ for each in heard if type(each).__name__ != "StatusChanged"]


class Pair:
    """North, the calendar's first party, and South."""

    def __init__(self, calendar: CheckCalendar | None = None, *, connected: bool = True) -> None:
        plan = calendar or CheckCalendar()
        self.now = Instant(T - 1_000)
        self.connected = connected
        self.wire: list[tuple[Side, Draft]] = []
        self.record = Record()
        self.north = Side(LineChecks(plan, Dice(b"n" * 32), first=True))
        self.south = Side(LineChecks(plan, Dice(b"s" * 32), first=False))

    def other(self, side: Side) -> Side:
        return self.south if side is self.north else self.north

    def sign(self, side: Side, draft: Draft) -> None:
        """The side writes an entry, and the other learns it when the link is up."""
        sides = [(side, True)] + ([(self.other(side), False)] if self.connected else [])
        for each, ours in sides:
            self.take(each, each.checks.learn(self.record.write(draft, at=self.now, ours=ours)))

    def take(self, side: Side, said: list[Draft | Event]) -> None:
        for each in said:
            if isinstance(each, Draft):
                self.sign(side, each)
            else:
                side.heard.append(each)

    def run(self, until: int) -> None:
        """Let time pass, stopping at every deadline."""
        while True:
            due = [side.checks.deadline for side in (self.north, self.south)]
            first = min(each for each in due if each is not None)
            if first > until:
                self.now = Instant(until)
                return
            self.now = Instant(max(first, self.now))
            for side in (self.north, self.south):
                self.take(side, side.checks.tick(self.now))
