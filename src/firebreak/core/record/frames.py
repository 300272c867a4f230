"""Frames: what two nodes say to each other inside sealed packets.

An *entry* frame carries one signed entry, a *have* frame says what a node holds of both logs, so that
either side can send what the other lacks, including the other's own entries (`spec/frames.md`).
"""

from dataclasses import dataclass
from typing import Final, TypeAlias

from firebreak.core.base.cbor import Value, decode, encode_sorted
from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import SEGMENT_BYTES
from firebreak.core.envelope.kinds import Precedence

FRAMES_BYTES_MAX: Final = 60_000  # below the largest packet class, with its head and padding length
BATCH_MAX: Final = 256  # frames in one packet
SEGMENTS_MAX: Final = 600  # newest segments of each log that a have frame lists; 28 bytes each at most
EXTRAS_MAX: Final = 500  # entries beyond gaps that it lists of each log; 9 bytes each at most

NO_SEGMENT: Final = bytes(SEGMENT_BYTES)

ENTRY_FRAME: Final = 0
HAVE_FRAME: Final = 1


class BadFrame(CounterpartError):
    """A frame that is not one of this version, or that cannot be put together here."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"unusable frame: {reason}", code="FB140", hint="dropped; it will be asked for again"
        )


@dataclass(frozen=True, slots=True)
class EntryFrame:
    """One entry to be sent; `full` when the receiver may lack what the compact form leaves out."""

    entry: Entry
    full: bool = False

    @property
    def precedence(self) -> Precedence:
        """Its place in every queue."""
        return self.entry.header.precedence


@dataclass(frozen=True, slots=True)
class Holding:
    """What is held of one segment: entries 1..count, and some beyond a gap."""

    segment: bytes
    count: int
    extras: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HaveFrame:
    """What the sender holds of its own log and of the receiver's."""

    mine: tuple[Holding, ...]
    yours: tuple[Holding, ...]
    answer: bool = False
    "Whether this one answers another, so that two nodes do not greet each other for ever."
    current: bytes = NO_SEGMENT
    "The segment in which the sender's process signs or will sign; every other one of its log is finished."

    precedence = Precedence.IMMEDIATE


@dataclass(frozen=True, slots=True)
class Resend:
    """Entries of one segment to be read from the store and sent in full."""

    writer: bytes
    segment: bytes
    first: int
    last: int

    precedence = Precedence.ROUTINE


Frame: TypeAlias = EntryFrame | HaveFrame | Resend


def have_value(frame: HaveFrame) -> Value:
    """The CBOR form of a have frame."""
    return [HAVE_FRAME, _holdings(frame.mine), _holdings(frame.yours), frame.answer, frame.current]


def read_have(value: list[Value]) -> HaveFrame:
    """Read a have frame. Raises BadFrame."""
    try:
        _, mine, yours, answer, current = value
        return HaveFrame(_read_holdings(mine), _read_holdings(yours), answer is True, _segment(current))
    except (TypeError, ValueError) as error:
        raise BadFrame(str(error)) from error


def _holdings(holdings: tuple[Holding, ...]) -> Value:
    """The newest segments; the room for entries beyond gaps goes to the newest of those first."""
    listed: list[Value] = []
    room = EXTRAS_MAX
    for each in reversed(holdings[-SEGMENTS_MAX:]):
        extras = each.extras[:room]
        room -= len(extras)
        listed.append([each.segment, each.count, list(extras)])
    return listed[::-1]


def _read_holdings(value: Value) -> tuple[Holding, ...]:
    if not isinstance(value, list) or len(value) > SEGMENTS_MAX:
        raise ValueError("a list of segments is missing or too long")
    return tuple(_read_holding(each) for each in value)


def _read_holding(value: Value) -> Holding:
    if not isinstance(value, list):
        raise ValueError("a segment is not a list")
    segment, count, extras = value
    if not isinstance(extras, list) or len(extras) > EXTRAS_MAX:
        raise ValueError("too many entries beyond a gap")
    return Holding(_segment(segment), _count(count), tuple(_count(each) for each in extras))


def _segment(value: Value) -> bytes:
    if not isinstance(value, bytes) or len(value) != SEGMENT_BYTES:
        raise ValueError("a segment id is not 16 bytes")
    return value


def _count(value: Value) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("a count is not a whole number")
    return value


def pack(values: list[Value]) -> bytes:
    """The plaintext of a packet."""
    return encode_sorted(values)


def unpack(data: bytes) -> list[list[Value]]:
    """The frames of a packet, each still a list. Raises NotStrict or BadFrame."""
    values = decode(data)
    if not isinstance(values, list) or len(values) > BATCH_MAX:
        raise BadFrame("a packet is not a list of at most 256 frames")
    frames = [each for each in values if isinstance(each, list) and each]
    if len(frames) != len(values):
        raise BadFrame("a frame is not a list")
    return frames
