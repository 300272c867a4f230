"""The opening file: what opens our commitment of one run, and what its steps need again.

It is written before the commitment is, so that no commitment stands in the record that nobody can open. It
holds the keys of the run and our cells in the clear: the secret that the whole scheme is there to keep. So it
is a file for its owner alone, in a folder that no backup takes (decision 0021). Keep it as long as a dispute
may come; destroy it to make sure that nobody ever opens the commitment.
"""

import fcntl
import json
import os
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, cast

from firebreak.core.base.errors import LocalError
from firebreak.core.matching.commitment import NAME_BYTES, SALT_BYTES, commit
from firebreak.keyring import faults
from firebreak.keyring.atomic import read_secret, write_secret
from firebreak.matching.limits import ITEMS_MAX
from firebreak.matching.sets import CELL_BYTES, FILLER_BYTES
from firebreak.matching.stepping import Keys

FORMAT: Final = "firebreak matching opening 1"
KEY_BYTES: Final = 32
ORDER: Final = 0xFFFFFFFF_00000000_FFFFFFFF_FFFFFFFF_BCE6FAAD_A7179E84_F3B9CAC2_FC632551
"Of P-256 (SEC 2, section 2.4.2)."
SIZE_MAX: Final = 4 << 20
FOLDER: Final = "matching"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """All that is ours of one run."""

    matching: bytes
    proposer: bool
    "Whether our side proposed it; the commitment says so, too."
    salt: bytes = field(repr=False)
    keys: Keys = field(repr=False)
    items: Sequence[bytes] = field(repr=False)
    "In the order in which they are encrypted."
    names: Mapping[int, Sequence[str]] = field(repr=False)
    "What of ours put each cell there. It is never part of a file that is handed over."
    common: tuple[int, ...] | None = field(default=None, repr=False)
    "The cells that both sides named, once that is known."

    @property
    def commitment(self) -> bytes:
        """What stands in the record."""
        return commit(self.matching, self.salt, self.items, proposer=self.proposer)


def place(root: Path, matching: bytes) -> Path:
    """Where the opening file of a run lies."""
    return root / FOLDER / f"{matching.hex()}.json"


def keep(path: Path, opening: Opening) -> None:
    """Write it, for the owner alone, `alone`; it is on disk when this returns. Raises LocalError."""
    write_secret(path, _text(opening, whole=True), replace=True)


@contextmanager
def alone(root: Path) -> Generator[None]:
    """Make and write a set while no other process of this party does: two at once would lose an opening.

    Waits for the other. Raises LocalError where the folder cannot be made.
    """
    folder = root / FOLDER
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise faults.unusable(folder, error.strerror) from error
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def hand_over(path: Path, opening: Opening) -> None:
    """Write a file for a neutral witness: without the names of our sites and tracks. Raises LocalError."""
    write_secret(path, _text(opening, whole=False), replace=False)


def read(path: Path, *, private: bool = True) -> Opening:
    """Read such a file; our own only where nobody else can. Raises LocalError."""
    data = read_secret(path, SIZE_MAX) if private else _plain(path)
    try:
        return _opening(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise unreadable(path, f"{type(error).__name__}: {str(error)[:120]}") from None


def _plain(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(SIZE_MAX)
    except OSError as error:
        hint = "check the path"
        raise LocalError(f"cannot read {path}: {error.strerror}", code="FB350", hint=hint) from error


def unreadable(path: Path, text: str) -> LocalError:
    """The one error about such a file."""
    return LocalError(
        f"{path} is no opening file: {text}", code="FB699", hint="it is written by `firebreak matching run`"
    )


def _text(opening: Opening, *, whole: bool) -> bytes:
    held: dict[str, Any] = {
        "format": FORMAT,
        "matching": opening.matching.hex(),
        "proposer": opening.proposer,
        "salt": opening.salt.hex(),
        "client_key": opening.keys.client.hex(),
        "server_key": opening.keys.server.hex(),
        "items": [each.hex() for each in opening.items],
    }
    if whole:
        held["names"] = {f"{cell:x}": list(names) for cell, names in opening.names.items()}
        held["common"] = None if opening.common is None else [f"{each:x}" for each in opening.common]
    return json.dumps(held, indent=1).encode()


def _opening(value: Any) -> Opening:
    if value["format"] != FORMAT:
        raise ValueError("another format")
    found = Opening(
        matching=_bytes(value["matching"], NAME_BYTES),
        proposer=_known(value["proposer"]),
        salt=_bytes(value["salt"], SALT_BYTES),
        keys=Keys(_key(value["client_key"]), _key(value["server_key"])),
        items=tuple(_bytes(each, CELL_BYTES, FILLER_BYTES) for each in value["items"]),
        names={int(cell, 16): _names(names) for cell, names in value.get("names", {}).items()},
        common=None if value.get("common") is None else tuple(int(each, 16) for each in value["common"]),
    )
    if not 0 < len(set(found.items)) == len(found.items) <= ITEMS_MAX:
        raise ValueError("no item, too many, or one twice")
    return found


def _bytes(text: str, *sizes: int) -> bytes:
    found = bytes.fromhex(text)
    if len(found) not in sizes:
        raise ValueError(f"{len(found)} bytes where {sizes} are due")
    return found


def _key(text: str) -> bytes:
    found = _bytes(text, KEY_BYTES)
    if not 0 < int.from_bytes(found, "big") < ORDER:
        raise ValueError("a key that is none")
    return found


def _known(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither true nor false")
    return value


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("names that are not a list")
    return tuple(str(each) for each in cast("list[object]", value))
