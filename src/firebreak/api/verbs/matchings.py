"""Private matchings: a list, one of them, and what a program at the desk adds to a run.

The node carries bytes that it neither makes nor reads: sets, keys and cells stay with the officer's program.
"""

from hashlib import sha256
from typing import Any, Final

from firebreak.api.arguments import Arguments, wrong
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.api.verbs.choices import choice
from firebreak.api.verbs.matching_values import matching_value
from firebreak.core.envelope.header import Ref
from firebreak.core.line.line import Line
from firebreak.core.matching.bodies import MatchingPart, Role, whole_of
from firebreak.core.matching.case import Case, Place
from firebreak.core.matching.refusals import no_such_matching, not_whole

LISTED_MAX: Final = 200


async def matchings(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """The newest matchings, both ways."""
    name, line = service.line_of(arguments)
    now = service.now(line)
    limits = line.machines.matchings.speaking.limits
    last = max(1, min(arguments.number("last", LISTED_MAX), LISTED_MAX))
    cases = [*line.machines.matchings.cases.cases.values()][-last:]
    return {
        "line": name,
        "now": now,
        "enabled": limits.enabled,
        "items_max": limits.items_max,
        "hours_between": limits.hours_between,
        "matchings": [matching_value(each, now) for each in cases],
    }


async def matching(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """One matching by the beginning of its name."""
    name, line = service.line_of(arguments)
    now = service.now(line)
    return {"line": name, "now": now, **matching_value(find_matching(line, arguments), now)}


async def commit(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Bind our side to a set; the same commitment again is answered with its entry."""
    name, line = service.line_of(arguments)
    case, commitment = find_matching(line, arguments), arguments.octets("commitment")
    said = case.commits.get(True)
    if said is not None and said.commitment == commitment:
        return _entry(said.ref)
    return await service.say(
        name, lambda line, now: line.machines.matchings.speaking.commit(case.name, commitment, now)
    )


async def part(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Send a part of one of our messages; the same part again is answered with its entry."""
    name, line = service.line_of(arguments)
    case = find_matching(line, arguments)
    try:
        body = MatchingPart(
            matching=case.name,
            role=choice(Role, arguments, "role"),
            number=arguments.number("number"),
            of=arguments.number("of"),
            whole=arguments.octets("whole_sha256"),
            data=arguments.octets("data"),
        )
    except ValueError as error:
        raise wrong("data", str(error)) from error
    said = case.pieces.get(Place(ours=True, role=body.role, number=body.number))
    if said is not None and (said.whole, said.data_hash) == (body.whole, sha256(body.data).digest()):
        return _entry(said.ref)
    return await service.say(name, lambda line, now: line.machines.matchings.speaking.part(body, now))


async def message(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """The bytes of a message that is whole, the other side's or with `ours` our own."""
    _, line = service.line_of(arguments)
    case, role = find_matching(line, arguments), choice(Role, arguments, "role")
    found = case.message(role, ours=arguments.flag("ours"))
    if found is None or not found.complete:
        raise not_whole(case.name, "is not complete yet")
    held = [each for each in found.held if each is not None]
    data = b"".join(_bytes_of(service, line, case, each) for each in held)
    if whole_of(data) != found.whole:
        raise not_whole(case.name, "is not the one that its parts name")
    return {"matching": case.name.hex(), "sha256": found.whole.hex(), "data": data.hex()}


def _bytes_of(service: Service, line: Line, case: Case, ref: Ref) -> bytes:
    kept = service.store.find(line.identity.line, ref.hash)
    if kept is None or kept.entry.body is None:
        raise not_whole(case.name, "has a part whose body was destroyed")
    return MatchingPart.from_bytes(kept.entry.body).data


def find_matching(line: Line, arguments: Arguments) -> Case:
    """The matching whose name begins so. Raises LocalError when there is not just one."""
    start = arguments.text("matching")
    cases = line.machines.matchings.cases.cases
    found = [name for name in cases if name.hex().startswith(start.lower())]
    if len(found) != 1 or not start:
        raise no_such_matching(start, len(found))
    return cases[found[0]]


def _entry(ref: Ref) -> dict[str, Any]:
    return {"entry": str(ref), "hash": ref.hash.hex()}


VERBS: Final[dict[str, Verb]] = {
    "matchings": matchings,
    "matching": matching,
    "matching.commit": commit,
    "matching.part": part,
    "matching.message": message,
}
