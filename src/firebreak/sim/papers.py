"""What a node has beside its disk: which log key its signer holds, and cards of the counterpart as files."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.card_events import CardInForce
from firebreak.core.line.line import Line
from firebreak.core.record.rooted import CardTaken

if TYPE_CHECKING:
    from firebreak.sim.node import Node


@dataclass(slots=True)
class Papers:
    """They survive whatever happens to the disk."""

    holder: str = ""
    "Whose log key it is; empty for the first of the party."
    files: dict[bytes, SignedCard] = field(default_factory=dict[bytes, SignedCard])
    "Cards of the counterpart that came to hold."
    passed: list[Draft] = field(default_factory=list[Draft])
    "What this process has been asked to say of them and of ours."


def use_new_key(node: "Node") -> None:
    """A new log key comes into use with a process, once the record holds that its card was taken in."""
    party = node.world.parties[node.name]
    if len(party.logs) > 1:
        node.papers.holder = party.holder_for(node.holder, list(_taken(node)))


def _taken(node: "Node") -> Iterator[bytes]:
    """Cards that its record says were taken in. A hostile counterpart writes what it likes there."""
    for each in held(node, Kind.CARD_TAKEN):
        with suppress(FirebreakError):
            yield CardTaken.from_bytes(each.body or b"").card


def held(node: "Node", kind: Kind) -> list[Entry]:
    """The entries of a kind on its disk."""
    found = (each.entry for commit in node.disk.commits for each in commit)
    return [each for each in found if each.header.kind == kind]


def keep_card(node: "Node", event: Event) -> None:
    """Keep a card of the counterpart that has come to hold."""
    if isinstance(event, CardInForce) and not event.ours and node.line is not None:
        signed = node.line.theirs.card
        assert signed is not None
        node.papers.files[signed.hash] = signed


def pass_cards(node: "Node") -> None:
    """Have written into the record what root keys have said and it lacks; each once in a process."""
    party, line, papers = node.world.parties[node.name], node.line, node.papers
    if line is None or not line.opened or not (party.said or papers.files):
        return
    for draft in (*party.owed(line), *_to_take(node, line)):
        if draft not in papers.passed:
            papers.passed.append(draft)
            node.ask(partial(_said, draft))


def _to_take(node: "Node", line: Line) -> Iterator[Draft]:
    """Cards of the counterpart that are here as files, and that the record does not know."""
    for each in node.papers.files.values():
        if not line.memory.cards.is_in_force(each, ours=False):
            with suppress(FirebreakError):
                taken = line.memory.cards.take_in(each, node.line_time())
                yield from (draft for draft in taken if isinstance(draft, Draft))


def _said(draft: Draft, line: Line, now: Instant) -> Draft:
    """What was prepared."""
    return draft
