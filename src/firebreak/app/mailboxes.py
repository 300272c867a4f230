"""The mailboxes of our lines at the agreed witnesses: what is left there, and what is fetched.

While the counterpart cannot be reached, what it has not receipted is left at every witness that both sides
agreed and that keeps mailboxes; its node fetches it from any of them, as ours does. Both go on for each
witness by itself, so that one that is down or slow holds up no other. What is fetched enters the line as if a
link had brought it: verified, stored, shown once. Nothing here is needed for the line to work.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.app.asking_mailbox import Desk
from firebreak.app.handed import Done, are_done, entry_in, is_kept
from firebreak.app.leaving import Left, due, packed
from firebreak.app.links import Lane, Report
from firebreak.app.stamps import counting
from firebreak.config import WitnessConfig
from firebreak.core.base.errors import CounterpartError, FirebreakError
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.padding import Padding
from firebreak.core.line.events import FrameRefused
from firebreak.core.line.line import Line
from firebreak.core.record.attested import trusted
from firebreak.core.record.collecting import TrustedWitness
from firebreak.core.record.deposits import Deposited, mailbox
from firebreak.core.record.frames import unpack
from firebreak.ports import LinkDown
from firebreak.runtime.pump import Pump
from firebreak.transport.backoff import Backoff
from firebreak.transport.deposit import opened, sealed
from firebreak.transport.kem import KemKey
from firebreak.transport.packets import direction
from firebreak.transport.sealing import EPOCH, Way

LOOK_SECONDS: Final = 0.5
FETCH_CUT_SECONDS: Final = 20.0  # while no link is up: a call rings within its time
FETCH_UP_SECONDS: Final = 300.0  # the duty to ask that makes a silence say something
FENCE_SECONDS: Final = 10.0
ROUND_SECONDS: Final = 0.25  # between two answers of a witness that always has more


@dataclass(slots=True)
class Box:
    """One line's two mailboxes at one witness."""

    desk: Desk
    left: Left = field(default_factory=Left)
    held: int = 0
    "Number of the newest deposit there that we hold, with all before it."
    done: Done = field(default_factory=Done)
    fetched_at: Instant | None = None
    reasons: dict[str, str] = field(default_factory=dict[str, str])
    "Why the last deposit or fetch failed."
    tasks: "list[asyncio.Task[None]]" = field(default_factory=list)

    def value(self) -> dict[str, Any]:
        """For people and programs."""
        return {
            "left": len(self.left.packets),
            "fetched_at": self.fetched_at,
            "reason": "; ".join(self.reasons.values()),
        }


@dataclass(slots=True)
class Mailboxes:
    """All mailboxes of a node."""

    lanes: Mapping[str, Lane]
    configs: Sequence[WitnessConfig]
    pump: Pump
    kems: Sequence[KemKey] = field(repr=False)
    "Of our card, and of the next one while it waits: what is left for us is sealed to one of them."
    report: Report
    waits: Callable[[], bool] = lambda: False
    "Whether keys wait that this process may lack: then what does not open is kept at the witness."
    fetch_seconds: float = FETCH_CUT_SECONDS
    boxes: dict[str, dict[str, Box]] = field(default_factory=dict[str, dict[str, Box]])
    "By line and name of the witness."

    async def run(self) -> None:
        """Until cancelled."""
        if self.configs:
            await asyncio.gather(*(self._keep(name, lane) for name, lane in self.lanes.items()))

    def value(self, name: str, witness: str) -> dict[str, Any] | None:
        """How a mailbox stands; None where the witness keeps none for this line."""
        box = self.boxes.get(name, {}).get(witness)
        return None if box is None else box.value()

    async def _keep(self, name: str, lane: Lane) -> None:
        """Have a depositing and a fetching task for each agreed witness, and for no other."""
        try:
            while True:
                self._follow(name, lane)
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            for each in self.boxes.get(name, {}).values():
                _stop(each)

    def _follow(self, name: str, lane: Lane) -> None:
        urls = {each.name: each.url for each in self.configs}
        wanted = {each.name: each for each in trusted(counting(lane.line)) if each.name in urls}
        boxes = self.boxes.setdefault(name, {})
        for known in [each for each in boxes if wanted.get(each) != boxes[each].desk.witness]:
            _stop(boxes.pop(known))
        for witness in wanted.values():
            if witness.name not in boxes:
                box = boxes[witness.name] = Box(self._desk(lane, witness, urls[witness.name]))
                box.tasks = [
                    asyncio.create_task(self._leaving(name, lane, box)),
                    asyncio.create_task(self._fetching(name, lane, box)),
                ]

    def _desk(self, lane: Lane, witness: TrustedWitness, url: str) -> Desk:
        environment = lane.line.identity.environment
        return Desk(
            url,
            witness,
            environment,
            lambda purpose, payload: lane.signer.sign_session(purpose, environment, payload),
            lambda: self.pump.clock.read().wall,
        )

    async def _leaving(self, name: str, lane: Lane, box: Box) -> None:
        backoff = Backoff()
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            if await self._tried(name, box, "deposit", self._leave(lane, box)):
                backoff.worked()
            else:
                await asyncio.sleep(backoff.next_seconds())

    async def _leave(self, lane: Lane, box: Box) -> None:
        line, theirs = lane.line, lane.theirs
        owed = line.memory.unreceipted
        box.left.sealed_to(theirs.kem_key)
        box.left.forget(owed)
        now = line.time.at(self.pump.clock.read())
        found, frames = packed(
            self.pump.store, line.identity.line, due(owed, box.left, cut=lane.up == 0, now=now)
        )
        if found:
            packet = self._sealed(lane, frames, now)
            entries = tuple(each.entry.hash for each in found)
            to_them = mailbox(line.identity.line, line.identity.theirs.party)
            record = await box.desk.deposit(to_them, packet, entries)
            box.left.note(entries, Instant(record.at))

    def _sealed(self, lane: Lane, frames: bytes, now: Instant) -> bytes:
        identity, environment = lane.line.identity, lane.line.identity.environment
        way = Way(
            identity.line,
            environment,
            direction(identity.ours.party, identity.theirs.party),
            lane.line.writer.segment,
        )
        return sealed(
            frames,
            way,
            lane.theirs.kem_key,
            lambda payload: lane.signer.sign_session(EPOCH, environment, payload),
            now,
            Padding.STANDARD,
        )

    async def _fetching(self, name: str, lane: Lane, box: Box) -> None:
        backoff, loop = Backoff(), asyncio.get_running_loop()
        while True:
            if not await self._tried(name, box, "fetch", self._fetch(name, lane, box)):
                await asyncio.sleep(backoff.next_seconds())
                continue
            backoff.worked()
            asked = loop.time()
            while loop.time() < asked + (FETCH_UP_SECONDS if lane.up else self.fetch_seconds):  # noqa: ASYNC110
                await asyncio.sleep(
                    LOOK_SECONDS
                )  # a link may go down meanwhile, and nothing tells of it here

    async def _fetch(self, name: str, lane: Lane, box: Box) -> None:
        """Take in what lies there, and say that we hold it once it is durable."""
        line = lane.line
        to_us = mailbox(line.identity.line, line.identity.ours.party)
        while True:
            fetched = await box.desk.fetch(to_us, box.held)
            box.fetched_at = Instant(fetched.record.at)
            if not fetched.handed:
                return
            new, aside = box.done.new(fetched.handed), line.intake.aside
            taken = [self._take(name, lane, each) for each in new]
            entries = [entry for each in taken for entry in each or ()]
            if None in taken and self.waits():
                return  # it may be sealed to the key that waits
            if not line.opened:
                return  # it is handed out again; before our segment is open nothing tells that it is stored
            if not await self._are_done(name, entries, aside):
                return  # the line lets something wait: it is asked for again later
            box.done.note(new)
            box.held = fetched.handed[-1].number
            await asyncio.sleep(ROUND_SECONDS)

    async def _are_done(self, name: str, entries: Sequence[Entry], aside: int) -> bool:
        """Whether the line has taken in all of them, once that is durable."""
        done = list[bool]()

        def look(line: Line, _at: Instant) -> None:
            done.append(are_done(line, entries, aside))

        async with asyncio.timeout(FENCE_SECONDS):
            await self.pump.ask(name, look)
        return all(done)

    def _take(self, name: str, lane: Lane, deposited: Deposited) -> list[Entry] | None:
        """Open a packet and hand what is new in it to the line, as a link does; the entries in it.

        None when it does not open.
        """
        if deposited.packet is None:
            return []
        identity = lane.line.identity
        try:
            frames = opened(
                deposited.packet,
                identity.line,
                identity.environment,
                direction(identity.theirs.party, identity.ours.party),
                self.kems,
                lane.greeting_keys,
            )
            found = [(each, entry_in(each)) for each in unpack(frames)]
            new = [each for each, entry in found if entry is None or not is_kept(lane.line, entry)]
            if new:
                self.pump.arrived(name, new)
            return [entry for _, entry in found if entry is not None]
        except CounterpartError as error:
            at = lane.line.time.at(self.pump.clock.read())
            self.pump.show(name, FrameRefused(at=at, code=error.code, text=error.text))
            return None

    async def _tried(self, name: str, box: Box, what: str, work: "Coroutine[Any, Any, None]") -> bool:
        """Whether it worked; why not is said once for each new reason."""
        try:
            await work
        except (LinkDown, FirebreakError, TimeoutError) as error:
            reason = f"{what}: {error}"
            if box.reasons.get(what) != reason:
                box.reasons[what] = reason
                self.report(name, f"mailbox at {box.desk.witness.name}: {reason}")
            return False
        box.reasons.pop(what, None)
        return True


def _stop(box: Box) -> None:
    for each in box.tasks:
        each.cancel()
