"""The bundles that both nodes of a simulated world would hand to a stranger, and what the stranger finds.

Keys and signatures of the world are made up, so the verifier gets its check of them from the world.
"""

import io
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

import pytest

from firebreak.core.base.instants import Instant
from firebreak.core.call.sound.bodies import CallSecured
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record import checkpoint
from firebreak.core.record.bundle import Head, write_bundle
from firebreak.core.record.cards_in_force import cards_in_force
from firebreak.sim.clock import START
from firebreak.sim.crypto import Keys
from firebreak.sim.day import Day, Report, live
from firebreak.sim.node import Node
from firebreak.sim.speakers import media_key
from firebreak.sim.violation import hold
from firebreak.sim.world import World
from firebreak.verify import Report as Verified
from firebreak.verify import compare, entries, verify_bundle

NONCES: Final = (b"\1" * 32, b"\2" * 32)
MADE_UP: Final = frozenset({"line-id", "not-opened"})
"The line of the world has a made-up id, and nobody opened it."
STRANGER: Final = media_key("somebody")
DISHONEST: Final = frozenset({"forge", "twin", "withhold"})


def is_honest(day: Day) -> bool:
    """Whether nobody lies on a day, and no party runs twice."""
    return not any(act.verb in DISHONEST for act in day.acts)


def live_and_verify(day: Day) -> Report:
    """Let a day happen; then what each node holds has to verify, and both bundles to agree."""
    return live(day, at_end=check_bundles)


def check_bundles(world: World) -> None:
    """No rule of the record is broken in the eyes of somebody who was not there."""
    with _checked_by(world.keys):
        reports = [verify_bundle(bundle_of(node)) for node in world.nodes.values()]
    for node, report in zip(world.nodes.values(), reports, strict=True):
        _check_report(node, report)
    found = compare(*reports).findings
    hold("I26", not found, f"the two bundles: {found[:3]}")


def _check_report(node: Node, report: Verified) -> None:
    """Nothing is found but the gaps that there are: numbers of which nobody holds an entry any more."""
    gaps = sum(int(dict(each.values)["count"]) for each in report.findings if each.code == "gap")
    numbers = node.world.oracles.watched[node].view.numbers.values()
    lost = sum(max(each) - len(each) for each in numbers)
    hold("I26", gaps == lost, f"the bundle of {node.label} shows {gaps} missing entries, it lacks {lost}")
    alarms = _alarms(node)
    found = [
        each
        for each in report.findings
        if each.code not in MADE_UP | {"gap"} and (each.code, each.entry) not in alarms
    ]
    hold("I26", not found, f"the bundle of {node.label}: {found[:3]}")


def _alarms(node: Node) -> set[tuple[str, str]]:
    """What a console found that had somebody between itself and the other: its own honest alarm."""
    secured = node.world.oracles.watched[node].view.of_kind(Kind.CALL_SECURED)
    bodies = ((each, each.body) for each in secured)
    strange = [each for each, body in bodies if isinstance(body, CallSecured) and body.theirs == STRANGER]
    return {("sound-contradicted", str(each.kept.entry.ref)) for each in strange}


def bundle_of(node: Node) -> io.BytesIO:
    """All that is on the disk of a node, as an export writes it."""
    own, stream = node.identity, io.BytesIO()
    assert own.ours.card is not None
    assert own.theirs.card is not None
    held = [kept.entry for commit in node.disk.commits for kept in commit]
    parties = (own.ours.party, NONCES[0]), (own.theirs.party, NONCES[1])
    head = Head.of(own.environment, *sorted(parties), made_at=Instant(START + node.world.now))
    head = replace(head, line=own.line, exporter=own.ours.party)
    write_bundle(stream, head, cards_in_force((own.ours.card, own.theirs.card), held), held, ())
    stream.seek(0)
    return stream


@contextmanager
def _checked_by(keys: Keys) -> Generator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module in (entries, checkpoint):
            patch.setattr(module, "verify_ed25519", keys.verify)
        patch.setattr(checkpoint, "verify_mldsa65", keys.verify_lattice)
        yield
