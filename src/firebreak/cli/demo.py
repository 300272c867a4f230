"""`firebreak demo`: the main job, on this machine, in under a minute."""

from pathlib import Path
from typing import Annotated

import typer

from firebreak.cli.options import Json

Once = Annotated[
    bool, typer.Option("--once", help="End when it is verified, instead of leaving both nodes running.")
]
Directory = Annotated[
    Path | None,
    typer.Option("--directory", metavar="FOLDER", help="Folder for both parties; a fresh one when left out."),
]


def demo(once: Once = False, directory: Directory = None, as_json: Json = False) -> None:
    """See the main job done, on this machine.

    It founds and pairs two parties, runs both nodes, replays the contacts of 2022 and verifies both records.
    Then it leaves both nodes running for you to try, until Ctrl-C.

    Example: firebreak demo
    """
    from firebreak.cli.demonstrating import run

    run(None, directory, once=once, as_json=as_json)
