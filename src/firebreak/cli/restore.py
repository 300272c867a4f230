"""`firebreak restore`: a party's folder from a backup and from the keys that were kept elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from firebreak.cli.options import Json, PassphraseFile

File = Annotated[Path, typer.Argument(help="A file of `firebreak backup`.")]
Folder = Annotated[Path, typer.Argument(help="Folder to make; it must not exist, or be empty.")]
Keys = Annotated[
    Path,
    typer.Option("--keys", metavar="FOLDER", help="What `firebreak keys copy` has filled."),
]


def restore(
    file: File, folder: Folder, keys: Keys, passphrase_file: PassphraseFile = None, as_json: Json = False
) -> None:
    """Put a backup back into a new folder. Nothing is ever overwritten.

    What was signed since the backup comes back from the counterpart once the node runs.

    Example: firebreak restore north.fbbackup north --keys /media/stick/north-keys
    """
    from firebreak.app.putting_back import put_back
    from firebreak.cli.passphrases import passphrase
    from firebreak.cli.terminal import instant, safe, say, say_json

    secret = passphrase(passphrase_file, "the node")
    facts = put_back(file, folder, keys, secret)
    if as_json:
        say_json(facts)
        return
    if facts["open_keys"]:
        say(
            f"Others could read {len(facts['open_keys'])} key files there; for this party only its owner can."
        )
    say(
        f"{safe(facts['party'])} is in {facts['directory']} as of {instant(facts['made_at'])}:"
        f" {facts['entries']} entries.",
        "Make sure that the old node is stopped for good: two nodes of one party contradict each other.",
        f"Next: firebreak node run --config {facts['directory']}",
        "It listens before it signs. Then look at: firebreak line show",
    )
