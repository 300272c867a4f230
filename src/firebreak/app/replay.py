"""Replaying a timeline between two running nodes: each contact as real signed entries on both sides.

The driver stands at the desks of both parties, moves both exercise clocks to the instant of each step, and
waits for what the step must show before it goes on.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.app.plan import Act, Plan, Step
from firebreak.app.seat import Seat
from firebreak.core.base.instants import MINUTE, SECOND, Instant

SHOWN_SECONDS: Final = 20.0  # for one thing to be shown; two loaded cores need a fraction of a second
RING_SECONDS: Final = 60
NOTE_MAX: Final = 1_500  # characters of a row's summary that go into a message

Progress = Callable[[int, int, str], None]
"(done, of, what) for people who wait."


@dataclass(slots=True)
class Replay:
    """Two seats, one at each node, and a plan."""

    seats: dict[str, Seat]
    "By the party's name in the timeline."
    plan: Plan
    timeline: str
    progress: Progress
    done: dict[str, int] = field(default_factory=dict[str, int])
    "Row id to the number of contacts replayed."
    _now: Instant = Instant(0)

    async def run(self) -> None:
        """Every step in order. Raises LocalError when something does not come about."""
        self._now = self.plan.begins_at
        for desk in self.plan.desks:
            for seat in self.seats.values():
                await seat.take_watch(desk)
        for number, step in enumerate(self.plan.steps):
            self.progress(number, len(self.plan.steps), f"{step.row.id} {step.act}")
            await self._jump(step.at)
            await self._do(step)
        for desk in self.plan.desks:
            for seat in self.seats.values():
                await seat.end_watch(desk)
        self.progress(len(self.plan.steps), len(self.plan.steps), "")

    async def _jump(self, to: Instant) -> None:
        """Move both clocks; they never go back, and run on a little by themselves."""
        self._now = max(self._now, to)
        await asyncio.gather(*(seat.jump(self._now) for seat in self.seats.values()))
        self._now = Instant(self._now + SECOND)

    async def _do(self, step: Step) -> None:
        seat = self.seats[step.party]
        other = next(each for name, each in self.seats.items() if name != step.party)
        if step.act is Act.STATE:
            await seat.client.ask("statement", **self._statement(step))
            return
        acts = {
            Act.CALL: self._call,
            Act.CHECK: self._check,
            Act.SEND: self._send,
            Act.REQUEST: self._request,
        }
        await acts[step.act](step, seat, other)
        self.done[step.row.id] = self.done.get(step.row.id, 0) + 1

    def _statement(self, step: Step) -> dict[str, Any]:
        row = step.row
        return {
            "claim": row.summary,
            "sources": list(row.source_urls),
            "row": row.id,
            "timeline": self.timeline,
            "as_of": str(row.days),
            "grade": row.certainty,
            "doubtful": list(row.uncertain_fields),
        }

    async def _call(self, step: Step, seat: Seat, other: Seat) -> None:
        desk = step.row.channel
        placed = await seat.client.ask(
            "call.place", desk=desk, from_desk=desk, ring_seconds=RING_SECONDS, precedence="priority"
        )
        call = placed["call"]
        await seat.shown("Rang", call=call)
        if step.outcome == "answered":
            await other.state("answer", call=call)
            await seat.shown("Answered", call=call)
            await self._jump(Instant(self._now + _talked(step)))
            await seat.client.ask("call.hangup", call=call)
            await other.shown("HungUp", call=call)
        elif step.outcome == "declined":
            await other.state("decline", call=call, reason="none_given")
            await seat.shown("Declined", call=call)
        else:
            await self._jump(Instant(self._now + (RING_SECONDS + 1) * SECOND))
            await seat.shown("RangOut", call=call)

    async def _check(self, step: Step, seat: Seat, _other: Seat) -> None:
        await seat.client.ask("check", path=step.row.channel)
        await seat.shown("CheckAnswered")

    async def _send(self, step: Step, seat: Seat, other: Seat) -> None:
        desk = step.row.channel
        sent = await seat.client.ask(
            "send",
            to=[desk],
            from_desk=desk,
            text=f"EXERCISE. {step.row.summary}"[:NOTE_MAX],
            language="en",
            precedence="priority",
        )
        await other.shown("MessageArrived", hash=sent["hash"])
        await other.client.ask("shown", desk=desk, messages=[sent["hash"]])
        await other.state("read", message=sent["hash"], desk=desk)
        await other.state("acknowledge", message=sent["hash"], desk=desk)
        await seat.shown("PersonStated", level="acknowledged")

    async def _request(self, step: Step, seat: Seat, other: Seat) -> None:
        desk = step.row.channel
        asked = await seat.state("request", desk=desk, from_desk=desk, level=desk, language="en")
        made = await other.shown("RequestMade")
        answer = "accept" if step.outcome == "answered" else "decline"
        await other.state("reply", request=made["request"], answer=answer)
        await seat.shown("RequestAnswered")
        assert asked


def _talked(step: Step) -> int:
    """How long an answered call lasted, in milliseconds; ten minutes where no source says."""
    minutes = step.row.duration_min
    return 10 * MINUTE if minutes is None else round(minutes * MINUTE)
