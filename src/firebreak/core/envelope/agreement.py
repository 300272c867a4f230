"""The line agreement: what the two parties promised each other, as plain bounded data with a hash.

Both parties sign the same agreement in their own log (`line.agree`); it is in force when both logs hold one
with the same hash. Until then, and for whatever it leaves out, the defaults below hold.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from firebreak.core.base.cbor import encode
from firebreak.core.base.purposes import OFFICER, digest
from firebreak.core.base.shape import Body, Choice, Flag, Inside, Number, Octets, Several, Text, item
from firebreak.core.envelope.officer import Statement

AGREEMENT: Final = b"agreement"
"Purpose string of an agreement's hash."

RING_SECONDS_MAX: Final = 180  # longer than any agreed ring; beyond it a timer leaked
CLOCK_SECONDS_MAX: Final = 30 * 86_400
LADDER_MAX: Final = 16
HOLIDAYS_MAX: Final = 400  # days of one year and a bit
STATEMENTS_MAX: Final = 4
NO_BOOK: Final = bytes(32)
"Hash of the phrase book when none is agreed."


class Padding(IntEnum):
    """How packets of the line are padded; it belongs to the link profile."""

    THIN = 0
    "Steps of 32 bytes, for narrow links."
    STANDARD = 1
    "Five classes of packets: 256 B, 1, 4, 16 and 64 KiB."


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks(Body):
    """Deadlines of one precedence in seconds; 0 means that none was promised."""

    node_seconds: int = item(1, Number(0, CLOCK_SECONDS_MAX))
    "Receipt by their node (R1)."
    desk_seconds: int = item(2, Number(0, CLOCK_SECONDS_MAX))
    "Shown at a desk (R2)."
    acknowledge_seconds: int = item(3, Number(0, CLOCK_SECONDS_MAX))
    "Acknowledged by an officer (R4)."


DEFAULT_CLOCKS: Final = (
    Clocks(node_seconds=600, desk_seconds=0, acknowledge_seconds=86_400),
    Clocks(node_seconds=120, desk_seconds=0, acknowledge_seconds=3_600),
    Clocks(node_seconds=30, desk_seconds=120, acknowledge_seconds=600),
    Clocks(node_seconds=10, desk_seconds=30, acknowledge_seconds=180),
)
"Routine, priority, immediate, flash: indexed by `Precedence`."


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar(Body):
    """When line checks are due."""

    every_seconds: int = item(1, Number(10, 86_400), default=300)
    "One slot of the automatic check."
    watch_seconds: int = item(2, Number(600, 7 * 86_400), default=8 * 3_600)
    "Length of a watch; each holds one check that an officer signs."
    zone: str = item(3, Text(most=64, least=1), default="UTC")
    "Time zone, by its name in the IANA database, in which days begin."
    holidays: tuple[str, ...] = item(4, Several(Text(most=10, least=10), most=HOLIDAYS_MAX), default=())
    "Days without an officer's check, as `2022-05-09`."
    alternating: bool = item(5, Flag(), default=True)
    "Whether the parties take turns in beginning a check, the lower party id first."


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Body):
    """Everything the two parties agreed on beyond the protocol."""

    ladder: tuple[str, ...] = item(1, Several(Text(most=32, least=1), most=LADDER_MAX), default=())
    "Levels of desks, the lowest first."
    ring_seconds: int = item(2, Number(5, RING_SECONDS_MAX), default=60)
    languages: tuple[str, ...] = item(
        3, Several(Text(most=8, least=2), most=16), default=("en", "de", "ru", "uk")
    )
    phrase_book: bytes = item(4, Octets(exactly=32), default=NO_BOOK)
    "Hash of the agreed phrase book."
    padding: Padding = item(5, Choice(Padding), default=Padding.STANDARD)
    clocks: tuple[Clocks, ...] = item(6, Several(Inside(Clocks), most=4), default=DEFAULT_CLOCKS)
    calendar: Calendar = item(7, Inside(Calendar), default=Calendar())
    retention_days: int = item(8, Number(1, 36_525), default=3_650)
    "How long bodies are kept; headers stay while the line lives."

    def __post_init__(self) -> None:
        if len(self.clocks) != len(DEFAULT_CLOCKS):
            raise ValueError(f"clocks for {len(self.clocks)} precedences, not {len(DEFAULT_CLOCKS)}")

    @property
    def hash(self) -> bytes:
        """How `line.agree` of both parties name the same agreement."""
        return digest(AGREEMENT, encode(self.to_map()))


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAgree(Body):
    """Body of `line.agree`: the agreement, and the officers who signed it."""

    statements: tuple[Statement, ...] = item(1, Several(Inside(Statement), most=STATEMENTS_MAX), default=())
    agreement: Agreement = item(2, Inside(Agreement))

    def detail(self) -> bytes:
        """What each statement is about: the digest of everything else in the body."""
        return digest(OFFICER, encode({2: self.agreement.to_map()}))
