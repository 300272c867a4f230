"""Two real lines and one node that has bad luck, as a model: every short story, then the end of all trouble.

A world is the story so far, lived through with production lines under the oracles of
`tests/stateful/day.py`. From every world the nodes are brought together: nothing that was receipted may be
missing then, on either side.
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from firebreak.core.base.instants import HOUR, MINUTE
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.message.bodies import Message
from tests.models.stories import Left, Stories, Story
from tests.signing import TestSigner
from tests.stateful.day import Clock, Ledger, Link, Node
from tests.stateful.holding import check_chains, check_checkpoints, check_stands_by, holdings

EXCHANGES_MAX: Final = 3
"Within which both sides hold the same (I5)."
QUIET_AFTER: Final = 25
EXCHANGE: Final = ("to South", "to North")
CRASHES: Final = ("before store", "after store", "after send")
FAULTY: Final = ("crash", "restore", "clone")


class Bounds(NamedTuple):
    """How long a story may be and what may happen in it how often."""

    length: int
    faults: int = 1
    north_says: int = 1
    south_says: int = 1
    empty: bool = True
    "Whether North may lose its whole disk."


@dataclass
class Day:
    """The nodes as a story leaves them. North has the bad luck, and may come to run twice."""

    signers: dict[str, TestSigner] = field(
        default_factory=lambda: {name: TestSigner(name) for name in ("North", "South")}
    )
    ledger: Ledger = field(default_factory=Ledger)
    nodes: dict[str, Node] = field(default_factory=dict[str, Node])
    says: int = 0

    def __post_init__(self) -> None:
        for name, other in (("North", "South"), ("South", "North")):
            self.nodes[name] = self.node(name, other, Clock())
            self.nodes[name].start()
        self.connect("North")
        self.run(*EXCHANGE, "a minute", *EXCHANGE, *EXCHANGE)
        self.sum_up()

    def node(self, name: str, other: str, clock: Clock) -> Node:
        return Node(name, other, clock, self.signers[name], self.ledger)

    def run(self, *story: str) -> None:
        for step in story:
            self.do(step)

    def do(self, step: str) -> None:
        """One step of a story, by its words."""
        verb, _, rest = step.partition(" ")
        acts: dict[str, Callable[[], None]] = {
            "crash": lambda: self.crash(*rest.split(": ")),
            "start": lambda: self.begin(self.nodes["North"]),
            "restore": lambda: self.restore(int(rest)),
            "clone": lambda: self.clone(int(rest)),
            "cut": lambda: self.cut("North"),
            "link": lambda: self.connect("North"),
            "a": self.pass_time,
            "to": lambda: self.carry(rest),
        }
        acts.get(verb, lambda: self.say(verb))()

    def crash(self, when: str, step: str) -> None:
        """North ends in the midst of a step."""
        north = self.nodes["North"]
        north.crash = when
        self.do(step)
        north.crash = ""
        north.stop()

    def restore(self, commit: int) -> None:
        """North starts on an older copy of its disk, or on an empty one."""
        self.nodes["North"].restore(commit)
        self.begin(self.nodes["North"])

    def begin(self, node: Node) -> None:
        node.start()
        self.connect("North")

    def clone(self, commit: int) -> None:
        """The same party on a copy of its disk, live beside the first."""
        north = self.nodes["North"]
        twin = self.nodes["twin"] = self.node("North", "South", Clock(north.clock.steady))
        twin.hold(north.stored[: north.commits[commit]])
        twin.commits = north.commits[: commit + 1]
        twin.start()
        self.connect("twin")

    def connect(self, name: str) -> None:
        Link(self.nodes[name], self.nodes["South"])

    def links(self, name: str) -> list[Link]:
        return list(self.nodes[name].links)

    def cut(self, name: str) -> None:
        """A link goes down; what was on its way arrives no more."""
        self.links(name)[0].cut()

    def all_links(self) -> list[Link]:
        return self.links("South")

    def pass_time(self) -> None:
        for node in self.nodes.values():
            node.clock.steady += MINUTE
            node.tick()

    def sum_up(self) -> None:
        """An hour passes: each node signs a checkpoint, which the other one holds then."""
        for node in self.nodes.values():
            node.clock.steady += HOUR
            node.tick()
        for _ in range(EXCHANGES_MAX):
            for link in self.all_links():
                link.exchange()

    def carry(self, name: str) -> None:
        for link in self.all_links():
            link.deliver(link.south if name == "South" else link.north)

    def say(self, name: str) -> None:
        node = self.nodes[name]
        self.says += 1
        body = Message(to=("duty",), from_desk="duty", text=f"{name} says {self.says}", language="en")
        node.say(Draft(kind=Kind.MESSAGE, body=body))

    def look(self) -> Hashable:
        """What tells two days apart, as far as their future goes."""
        nodes = tuple(
            (
                name,
                frozenset(node.index),
                node.line is not None and (node.line.opened, len(node.line._saying.waiting)),
                tuple(node.commits),
                node.clock.steady,
            )
            for name, node in self.nodes.items()
        )
        wires = tuple(repr(link.queues) for link in self.all_links())
        left = frozenset(self.ledger.left.items())
        return nodes, wires, left

    def heal(self) -> None:
        """No more trouble: North runs once, one path works, and nothing receipted is missing anywhere."""
        if "twin" in self.nodes:
            self.nodes.pop("twin").stop()
        north, south = self.nodes["North"], self.nodes["South"]
        for link in self.all_links():
            link.cut()
        if north.line is None:
            north.start()
        before = holdings(north) | holdings(south)
        link = Link(north, south)
        for _ in range(EXCHANGES_MAX):
            link.exchange()
        assert before <= holdings(north) & holdings(south), "I5: not within three exchanges"
        for _ in range(QUIET_AFTER):
            link.exchange()
        assert not any(link.queues.values()), "the two nodes never stop talking"
        self.sum_up()
        assert holdings(north) == holdings(south), "I5: the two stores differ"
        for node in (north, south):
            assert self.ledger.acknowledged[node.name] <= holdings(node), "I1: a receipted entry is lost"
            check_chains(node)
            check_stands_by(node)
            check_checkpoints(node)


@dataclass(kw_only=True)
class Restarting(Stories[Day]):
    """The model: `search.explore` runs it."""

    bounds: Bounds

    def first(self) -> Day:
        return Day()

    def left(self, story: Story) -> Left:
        faults = sum(step.startswith(FAULTY) for step in story)
        north, south = (sum(step.endswith(f"{name} says") for step in story) for name in ("North", "South"))
        bounds = self.bounds
        return (
            bounds.length - len(story),
            bounds.faults - faults,
            bounds.north_says - north,
            bounds.south_says - south,
        )

    def possible(self, day: Day, left: Left) -> Iterator[str]:
        """What can happen next."""
        _, faults, north_says, south_says = left
        north = day.nodes["North"]
        acts = [
            f"to {name}" for name in ("North", "South") if any(_queue(link, name) for link in day.all_links())
        ]
        acts += ["a minute"]
        if south_says:
            acts.append("South says")
        if north.line is None:
            yield "start"
        elif north_says:
            acts.append("North says")
        yield from acts
        if "twin" in day.nodes and north_says:
            yield "twin says"
        if day.links("North"):
            yield "cut"
        elif north.line is not None:
            yield "link"
        if faults:
            yield from self.faults(day, acts)

    def faults(self, day: Day, acts: list[str]) -> Iterator[str]:
        north = day.nodes["North"]
        if north.line is not None:
            for step in acts:
                if step not in ("to South", "South says"):
                    yield from (f"crash {when}: {step}" for when in CRASHES)
        copies = range(len(north.commits))
        yield from (f"restore {commit}" for commit in (*([-1] if self.bounds.empty else []), *copies[:-1]))
        if "twin" not in day.nodes:
            yield from (f"clone {commit}" for commit in copies)


def _queue(link: Link, name: str) -> object:
    return link.queues[name]
