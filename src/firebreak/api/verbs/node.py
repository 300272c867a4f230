"""The node itself: its state, who listens, and its clock on an exercise."""

from typing import Any, Final

from firebreak.api.arguments import Arguments, wrong
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Lane, Service, Verb
from firebreak.api.verbs.histories import history
from firebreak.api.verbs.notice_values import notices_waiting
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.release import TWO_PERSON
from firebreak.core.line.line import Line
from firebreak.core.linecheck.bodies import Trouble
from firebreak.core.silence.overdue import text_of
from firebreak.runtime.clocks import ExerciseClock
from firebreak.runtime.showing import plain
from firebreak.transport.measuring import best


async def status(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """State of the node and of each of its lines, or of the one that is named."""
    lanes = service.lanes
    if arguments.values.get("line") is not None:
        name, _ = service.line_of(arguments)
        lanes = {name: lanes[name]}
    return {
        "party": service.party,
        "now": service.clock.read().wall,
        "restored": service.restored,
        "health": service.health(),
        "lines": {
            name: _line_status(service, lane)
            | {"witnesses": service.witnesses(name)}
            | history(service, lane.line)
            for name, lane in lanes.items()
        },
    }


def _line_status(service: Service, lane: Lane) -> dict[str, Any]:
    line, machines, now = lane.line, lane.line.machines, service.now(lane.line)
    standing = machines.checks.status(now)
    identity = line.identity
    return {
        "line": identity.line.hex(),
        "environment": plain(identity.environment),
        "counterpart": identity.theirs.name,
        "links": lane.up,
        "carried": plain(best(lane.carried)),
        "signing": line.opened,
        "key_revoked": line.memory.revocations.is_revoked(line.writer.signer.key_id, ours=True),
        "open": machines.opened.both,
        "trouble": [plain(each) for each in machines.checks.answers.trouble],
        "their_trouble": [plain(each) for each in Trouble(machines.checks.answers.their_trouble)],
        "slowed": line.intake.is_slowed(now),
        "waiting": len(line.intake),
        "colour": plain(standing.colour),
        "reasons": [each.value for each in standing.reasons],
        "entries": {
            identity.ours.name: line.logs.ours.count,
            identity.theirs.name: line.logs.theirs.count,
        },
        "missing": line.logs.theirs.missing(),
        "unreceipted": _unreceipted(line),
        "heard_at": machines.heard_at.get(False),
        "watches": [plain(each) for each in machines.watches.desks(ours=True)],
        "their_watches": [plain(each) for each in machines.watches.desks(ours=False)],
        "suspended": [plain(each) for each in machines.suspension.held.values() if each.holds(now)],
        "closed": machines.suspension.closed is not None,
        "desks": list(identity.ours.desks),
        "their_desks": list(identity.theirs.desks),
        "overdue": [{**plain(each), "text": text_of(each, now)} for each in machines.silences.facts(now)],
        "contradictions": [plain(each) for each in machines.contradictions],
        "notices": notices_waiting(line, now),
        "two_person": [plain(each) for each in TWO_PERSON if each in machines.agreements.in_force.two_person],
    }


def _unreceipted(line: Line) -> dict[str, Any]:
    """Entries of ours of which the counterpart has not said that it holds them: how many, and the oldest."""
    waiting = line.memory.unreceipted
    oldest = next(iter(waiting), None)
    return {"count": len(waiting), "oldest": None if oldest is None else str(oldest.ref)}


async def subscribe(_service: Service, connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Send every event of the node to this connection from now on; with `record` also that a record grew."""
    connection.follows_record = arguments.flag("record")
    connection.subscribed = True
    return {}


async def attend(service: Service, connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Say that this program shows what comes to a person at a desk; calls then ring there."""
    name, line = service.line_of(arguments)
    desk = arguments.text("desk")
    if desk not in line.ours.desks:
        desks = ", ".join(line.ours.desks)
        raise LocalError(f"we have no desk {desk!r}", code="FB338", hint=f"our desks are {desks}")
    if (name, desk) not in connection.attending:
        connection.attending.add((name, desk))
        line.machines.desks.showing[desk] += 1
    return {"desk": desk, "watch": plain(line.machines.watches.watch(desk))}


async def jump(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Move the clock of an exercise forward to an instant (`to`, milliseconds UTC)."""
    real = [
        name
        for name, lane in service.lanes.items()
        if lane.line.identity.environment is not Environment.EXERCISE
    ]
    if real or not isinstance(service.clock, ExerciseClock):
        raise LocalError(
            "the clock of this node is not an exercise clock",
            code="FB339",
            hint="start the node with `exercise_start` in its configuration, on exercise lines only",
        )
    to = arguments.number("to")
    if to < 0:
        raise wrong("to", "is before 1970")
    service.clock.jump_to(Instant(to))
    service.pump.wake()
    return {"now": service.clock.read().wall}


VERBS: Final[dict[str, Verb]] = {
    "status": status,
    "subscribe": subscribe,
    "attend": attend,
    "clock.jump": jump,
}
