"""How soon two desks hear each other: from the click on one machine, and from the answer over a satellite.

Two browsers with a tone each, as in the tests of sound. The record between them is played here, so that what
the nodes take for an entry (see `latency`) comes on top. Heard is what reaches the output, by its spectrum.
"""

import asyncio
import tempfile
from pathlib import Path
from typing import Final

from bench import janus
from bench.figures import Figure, Goal
from bench.scale import Scale
from tests.sound.desks import HZ, Desk, Desks, open_desks, ringing
from tests.sound.impairer import Weather
from tests.sound.record import Room

RUNS_MORE: Final = 3  # a call takes a second; a median of three is none
SATELLITE: Final = 0.3  # seconds each way
LISTEN: Final = "hertz => void (globalThis.first = stand.firstHeard(hertz))"


async def figures(scale: Scale) -> list[Figure]:
    """Clicks on one machine; answers on a link of 300 ms each way, entries and sound alike."""
    return await asyncio.to_thread(_figures, scale)


def _figures(scale: Scale) -> list[Figure]:
    clicks: list[float] = []
    answers: list[tuple[float, float]] = []
    others: list[float] = []
    with tempfile.TemporaryDirectory() as folder, open_desks(Path(folder)) as desks:
        for _ in scale.each_run("sound"):
            for _ in range(1 if scale.runs == 1 else RUNS_MORE):
                clicks.append(_click(desks))
                desks.close_pages()
                answers.append(_answer(desks))
                desks.close_pages()
                others += _janus(desks, len(others))
    return [
        Figure(
            name="click to sound both ways, one machine", values=tuple(clicks), unit="ms", goal=Goal(must=200)
        ),
        Figure(
            name="answer to the caller hearing it, 300 ms each way",
            values=tuple(caller for caller, _ in answers),
            unit="ms",
            goal=Goal(must=1_000),
        ),
        Figure(
            name="answer to sound both ways, 300 ms each way",
            values=tuple(both for _, both in answers),
            unit="ms",
        ),
        *(
            [Figure(name="the same click with Janus between", values=tuple(others), unit="ms")]
            if others
            else []
        ),
    ]


def _janus(desks: Desks, number: int) -> list[float]:
    """One click with it; nothing on a machine that has none."""
    if not janus.is_here():
        return []
    with tempfile.TemporaryDirectory() as folder, janus.janus(Path(folder)) as address:
        return [janus.click(desks, address, number)]


def _click(desks: Desks) -> float:
    room = desks.exchange.room()
    north, south = desks.desk(room, "a"), desks.desk(room, "b", auto=True)
    _listen(north, south)
    north.place()
    return max(_first(north), _first(south)) - north.get("stand.clickedAt")


def _answer(desks: Desks) -> tuple[float, float]:
    room: Room = desks.exchange.room(delay=SATELLITE, weather=Weather(delay=SATELLITE))
    north, south = desks.desk(room, "a"), desks.desk(room, "b")
    ringing(north, south)
    _listen(north, south)
    south.answer()
    caller, callee = _first(north), _first(south)
    clicked = south.get("stand.clickedAt")
    return caller - clicked, max(caller, callee) - clicked


def _listen(north: Desk, south: Desk) -> None:
    """Both may use their microphone and have an output that sounds, as after the sound test of a watch."""
    for each, other in ((north, south), (south, north)):
        each.get("stand.voices.wake()")
        each.do(LISTEN, HZ[other.side])


def _first(desk: Desk) -> float:
    return desk.get("globalThis.first")
