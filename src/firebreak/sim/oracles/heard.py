"""I9: what arrives with a valid signature is stored, and an officer can see it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from firebreak.core.base.events import Event
from firebreak.core.call.bodies import CallGlare
from firebreak.core.call.events import CallBackAsked, Why
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.line.card_events import NotReleased
from firebreak.sim.oracles.spec import HOUSEKEEPING
from firebreak.sim.oracles.view import Item, View, call_of
from firebreak.sim.violation import hold


@dataclass(slots=True)
class Heard:
    """What one process has been given and has not yet dealt with."""

    waiting: set[bytes] = field(default_factory=set[bytes])
    "In its mailbox."
    expected: set[bytes] = field(default_factory=set[bytes])
    "In the batch that it works on."
    named: set[bytes] = field(default_factory=set[bytes])
    "Entries that an event has named since the process last rested."
    calls: set[bytes] = field(default_factory=set[bytes])
    "Calls that an event was about since then."
    kept: set[bytes] = field(default_factory=set[bytes])
    "Calls for which another was given up as glare, and which somebody was asked to place again."
    others: int = 0
    "How many other events there were."
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
        refs = (getattr(event, name, None) for name in ("ref", "by"))
        named = {each.hash for each in refs if isinstance(each, Ref)}
        call: object = getattr(event, "call", None)
        self.named |= named
        if isinstance(event, CallBackAsked) and event.why is Why.GLARE:
            self.kept.add(event.call)
        if isinstance(call, bytes):
            self.calls.add(call)
        elif not named:
            self.others += 1
        if isinstance(event, NotReleased):
            hold("I14", event.ref.hash in self.unreleased, "flagged as not released, although it was")
            self.unreleased.discard(event.ref.hash)

    def check(self, view: View) -> None:
        """The process rests."""
        missing = [each for each in self.expected if each not in view.items and each not in self.excused]
        hold("I9", not missing, f"{len(missing)} signed entries came and were not stored")
        self._check_shown(list(view.items.values())[self._known :] if self._known else [])
        hold("I14", not self.unreleased, "what two officers should have released came and was not flagged")
        self.expected.clear()
        self.named.clear()
        self.calls.clear()
        self.kept.clear()
        self.others, self._known = 0, len(view.items)

    def _check_shown(self, fresh: Iterable[Item]) -> None:
        """Each entry by the event that names it or its call; what is told in other words, by their number."""
        theirs = [each for each in fresh if not each.ours and each.header.kind not in HOUSEKEEPING]
        rest = [each for each in theirs if each.hash not in self.named]
        own = (each for each in rest if each.header.kind == Kind.MESSAGE or each.body is None)
        unseen = next((each for each in own if not each.void), None)
        hold("I9", unseen is None, f"kind {unseen.header.kind if unseen else 0} came unseen")
        others = [each for each in rest if not each.void and not self._is_told(each)]
        kinds = sorted({each.header.kind for each in others})
        hold(
            "I9", len(others) <= self.others, f"{len(others)} entries of kinds {kinds}, {self.others} events"
        )

    def _is_told(self, item: Item) -> bool:
        """By an event about its call. A glare is about the call that it keeps, too."""
        kept = item.body.kept if isinstance(item.body, CallGlare) else None
        return call_of(item) in self.calls or kept in self.kept
