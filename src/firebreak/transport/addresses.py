"""Addresses as people write them: `host:port`."""

from firebreak.core.base.errors import LocalError


def split_address(address: str) -> tuple[str, int]:
    """Host and port of `host:port` or `[address]:port`. Raises LocalError."""
    host, colon, port = address.rpartition(":")
    if not colon or not host or not (port.isascii() and port.isdigit() and int(port) < 1 << 16):
        raise LocalError(
            f"{address!r} is not host:port", code="FB312", hint="write it like node.example:7401"
        )
    return host.removeprefix("[").removesuffix("]"), int(port)
