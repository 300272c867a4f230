"""`firebreak node`: the node itself."""

from typing import TYPE_CHECKING, Annotated

import typer

from firebreak.cli.options import HERE, ConfigPath, PassphraseFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from firebreak.app.running import Node

node = typer.Typer(help="The node: it holds the record and carries the lines.", no_args_is_help=True)

Stream = Annotated[bool, typer.Option("--json", help="Print every event as one line of JSON.")]


@node.command()
def run(config: ConfigPath = HERE, passphrase_file: PassphraseFile = None, as_json: Stream = False) -> None:
    """Run the node of this party until SIGTERM or Ctrl-C.

    It prints one line when it is ready. Everything else is asked of it with the other verbs.

    Example: firebreak node run --config north
    """
    import asyncio

    from firebreak.app.house import House
    from firebreak.app.running import build
    from firebreak.cli.node_report import NodeReport
    from firebreak.cli.passphrases import node_passphrase
    from firebreak.core.base.errors import LocalError

    house = House.at(config)
    if not house.node_keys.exists():
        raise LocalError(
            f"there is no {house.node_keys}", code="FB320", hint="found the party: `firebreak init`"
        )
    report = NodeReport(house, as_json=as_json)
    running = build(house, node_passphrase(house, passphrase_file), report.line)
    report.listen_to(running)
    asyncio.run(_until_told(running, report.ready))
    report.ended()


async def _until_told(running: "Node", ready: "Callable[[], None]") -> None:
    """Run until a signal asks for the end; a failing store ends it with its own error."""
    import asyncio
    import signal

    task = asyncio.create_task(running.run(ready))
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        return
