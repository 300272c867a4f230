"""Messages: sending, listing, and saying that a desk has shown them."""

from itertools import takewhile
from typing import Any, Final

from firebreak.api.arguments import Arguments, wrong
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.api.verbs.choices import choice
from firebreak.api.verbs.phrases import rendered, said_phrase
from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.header import Header
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import Statement
from firebreak.core.envelope.said import SaidPhrase
from firebreak.core.line.line import Line
from firebreak.core.line.revoking import Mark
from firebreak.core.message.bodies import Message, Relation
from firebreak.core.message.levels import Trace
from firebreak.core.message.relations import superseded
from firebreak.runtime.showing import plain

LISTED_MAX: Final = 500  # messages in one answer; ask again with a smaller `last` for older ones


async def send(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Send a message; the answer comes when it is signed and durable here."""
    name, line = service.line_of(arguments)
    message = _message(line, arguments)
    precedence = choice(Precedence, arguments, "precedence", Precedence.ROUTINE)
    about = arguments.octets("about") if message.relation is not Relation.ORIGINAL else None
    check_desks(line, message.to, message.from_desk)
    if arguments.flag("prepare"):
        return {
            "body": message.to_bytes().hex(),
            "environment": int(line.identity.environment),
            "line": line.identity.line.hex(),
            "now": service.now(line),
        }
    return await service.say(
        name,
        lambda line, now: (
            under_suspension(line, precedence, now)
            or line.machines.messages.send(message, precedence=precedence, now=now, about=about)
        ),
    )


def under_suspension(line: Line, precedence: Precedence, now: int) -> None:
    """Raise LocalError where a suspension forbids a message of this precedence."""
    line.machines.suspension.check(Kind.MESSAGE, precedence, now)  # pyright: ignore[reportArgumentType]


def check_desks(line: Line, to: tuple[str, ...], from_desk: str) -> None:
    """Raise LocalError for a desk that one of the cards does not have."""
    for desk, side in (*((each, line.theirs) for each in to), (from_desk, line.ours)):
        if desk not in side.desks:
            raise LocalError(
                f"{side.name} has no desk {desk!r}",
                code="FB338",
                hint=f"desks of {side.name} are {', '.join(side.desks)}",
            )


def _message(line: Line, arguments: Arguments) -> Message:
    phrase: SaidPhrase | None = said_phrase(arguments)
    text = arguments.text("text", "")
    if not text and phrase is None:
        raise wrong("text", "and `phrase` are both missing")
    return Message(
        to=tuple(arguments.texts("to")) or (arguments.text("desk", line.theirs.desks[0]),),
        from_desk=arguments.text("from_desk", line.ours.desks[0]),
        text=text,
        phrase=phrase,
        language=arguments.text("language", ""),
        asked=arguments.text("asked", ""),
        answer_by=arguments.number("answer_by", 0),
        relation=choice(Relation, arguments, "relation", Relation.ORIGINAL),
        expires_at=arguments.number("expires_at", 0),
        release=tuple(Statement.from_bytes(each) for each in arguments.many_octets("release")),
    )


async def inbox(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """The newest messages of a line, or of those before one of them, the oldest of them first."""
    name, line = service.line_of(arguments)
    last = max(1, min(arguments.number("last", 50), LISTED_MAX))
    before = arguments.text("before", "")
    until = find_message(line, before) if before else None
    desk = arguments.text("desk", "")
    traces = [
        each
        for each in takewhile(lambda trace: trace is not until, line.machines.messages.traces.values())
        if not desk or desk in each.to or desk == each.from_desk
    ]
    language = arguments.text("show_in", "en")
    return {
        "line": name,
        "messages": [message_value(service, line, each, language) for each in traces[-last:]],
    }


async def message(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """One message by the beginning of its hash."""
    _, line = service.line_of(arguments)
    found = find_message(line, arguments.text("message"))
    return message_value(service, line, found, arguments.text("show_in", "en"))


def find_message(line: Line, start: str) -> Trace:
    """The message whose hash or entry name begins so. Raises LocalError when there is not just one."""
    found = [
        each
        for each in line.machines.messages.traces.values()
        if each.hash.hex().startswith(start.lower()) or str(each.ref) == start
    ]
    if len(found) != 1 or not start:
        what = "no message" if not found else f"{len(found)} messages"
        raise LocalError(
            f"{what} on this line begins with {start!r}",
            code="FB160",
            hint="take the name from `firebreak inbox`, with more of its digits",
        )
    return found[0]


def message_value(service: Service, line: Line, trace: Trace, language: str) -> dict[str, Any]:
    """A message as JSON: its text from the store, its proofs, and agreed phrases in the reader's language."""
    kept = service.store.find(line.identity.line, trace.hash)
    body = None
    if kept is not None and kept.entry.body is not None and trace.readable:
        body = Message.from_bytes(kept.entry.body)
    return {
        "entry": str(trace.ref),
        "hash": trace.hash.hex(),
        "commitment": trace.commitment.hex(),
        "ours": trace.ours,
        "at": trace.at,
        "precedence": plain(trace.precedence),
        "from_desk": trace.from_desk,
        "to": list(trace.to),
        "text": None if body is None else body.text,
        "language": "" if body is None else body.language,
        "phrase": None if body is None or body.phrase is None else rendered(body.phrase, language),
        "asked": "" if body is None else body.asked,
        "answer_by": trace.answer_by,
        "expires_at": trace.expires_at,
        "relation": plain(trace.relation),
        "about": None if trace.target is None else trace.target.hex(),
        "superseded": superseded(trace),
        "level": plain(trace.level),
        "refused": trace.refused,
        "bad": trace.bad,
        "mark": "good" if kept is None else plain(_mark(line, trace, kept.entry.header)),
        "proofs": [plain(each._asdict()) for each in trace.proofs],
    }


def _mark(line: Line, trace: Trace, header: Header) -> Mark:
    """What a revocation made of it."""
    return line.memory.revocations.mark(header, trace.ref, ours=trace.ours)


async def shown(service: Service, connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """This program has drawn messages for a person on watch at a desk: receipts R2 follow."""
    name, line = service.line_of(arguments)
    desk = arguments.text("desk")
    hashes = arguments.many_octets("messages")
    if not line.machines.desks.attended(desk):
        return {"entries": []}
    consoles = line.machines.desks.consoles(desk)
    drafts = line.machines.messages.shown(desk, hashes, consoles=consoles)
    entries = [await service.say(name, lambda _line, _now, draft=draft: draft) for draft in drafts]
    return {"entries": entries}


VERBS: Final[dict[str, Verb]] = {"send": send, "inbox": inbox, "message": message, "shown": shown}
