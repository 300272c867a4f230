"""What witnesses say of things that we left at them."""

from typing import Any, Final

from firebreak.api.arguments import Arguments
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.core.base.instants import HOUR, Instant


async def silence(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Ask the agreed witnesses what was collected in a time, and write their words into the record."""
    name, line = service.line_of(arguments)
    last = arguments.number("until", service.now(line))
    first = arguments.number("since", last - HOUR)
    assert service.silence is not None
    return await service.silence(name, Instant(first), Instant(last))


VERBS: Final[dict[str, Verb]] = {"silence": silence}
