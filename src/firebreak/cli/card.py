"""`firebreak card`: our card, and the files that two parties hand each other."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.card_changing import explain, renew, revoke, takeover
from firebreak.cli.card_history import history
from firebreak.cli.options import HERE, ConfigPath, Json, LineName

if TYPE_CHECKING:
    from firebreak.core.envelope.card import SignedCard

card = typer.Typer(help="Cards: who we are, how a line begins, and keys over time.", no_args_is_help=True)

File = Annotated[Path, typer.Argument(help="File to read or to write.")]
MaybeFile = Annotated[Path | None, typer.Argument(help="A card or offer file; ours when left out.")]


@card.command()
def show(
    file: MaybeFile = None, line: LineName = None, config: ConfigPath = HERE, as_json: Json = False
) -> None:
    """Show a card: ours, the counterpart's of a line, or that of a file.

    Example: firebreak card show --line south
    """
    from firebreak.cli.terminal import say_json

    signed = _chosen(file, line, config)
    if as_json:
        say_json(facts(signed))
    else:
        print_card(signed)


@card.command()
def export(file: File, line: LineName = None, config: ConfigPath = HERE, as_json: Json = False) -> None:
    """Write our offer for a line, to hand to the counterpart; without a line, our card alone.

    Example: firebreak card export north.fboffer --line south

    The file holds nothing secret. Whether it arrived unchanged is what `firebreak pair` finds out.
    """
    from firebreak.app.ceremony import Ceremony
    from firebreak.app.house import write_file
    from firebreak.cli.asking import house_at
    from firebreak.cli.terminal import say, say_json

    house = house_at(config)
    data = house.card().to_bytes() if line is None else Ceremony(house, line).offer().to_bytes()
    write_file(file, data)
    what = "card" if line is None else "offer"
    if as_json:
        say_json({"file": str(file), "holds": what, "bytes": len(data)})
        return
    say(f"Our {what} is in {file}. Hand it to the counterpart.")
    if line is not None:
        say(f"When theirs is here: firebreak card import FILE --line {line}")


@card.command("import")
def import_(file: File, line: LineName = None, config: ConfigPath = HERE, as_json: Json = False) -> None:
    """Take in what the counterpart handed over: its offer for a line, its next card, or a revocation.

    Example: firebreak card import south.fboffer --line south

    Every signature and key of it is checked. A card or a revocation is written into the record by the node.
    """
    from firebreak.app.ceremony import Ceremony
    from firebreak.app.house import read_file
    from firebreak.cli.asking import house_at
    from firebreak.cli.card_taking import is_offer, take_in
    from firebreak.cli.terminal import say, say_json
    from firebreak.core.base.errors import LocalError

    if line is None:
        hint = "give the line a name of yours: --line south"
        raise LocalError("for which line is it?", code="FB363", hint=hint)
    house, data = house_at(config), read_file(file)
    if not is_offer(data):
        take_in(house, line, data, as_json=as_json)
        return
    pairing = Ceremony(house, line).take_in(data, house.now())
    assert pairing.theirs is not None
    if as_json:
        say_json({"line": line, "line_id": pairing.line.hex(), "card": facts(pairing.theirs.signed)})
        return
    print_card(pairing.theirs.signed)
    say("", f"Taken in for line {line}. Next, with the counterpart on the telephone:")
    say(f"  firebreak pair --line {line}")


def _chosen(file: Path | None, line: str | None, config: Path) -> "SignedCard":
    from firebreak.app.cards import Passing
    from firebreak.app.house import read_file
    from firebreak.cli.asking import house_at
    from firebreak.core.envelope.card import BadCard, read_signed_card
    from firebreak.core.envelope.pairing import read_offer

    if file is None:
        house = house_at(config)
        return house.card() if line is None else Passing(house, line).held()[-1]
    data = read_file(file)
    try:
        return read_offer(data).signed
    except BadCard:
        return read_signed_card(data)


def facts(signed: "SignedCard") -> dict[str, Any]:
    """A card as JSON."""
    found = signed.card
    return {
        "party": found.party.hex(),
        "name": found.name,
        "environment": found.environment.name.lower(),
        "serial": found.serial,
        "valid_from": found.valid_from,
        "valid_until": found.valid_until,
        "hash": signed.hash.hex(),
        "desks": [each.name for each in found.desks],
        "officers": [each.name for each in found.officers],
        "paths": list(found.paths),
    }


def print_card(signed: "SignedCard") -> None:
    """A card for people."""
    from firebreak.cli.terminal import instant, listed, safe, say, table

    found = signed.card
    rows = [
        ["card of", safe(found.name)],
        ["party id", found.party.hex()],
        ["for", "real lines" if found.environment.name == "REAL" else "exercises only"],
        ["serial", str(found.serial)],
        ["valid", f"{instant(found.valid_from)} to {instant(found.valid_until)}"],
        ["desks", listed(each.name for each in found.desks)],
        ["officers", listed(each.name for each in found.officers)],
        ["reached at", listed(found.paths, "nothing: this party dials")],
        ["card hash", signed.hash.hex()],
    ]
    say(*table(rows))


for _verb in (renew, takeover, revoke, explain, history):
    card.command()(_verb)
