"""`firebreak signer`: the signer as a service of a user of its own."""

import sys
from pathlib import Path
from typing import Annotated

import typer

signer = typer.Typer(help="The signer as a service of its own user (docs/signer.md).", no_args_is_help=True)

Folder = Annotated[
    Path, typer.Option("--keys", metavar="FOLDER", help="Folder of its keys, closed to the node.")
]
Passphrase = Annotated[
    Path | None,
    typer.Option("--passphrase-file", metavar="FILE", help="File with the passphrase of its keys."),
]


@signer.command()
def run(
    keys: Folder,
    socket: Annotated[
        Path, typer.Option("--socket", metavar="FILE", help="Socket to make; the node names it.")
    ],
    node_user: Annotated[str, typer.Option("--node-user", metavar="USER", help="Who alone may connect.")],
    passphrase_file: Passphrase = None,
) -> None:
    """Sign for the node of another user, until SIGTERM or Ctrl-C.

    Example: firebreak signer run --keys /var/lib/firebreak-signer --socket /run/firebreak-signer/north.sock
    --node-user firebreak
    """
    import os

    from firebreak.cli.passphrases import passphrase
    from firebreak.core.base.errors import LocalError
    from firebreak.keyring.signer_service import SignerService, user_of

    user = user_of(node_user)
    if user == os.geteuid():
        hint = "run it as a user of its own; without one, leave `signer` out of firebreak.toml"
        raise LocalError("the signer and the node would be one user", code="FB473", hint=hint)
    SignerService(keys, passphrase(passphrase_file, "the signer"), socket, user, _say_now).run()


def _say_now(text: str) -> None:
    """Also when what is printed goes to a file."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


@signer.command()
def take(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="keys/signer.key or keys/next-signer.key.")],
    keys: Folder,
    passphrase_file: Passphrase = None,
    new_passphrase_file: Annotated[
        Path | None,
        typer.Option("--new-passphrase-file", metavar="FILE", help="For the copy; else it is typed."),
    ] = None,
) -> None:
    """Move a signer's key file from the node into the folder of the signer, under another passphrase.

    Where a key is in use there already, the new one waits until the node's card names it.

    Example: firebreak signer take north/keys/signer.key --keys /var/lib/firebreak-signer
    """
    from firebreak.cli.passphrases import new_passphrase, passphrase
    from firebreak.cli.terminal import say
    from firebreak.keyring.signing_process import KEYS, NEXT_KEYS
    from firebreak.keyring.taking import take_key

    old = passphrase(passphrase_file, "the node")
    place = keys / (NEXT_KEYS if (keys / KEYS).exists() else KEYS)
    take_key(file, place, old, new_passphrase(new_passphrase_file, "the signer"))
    say(f"{place} holds the key now, and {file} is gone.")
