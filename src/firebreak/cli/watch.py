"""`firebreak watch`: who holds which desk."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OfficerName, OurDesk, PassphraseFile

if TYPE_CHECKING:
    from firebreak.api.client import Client

watch = typer.Typer(help="Watches: take a desk, hand it over, see who holds it.", no_args_is_help=True)

Role = Annotated[str | None, typer.Option("--role", metavar="ROLE", help="Role, such as watch officer.")]
Languages = Annotated[
    list[str] | None, typer.Option("--language", metavar="LANGUAGE", help="Spoken here; repeat it for more.")
]
Relief = Annotated[
    str | None,
    typer.Option(
        "--to", metavar="NAME", help="Officer who relieves you; without one the desk is unattended."
    ),
]
ReliefFile = Annotated[
    Path | None,
    typer.Option("--relief-passphrase-file", metavar="FILE", help="File with the relief's passphrase."),
]


@watch.command()
def take(
    desk: OurDesk = None,
    role: Role = None,
    language: Languages = None,
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Take the watch of a desk. From now on calls ring here and messages count as shown.

    Read the inbox and `firebreak status` first: what is open is yours now.

    Example: firebreak watch take --desk duty --language en --language uk
    """
    from firebreak.cli.stating import Statement, state_one

    fields = {"desk": desk, "role": role, "languages": language}
    said = Statement("watch.take", lambda _: fields, "You are on watch. Calls ring here now.")
    state_one(config, line, officer, passphrase_file, said, as_json=as_json)


@watch.command("hand-over")
def hand_over(
    to: Relief = None,
    desk: OurDesk = None,
    role: Role = None,
    language: Languages = None,
    relief_passphrase_file: ReliefFile = None,
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Hand the watch to your relief; both sign. Not while a call is open at the desk.

    Example: firebreak watch hand-over --officer "Officer One" --to "Officer Two"
    """
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.signing import Signer
    from firebreak.cli.terminal import say, say_json

    house = house_at(config)
    leaving = Signer.of(house, officer, passphrase_file)
    relief_file = relief_passphrase_file or passphrase_file
    coming = None if to is None else Signer.of(house, to, relief_file)
    fields = {"desk": desk, "role": role, "languages": language}

    async def work(client: "Client") -> dict[str, Any]:
        return await _handed(client, line, leaving, coming, fields, quiet=as_json)

    written = at_node(house, work)
    if as_json:
        say_json(written)
    else:
        say("The watch is handed over." if coming else "The desk is unattended now. Calls do not ring here.")


async def _handed(
    client: "Client", line: str | None, leaving: Any, coming: Any, fields: dict[str, Any], *, quiet: bool
) -> dict[str, Any]:
    from firebreak.cli.asking import given, line_of
    from firebreak.cli.showing_body import show_before_signing
    from firebreak.cli.signing import prepare, state
    from firebreak.core.base.instants import Instant
    from firebreak.core.watch.bodies import WatchHandOver
    from firebreak.keyring.officer import word

    name, _, _ = await line_of(client, line)
    prepared = await prepare(client, leaving.house, name, "watch.hand-over", **given(fields))
    if not quiet:
        show_before_signing(prepared, leaving.name)
    environment, line_id = leaving.house.config.environment, prepared.line
    body = prepared.signed_by(leaving.key(), environment)
    assert isinstance(body, WatchHandOver)
    if coming is not None:
        action, detail, now = WatchHandOver.RELIEF_ACTION, body.detail(), Instant(prepared.now)
        relief = word(coming.key(), action, detail, time=now, environment=environment, line=line_id)
        body = body.relieved(relief)
    return {"line": name, **await state(client, name, prepared.kind, body)}


@watch.command()
def show(line: LineName = None, config: ConfigPath = HERE, as_json: Json = False) -> None:
    """Show who holds which desk, on both sides.

    Example: firebreak watch show
    """
    from firebreak.cli.asking import at_node, house_at, line_of
    from firebreak.cli.line_state import watch_lines
    from firebreak.cli.terminal import say, say_json

    house = house_at(config)
    name, facts, _ = at_node(house, lambda client: line_of(client, line))
    if as_json:
        wanted = ("desks", "watches", "their_desks", "their_watches")
        say_json({"line": name, **{each: facts[each] for each in wanted}})
        return
    say(*watch_lines(house.config.party, facts["desks"], facts["watches"]))
    say(*watch_lines(facts["counterpart"], facts["their_desks"], facts["their_watches"]))
