"""Cards: how those of both parties stand on a line, and having what waits as a file written."""

from typing import Any, Final

from firebreak.api.arguments import Arguments
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.core.envelope.header import Ref, key_id
from firebreak.core.line.identity import Side
from firebreak.core.line.line import Line


async def cards(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """All cards of a line, in the order in which they came to hold, and the keys that were revoked."""
    name, line = service.line_of(arguments)
    return {
        "line": name,
        "ours": _side(line, ours=True),
        "theirs": _side(line, ours=False),
        "contradictions": [[_parts(ref) for ref in pair] for pair in line.machines.contradictions],
        "entry": _entry(line, arguments.text("entry", "")),
    }


async def pass_cards(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Write cards, revocations and explanations that lie in the folder of a line into its record."""
    name, _ = service.line_of(arguments)
    return {"line": name, "written": await service.pass_cards(name) if service.pass_cards else 0}


def _entry(line: Line, start: str) -> dict[str, Any] | None:
    """The one entry of our own log whose hash or name begins so."""
    found = [
        ref
        for segment in line.logs.ours.segments.values()
        for number, hash in enumerate(segment.hashes, 1)
        if (ref := Ref(segment.id, number, hash)) and start and _is_named(ref, start)
    ]
    if len(found) != 1:
        return None
    segment, seq, hash = _parts(found[0])
    return {"segment": segment, "seq": seq, "hash": hash}


def _is_named(ref: Ref, start: str) -> bool:
    return ref.hash.hex().startswith(start.lower()) or str(ref) == start


def _parts(ref: Ref) -> tuple[str, int, str]:
    return ref.segment.hex(), ref.seq, ref.hash.hex()


def _side(line: Line, *, ours: bool) -> dict[str, Any]:
    memory = line.memory
    return {
        "cards": [_card(each.side, [str(ref) for ref in each.taken]) for each in memory.cards.chains[ours]],
        "offered": _offered(line, ours=ours),
        "revoked": [
            {
                "key": each.key.hex(),
                "last_good": str(each.said.last_good.ref) if each.said.last_good else None,
                "reason": each.said.reason,
                "at": str(each.at),
            }
            for each in memory.revocations.held[ours]
        ],
    }


def _offered(line: Line, *, ours: bool) -> int | None:
    """Serial of a card that was published and does not hold yet."""
    cards = line.memory.cards
    side = cards.offered.get(ours)
    if side is None or side.card is None or cards.is_in_force(side.card, ours=ours):
        return None
    return side.card.card.serial


def _card(side: Side, taken: list[str]) -> dict[str, Any]:
    card = side.card
    return {
        "serial": None if card is None else card.card.serial,
        "hash": None if card is None else card.hash.hex(),
        "key": key_id(side.log_keys[-1]).hex(),
        "log_key": side.log_keys[-1].hex(),
        "officers": list(side.officers),
        "desks": list(side.desks),
        "valid_until": None if card is None else card.card.valid_until,
        "taken": taken,
    }


VERBS: Final[dict[str, Verb]] = {"cards": cards, "cards.pass": pass_cards}
