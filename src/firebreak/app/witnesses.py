"""Sending our checkpoints to the agreed witnesses, and writing down what they stamp.

For each line the newest checkpoint of our own log goes to every witness that we can reach and that the
agreement names. Their lines are verified and signed into our log as `witness.stamp`; the next checkpoint
replaces one that not all have stamped. Nothing waits for a witness: one that is silent is asked again, with
growing pauses, and said to be silent.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.app.asking_witness import Asking, Refusal, ask_for_stamp
from firebreak.app.links import Lane, Report
from firebreak.app.stamps import counting, is_unproved, rate_calls, stamp_lines
from firebreak.config import WitnessConfig
from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.line import Line
from firebreak.core.line.witnessing import WitnessAnswered, WitnessContradicts, WitnessSilent
from firebreak.core.record.bodies import STAMP_LINES_BYTES_MAX, Named, StampBody
from firebreak.core.record.quorum import AgreedWitness
from firebreak.ports import LinkDown
from firebreak.runtime.pump import Pump

LOOK_SECONDS: Final = 1.0  # between two looks at whether there is a new checkpoint
FIRST_PAUSE: Final = 2.0
SUM_UP_SECONDS: Final = 60.0  # between two checkpoints that a call asks for
LONGEST_PAUSE: Final = 600.0  # a witness that is back is asked within ten minutes, without a new checkpoint


@dataclass(slots=True)
class WitnessState:
    """How one witness stands to one line."""

    witness: AgreedWitness
    url: str
    size: int = 0
    "Of the newest tree of ours that it stamped, as far as we know."
    stamped_at: Instant | None = None
    "By its clock."
    silent_since: Instant | None = None
    reason: str = ""
    contradicts: int | None = None
    "The size it holds, when that is beyond ours."
    done: Ref | None = None
    "The checkpoint that it stamped last, or will not stamp."
    asked: Ref | None = None
    pause: float = FIRST_PAUSE
    again_at: float = 0.0
    "By the loop's clock."

    def value(self) -> dict[str, Any]:
        """For people and programs."""
        return {
            "witness": self.witness.name,
            "operator": self.witness.operator,
            "stamped_at": self.stamped_at,
            "size": self.size,
            "silent_since": self.silent_since,
            "reason": self.reason,
            "contradicts": self.contradicts,
        }

    def due(self, checkpoint: Ref, now: float) -> bool:
        """Whether to ask it now."""
        return self.done != checkpoint and (self.asked != checkpoint or now >= self.again_at)


Show = Callable[[str, Event], None]


@dataclass(slots=True)
class Witnesses:
    """All witnesses of all lines of a node."""

    lanes: Mapping[str, Lane]
    configs: Sequence[WitnessConfig]
    pump: Pump
    report: Report
    states: dict[str, dict[str, WitnessState]] = field(default_factory=dict[str, dict[str, WitnessState]])
    "By line and name of the witness."
    mailbox: Callable[[str, str], dict[str, Any] | None] = lambda _line, _witness: None
    "How the mailbox of a line at a witness stands."
    _summed: dict[str, float] = field(default_factory=dict[str, float])
    "When a checkpoint was last written because of a call, by the loop's clock."
    _rated: dict[str, int] = field(default_factory=dict[str, int])
    "How many stamps of a line's two logs the calls were last held against."

    async def run(self) -> None:
        """Until cancelled. Each line goes its own way: one that waits for a witness holds up no other."""
        if self.configs:
            await asyncio.gather(*(self._follow(name, lane) for name, lane in self.lanes.items()))

    async def _follow(self, name: str, lane: Lane) -> None:
        line = lane.line
        while True:
            if line.opened:
                await self._sum_up(name, lane)
                await self.look(name, line)
            self._rate(name, line)
            await asyncio.sleep(LOOK_SECONDS)

    async def _sum_up(self, name: str, lane: Lane) -> None:
        """Write a checkpoint for a call that does not get through: that it existed can be proved."""
        line, now = lane.line, asyncio.get_running_loop().time()
        if now - self._summed.get(name, -SUM_UP_SECONDS) < SUM_UP_SECONDS:
            return
        if is_unproved(line, self._now(line), cut=lane.up == 0) and line.memory.restoring.whole:
            self._summed[name] = now
            try:
                await self.pump.ask(name, lambda line, at: line.memory.checkpointing.take(at, now=True))
            except FirebreakError as error:
                self.report(name, str(error))

    def _rate(self, name: str, line: Line) -> None:
        stamps = sum(len(each) for each in line.memory.witnessing.stamps.values())
        if stamps != self._rated.get(name, 0):
            self._rated[name] = stamps
            rate_calls(self.pump.store, line)

    def status(self, name: str) -> list[dict[str, Any]]:
        """How the witnesses of a line stand, for people and programs; also before the first checkpoint."""
        states = self._states(name, self.lanes[name].line)
        return [each.value() | {"mailbox": self.mailbox(name, each.witness.name)} for each in states]

    async def look(self, name: str, line: Line) -> None:
        """Ask every witness that has not stamped the newest checkpoint and is due."""
        checkpoint, note = line.memory.witnessing.checkpoint, line.memory.witnessing.note
        if checkpoint is None:
            return
        now = asyncio.get_running_loop().time()
        due = [each for each in self._states(name, line) if each.due(checkpoint, now)]
        answers = await asyncio.gather(*(self._ask(name, line, each, checkpoint, note) for each in due))
        held = stamp_lines(self.pump.store, line, checkpoint) if any(answers) else b""
        lines = [each for each in answers if each and each not in held]
        while lines:
            joined = b""
            while lines and len(joined) + len(lines[0]) <= STAMP_LINES_BYTES_MAX:
                joined += lines.pop(0)
            await self._write(name, checkpoint, joined)

    def _states(self, name: str, line: Line) -> list[WitnessState]:
        """The agreed witnesses that we know how to reach and that count on this line."""
        known, urls = self.states.setdefault(name, {}), {each.name: each.url for each in self.configs}
        for each in counting(line):
            if each.name in urls and (each.name not in known or known[each.name].witness != each):
                known[each.name] = WitnessState(each, urls[each.name])
        return list(known.values())

    async def _ask(
        self, name: str, line: Line, state: WitnessState, checkpoint: Ref, note: bytes
    ) -> bytes | None:
        state.asked = checkpoint
        asking = Asking(state.url, state.witness, note, line.memory.checkpointing.tree, state.size)
        try:
            stamped = await ask_for_stamp(asking)
        except Refusal as refusal:
            if refusal.size is not None:
                self._contradicted(name, line, state, refusal.size)
            self._silent(name, line, state, refusal.text)
            return None
        except (LinkDown, FirebreakError) as error:
            self._silent(name, line, state, str(error))
            return None
        state.size, state.stamped_at, state.done = stamped.size, stamped.at, checkpoint
        state.pause, state.contradicts, state.reason = FIRST_PAUSE, None, ""
        if state.silent_since is not None:
            state.silent_since = None
            self._show(name, WitnessAnswered(at=self._now(line), witness=state.witness.name))
        return stamped.lines

    def _silent(self, name: str, line: Line, state: WitnessState, reason: str) -> None:
        loop = asyncio.get_running_loop()
        state.again_at, state.pause = loop.time() + state.pause, min(state.pause * 2, LONGEST_PAUSE)
        state.reason = reason
        if state.silent_since is None:
            state.silent_since = now = self._now(line)
            self._show(
                name, WitnessSilent(at=now, witness=state.witness.name, since=now, reason=reason[:200])
            )
        self.report(name, f"witness {state.witness.name}: {reason}")

    def _contradicted(self, name: str, line: Line, state: WitnessState, held: int) -> None:
        ours = len(line.memory.checkpointing.tree)
        if state.contradicts != held:
            state.contradicts = held
            event = WitnessContradicts(at=self._now(line), witness=state.witness.name, ours=ours, theirs=held)
            self._show(name, event)

    async def _write(self, name: str, checkpoint: Ref, lines: bytes) -> None:
        body = StampBody(checkpoint=Named(**checkpoint._asdict()), lines=lines)
        draft = Draft(kind=Kind.WITNESS_STAMP, body=body)
        try:
            await self.pump.ask(name, lambda _line, _at: draft)
        except FirebreakError as error:
            self.report(name, str(error))

    def _now(self, line: Line) -> Instant:
        return line.time.at(self.pump.clock.read())

    def _show(self, name: str, event: Event) -> None:
        self.pump.show(name, event)
