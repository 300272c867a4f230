"""What a file may be at most, and the errors of a file that cannot be read or written at all.

A bound is checked before anything is built from the bytes. What is inside the bounds and wrong is a finding.
"""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import LocalError

SOURCE_BYTES_MAX: Final = 4 * 1024 * 1024  # 100,000 corners with seven decimals each, and as much again
POSITIONS_MAX: Final = 100_000  # of a whole file; a notice carries 2,000
DRAFTS_MAX: Final = 1_000  # of a file; a person confirms each of them
DEPTH_MAX: Final = 48  # of elements or brackets; KML folders and CAP use fewer than ten


@dataclass
class Budget:
    """Counts the positions of a file while they are read."""

    positions: int = 0

    def spend(self, positions: int) -> None:
        """Raises LocalError when the file holds more than anybody reads."""
        self.positions += positions
        if self.positions > POSITIONS_MAX:
            raise too_much(f"more than {POSITIONS_MAX:,} positions")


def octets(data: bytes | str) -> bytes:
    """The bytes of a source within the bound. Raises LocalError."""
    if len(data) > SOURCE_BYTES_MAX:
        raise too_much(f"more than {SOURCE_BYTES_MAX // 1024 // 1024} MiB")
    found = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(found) > SOURCE_BYTES_MAX:
        raise too_much(f"more than {SOURCE_BYTES_MAX // 1024 // 1024} MiB")
    return found


def characters(data: bytes | str) -> str:
    """The text of a source, without a byte order mark. Raises LocalError."""
    try:
        return octets(data).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise unreadable("a text", f"byte {error.start} is not UTF-8") from None


def unreadable(kind: str, why: str) -> LocalError:
    """The file is not what it is said to be."""
    return LocalError(
        f"this is not {kind}: {why}", code="FB620", hint="name the format with --format, or mend the file"
    )


def too_much(what: str) -> LocalError:
    """The file is past a bound."""
    return LocalError(
        f"the file has {what}", code="FB621", hint="split it, or thin its outlines, and import the parts"
    )


def unwritable(kind: str, why: str) -> LocalError:
    """There is nothing that this format could say of a notice."""
    return LocalError(f"{kind} cannot hold this: {why}", code="FB624", hint="export it as geojson or cap")
