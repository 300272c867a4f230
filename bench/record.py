"""Verifying the exported record of a line, offline, on one core. The record is made once and kept."""

import resource
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.desk import TEXT
from bench.figures import Figure, Goal
from bench.scale import Scale, progress
from bench.world import PASSPHRASE, World
from firebreak.app.exporting import write_line_bundle
from firebreak.app.lanes import LaneMaker, owed_drafts
from firebreak.config import LineConfig
from firebreak.core.base.cbor import Value
from firebreak.core.base.instants import Instant, Moment
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.effects import Effects
from firebreak.core.line.line import Line
from firebreak.core.message.bodies import Message
from firebreak.core.record.choice import Choice
from firebreak.core.record.compact import entry_value
from firebreak.core.record.frames import EntryFrame, HaveFrame, have_value
from firebreak.keyring.keys import SignerKeys
from firebreak.keyring.signer import InProcessSigner
from firebreak.ports import Kept
from firebreak.runtime.clocks import SystemClock
from firebreak.store.memory import MemoryStore
from firebreak.transport.kem import KemKey
from firebreak.verify import verify_bundle

STEP_MILLISECONDS: Final = 1_000  # of the made-up clock, from one message to the next


async def figures(scale: Scale) -> list[Figure]:
    """Signatures, chains, receipts, checkpoints and cards of both sides, as a stranger checks them."""
    file = bundle(scale, scale.entries)
    seconds: list[float] = []
    entries = 0
    for _ in scale.each_run("verify"):
        before = _cpu_seconds()
        with file.open("rb") as stream:
            report = verify_bundle(stream)
        assert report.ok, report.findings
        entries = sum(each.entries for each in report.parties)
        seconds.append(_cpu_seconds() - before)
    name = f"verify a record of {entries:,} entries, one core"
    return [Figure(name=name, values=tuple(seconds), unit="s", goal=Goal(must=15), note="processor time")]


def _cpu_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def bundle(scale: Scale, entries: int) -> Path:
    """The bundle of a record of so many entries, made with the first call and kept."""
    path = scale.cache / f"record-{entries}.fbundle"
    if not path.exists():
        _write(path, World(scale.folder).found(), entries)
    return path


@dataclass(slots=True)
class _End:
    """One side of the line without node and link: a line, a store in memory, and what is to be sent."""

    line: Line
    store: MemoryStore
    out: list[EntryFrame | HaveFrame] = field(default_factory=list[EntryFrame | HaveFrame])

    def do(self, effects: Effects) -> None:
        """Store, then have it sent."""
        self.store.append([Kept(each.entry, each.at) for each in effects.entries])
        self.out += (each for each in effects.frames if isinstance(each, EntryFrame | HaveFrame))


def _write(path: Path, world: World, entries: int) -> None:
    """A record of messages, each with its receipt, signed by real keys."""
    clock, north, south = SystemClock().read(), _end(world, "north"), _end(world, "south")
    for each in (north, south):
        each.do(each.line.greet(clock))
    while north.line.logs.ours.count + north.line.logs.theirs.count < entries:
        count = north.line.logs.ours.count
        if count % 1_000 == 0:
            progress(f"verify: making the record, {2 * count:,} of {entries:,} entries")
        clock = Moment(
            Instant(clock.wall + STEP_MILLISECONDS), clock.steady + STEP_MILLISECONDS, clock.uncertainty
        )
        if north.line.opened:
            body = Message(to=("duty",), from_desk="duty", text=TEXT)
            north.do(north.line.say(Draft(kind=Kind.MESSAGE, body=body), clock))
        _exchange(north, south, clock)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_line_bundle(world.ceremony("north"), north.store, path, choice=Choice(), made_at=clock.wall)


def _exchange(north: _End, south: _End, clock: Moment) -> None:
    for here, there in ((north, south), (south, north)):
        for _ in range(2):
            waiting, here.out = here.out, []
            there.do(there.line.receive([_value(each) for each in waiting], clock))
            there.do(there.line.tick(clock))


def _value(frame: EntryFrame | HaveFrame) -> list[Value]:
    value = have_value(frame) if isinstance(frame, HaveFrame) else entry_value(frame, b"")
    assert isinstance(value, list)
    return value


def _end(world: World, name: str) -> _End:
    house, store = world.houses[name], MemoryStore()
    environment = house.config.environment
    keys = SignerKeys.load(house.signer_keys, PASSPHRASE, environment=environment)
    config = LineConfig(world.other(name), checks_every_seconds=0)
    line = LaneMaker(house, store, InProcessSigner(keys, environment), KemKey.generate()).lane(config).line
    end, now = _End(line, store), SystemClock().read()
    end.do(line.start(now))
    for draft in owed_drafts(house, config, line):
        end.do(line.say(draft, now))
    return end
