"""The contact ledger of a line, folded from its record when it is asked for."""

import asyncio
from collections.abc import Iterator
from typing import Any, Final

from firebreak.api.arguments import Arguments
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.once import Once
from firebreak.core.ledger.days import read_window
from firebreak.core.ledger.entries import Names, facts_of_entries
from firebreak.core.ledger.fold import fold
from firebreak.core.ledger.lines import to_plain
from firebreak.core.line.admission import Bad, read_body
from firebreak.core.line.line import Line
from firebreak.ports import Store


async def ledger(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Attempts and outcomes by direction, desk and kind, between two days."""
    _, line = service.line_of(arguments)
    window = read_window(arguments.text("since", "") or None, arguments.text("until", "") or None)
    names = Names(line.identity.ours.name, line.identity.theirs.name)
    witnessed = line.machines.calls.book.witnessed()
    facts, aside = await asyncio.to_thread(
        lambda: facts_of_entries(learnt(service.store, line), names, witnessed)
    )
    return to_plain(fold(facts, aside, window))


def learnt(store: Store, line: Line) -> Iterator[Learnt]:
    """Every entry of a line as machines learn it."""
    once = Once()
    for _, kept in store.entries(line.identity.line):
        entry = kept.entry
        ours = entry.header.writer == line.identity.ours.writer
        body = read_body(entry, line.memory.side_of(entry), once)
        if not isinstance(body, Bad):
            if body is not None:
                once.note(body, entry.header.writer, entry.hash)
            yield Learnt(entry.ref, entry.header, body, ours, kept.at)


VERBS: Final[dict[str, Verb]] = {"ledger": ledger}
