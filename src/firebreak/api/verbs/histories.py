"""What a line's logs show of restores and contradictions: what came back, branches, both versions."""

from collections.abc import Iterator
from typing import Any, Final

from firebreak.api.service import Service
from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, known
from firebreak.core.line.line import Line
from firebreak.core.message.bodies import Message
from firebreak.core.record.bodies import Run
from firebreak.core.record.log import Log
from firebreak.core.record.segment import Segment

VERSIONS_MAX: Final = 16  # pairs shown with their words; the others are in the record and in an export


def history(service: Service, line: Line) -> dict[str, Any]:
    """For `line show` and `status`; empty lists and zeros for a line on which nothing of it happened."""
    restoring, logs = line.memory.restoring, line.logs
    sides = ((True, logs.ours), (False, logs.theirs))
    return {
        "came_back": {
            "ours": sum(_count(runs) for runs in restoring.adopted.values()),
            "theirs": sum(_count(runs) for runs in logs.reported.values()),
        },
        "branches": [each for ours, log in sides for each in _branches(log, ours=ours)],
        "versions": [
            [_version(service, line, ref) for ref in pair]
            for pair in line.machines.contradictions[:VERSIONS_MAX]
        ],
        "versions_left": max(0, len(line.machines.contradictions) - VERSIONS_MAX),
    }


def _count(runs: list[Run]) -> int:
    return sum(each.last - each.first + 1 for each in runs)


def _branches(log: Log, *, ours: bool) -> Iterator[dict[str, Any]]:
    """Entries after which a log goes on twice: a node restored unheard, or two of one party at once."""
    following: dict[tuple[bytes, int] | None, list[dict[str, Any]]] = {}
    for segment in log.segments.values():
        if segment.rooted and segment.hashes:
            place = None if segment.before is None else (segment.before[0].id, segment.before[1])
            following.setdefault(place, []).append(_part(segment, 0))
    for place, parts in following.items():
        before = log.segments[place[0]] if place else None
        if place and before and len(before.hashes) > place[1]:
            parts.insert(0, _part(before, place[1]))
        if len(parts) > 1:
            yield {"ours": ours, "after": _named(log, place) if place else None, "parts": parts}


def _part(segment: Segment, after: int) -> dict[str, Any]:
    return {"segment": segment.id.hex()[:8], "from": after + 1, "entries": len(segment.hashes) - after}


def _named(log: Log, place: tuple[bytes, int]) -> str:
    hash = log.hash_at(*place)
    assert hash is not None
    return str(Ref(*place, hash))


def _version(service: Service, line: Line, ref: Ref) -> dict[str, Any]:
    """One of two entries under one number, with its words if it is a message whose body is held."""
    kept = service.store.find(line.identity.line, ref.hash)
    shown: dict[str, Any] = {
        "entry": str(ref),
        "ours": line.logs.ours.holds(ref),
        "hash": ref.hash.hex(),
        "kind": None,
        "time": None,
        "text": None,
    }
    if kept is None:
        return shown
    entry = kept.entry
    kind = known(entry.header.kind)
    shown |= {"kind": kind.name.lower() if kind else str(entry.header.kind), "time": entry.header.time.lo}
    if kind is Kind.MESSAGE and entry.body is not None:
        shown["text"] = _text(entry.body)
    return shown


def _text(body: bytes) -> str | None:
    try:
        return Message.from_bytes(body).text
    except CounterpartError:
        return None
