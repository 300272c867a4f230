"""What only root keys can say: the next card, a takeover, a revocation, an explanation."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firebreak.cli.card_naming import chosen_line, contradiction, log_key, own_entry
from firebreak.cli.options import HERE, ConfigPath, Json, LineName, PassphraseFile

if TYPE_CHECKING:
    from firebreak.app.house import House
    from firebreak.app.renewing import Renewal
    from firebreak.core.envelope.card import SignedCard
    from firebreak.keyring.keys import OfficerKey

RootFile = Annotated[
    Path | None,
    typer.Option("--root", metavar="FILE", help="The root keys; keys/root.key of the party when left out."),
]
NextFile = Annotated[
    Path | None,
    typer.Option("--next-root", metavar="FILE", help="The next root keys; keys/next-root.key when left out."),
]
RootPassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--root-passphrase-file", metavar="FILE", help="When the root keys have their own passphrase."
    ),
]
Serial = Annotated[
    int | None,
    typer.Option(
        "--serial",
        metavar="NUMBER",
        help="Above every card that counterparts hold; the next full thousand.",
    ),
]
Release = Annotated[
    list[str] | None,
    typer.Option(
        "--release", metavar="OFFICER", help="Who releases it, where two persons have to: repeat it."
    ),
]
OfficersAdded = Annotated[
    list[str] | None,
    typer.Option("--officer-add", metavar="NAME", help="An officer who gets a key, or a new one: repeat it."),
]
OfficerKeyGiven = Annotated[
    list[str] | None,
    typer.Option(
        "--officer-key",
        metavar="KEY",
        help="A key that an officer made in the console: its file, or NAME=HEX. Repeat it.",
    ),
]
OfficersRemoved = Annotated[
    list[str] | None, typer.Option("--officer-remove", metavar="NAME", help="An officer who goes: repeat it.")
]
DesksAdded = Annotated[list[str] | None, typer.Option("--desk-add", metavar="DESK", help="A desk more.")]
DesksRemoved = Annotated[list[str] | None, typer.Option("--desk-remove", metavar="DESK", help="A desk less.")]
NewNodeKeys = Annotated[
    bool, typer.Option("--new-node-keys", help="New keys of log, checkpoints and links; the node restarts.")
]
AtOnce = Annotated[
    bool,
    typer.Option("--at-once", help="With --new-node-keys: the old ones are lost or stolen, wait for nobody."),
]
Key = Annotated[str, typer.Argument(help="Log key, by the beginning of its id: `firebreak card history`.")]
LastGood = Annotated[
    str | None,
    typer.Option("--last-good", metavar="ENTRY", help="Newest entry to stand by; none when left out."),
]
Reason = Annotated[str, typer.Option("--reason", help="Why, in one sentence.")]
To = Annotated[
    Path | None, typer.Option("--to", metavar="FILE", help="Write it to a file too, to hand over by hand.")
]
Entry = Annotated[str, typer.Argument(help="One of the two entries, by the beginning of its hash.")]
Text = Annotated[str, typer.Argument(help="How it came about.")]


def renew(
    officer_add: OfficersAdded = None,
    officer_key: OfficerKeyGiven = None,
    officer_remove: OfficersRemoved = None,
    desk_add: DesksAdded = None,
    desk_remove: DesksRemoved = None,
    new_node_keys: NewNodeKeys = False,
    at_once: AtOnce = False,
    release: Release = None,
    root: RootFile = None,
    root_passphrase_file: RootPassphraseFile = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Make our next card, good for a year, and publish it on every open line.

    It needs the root keys. It comes into force on a line when the counterpart has taken it in; new node keys
    come into use when every line has it and the node starts again.

    Example: firebreak card renew --officer-add "Ana Vogt" --officer-remove "Jan Reis"
    """
    from firebreak.app.renewing import Changes
    from firebreak.cli.asking import house_at
    from firebreak.cli.officer_keys import officer_keys
    from firebreak.cli.passphrases import new_passphrase, passphrase

    house = house_at(config)
    brought = officer_keys(officer_key or ())
    renewal, _ = _renewal(house, root, root_passphrase_file or passphrase_file)
    secret = passphrase(passphrase_file, "the node") if new_node_keys else ""
    changes = Changes(
        officers_added={
            each: new_passphrase(passphrase_file, f"officer {each}") for each in officer_add or []
        },
        officer_keys=brought,
        officers_removed=tuple(officer_remove or ()),
        desks_added=tuple(desk_add or ()),
        desks_removed=tuple(desk_remove or ()),
        new_node_keys=new_node_keys,
        at_once=at_once,
    )
    signed = renewal.renew(changes, _officers(house, release, passphrase_file), secret)
    _tell_card(house, signed, new_keys=new_node_keys, as_json=as_json)


def takeover(
    release: Release = None,
    next_root: NextFile = None,
    serial: Serial = None,
    root_passphrase_file: RootPassphraseFile = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Let the next root keys take the party over, when the root keys are lost or stolen.

    The last card announced them, so every counterpart believes them. New next root keys are made.

    Example: firebreak card takeover --next-root /media/stick/next-root.key
    """
    from firebreak.cli.asking import house_at
    from firebreak.cli.stderr import note
    from firebreak.keyring.keys import RootKeys

    house = house_at(config)
    keys = house.root / "keys"
    given = next_root or keys / "next-root.key"
    renewal, secret = _renewal(house, given, root_passphrase_file or passphrase_file)
    officers = _officers(house, release, passphrase_file)
    signed = renewal.take_over(RootKeys.generate(), officers, secret, serial)
    _tell_card(house, signed, new_keys=False, as_json=as_json)
    note(f"The root keys of today are in {keys / 'root.key'}, fresh next ones in {keys / 'next-root.key'}.")
    note("Move both away from this machine, to two places.")


def revoke(
    key: Key,
    last_good: LastGood = None,
    reason: Reason = "",
    to: To = None,
    root: RootFile = None,
    root_passphrase_file: RootPassphraseFile = None,
    passphrase_file: PassphraseFile = None,
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Revoke a log key of ours on a line: what was stolen signs no more.

    Entries up to the last good one stay. Later ones that the counterpart has acknowledged stay and are marked
    as disputed by us; all others under that key are void. Revoke first, then make a card with new node keys.

    Example: firebreak card revoke 5f1c --last-good 9ab3 --reason "the server was stolen" --line south
    """
    from firebreak.app.house import write_file
    from firebreak.cli.asking import house_at
    from firebreak.cli.card_taking import passed
    from firebreak.cli.terminal import say, say_json
    from firebreak.core.envelope.header import key_id

    house = house_at(config)
    name = chosen_line(house, line)
    public = log_key(house, key)
    good = None if last_good is None else own_entry(house, name, last_good)
    renewal, _ = _renewal(house, root, root_passphrase_file or passphrase_file)
    body = renewal.revoke(name, public, good, reason)
    if to is not None:
        write_file(to, body.to_bytes())
    count = passed(house, name)
    if as_json:
        say_json(
            {"line": name, "key": key_id(public).hex(), "written": count, "file": str(to) if to else None}
        )
        return
    say(f"Log key {key_id(public).hex()} is revoked on line {name}.", _where(count))
    if to is not None:
        say(f"Hand {to} to the counterpart: firebreak card import {to.name} --line NAME")
    say("Next: firebreak card renew --new-node-keys, then start the node again.")


def explain(
    entry: Entry,
    text: Text,
    release: Release = None,
    root: RootFile = None,
    root_passphrase_file: RootPassphraseFile = None,
    passphrase_file: PassphraseFile = None,
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Explain two entries of ours under one number. The proof stays in the record; the alarm ends.

    Example: firebreak card explain 41c0 "Two machines ran on one copy of the disk." --line south
    """
    from firebreak.cli.asking import house_at
    from firebreak.cli.card_taking import passed
    from firebreak.cli.terminal import say, say_json

    house = house_at(config)
    name = chosen_line(house, line)
    first, second = contradiction(house, name, entry)
    renewal, _ = _renewal(house, root, root_passphrase_file or passphrase_file)
    renewal.explain(name, first, second, text, _officers(house, release, passphrase_file))
    count = passed(house, name)
    if as_json:
        say_json({"line": name, "entries": [first.hash.hex(), second.hash.hex()], "written": count})
        return
    say(f"Both entries under number {first.seq} are explained on line {name}.", _where(count))


def _renewal(house: "House", root: Path | None, file: Path | None) -> "tuple[Renewal, str]":
    from firebreak.app.renewing import Renewal
    from firebreak.cli.passphrases import passphrase
    from firebreak.keyring.keys import RootKeys

    secret = passphrase(file, "the root keys")
    path = root or house.root / "keys" / "root.key"
    keys: RootKeys = RootKeys.load(path, secret, environment=house.config.environment)
    return Renewal(house, keys, house.now()), secret


def _officers(house: "House", names: list[str] | None, file: Path | None) -> "list[OfficerKey]":
    from firebreak.cli.signing import Signer

    return [Signer.of(house, each, file).key() for each in names or []]


def _tell_card(house: "House", signed: "SignedCard", *, new_keys: bool, as_json: bool) -> None:
    from firebreak.cli.card_taking import passed
    from firebreak.cli.terminal import say, say_json

    written = {each: passed(house, each) for each in _open_lines(house)}
    serial = signed.card.serial
    if as_json:
        say_json({"serial": serial, "hash": signed.hash.hex(), "written": written, "new_keys": new_keys})
        return
    say(f"Card {serial} is signed; the cards before it lie in {house.root / 'cards'}.")
    for name, count in written.items():
        say(f"  line {name}: {_where(count)}")
    say("It holds on a line as soon as the counterpart has taken it in: firebreak card history")
    if new_keys:
        say("When every line has it, start the node again: it signs with the new keys from then on.")
        if house.config.witnesses:
            say("Hand it to your witnesses before that: they know keys by cards (docs/keys.md).")
    say(f"Where no link is left, hand it over: {house.root / 'card.fbcard'}, by `firebreak card import`.")


def _open_lines(house: "House") -> list[str]:
    from firebreak.app.ceremony import Ceremony

    return [each for each in house.lines() if Ceremony(house, each).opening() is not None]


def _where(count: int | None) -> str:
    return "The node has written it into the record." if count else "It is written when the node starts."
