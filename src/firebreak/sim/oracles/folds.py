"""Who holds which desk, and what is suspended: computed once more from the entries, and compared."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from firebreak.core.envelope.kinds import Kind
from firebreak.core.linecheck.suspending import LineRestore, LineSuspend
from firebreak.core.watch.bodies import WatchHandOver, WatchTake
from firebreak.ports import Kept
from firebreak.sim.oracles.view import View
from firebreak.sim.violation import hold

if TYPE_CHECKING:
    from firebreak.sim.node import Node

WATCHES: Final = frozenset({Kind.WATCH_TAKE, Kind.WATCH_HAND_OVER})
SUSPENSIONS: Final = frozenset({Kind.LINE_SUSPEND, Kind.LINE_RESTORE})


def check_folds(node: "Node", view: View, fresh: Iterable[Kept]) -> None:
    """After a commit that could change either."""
    assert node.line is not None
    kinds = {each.entry.header.kind for each in fresh}
    machines = node.line.machines
    if kinds & WATCHES:
        held = {key: each.officer for key, each in machines.watches.held.items()}
        hold("I15", held == watches(view), f"{node.label} has other watches than the record")
    if kinds & SUSPENSIONS:
        ours = {side: each.entry.hash for side, each in machines.suspension.held.items()}
        hold("I15", ours == suspensions(view), f"{node.label} has other suspensions than the record")


def watches(view: View) -> dict[tuple[bool, str], str]:
    """Who holds which desk."""
    held: dict[tuple[bool, str], str] = {}
    for item in view.in_order(*WATCHES):
        body = item.body
        if not item.counts:
            continue
        if isinstance(body, WatchTake) and body.statement is not None:
            held[item.ours, body.desk] = body.statement.officer
        elif isinstance(body, WatchHandOver) and body.statement is not None:
            key = (item.ours, body.desk)
            if held.get(key) != body.statement.officer:
                continue
            del held[key]
            if body.relief is not None:
                held[key] = body.relief.officer
    return held


def suspensions(view: View) -> dict[bool, bytes]:
    """What is suspended, by the side that did it."""
    held: dict[bool, bytes] = {}
    for item in view.in_order(*SUSPENSIONS):
        if item.counts and isinstance(item.body, LineSuspend):
            held[item.ours] = item.hash
        elif item.counts and isinstance(item.body, LineRestore):
            held.pop(item.ours, None)
    return held
