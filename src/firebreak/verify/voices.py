"""The shape of voice notes: bounds, hashes, and as many parts as the bytes fill (`spec/sound.md`)."""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.cbor import Value
from firebreak.core.base.shape import Body, Number, Octets, Several, Text, item
from firebreak.core.envelope.header import HASH_BYTES
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import STATEMENT_KEY

PART_BYTES: Final = 12_000
PARTS_MAX: Final = 4
HASH: Final = Octets(exactly=HASH_BYTES)
DESK: Final = Text(most=40, least=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Body):
    """What announces a note, but for the statement."""

    desk: str = item(2, DESK)
    from_desk: str = item(3, DESK)
    duration_ms: int = item(4, Number(1, 31_000))
    sound: int = item(5, Number(1, 1), default=1)
    size_bytes: int = item(6, Number(1, PARTS_MAX * PART_BYTES))
    sha256: bytes = item(7, HASH)
    parts: tuple[bytes, ...] = item(8, Several(HASH, most=PARTS_MAX))
    gist: str = item(9, Text(most=500), default="")
    language: str = item(10, Text(most=8), default="")

    def __post_init__(self) -> None:
        if len(self.parts) != -(-self.size_bytes // PART_BYTES):
            raise ValueError("another number of parts than its bytes fill")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Body):
    """Bytes of a note."""

    note: bytes = item(1, HASH)
    index: int = item(2, Number(0, PARTS_MAX - 1))
    data: bytes = item(3, Octets(most=PART_BYTES))

    def __post_init__(self) -> None:
        if not self.data:
            raise ValueError("a part without a byte")


def hold(kind: int, body: dict[int, Value]) -> None:
    """Raise BadShape unless the body has the shape of its kind."""
    if kind == Kind.VOICE_NOTE:
        Note.from_map({key: value for key, value in body.items() if key != STATEMENT_KEY})
    if kind == Kind.VOICE_PART:
        Part.from_map(body)
