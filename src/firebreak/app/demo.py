"""The demo: the public record of 2022, imported as statements and replayed as an exercise.

Two cells are founded and paired in a folder, two real nodes run with TLS between them on loopback, every
contact of the timeline becomes signed entries on both sides, and at the end both sides' bundles are verified.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any, Final

from firebreak.app.cells import Cell, make_cells
from firebreak.app.plan import Plan, plan
from firebreak.app.readouts import write_readouts
from firebreak.app.replay import Progress, Replay
from firebreak.app.seat import Seat
from firebreak.catalogue import speaking
from firebreak.core.base.errors import LocalError
from firebreak.core.ledger.days import Window, read_window
from firebreak.core.ledger.fold import fold
from firebreak.core.ledger.imported import facts_of
from firebreak.core.ledger.lines import to_plain
from firebreak.core.ledger.timeline import TimelineRow, read_timeline
from firebreak.publishing.readouts import timeline_readout
from firebreak.verify.bundles import verify_bundle

TIMELINE: Final = "us-russia-2022.csv"
DUTY: Final = "duty"
"The desk at which the consoles open; nobody holds it, the timeline's own have their watches."
TITLES: Final = {
    "en": "Contacts between the United States and Russia",
    "de": "Kontakte zwischen den Vereinigten Staaten und Russland",
    "ru": "Контакты между Соединёнными Штатами и Россией",
    "uk": "Контакти між Сполученими Штатами та Росією",
}
REPORT_DAY: Final = "2022-03-23"
"The day of the report that the readout reproduces."
SILENCE: Final = ("2022-02-24", "2022-05-12")
"From the invasion to the day before the ministers talked again."
LIMIT_KM: Final = 24
"The distance of the report of March 2022: a site so near is said to have been alarmed, or not."
REPORTED: Final = ("2022-02-24", REPORT_DAY)


@dataclass(frozen=True, slots=True)
class Story:
    """A timeline to be replayed, and what its readouts are called and cover."""

    name: str
    data: bytes = field(repr=False)
    titles: Mapping[str, str]
    period: Window
    silence: Window | None = None
    "A stretch whose ledger is shown by itself."

    @property
    def rows(self) -> tuple[TimelineRow, ...]:
        """The rows. Raises LocalError."""
        return tuple(read_timeline(self.data))


def shipped() -> Story:
    """The record of 2022, with the readout of the day of its best-known report."""
    period, silence = read_window(*REPORTED), read_window(*SILENCE)
    return Story(TIMELINE, timeline(TIMELINE), TITLES, period, silence)


def story_of(name: str, data: bytes) -> Story:
    """Any other timeline, whole. Raises LocalError."""
    days = [row.days for row in read_timeline(data)]
    if not days:
        raise LocalError(f"{name} has no rows", code="FB201", hint="name a timeline with contacts")
    period = Window(min(each.earliest for each in days), max(each.latest for each in days))
    return Story(name, data, dict.fromkeys(TITLES, name), period)


@dataclass(slots=True)
class Demo:
    """One run of the demo in a folder."""

    directory: Path
    progress: Progress
    say: Callable[[str], None]
    story: Story = field(default_factory=shipped)
    cells: list[Cell] = field(default_factory=list[Cell])
    seats: list[Seat] = field(default_factory=list[Seat])

    async def run(self) -> dict[str, Any]:
        """Everything up to the verified bundles; the nodes go on running. Raises LocalError."""
        began = time.monotonic()
        rows = self.story.rows
        planned = plan(rows)
        self.say(f"founding and pairing two exercise cells in {self.directory}")
        desks = (DUTY, *(each for each in planned.desks if each != DUTY))
        self.cells = make_cells(self.directory, planned.parties, desks, planned.begins_at)
        await self._start()
        done = await self._replay(planned)
        self.say("verifying the bundles of both sides")
        bundles = [await self._export(cell, seat) for cell, seat in zip(self.cells, self.seats, strict=True)]
        reports = [await asyncio.to_thread(_verified, path) for path in bundles]
        facts, aside = facts_of(rows)
        signed = await self.seats[0].client.ask("ledger")
        imported = to_plain(fold(facts, aside))
        silence = to_plain(fold(facts, aside, self.story.silence or self.story.period))
        files = await asyncio.to_thread(self._readouts, rows)
        return {
            "entries": sum(reports[0]["entries"].values()),
            "replayed": sum(done.values()),
            "rows": done,
            "left_out": planned.left_out,
            "ledger": imported["lines"],
            "ledger_left_out": imported["left_out"],
            "ledger_of_the_silence": silence["lines"],
            "silence": {"since": silence["since"], "until": silence["until"]},
            "ledger_exercise": signed["lines"],
            "readouts": {language: paths["text"] for language, paths in files.items()},
            "readout_files": files,
            "bundles": [str(each) for each in bundles],
            "verify": {
                "ok": all(each["ok"] for each in reports),
                "findings": [finding for each in reports for finding in each["findings"]],
            },
            "directory": str(self.directory),
            "seconds": round(time.monotonic() - began, 1),
        }

    async def _start(self) -> None:
        self.say("starting two nodes with TLS between them")
        await asyncio.gather(*(cell.start() for cell in self.cells))
        self.seats = list(await asyncio.gather(*(cell.seat() for cell in self.cells)))

    async def _replay(self, planned: Plan) -> dict[str, int]:
        self.say(f"replaying {len(planned.steps)} steps of {self.story.name}")
        seats = dict(zip(planned.parties, self.seats, strict=True))
        replay = Replay(seats, planned, self.story.name, self.progress)
        await replay.run()
        return replay.done

    async def _export(self, cell: Cell, seat: Seat) -> Path:
        target = (self.directory / f"{cell.house.root.name}.fbundle").resolve()
        await seat.client.ask("export", to=str(target))
        return target

    def _readouts(self, rows: tuple[TimelineRow, ...]) -> dict[str, dict[str, str]]:
        """What could be said in public on the last day of the period."""
        story, folder = self.story, self.directory / "readouts"
        files: dict[str, dict[str, str]] = {}
        for language, title in story.titles.items():
            readout = timeline_readout(
                rows, name=story.name, title=title, period=story.period, limit_km=LIMIT_KM
            )
            files |= write_readouts(readout, folder, f"readout-{story.period.until}", [language])
        return files

    async def stop(self) -> None:
        """End both nodes."""
        for seat in self.seats:
            seat.close()
            await seat.client.__aexit__(None, None, None)
        await asyncio.gather(*(cell.stop() for cell in self.cells))


def timeline(name: str) -> bytes:
    """A timeline that the package ships."""
    return resources.files("firebreak").joinpath("data", name).read_bytes()


def _verified(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        return verify_bundle(stream).to_json(speaking("verify"))
