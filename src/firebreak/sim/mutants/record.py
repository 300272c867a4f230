"""Faults of the record: what is signed, stored, sent and given back."""

# pyright: basic, reportPrivateUsage=false
# A mutant reaches inside on purpose.

from dataclasses import replace
from typing import Any, Final

from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import NOWHERE, Ref
from firebreak.core.line.hearing import Hearing
from firebreak.core.line.memory import Memory
from firebreak.core.line.opening import Opening
from firebreak.core.line.reader import Reader
from firebreak.core.line.receipting import Receipting
from firebreak.core.line.restoring import Restoring
from firebreak.core.line.timing import LineTime
from firebreak.core.line.writer import Writer
from firebreak.core.record.interlock import Interlock
from firebreak.core.record.log import Log
from firebreak.core.record.segment import Place
from firebreak.runtime.pump import Pump
from firebreak.sim.mutants.hunting import Mutant, always


def _same_segment(old: Any) -> Any:
    def init(self: Writer) -> None:
        old(self)
        self.segment = self.identity.ours.writer

    return init


def _sent_first(old: Any) -> Any:
    async def keep(self: Pump, works: Any) -> None:
        for line, work in works.items():
            self._send(line, replace(work, greeted=[]))
            work.effects.frames = []
        await old(self, works)

    return keep


def _stores_its_own_only(old: Any) -> Any:
    async def keep(self: Pump, works: Any) -> None:
        for name, work in works.items():
            ours = self.lines[name].identity.ours.writer
            work.effects.entries = [each for each in work.effects.entries if each.entry.header.writer == ours]
        await old(self, works)

    return keep


def _goes_on(old: Any) -> Any:
    async def keep(self: Pump, works: Any) -> None:
        try:
            await old(self, works)
        except Exception:  # noqa: BLE001
            return

    return keep


def _no_duplicates(old: Any) -> Any:
    return lambda self, header, hash: Place.NEXT if (p := old(self, header, hash)) is Place.HELD else p


def _own_only(old: Any) -> Any:
    return lambda self, frame: [e for e in old(self, frame) if e.writer == self.ours.writer]


def _tip_of_any(old: Any) -> Any:
    def add(self: Log, header: Any, hash: bytes) -> Place:
        place = old(self, header, hash)
        if place is not Place.HELD:
            self.tip = Ref(header.segment, header.seq, hash)
        return place

    return add


def _starts_anew(old: Any) -> Any:
    return lambda self, prev: old(self, NOWHERE)


def _no_second(old: Any) -> Any:
    return lambda self, entry, step: []


def _signs_at_once(old: Any) -> Any:
    return lambda self, at, expected: True


def _never_lazy(old: Any) -> Any:
    def held(self: Receipting, item: Any, place: Any) -> None:
        old(self, item, place)
        self.due = False

    return held


def _forgets_singles(old: Any) -> Any:
    return lambda self: []


def _memory_enters_late(old: Any) -> Any:
    def enter(self: Memory, entry: Any, body: Any, at: Instant) -> Any:
        theirs = entry.header.writer == self.identity.theirs.writer
        return old(self, entry, body, Instant(entry.header.time.lo) if theirs else at)

    return enter


def _stored_by_their_clock(old: Any) -> Any:
    def entry(self: Hearing, each: Any, step: Any) -> None:
        theirs = each.header.writer == self.memory.identity.theirs.writer
        old(self, each, replace(step, at=Instant(each.header.time.lo)) if theirs else step)

    return entry


def _time_goes_back(old: Any) -> Any:
    def span(self: LineTime, now: Any) -> Any:
        self._last_lo = 0
        return old(self, now)

    return span


def _wall_time(old: Any) -> Any:
    return lambda self, now: now.wall


def _reads_any(old: Any) -> Any:
    def read(self: Reader, frame: Any) -> Any:
        from firebreak.core.record.compact import read_entry_frame

        return read_entry_frame(frame, self)

    return read


def _tells_of_the_first(old: Any) -> Any:
    def act(self: Hearing, entered: Any, entry: Any, *rest: Any) -> None:
        step = rest[-1]
        told = len(step.effects.events)
        old(self, entered, entry, *rest)
        if told and not entered.item.ours:
            del step.effects.events[told:]

    return act


def _takes_nothing_back(old: Any) -> Any:
    return lambda self, each, step: None if self.memory.is_ours(each) else old(self, each, step)


RECORD: Final = (
    Mutant("segment reused after restart", Writer, "__post_init__", _same_segment, ("a routine message",)),
    Mutant("sent before sync", Pump, "_keep", _sent_first, ("a routine message",)),
    Mutant("receipt before sync", Pump, "_keep", _stores_its_own_only, ("a routine message",)),
    Mutant("goes on after a failed write", Pump, "_keep", _goes_on, ("a write that fails",)),
    Mutant("no duplicate check", Log, "place_of", _no_duplicates, ("a routine message",)),
    Mutant("no give-back", Interlock, "lacking", _own_only, ("a backup brought back",)),
    Mutant("adopts nothing", Restoring, "adopt", always([]), ("a backup brought back",)),
    Mutant(
        "orphans dropped",
        Hearing,
        "_entry",
        _takes_nothing_back,
        ("a backup brought back",),
    ),
    Mutant("orphans not written down", Interlock, "orphans", always([]), ("a backup brought back",)),
    Mutant("seen across a gap", Log, "add", _tip_of_any, ("a routine message",)),
    Mutant("segment begins at nothing", Writer, "continue_from", _starts_anew, ("a backup brought back",)),
    Mutant("equivocation ignored", Hearing, "_contradicted", _no_second, ("two messages under one number",)),
    Mutant("signs before it has listened", Opening, "may_open", _signs_at_once, ("a disk lost",)),
    Mutant("one of a batch is shown", Hearing, "_act", _tells_of_the_first, ("a path that loses a packet",)),
    Mutant(
        "no receipt for single entries",
        Receipting,
        "_names",
        _forgets_singles,
        ("two messages under one number",),
    ),
    Mutant("receipts forgotten", Receipting, "held", _never_lazy, ("a priority message both ways",)),
    Mutant(
        "clock of the counterpart used", Hearing, "_entry", _stored_by_their_clock, ("a routine message",)
    ),
    Mutant("clock of the counterpart learnt", Memory, "enter", _memory_enters_late, ("a routine message",)),
    Mutant(
        "lower time decreases", LineTime, "span", _time_goes_back, ("a clock set back while the node runs",)
    ),
    Mutant("line time is wall time", LineTime, "at", _wall_time, ("a clock that jumps ahead",)),
    Mutant("wrong environment accepted", Reader, "read", _reads_any, ("a message for another line",)),
    Mutant("signature not checked", Reader, "verify", always(None), ("a message for another line",)),
)
