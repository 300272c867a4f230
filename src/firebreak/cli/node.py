"""`firebreak node`: the node itself."""

from pathlib import Path
from typing import Annotated

import typer

from firebreak.cli.options import HERE, ConfigPath

node = typer.Typer(help="The node: it holds the record and carries the lines.", no_args_is_help=True)

PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        help="File with the passphrase of the node; before the configured one and FIREBREAK_PASSPHRASE_FILE.",
    ),
]
Stream = Annotated[bool, typer.Option("--json", help="Print every event as one line of JSON.")]


@node.command()
def run(config: ConfigPath = HERE, passphrase_file: PassphraseFile = None, as_json: Stream = False) -> None:
    """Run the node of this party until SIGTERM or Ctrl-C.

    It prints one line when it is ready. Everything else is asked of it with the other verbs.

    Example: firebreak node run --config north
    """
    from firebreak.cli.node_run import run_node

    run_node(config, passphrase_file, as_json=as_json)
