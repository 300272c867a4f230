"""Entries of the record for people: the list, and one of them with all that is known of it."""

from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Any, Final

from firebreak.api.arguments import Arguments
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.shape import Body
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import Header
from firebreak.core.envelope.kinds import Kind, known
from firebreak.core.envelope.officer import RelievedBody, StatedBody, Statement
from firebreak.core.envelope.once import Once
from firebreak.core.envelope.opening import LineOpen
from firebreak.core.line.admission import Bad, read_body
from firebreak.core.line.agreement import LineAgree
from firebreak.core.line.line import Line
from firebreak.core.line.registry import BODIES
from firebreak.core.message.bodies import Message
from firebreak.core.record.bodies import CheckpointBody, Named
from firebreak.core.record.checkpoint import SignedCheckpoint
from firebreak.ports import Kept
from firebreak.runtime.showing import plain

LISTED_MAX: Final = 500
CHECKPOINT_WITHIN: Final = 2_000  # entries looked at for the next checkpoint; an hour has fewer


async def entries(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Entries of both logs in the order in which this node stored them: the newest, or those at a place."""
    _, line = service.line_of(arguments)
    last = max(1, min(arguments.number("last", 50), LISTED_MAX))
    after, before = arguments.maybe_number("after"), arguments.maybe_number("before")
    total = line.logs.ours.count + line.logs.theirs.count
    end = total + 1 if before is None else min(max(before, 1), total + 1)
    start = max(0, end - 1 - last) if after is None else max(after, 0)
    if start >= end - 1 and before is not None:
        return {"entries": [], "total": total}
    found = islice(service.store.entries(line.identity.line, after=min(start, total)), last)
    chosen = found if before is None else takewhile(lambda each: each[0] < end, found)
    return {"entries": [_listed(line, position, kept) for position, kept in chosen], "total": total}


def _listed(line: Line, position: int, kept: Kept) -> dict[str, Any]:
    header = kept.entry.header
    kind = known(header.kind)
    return {
        "position": position,
        "entry": str(kept.entry.ref),
        "hash": kept.entry.hash.hex(),
        "ours": header.writer == line.identity.ours.writer,
        "kind": kind.name.lower() if kind else f"unknown kind {header.kind}",
        "precedence": plain(header.precedence),
        "time": list(header.time),
        "at": kept.at,
        "about": _about(kept.entry, kind),
    }


def _about(entry: Entry, kind: Kind | None) -> dict[str, Any]:
    """What an entry speaks of: a call, a request for one, messages, notices."""
    if kind is None or kind not in BODIES or entry.body is None or kind.name.split("_")[0] not in TELLING:
        return {}
    try:
        body = BODIES[kind].from_bytes(entry.body)
    except CounterpartError:
        return {}
    if kind is Kind.MESSAGE:
        return {"messages": [entry.hash.hex(), *(each.hash.hex() for each in entry.header.refs)]}
    if kind is Kind.NOTICE or hasattr(body, "notice"):
        named = (entry.hash if kind is Kind.NOTICE else None, *(getattr(body, each, None) for each in NAMING))
        return {"notices": [each.hex() for each in named if each is not None]}
    return {name: getattr(body, name).hex() for name in ("call", "request") if hasattr(body, name)} | (
        {"messages": messages} if (messages := _messages(body)) else {}
    )


TELLING: Final = frozenset({"MESSAGE", "RECEIPT", "CALL", "ESCALATION", "NOTICE"})
"First words of the kinds whose bodies name what they are about."


NAMING: Final = ("notice", "replaces")
"Fields of bodies about notices that name one."


def _messages(body: Body) -> list[str]:
    one = getattr(body, "entry", None)
    several: tuple[bytes, ...] = getattr(body, "entries", ())
    hashes = [one.hash if isinstance(one, Named) else one, *several]
    return [each.hex() for each in hashes if isinstance(each, bytes)]


async def entry(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """One entry: its bytes, its body read, who signed it, what is known of both copies, where it stands."""
    _, line = service.line_of(arguments)
    position = arguments.number("position")
    total = line.logs.ours.count + line.logs.theirs.count
    if not 0 < position <= total:
        raise LocalError(
            f"the record of this line has no entry {position}",
            code="FB347",
            hint=f"it has entries from 1 to {total}",
        )
    found = service.store.entries(line.identity.line, after=position - 1)
    position, kept = next(found)
    side = line.memory.side_of(kept.entry)
    body = read_body(kept.entry, side, Once())
    ours = line.memory.is_ours(kept.entry)
    mark = line.memory.revocations.mark(kept.entry.header, kept.entry.ref, ours=ours)
    return {
        **_listed(line, position, kept),
        "party": side.name,
        "key": kept.entry.header.key_id.hex(),
        "mark": plain(mark),
        "officers": [_word(each) for each in _words(body)],
        "body": None if body is None or isinstance(body, Bad) else plain(body),
        "wrong": body.reason if isinstance(body, Bad) else "",
        "header": _header(kept.entry.header),
        "signed": _signed(kept.entry),
        "copies": _copies(line, kept.entry, ours=ours),
        "checkpoint": _checkpoint(kept.entry, islice(found, CHECKPOINT_WITHIN)),
    }


def _words(body: Body | Bad | None) -> Iterator[Statement]:
    """Statements of officers in a body."""
    if isinstance(body, StatedBody) and body.statement is not None:
        yield body.statement
    if isinstance(body, RelievedBody) and body.relief is not None:
        yield body.relief
    if isinstance(body, LineOpen | LineAgree):
        yield from body.statements
    if isinstance(body, Message):
        yield from body.release


def _word(said: Statement) -> dict[str, Any]:
    action = plain(said.action)
    return {"officer": said.officer, "action": action, "time": said.time, "language": said.language}


def _header(header: Header) -> dict[str, Any]:
    return {
        "segment": header.segment.hex(),
        "seq": header.seq,
        "prev": header.prev.hex(),
        "seen": plain(header.seen),
        "refs": plain(header.refs),
        "commitment": header.commitment.hex(),
        "size_class": header.size_class,
    }


def _signed(entry: Entry) -> dict[str, Any]:
    """The bytes themselves, for a program that checks and reads them on its own."""
    return {
        "header": entry.payload.hex(),
        "signature": entry.signature.hex(),
        "salt": plain(entry.salt),
        "body": plain(entry.body),
    }


def _copies(line: Line, entry: Entry, *, ours: bool) -> dict[str, Any]:
    """`theirs`: whether the counterpart holds it too, by its own signed word or because it wrote it."""
    pairs = [pair for pair in line.machines.contradictions if entry.hash in {each.hash for each in pair}]
    return {
        "ours": True,
        "theirs": not ours or entry.hash not in line.memory.unreceipted,
        "acknowledged": not ours and line.memory.receipting.is_said(entry.ref),
        "versions": [plain(each) for pair in pairs for each in pair],
    }


def _checkpoint(entry: Entry, later: Iterator[tuple[int, Kept]]) -> dict[str, Any] | None:
    """The next checkpoint of the same log: it sums up the entry among all before it."""
    own = (each for each in later if each[1].entry.header.writer == entry.header.writer)
    for position, kept in own:
        if kept.entry.header.kind == Kind.CHECKPOINT and kept.entry.body is not None:
            return {"position": position, "entry": str(kept.entry.ref), **_summed(kept.entry.body)}
    return None


def _summed(body: bytes) -> dict[str, Any]:
    try:
        checkpoint = SignedCheckpoint.parse(CheckpointBody.from_bytes(body).note).checkpoint
    except CounterpartError:
        return {}
    return {"size": checkpoint.size, "root": checkpoint.root.hex()}


VERBS: Final[dict[str, Verb]] = {"entries": entries, "entry": entry}
