"""`firebreak keys`: copies of the keys, for the day on which the machine is lost."""

from pathlib import Path
from typing import Annotated

import typer

from firebreak.cli.options import HERE, ConfigPath, Json

keys = typer.Typer(help="Key files: copies that are kept elsewhere.", no_args_is_help=True)

Target = Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to; an older copy there is renewed.")]


@keys.command()
def copy(target: Target, config: ConfigPath = HERE, as_json: Json = False) -> None:
    """Copy the keys of node, signer and officers, and the cards that name them.

    Do it once, and after every change of keys, officers or desks. Root keys are never copied: they lie
    elsewhere already. The files stay sealed under their passphrases.

    Example: firebreak keys copy /media/another-stick/north-keys
    """
    from firebreak.app.key_copies import copy_keys
    from firebreak.cli.asking import house_at
    from firebreak.cli.terminal import say, say_json

    facts = copy_keys(house_at(config), target)
    if as_json:
        say_json(facts)
        return
    names = [each for each in facts["files"] if each.endswith(".key")]
    say(
        f"{len(names)} key files and {len(facts['files']) - len(names)} cards are in {facts['directory']}.",
        "Keep them apart from the backups and from the passphrases.",
    )
