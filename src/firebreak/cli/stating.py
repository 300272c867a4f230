"""One officer's statement from the command line to the record."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firebreak.api.client import Client


@dataclass(frozen=True, slots=True)
class Statement:
    """What an officer wants to state."""

    what: str
    "As `prepare` calls it."
    arguments: Callable[[int], dict[str, Any]]
    "By the node's time."
    done: str
    "What to say when it stands in the record."


def state_one(
    config: Path, line: str | None, officer: str | None, file: Path | None, said: Statement, *, as_json: bool
) -> None:
    """Prepare, show, sign, write."""
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.signing import Signer
    from firebreak.cli.terminal import say, say_json

    house = house_at(config)
    signer = Signer.of(house, officer, file)

    async def work(client: "Client") -> dict[str, Any]:
        return await stated(client, signer, line, said, quiet=as_json)

    written = at_node(house, work)
    if as_json:
        say_json(written)
    else:
        say(said.done)


async def stated(
    client: "Client", signer: Any, line: str | None, said: Statement, *, quiet: bool
) -> dict[str, Any]:
    """The same on a connection that is there already."""
    from firebreak.cli.asking import given, line_of
    from firebreak.cli.showing_body import show_before_signing
    from firebreak.cli.signing import prepare, sign

    name, _, now = await line_of(client, line)
    prepared = await prepare(client, signer.house, name, said.what, **given(said.arguments(now)))
    if not quiet:
        show_before_signing(prepared, signer.name)
    return {"line": name, **await sign(client, name, signer, prepared)}
