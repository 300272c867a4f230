"""The world: true time, who lives in it, and what is to happen when.

Residents are whatever has a next instant at which it does something: the nodes. Everything else that is to
happen stands in one queue, what witnesses and mailboxes do among it. Ties go to who came first.
"""

import hashlib
import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Final, Protocol

from firebreak.core.base.errors import StorageError
from firebreak.core.base.instants import SECOND
from firebreak.core.base.purposes import Environment
from firebreak.core.line.agreement import Agreement
from firebreak.core.line.identity import Identity, Side
from firebreak.core.linecheck.calendar import CheckCalendar
from firebreak.sim.clock import MachineClock
from firebreak.sim.crypto import Keys
from firebreak.sim.link import Link, Manner
from firebreak.sim.node import AGAIN_MS, NEVER, Node
from firebreak.sim.oracles import Oracles
from firebreak.sim.parties import PARTIES, Party
from firebreak.sim.relay import Relay
from firebreak.sim.violation import Crashed, Violation
from firebreak.sim.witness import QUORUM, Witness, witnesses

LINE_ID: Final = hashlib.sha256(b"a simulated line").digest()
REDIAL_MS: Final = 5 * SECOND
RESTART_MS: Final = 5 * SECOND


class Resident(Protocol):
    """Somebody who lives in the world."""

    def next_at(self) -> int:
        """When it has something to do."""
        ...

    def act(self) -> None:
        """Do it."""
        ...


@dataclass(slots=True)
class World:
    """Everything there is."""

    seed: int
    keys: Keys = field(default_factory=Keys)
    check_seconds: int = 0
    vault: bool = False
    "Whether the real signer signs."
    manner: Manner = field(default_factory=Manner)
    tracing: bool = False
    chance: Random = field(init=False)
    oracles: Oracles = field(init=False)
    parties: dict[str, Party] = field(init=False)
    now: int = 0
    effects: int = 0
    events: int = 0
    crash_at: tuple[int, ...] = ()
    "Numbers of the effects before which whoever is at it crashes."
    nodes: dict[str, Node] = field(default_factory=dict[str, Node])
    residents: list[Resident] = field(default_factory=list[Resident])
    links: list[Link] = field(default_factory=list[Link])
    witnesses: list[Witness] = field(init=False)
    relay: Relay = field(init=False)
    twinned: set[str] = field(default_factory=set[str])
    "Parties that have had two live nodes."
    told: set[str] = field(default_factory=set[str])
    "Names of the events shown and of the kinds of entries stored."
    trace: list[str] = field(default_factory=list[str])
    apart_until: int = 0
    abstaining: set[str] = field(default_factory=set[str])
    "Parties that take no part in private matchings."
    "Before that nobody dials."
    healing: bool = False
    _queue: list[tuple[int, int, Callable[[], None]]] = field(
        default_factory=list[tuple[int, int, Callable[[], None]]]
    )
    _count: int = 0
    _processes: int = 0
    _dialling: bool = False
    _lines: list[bytes] = field(default_factory=list[bytes])
    _decisions: list[bytes] = field(default_factory=list[bytes])

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.oracles = Oracles(self)
        self.witnesses, self.relay = witnesses(self), Relay(self)
        self.parties = {name: Party(name, self.keys) for name in PARTIES}
        for name, other in (PARTIES, PARTIES[::-1]):
            node = Node(name, other, self, self.identity(name, other), MachineClock())
            self.nodes[name] = node
            self.residents.append(node)

    # -- who is who -------------------------------------------------------------------------------

    def identity(self, name: str, other: str) -> Identity:
        """The line as one party has it."""
        sides = (Side.of(self.parties[each].cards[0]) for each in (name, other))
        return Identity(LINE_ID, Environment.EXERCISE, *sides)

    def agreement(self, kinds: tuple[int, ...]) -> Agreement:
        """What officers of both sides sign: these kinds need two persons, and the three witnesses."""
        return Agreement(
            calendar=CheckCalendar(every_seconds=self.check_seconds),
            witnesses=tuple(each.agreed for each in self.witnesses),
            quorum=QUORUM,
            two_person=kinds,
        )

    def all_nodes(self) -> list[Node]:
        """Both nodes, and the second live ones that there may be."""
        return [each for each in self.residents if isinstance(each, Node)]

    def next_process(self) -> int:
        """A number that no process of this world had."""
        self._processes += 1
        return self._processes

    # -- time -------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Both nodes start, and dial."""
        for node in list(self.nodes.values()):
            node.start()
        self.dial()

    def later(self, at: int, action: Callable[[], None]) -> None:
        """Let something happen."""
        self._count += 1
        heapq.heappush(self._queue, (at, self._count, action))

    def run(self, until: int) -> None:
        """Let everything happen up to an instant."""
        while True:
            resident = min(self.residents, key=lambda each: each.next_at())
            mine, queued = resident.next_at(), self._queue[0][0] if self._queue else NEVER
            at = max(self.now, min(mine, queued))
            if at > until:
                break
            self.now = at
            self.events += 1
            if queued <= mine:
                heapq.heappop(self._queue)[2]()
            else:
                resident.act()
            self.oracles.judge()
        self.now = until
        self.oracles.judge()

    def guard(self, node: Node, work: Callable[[], None]) -> None:
        """Let a node do something that may end its process."""
        try:
            work()
        except Crashed as crash:
            node.stop(f"crashes before {crash}", RESTART_MS)
        except StorageError:
            node.stop("its disk failed", AGAIN_MS)
        except Violation:
            raise
        except Exception as error:
            raise Violation("bug", f"{node.label}: {type(error).__name__}: {error}") from error

    # -- paths ------------------------------------------------------------------------------------

    def connect(self, one: Node, other: Node) -> None:
        """A path comes up, if both run."""
        if one.running and other.running:
            link = Link(self, self.manner)
            self.links.append(link)
            link.join(one, other)

    def dial(self) -> None:
        """Nodes without a path try to get one; they never give up."""
        self._dialling = False
        if self.now >= self.apart_until:
            for node in self.without_path():
                self.connect(node, self.nodes[node.other])
        if self.without_path():
            self.dial_at(self.now + REDIAL_MS)

    def without_path(self) -> list[Node]:
        """North and the twins, as far as they have no path to the other party's node."""
        callers = [self.nodes[PARTIES[0]], *(each for each in self.all_nodes() if each.twin)]
        return [node for node in callers if not self._joined(node)]

    def _joined(self, node: Node) -> bool:
        pair = {node, self.nodes[node.other]}
        return any({way.sender for way in link.ways} == pair for link in self.links)

    def dial_at(self, at: int) -> None:
        """Dial then, unless somebody is about to."""
        if not self._dialling:
            self._dialling = True
            self.later(at, self.dial)

    def was_cut(self, link: Link) -> None:
        """A path is down."""
        self.note(None, "a path is down")
        self.dial_at(max(self.now + REDIAL_MS, self.apart_until))

    # -- what is remembered -----------------------------------------------------------------------

    def count_effect(self, node: Node | None, what: str) -> None:
        """Number the durable and visible effects. Raises Crashed where the day wants it."""
        self.effects += 1
        if self.effects in self.crash_at:
            raise Crashed(what)

    def note(self, node: Node | None, text: str) -> None:
        """One line of the trace."""
        line = f"{self.now} {node.label if node else 'world'} {text}"
        self._lines.append(line.encode())
        self._decisions.append((line.rpartition(" ")[0] if text.startswith("stores") else line).encode())
        if self.tracing:
            self.trace.append(line)

    @property
    def decisions(self) -> str:
        """The same without what instants change: the names of the entries."""
        return hashlib.sha256(b"\n".join(self._decisions)).hexdigest()

    @property
    def digest(self) -> str:
        """Names all that has happened."""
        return hashlib.sha256(b"\n".join(self._lines)).hexdigest()
