"""What a signer believes, kept beside its key from start to start, so that nothing older is believed again.

The file is `signer.state`. It holds two places of a fixed size that are written in turn, the first time both,
so that one of them is whole at any moment, also after a power cut. A place that cannot be read beside one
that was never written is a first write that was cut short: nothing was believed yet. The process opens the
file once, before it gives up opening files. Each place is authenticated under a key that follows from the log
key: who cannot sign cannot make one up. Who may write the file can still take it away or put back an older
one, as long as signer and node share a user.
"""

import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from struct import Struct
from typing import Any, Final, Self, cast

from firebreak.core.base.cbor import Value, decode, encode_sorted
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment, context
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.signer import RefusedToSign
from firebreak.keyring import faults

MEMORY: Final = b"memory"
"Purpose string of a signer's memory."
HEAD: Final = Struct(">8s32sQI")  # key id, authenticator, count, length
PLACE_BYTES: Final = 1 << 16  # some 400 lines


@dataclass(frozen=True, slots=True)
class Agreed:
    """The newest agreement of a line that was believed."""

    time: int
    "The earliest instant at which one of the officers who count signed it."
    detail: bytes
    "Names what they signed."
    kinds: frozenset[Kind]
    "What two officers have to release by it."

    def to_value(self, line: bytes) -> Value:
        """As it is kept."""
        return [line, self.time, self.detail, [int(each) for each in sorted(self.kinds)]]


@dataclass(frozen=True, slots=True)
class Believed:
    """What was proved to a signer so far."""

    roots: bytes
    "The id of the root keys that sign its cards now."
    following: bytes = b""
    "The id of those that may follow them, as the newest card says."
    serial: int = 0
    agreed: Mapping[bytes, Agreed] = field(default_factory=dict[bytes, Agreed])

    def to_value(self) -> Value:
        """As it is kept."""
        return [
            self.roots,
            self.following,
            self.serial,
            [each.to_value(line) for line, each in self.agreed.items()],
        ]

    @classmethod
    def from_value(cls, value: Value) -> Self:
        """What was kept; its authenticator has been looked at."""
        roots, following, serial, lines = cast("tuple[bytes, bytes, int, list[Any]]", value)
        agreed = {
            line: Agreed(time, detail, frozenset(map(Kind, kinds))) for line, time, detail, kinds in lines
        }
        return cls(roots, following, serial, agreed)


class Remembering:
    """The file. Raises LocalError when it is there and says nothing that can be trusted."""

    def __init__(self, path: Path, key_id: bytes, seed: bytes, environment: Environment) -> None:
        self._key_id = key_id
        self._key = hmac.digest(seed, context(MEMORY, environment), "sha256")
        self._count = 0
        self.held: Believed | None = None
        "What was believed at the last start; None at the first."
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise faults.unusable(path, error.strerror) from error
        places = [os.pread(self._file, PLACE_BYTES, PLACE_BYTES * each) for each in (0, 1)]
        ours = [each for each in places if each[: len(key_id)] == key_id]
        for data in ours:
            self._read(data)
        self.cut_short = len(ours) == 1 and self.held is None
        "Whether the first write for this key was cut short: nothing was signed upon it."
        if len(ours) == len(places) and self.held is None:
            raise faults.memory_damaged(path)

    def keep(self, believed: Believed) -> None:
        """On the disk when this returns. Raises RefusedToSign."""
        payload = encode_sorted(believed.to_value())
        count = self._count + 1
        data = HEAD.pack(self._key_id, self._authenticator(count, payload), count, len(payload)) + payload
        if len(data) > PLACE_BYTES:
            raise RefusedToSign("there are more lines than a signer can remember")
        try:
            self._write(data, PLACE_BYTES * (count % 2))
            if count == 1:  # the other place is empty, or holds what was remembered for another key
                self._write(data, 0)
        except OSError as error:
            raise RefusedToSign(f"it cannot be remembered: {error.strerror}") from error
        self._count = count

    def _write(self, data: bytes, at: int) -> None:
        """On the disk when this returns. Raises OSError, RefusedToSign."""
        written = os.pwrite(self._file, data, at)
        if written != len(data):
            raise RefusedToSign(f"it cannot be remembered: {written} bytes of {len(data)} were written")
        os.fsync(self._file)

    def _read(self, data: bytes) -> None:
        if len(data) < HEAD.size:
            return
        _, told, count, length = HEAD.unpack_from(data)
        payload = data[HEAD.size : HEAD.size + length]
        if count > self._count and hmac.compare_digest(told, self._authenticator(count, payload)):
            try:
                self.held = Believed.from_value(decode(payload, size_max=PLACE_BYTES))
            except (CounterpartError, TypeError, ValueError):
                return
            self._count = count

    def _authenticator(self, count: int, payload: bytes) -> bytes:
        return hmac.digest(self._key, count.to_bytes(8, "big") + payload, "sha256")
