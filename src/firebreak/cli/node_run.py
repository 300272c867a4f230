"""Running the node. Nothing that only a person at a terminal needs is imported here.

A node lives for months; the library that parses command lines costs it half as much memory again. So
`firebreak node run` with plain options is recognised before that library is loaded.
"""

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from firebreak.app.running import Node

VERB: Final = ("node", "run")
VALUES: Final = {"--config": "config", "-c": "config", "--passphrase-file": "passphrase_file"}
JSON: Final = "--json"


def run_early(arguments: Sequence[str]) -> bool:
    """Run the node if that is what the plain arguments ask for; otherwise the full parser has to look."""
    given = _plain(arguments)
    if given is None:
        return False
    config = given.get("config") or os.environ.get("FIREBREAK_HOME") or "."
    named = given.get("passphrase_file")  # else as configured, or as the environment says
    run_node(Path(config), None if named is None else Path(named), as_json="json" in given)
    return True


def _plain(arguments: Sequence[str]) -> dict[str, str] | None:
    if tuple(arguments[:2]) != VERB:
        return None
    given: dict[str, str] = {}
    rest = iter(arguments[2:])
    for each in rest:
        name, equals, value = each.partition("=")
        if each == JSON:
            given["json"] = ""
        elif name in VALUES and (equals or (value := next(rest, ""))) and value:
            given[VALUES[name]] = value
        else:
            return None
    return given


def run_node(config: Path, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Until a signal asks for the end. Raises LocalError, StorageError."""
    from firebreak.app.house import House
    from firebreak.app.running import build
    from firebreak.cli.node_report import NodeReport
    from firebreak.cli.passphrases import node_passphrase
    from firebreak.core.base.errors import LocalError
    from firebreak.keyring.confinement import keep_private

    house = House.at(config)
    if not house.node_keys.exists():
        hint = "found the party: `firebreak init`"
        raise LocalError(f"there is no {house.node_keys}", code="FB320", hint=hint)
    told = keep_private()  # before the passphrase comes in
    report = NodeReport(house, as_json=as_json)
    running = build(house, node_passphrase(house, passphrase_file), report.line)
    report.listen_to(running)
    gc.freeze()  # what is loaded by now stays; the collector need not look through it again and again

    def ready() -> None:
        report.ready()
        report.line("", f"node {os.getpid()}: {told}")

    asyncio.run(_until_told(running, ready))
    report.ended()


async def _until_told(running: "Node", ready: Callable[[], None]) -> None:
    """Run until a signal asks for the end; a failing store ends it with its own error."""
    task = asyncio.create_task(running.run(ready))
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        return
