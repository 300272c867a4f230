"""What goes wrong: each verb is a fault of a network, a disk, a clock, a machine."""

from collections.abc import Callable
from functools import partial
from typing import Final

from firebreak.core.base.instants import SECOND
from firebreak.sim.acts import Act
from firebreak.sim.clock import MachineClock
from firebreak.sim.disk import BEFORE, TOOK
from firebreak.sim.link import Link, Manner
from firebreak.sim.node import NEVER, Node
from firebreak.sim.world import World

Verb = Callable[[World, Node, Act], None]


# -- processes ------------------------------------------------------------------------------------


def kill(world: World, node: Node, act: Act) -> None:
    """`kill 20`: the process ends at once and is started again after so many seconds."""
    if node.running:
        node.stop("killed", act.number(0, 5) * SECOND)


def crash(world: World, node: Node, act: Act) -> None:
    """`crash 3`: it ends before the third durable or visible effect from now."""
    node.crash_in = act.number(0, 1)


def close(world: World, node: Node, act: Act) -> None:
    """`shut 20`: it is ended in good order, with its last words."""
    if node.running:
        world.guard(node, node.last_words)
        if node.running:
            node.stop("shut down", act.number(0, 5) * SECOND)


def pause(world: World, node: Node, act: Act) -> None:
    """`pause 90 asleep`: it stands still; if asleep, its steady clock stands still too."""
    before = max(world.now, node.paused_until)
    node.paused_until = max(before, world.now + act.number(0, 10) * SECOND)
    if act.word(1) == "asleep":
        node.oversleep(node.paused_until - before)


def twin(world: World, node: Node, act: Act) -> None:
    """`twin 2`: a second live node of the party starts from an image some commits old."""
    if node.twin or any(each.twin and each.name == node.name for each in world.all_nodes()):
        return
    clock = MachineClock(node.clock.true, node.clock.steady, node.clock.offset, node.clock.drift)
    disk = node.disk.copy(act.number(0))
    world.twinned.add(node.name)
    disk.lineage = world.next_process()  # nobody has seen anything on this machine
    second = Node(node.name, node.other, world, node.identity, clock, disk, twin=True)
    second.papers.holder = node.papers.holder
    world.residents.append(second)
    second.start()
    world.dial_at(world.now)


def end_twin(world: World, node: Node, act: Act) -> None:
    """The second live node is found and switched off."""
    for each in [each for each in world.all_nodes() if each.twin and each.name == node.name]:
        each.stop("switched off")
        each.restart_at = NEVER
        world.residents.remove(each)


# -- disks ----------------------------------------------------------------------------------------


def lose(world: World, node: Node, act: Act) -> None:
    """`lose 2 30`: a power cut; the disk had not kept its last two commits."""
    node.stop("power cut", act.number(1, 5) * SECOND)
    node.disk.lose(act.number(0, 1))


def save(world: World, node: Node, act: Act) -> None:
    """A backup is made."""
    node.disk.save()


def bring_back(world: World, node: Node, act: Act) -> None:
    """`bring_back 30`: the last backup is restored, which may be none at all."""
    node.stop("restored from a backup", act.number(0, 5) * SECOND)
    node.disk.restore()


def wipe(world: World, node: Node, act: Act) -> None:
    """The disk is lost, with all backups."""
    node.disk.backup = []
    bring_back(world, node, act)


def rot(world: World, node: Node, act: Act) -> None:
    """`rot 3`: three entries are damaged, found at the next start and dropped."""
    node.stop("damaged entries", act.number(1, 5) * SECOND)
    node.disk.rot(act.number(0, 1), world.chance)


def fail(world: World, node: Node, act: Act) -> None:
    """`fail took`: the next write fails, although it took or before it did."""
    node.disk.failing = TOOK if act.word(0) == TOOK else BEFORE


def full(world: World, node: Node, act: Act) -> None:
    """`full 300`: the disk is full for so many seconds."""
    node.disk.full_until = world.now + act.number(0, 60) * SECOND


def unreadable(world: World, node: Node, act: Act) -> None:
    """`unreadable 30`: what was written cannot be read for so many seconds."""
    node.disk.unreadable_until = world.now + act.number(0, 30) * SECOND


def slow(world: World, node: Node, act: Act) -> None:
    """`slow 800`: from now on a commit takes so many milliseconds."""
    node.disk.sync_ms = act.number(0, 100)


# -- clocks ---------------------------------------------------------------------------------------


def step(world: World, node: Node, act: Act) -> None:
    """`step -86400`: somebody sets the wall clock, by so many seconds."""
    node.clock.offset += int(act.word(0, "0")) * SECOND


def doubt(world: World, node: Node, act: Act) -> None:
    """`doubt 4000`: the machine says that its wall clock may be off by so many milliseconds."""
    node.clock.uncertainty = act.number(0)


def drift(world: World, node: Node, act: Act) -> None:
    """`drift 200`: both clocks run fast by so many millionths."""
    node.read()
    node.clock.drift = int(act.word(0, "0"))


# -- paths ----------------------------------------------------------------------------------------


def cut(world: World, node: Node, act: Act) -> None:
    """`cut 60`: every path is down for so many seconds."""
    world.apart_until = max(world.apart_until, world.now + act.number(0, 1) * SECOND)
    for link in list(world.links):
        link.cut()
    world.dial_at(world.apart_until)


def half(world: World, node: Node, act: Act) -> None:
    """`half 60`: what this side sends is lost for so many seconds, until somebody hangs up and dials."""
    ways = [link.way_from(node) for link in node.links]
    for way in ways:
        way.blocked = True
    world.later(world.now + act.number(0, 30) * SECOND, partial(_hang_up, list(node.links)))


def _hang_up(links: list[Link]) -> None:
    for each in links:
        each.cut()


def weather(world: World, node: Node, act: Act) -> None:
    """`weather 300 100 10 10 10 10 1200`: latency, jitter, loss, double, shuffle, spoil, speed."""
    fields = [act.number(place) for place in range(7)]
    world.manner = Manner(*fields)
    for link in world.links:
        link.manner = world.manner


def path(world: World, node: Node, act: Act) -> None:
    """A second path comes up beside the first."""
    if len(world.links) < 3:  # noqa: PLR2004
        world.connect(world.nodes["North"], world.nodes["South"])


def withhold(world: World, node: Node, act: Act) -> None:
    """This side leaves out whatever would admit anything, on the paths of now."""
    for link in node.links:
        link.way_from(node).withholds = True


# -- those between ----------------------------------------------------------------------------------


def relay(world: World, node: Node, act: Act) -> None:
    """`relay 3600 alone`: packets go into mailboxes as well, or only there, for so many seconds."""
    world.relay.until = world.now + act.number(0, 60) * SECOND
    world.relay.alone = act.word(1) == "alone"


def witness(world: World, node: Node, act: Act) -> None:
    """`witness 0 down 60`: one of the three is down, slow, lies, forks, is saved or brought back."""
    one, number = world.witnesses[act.number(0)], act.word(2, "0")
    if act.word(1) == "down":
        one.down_until = max(one.down_until, world.now + int(number) * SECOND)
    elif act.word(1) == "slow":
        one.slow_ms = int(number) * SECOND
    elif act.word(1) == "lies":
        one.lies_ms = int(number) * SECOND
    elif act.word(1) == "forks":
        one.forks = True
    elif act.word(1) == "save":
        one.save()
    else:
        one.bring_back()


VERBS: Final[dict[str, Verb]] = {
    each.__name__: each
    for each in (
        kill, crash, pause, twin, end_twin, lose, save, bring_back, wipe, rot, fail, full, unreadable, slow,
        step, doubt, drift, cut, half, weather, path, withhold, relay, witness,
    )
} | {"shut": close}  # fmt: skip
