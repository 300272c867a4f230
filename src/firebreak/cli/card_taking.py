"""Taking in a card or a revocation that came as a file, over whatever path is left."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firebreak.app.house import House


def is_offer(data: bytes) -> bool:
    """Whether a file is an offer, or at least neither a card alone nor a revocation."""
    from firebreak.core.envelope.card import BadCard, read_signed_card
    from firebreak.core.record.rooted import is_revocation

    if is_revocation(data):
        return False
    try:
        read_signed_card(data)
    except BadCard:
        return True
    return False


def take_in(house: "House", line: str, data: bytes, *, as_json: bool) -> None:
    """Check it, keep it, and have a running node write it. Raises LocalError, CounterpartError."""
    from firebreak.app.ceremony import Ceremony
    from firebreak.cli.terminal import safe, say, say_json
    from firebreak.core.base.errors import LocalError
    from firebreak.core.record.rooted import is_revocation

    if Ceremony(house, line).opening() is None:
        hint = f"a line begins with an offer: ask them for `firebreak card export FILE --line {line}`"
        raise LocalError(f"line {line!r} has not been opened", code="FB357", hint=hint)
    facts = _revocation(house, line, data) if is_revocation(data) else _card(house, line, data)
    facts |= {"line": line, "written": passed(house, line)}
    if as_json:
        say_json(facts)
        return
    if facts["holds"] == "card":
        say(f"Card {facts['serial']} of {safe(facts['name'])} follows the one that we hold.")
    else:
        say(f"Revocation of log key {facts['key']}, reason given: {safe(facts['reason'])}")
    say(
        "Compare it by voice before you rely on it." if facts["holds"] == "card" else "Ask them by voice why."
    )
    say(_written(facts["written"]))


def passed(house: "House", line: str) -> int | None:
    """Have a running node write what waits as files; None when no node runs."""
    from firebreak.cli.asking import at_node
    from firebreak.core.base.errors import LocalError

    async def work(client: Any) -> int:
        return (await client.ask("cards.pass", line=line))["written"]

    try:
        return at_node(house, work)
    except LocalError as error:
        if error.code in ("FB335", "FB332"):  # no node runs, or it was started before the line was opened
            return None
        raise


def _written(count: int | None) -> str:
    if count is None:
        return "No node runs: it is written into the record at its next start."
    return "The node has written it into the record." if count else "The record holds it already."


def _card(house: "House", line: str, data: bytes) -> dict[str, Any]:
    from firebreak.app.cards import Passing
    from firebreak.core.envelope.card import read_signed_card

    signed = read_signed_card(data)
    Passing(house, line).take_in(signed, house.now())
    return {
        "holds": "card",
        "serial": signed.card.serial,
        "name": signed.card.name,
        "hash": signed.hash.hex(),
    }


def _revocation(house: "House", line: str, data: bytes) -> dict[str, Any]:
    from firebreak.app.cards import Passing
    from firebreak.app.ceremony import Ceremony
    from firebreak.core.base.errors import CounterpartError
    from firebreak.core.envelope.header import key_id
    from firebreak.core.record.rooted import read_revocation_file

    body = read_revocation_file(data)
    said, card = body.read(), Passing(house, line).held()[-1].card
    if said.party != card.party or said.line != Ceremony(house, line).line_id or not body.holds(card):
        raise CounterpartError(
            "the revocation is not signed by the counterpart of this line, for this line",
            code="FB431",
            hint="a revocation is made for each line: ask them for the file of this one",
        )
    Passing(house, line).revoke(body, ours=False)
    return {"holds": "revocation", "key": key_id(said.key).hex(), "reason": said.reason}
