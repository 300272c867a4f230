"""The record: line checks by machine, statements with sources, single entries, exports."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from firebreak.api.arguments import Arguments, wrong
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.core.base.instants import Instant
from firebreak.core.base.text import check_outgoing
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.line import Line
from firebreak.core.line.source import SourcedStatement
from firebreak.core.record.choice import Choice, kind_named
from firebreak.ports import Kept


async def check(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Ask the counterpart's node for a sign of life now."""
    name, _ = service.line_of(arguments)
    path = arguments.text("path", "")
    return await service.say(name, lambda line, _now: line.machines.checks.check(path=path))


async def statement(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Write down what a source reports, as a report and nothing more."""
    name, _ = service.line_of(arguments)
    body = SourcedStatement(
        claim=arguments.text("claim"),
        sources=tuple(arguments.texts("sources")),
        row=arguments.text("row", ""),
        timeline=arguments.text("timeline", ""),
        as_of=arguments.text("as_of", ""),
        grade=arguments.text("grade", ""),
        doubtful=tuple(arguments.texts("doubtful")),
    )
    check_outgoing(body.claim)

    def make(line: Line, now: Instant) -> Draft:
        line.machines.suspension.check(Kind.STATEMENT, Precedence.ROUTINE, now)
        return Draft(kind=Kind.STATEMENT, body=body)

    return await service.say(name, make)


async def export(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Write a bundle of a line, whole or chosen, to a file; the answer comes when it is complete."""
    name, _ = service.line_of(arguments)
    target = _file(arguments, service.directory / f"{service.party}-{name}.fbundle")
    choice = _choice(arguments)
    count = await asyncio.to_thread(service.write_bundle, name, target, choice)
    return {"bundle": str(target), "entries": count}


def _choice(arguments: Arguments) -> Choice:
    only = frozenset(kind_named(each) for each in arguments.texts("only_bodies"))
    return Choice(
        kinds=only if only or arguments.flag("without_bodies") else None,
        withheld=tuple(arguments.texts("withhold")),
        first=arguments.maybe_number("since"),
        last=arguments.maybe_number("until"),
    )


async def prove(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Write the proof of one entry to a file."""
    name, _ = service.line_of(arguments)
    entry = arguments.text("entry")
    file = f"{service.party}-{name}-{entry.replace('/', '-')[:40]}.tlog-proof"
    target = _file(arguments, service.directory / file)
    proven = await asyncio.to_thread(service.write_proof, name, target, entry)
    return {"proof": str(target), "entry": proven}


async def backup(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Write a backup of the whole node to a file; the answer comes when it is complete."""
    assert service.back_up is not None
    return await asyncio.to_thread(service.back_up, _file(arguments))


async def scrub(service: Service, _connection: Connection, _arguments: Arguments) -> dict[str, Any]:
    """Look at every page and entry of the record; nothing is changed."""
    assert service.scrub is not None
    return await service.scrub()


def _file(arguments: Arguments, default: Path | None = None) -> Path:
    """Where the node is to write: an absolute path, since its own folder is not that of whoever asks."""
    path = Path(arguments.text("to", None if default is None else str(default)))
    if not path.is_absolute():
        raise wrong("to", "is not an absolute path")
    return path


def numbered(kept: Iterator[tuple[int, Kept]]) -> Iterator[Kept]:
    """Entries without their positions."""
    return (each for _, each in kept)


VERBS: Final[dict[str, Verb]] = {
    "check": check,
    "statement": statement,
    "export": export,
    "prove": prove,
    "backup": backup,
    "scrub": scrub,
}
