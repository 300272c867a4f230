"""`firebreak backup`: everything of a node but its keys, sealed into one file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, PassphraseFile

if TYPE_CHECKING:
    from firebreak.app.house import House

Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="File to write; it must not exist yet.")]


def backup(
    out: Out, passphrase_file: PassphraseFile = None, config: ConfigPath = HERE, as_json: Json = False
) -> None:
    """Write a backup. The node may go on running; without one the passphrase of its keys is needed.

    It holds no key: those are copied with `firebreak keys copy`. See docs/restore.md

    Example: firebreak backup --out /media/stick/north.fbbackup
    """
    from firebreak.cli.asking import house_at
    from firebreak.cli.terminal import say, say_json

    house = house_at(config)
    facts = _by_node(house, out.resolve()) or _directly(house, out.resolve(), passphrase_file)
    if as_json:
        say_json(facts)
        return
    say(
        f"{facts['backup']} holds the record and the settings, {facts['bytes']:,} bytes.",
        f"It opens with {house.node_keys} only. Keep a copy in another place: firebreak keys copy FOLDER",
    )


def _by_node(house: "House", out: Path) -> dict[str, Any] | None:
    """Let the running node write it; None when none runs."""
    from firebreak.cli.asking import at_node
    from firebreak.core.base.errors import LocalError

    try:
        return at_node(house, lambda client: client.ask("backup", to=str(out)))
    except LocalError as error:
        if error.code != "FB335":
            raise
        return None


def _directly(house: "House", out: Path, passphrase_file: Path | None) -> dict[str, Any]:
    from firebreak.app.backing_up import back_up_idle
    from firebreak.cli.passphrases import node_passphrase
    from firebreak.runtime.clocks import SystemClock

    return back_up_idle(house, node_passphrase(house, passphrase_file), out, SystemClock().read().wall)
