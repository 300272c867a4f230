"""A day: a world, what is done in it, and the heal at its end."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from typing import Final

from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.instants import MINUTE, SECOND, Instant
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.line import Line
from firebreak.runtime import pump
from firebreak.sim import custodians, faults, officers, tricks
from firebreak.sim.acts import Act
from firebreak.sim.crypto import Keys, use_keys
from firebreak.sim.engine import SELDOM, looking_every
from firebreak.sim.link import Manner
from firebreak.sim.node import NEVER, Node
from firebreak.sim.oracles.evidence import check_evidence
from firebreak.sim.oracles.healed import (
    check_cards_taken,
    check_line,
    check_receipted,
    check_same_outcomes,
    check_shared,
    check_whole,
)
from firebreak.sim.oracles.matchings import check_same_matchings
from firebreak.sim.oracles.notices import check_same_notices
from firebreak.sim.papers import use_new_key
from firebreak.sim.violation import Violation, hold
from firebreak.sim.world import World

EXCHANGE_MS: Final = 2 * SECOND  # there and back on the path of the heal
EXCHANGES_MAX: Final = 3  # after which both sides hold what either held (I5)
PATIENCE_MS: Final = 12 * MINUTE  # every clock of a node's receipts has run out by then
QUIET_MS: Final = 10 * MINUTE  # by then nothing may be under way any more


class Mode(StrEnum):
    """What is judged."""

    SAFETY = "S"
    "Anything may go wrong; nothing false may be said."
    LIVENESS = "L"
    "At most one disk is lost; after the heal everything acknowledged is there."


@dataclass(frozen=True, slots=True)
class Day:
    """Everything that a world needs to happen the same way once more."""

    name: str
    seed: int
    acts: tuple[Act, ...]
    mode: Mode = Mode.LIVENESS
    check_seconds: int = 0
    real: bool = False
    vault: bool = False
    "Whether the real signer stands behind the node's."
    ahead_ms: int = 0
    "By how much North's wall clock is ahead of the truth from the beginning."
    crash_at: tuple[int, ...] = ()
    expects: tuple[str, ...] = ()
    "What must be shown or stored on this day; with `!` before it, what must not."

    def __str__(self) -> str:
        options = f"seed={self.seed} mode={self.mode} check_seconds={self.check_seconds} real={self.real}"
        options += f" vault={self.vault}"
        return "\n".join((f"# {self.name}: {options} crash_at={self.crash_at}", *map(str, self.acts)))


@dataclass(slots=True)
class Report:
    """How a day went."""

    day: Day
    violation: Violation | None = None
    events: int = 0
    effects: int = 0
    before_heal: int = 0
    "Effects before the faults stopped."
    entries: int = 0
    digest: str = ""
    checks: Counter[str] = field(default_factory=Counter[str])
    trace: list[str] = field(default_factory=list[str])
    decisions: str = ""
    "Names all that was stored, sent and shown, and when, without the instants that stand in it."


AtEnd = Callable[[World], None]


def _nothing_more(world: World) -> None:
    """What is looked at beside the oracles, unless somebody asks."""


def live(day: Day, *, tracing: bool = False, at_end: AtEnd = _nothing_more) -> Report:
    """Let a day happen; `at_end` looks at the world once more and raises Violation."""
    world = World(day.seed, Keys(real=day.real), day.check_seconds, day.vault, tracing=tracing)
    world.crash_at = day.crash_at
    world.nodes["North"].clock.offset = day.ahead_ms
    report = Report(day)
    with use_keys(world.keys), looking_every(pump.IDLE_SECONDS if day.vault else SELDOM):
        try:
            _happen(world, day, report)
            at_end(world)
            for each in day.expects:
                wanted = not each.startswith("!")
                found = each.lstrip("!") in world.told
                hold("story", found is wanted, f"{each.lstrip('!')} {'is missing' if wanted else 'happens'}")
        except Violation as violation:
            report.violation = violation
            world.note(None, str(violation))
        except FirebreakError as error:
            report.violation = Violation("bug", f"{error.code}: {error.text}")
        finally:
            for node in world.all_nodes():
                node.vanish()
    report.events, report.effects, report.digest = world.events, world.effects, world.digest
    report.entries = sum(len(each.view.items) for each in world.oracles.watched.values())
    report.checks, report.trace = world.oracles.checks, world.trace
    report.decisions = world.decisions
    return report


def _happen(world: World, day: Day, report: Report) -> None:
    world.begin()
    for act in day.acts:
        world.later(act.at, partial(_do, world, act))
    world.run(max((act.at for act in day.acts), default=0) + SECOND)
    report.before_heal = world.effects
    heal(world, day.mode)


def _do(world: World, act: Act) -> None:
    """Somebody or something acts."""
    name = act.side.rstrip("+")
    node = next((each for each in world.all_nodes() if each.label == act.side), None)
    if node is None:
        return
    world.note(node, f"act {act.verb} {' '.join(act.words)}")
    if act.verb in faults.VERBS:
        faults.VERBS[act.verb](world, node, act)
    elif act.verb in custodians.VERBS:
        custodians.VERBS[act.verb](world, node, act)
    elif act.verb == "forge":
        tricks.forge(world, world.nodes[name], act)
    else:
        node.ask(partial(_made, node, act))


def _made(node: Node, act: Act, line: Line, now: Instant) -> Draft | None:
    try:
        return officers.VERBS[act.verb](node, act, line, now)
    except officers.Nobody:
        return None
    except FirebreakError as error:
        node.world.note(node, f"refuses {act.verb}: {error.code}")
        raise


# -- the end of the bad time ------------------------------------------------------------------------


def heal(world: World, mode: Mode) -> None:
    """No more faults: both nodes run, one good path is up. Then judge what must be true in the end."""
    held, mended = _mend(world), world.now
    hostile = bool(world.oracles.forged)
    world.run(world.now + EXCHANGES_MAX * EXCHANGE_MS + SECOND)
    if not hostile:
        check_shared(world, held)
        world.oracles.count("I5")
    _change_keys(world)
    world.run(world.now + PATIENCE_MS)
    _wait_for_quiet(world)
    for node in world.nodes.values():
        check_receipted(node)
    if mode is Mode.LIVENESS and not hostile:
        _after_mail(world, mended)
        check_whole(world)
        check_cards_taken(world)
        world.oracles.count("I1", "I5")
    if not hostile and not any(each.revocations for each in world.parties.values()):
        check_same_outcomes(world)
        check_same_notices(world)
        check_same_matchings(world)
    for node in world.nodes.values():
        check_line(node)
        check_evidence(node, world.oracles.watched[node].view, world.chance)
        world.oracles.stamps.check_times(world.oracles.watched[node].view)
    world.oracles.count("I7", "I9", "I10", "I11")


def _mend(world: World) -> set[bytes]:
    """End every fault; what is held anywhere at that moment."""
    for node in world.all_nodes():
        if node.twin:
            faults.end_twin(world, node, Act(world.now, node.label, "end_twin"))
    world.crash_at = ()
    world.manner = Manner(latency_ms=EXCHANGE_MS // 2)
    world.relay.until = 0
    world.apart_until = NEVER
    for link in list(world.links):
        link.cut()
    for node in world.nodes.values():
        node.crash_in = 0
        node.wake_up()
        node.disk = replace(node.disk, failing="", full_until=0, unreadable_until=0, sync_ms=0)
        node.restart_at = NEVER
        if not node.running:
            node.start()
    world.run(world.now + SECOND)
    held = {
        each.entry.hash for node in world.nodes.values() for commit in node.disk.commits for each in commit
    }
    world.apart_until = 0
    world.connect(*world.nodes.values())
    return held


def _change_keys(world: World) -> None:
    """Nodes whose new log key waits for a start are started again."""
    for node in world.nodes.values():
        before = node.holder
        use_new_key(node)
        if node.holder != before and node.running:
            node.stop("restarted with its new key", SECOND)
            world.run(world.now + 2 * SECOND)
            world.connect(*world.nodes.values())


def _after_mail(world: World, since: int) -> None:
    """A mailbox that still handed something out was a fault that had not stopped: one more exchange (I5).

    The author of what it hands out may run on another disk by now, or on none; the two nodes find out with
    the next list of what they hold, or the next entry.
    """
    while world.relay.handed_at >= since:
        since = world.now
        for link in list(world.links):
            link.cut()
        world.connect(*world.nodes.values())
        world.run(world.now + EXCHANGES_MAX * EXCHANGE_MS + SECOND)
        _wait_for_quiet(world)


def _wait_for_quiet(world: World) -> None:
    """Go on until nothing waits and nothing is under way."""
    end = world.now + QUIET_MS
    while not all(link.quiet for link in world.links):
        world.run(world.now + EXCHANGE_MS // 2)
        hold("rest", world.now < end, "the two nodes never stop talking")
