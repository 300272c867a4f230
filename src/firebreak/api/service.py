"""What a running node does for programs at its desk socket."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from firebreak.api.arguments import Arguments
from firebreak.api.desk_socket import Connection
from firebreak.core.base.errors import LocalError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.line.line import Line
from firebreak.core.record.choice import Choice
from firebreak.ports import Clock, Store
from firebreak.runtime.pump import Make, Pump, missing_line
from firebreak.runtime.showing import event_value
from firebreak.transport.measuring import Carried


class Lane(Protocol):
    """A line and how it is carried now."""

    @property
    def line(self) -> Line: ...
    @property
    def up(self) -> int:
        """How many links carry it."""
        ...

    @property
    def carried(self) -> Mapping[str, Carried]:
        """What each of them carried when it was measured last."""
        ...


WriteBundle = Callable[[str, Path, Choice], int]
"Write what was chosen of a line's record to a file; gives the number of entries."

WriteProof = Callable[[str, Path, str], str]
"Write the proof of a named entry to a file; gives the entry's full name."

Show = Callable[[dict[str, Any]], None]


@dataclass(slots=True)
class Service:
    """One node as its desks see it."""

    party: str
    directory: Path
    "Where exports go when a request names no other place."
    lanes: Mapping[str, Lane]
    pump: Pump
    store: Store
    clock: Clock
    show: Show
    write_bundle: WriteBundle
    write_proof: WriteProof
    verbs: "dict[str, Verb]" = field(default_factory=dict)
    witnesses: "Callable[[str], list[dict[str, Any]]]" = lambda _line: []
    "How the witnesses of a line stand."
    health: "Callable[[], dict[str, Any]]" = dict
    "The space of the disk and the clock of the machine."
    back_up: "Callable[[Path], dict[str, Any]] | None" = None
    "Write a backup to a file that does not exist yet; gives what was written."
    scrub: "Callable[[], Awaitable[dict[str, Any]]] | None" = None
    "Look through the whole record now; gives what was found."
    pass_cards: "Callable[[str], Awaitable[int]] | None" = None
    "Write cards and revocations that wait as files into the record of a line; gives how many."
    silence: "Callable[[str, Instant, Instant], Awaitable[dict[str, Any]]] | None" = None
    "Ask witnesses what became of what we left at them, and write it into the record."
    restored: bool = False
    "Whether the database is older than what this node knew it to be."
    watched: Callable[[], bool] = lambda: True
    "Whether anybody wants events now; putting them into words costs more than sending them."

    grown: Callable[[str, int], None] = lambda _line, _total: None
    "Tell whoever follows the record how many entries a line has now."

    async def handle(self, connection: Connection, request: dict[str, Any]) -> dict[str, Any]:
        """Answer one request. Raises FirebreakError."""
        verb = self.verbs.get(request["do"])
        if verb is None:
            known = ", ".join(sorted(self.verbs))
            raise LocalError(f"no such request: {request['do']!r}", code="FB337", hint=f"known are {known}")
        return await verb(self, connection, Arguments(request))

    def shown(self, line: str, event: Event) -> None:
        """Pass an event of the pump on to whoever subscribed."""
        if self.watched():
            self.show(event_value(line, event))

    def grew(self, name: str) -> None:
        """Entries of a line became durable."""
        logs = self.lanes[name].line.logs
        self.grown(name, logs.ours.count + logs.theirs.count)

    def left(self, connection: Connection) -> None:
        """A program ended: it shows nothing any more."""
        for line, desk in connection.attending:
            self.lanes[line].line.machines.desks.showing[desk] -= 1

    def line_of(self, arguments: Arguments) -> tuple[str, Line]:
        """The line a request names; the only one when it names none."""
        names = list(self.lanes)
        name = arguments.text("line", names[0] if len(names) == 1 else None)
        lane = self.lanes.get(name)
        if lane is None:
            raise missing_line(name, {each: self.lanes[each].line for each in names})
        return name, lane.line

    def now(self, line: Line) -> Instant:
        """Line time now."""
        return line.time.at(self.clock.read())

    async def say(self, line: str, make: Make) -> dict[str, Any]:
        """Have a draft signed and made durable; the name of its entry."""
        return entry_name(await self.pump.ask(line, make))


Verb: TypeAlias = Callable[[Service, Connection, Arguments], Awaitable[dict[str, Any]]]


def entry_name(ref: Ref | None) -> dict[str, Any]:
    """How answers name an entry."""
    return {} if ref is None else {"entry": str(ref), "hash": ref.hash.hex()}
