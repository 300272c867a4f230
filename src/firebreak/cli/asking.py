"""Asking the running node over its desk socket, and waiting for what it reports."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from firebreak.api.client import Client
    from firebreak.app.house import House

T = TypeVar("T")


def house_at(config: Path) -> "House":
    """The party of a folder or configuration file. Raises LocalError."""
    from firebreak.app.house import House

    return House.at(config)


def at_node(house: "House", work: "Callable[[Client], Awaitable[T]]") -> T:
    """Do something on a connection to the node. Raises LocalError when none runs."""
    import asyncio

    from firebreak.api.client import Client

    async def main() -> T:
        async with Client.connect(house.socket) as client:
            return await work(client)

    return asyncio.run(main())


def ask(config: Path, do: str, **arguments: Any) -> dict[str, Any]:
    """One request and its answer. Arguments that are None are left out."""
    return at_node(house_at(config), lambda client: client.ask(do, **given(arguments)))


def given(arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments that were given at all."""
    return {name: value for name, value in arguments.items() if value is not None}


async def line_of(client: "Client", name: str | None) -> tuple[str, dict[str, Any], int]:
    """Name and state of a line, and the node's time. Raises LocalError."""
    from firebreak.core.base.errors import LocalError

    status = await client.ask("status")
    lines: dict[str, dict[str, Any]] = status["lines"]
    chosen = next(iter(lines)) if name is None and len(lines) == 1 else name
    if chosen not in lines:
        known = ", ".join(lines)
        text = f"there is no line {chosen!r} here" if chosen else "there are several lines here"
        raise LocalError(text, code="FB332", hint=f"name one with --line; there are: {known}")
    return chosen, lines[chosen], status["now"]
