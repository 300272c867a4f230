"""I9: what arrives with a valid signature is stored, and an officer can see it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from firebreak.core.base.events import Event
from firebreak.core.line.card_events import NotReleased
from firebreak.core.line.hearing import HOUSEKEEPING
from firebreak.sim.oracles.view import View
from firebreak.sim.violation import hold


@dataclass(slots=True)
class Heard:
    """What one process has been given and has not yet dealt with."""

    waiting: set[bytes] = field(default_factory=set[bytes])
    "In its mailbox."
    expected: set[bytes] = field(default_factory=set[bytes])
    "In the batch that it works on."
    news: int = 0
    "Events shown since the process last rested."
    excused: set[bytes] = field(default_factory=set[bytes])
    "Entries under a key that may be refused: another than the first of its party."
    unreleased: set[bytes] = field(default_factory=set[bytes])
    "Entries of the counterpart that two officers should have released."
    _known: int = 0

    def expect(self, entries: Iterable[bytes]) -> None:
        """Entries that came in full: nothing is needed to read them but the keys."""
        self.waiting.update(entries)

    def begin(self) -> None:
        """The process takes what is in its mailbox."""
        self.expected |= self.waiting
        self.waiting.clear()

    def told(self, event: Event) -> None:
        """A desk is told something."""
        self.news += 1
        if isinstance(event, NotReleased):
            hold("I14", event.ref.hash in self.unreleased, "flagged as not released, although it was")
            self.unreleased.discard(event.ref.hash)

    def check(self, view: View) -> None:
        """The process rests."""
        missing = [each for each in self.expected if each not in view.items and each not in self.excused]
        hold("I9", not missing, f"{len(missing)} signed entries came and were not stored")
        fresh = list(view.items.values())[self._known :] if self._known else []
        theirs = [each for each in fresh if not each.ours and each.header.kind not in HOUSEKEEPING]
        hold("I9", not theirs or self.news > 0, f"kind {theirs[0].header.kind if theirs else 0} came unseen")
        hold("I14", not self.unreleased, "what two officers should have released came and was not flagged")
        self.expected.clear()
        self.news, self._known = 0, len(view.items)
