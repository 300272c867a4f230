"""`line.open`: what each log holds before anything else is said on a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.cbor import Value, encode
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import OFFICER, Environment, digest
from firebreak.core.base.shape import Body, Inside, Octets, Several, item
from firebreak.core.envelope.officer import STATEMENTS_MAX, Action, Statement, verifies

OFFICERS: Final = {Environment.REAL: 2, Environment.EXERCISE: 1}
"How many officers of a party have compared the digits."

_PAIR: Final = Several(Octets(exactly=32), most=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineOpen(Body):
    """Both parties, cards and nonces, those of the lower party id first; and who compared them."""

    statements: tuple[Statement, ...] = item(1, Several(Inside(Statement), most=STATEMENTS_MAX), default=())
    parties: tuple[bytes, ...] = item(2, _PAIR)
    cards: tuple[bytes, ...] = item(3, _PAIR)
    "`card_hash` of each."
    nonces: tuple[bytes, ...] = item(4, _PAIR)

    def __post_init__(self) -> None:
        if {len(self.parties), len(self.cards), len(self.nonces)} != {2} or self.parties[0] >= self.parties[
            1
        ]:
            raise ValueError("names not two of each, the lower party id first")

    def facts(self) -> dict[int, Value]:
        """All but the statements: the same in both logs."""
        return {key: value for key, value in self.to_map().items() if key != 1}

    def detail(self) -> bytes:
        """What each officer's statement is about, 32 bytes."""
        return digest(OFFICER, encode(self.facts()))


def check_compared(
    statements: tuple[Statement, ...],
    detail: bytes,
    roster: Mapping[str, bytes],
    environment: Environment,
    line: bytes,
) -> None:
    """Raise CounterpartError unless enough officers of the roster state that they compared `detail`.

    The roster (name to Ed25519 key) holds those who may: of a card, the officers with the power PAIR.
    """
    names = compared(statements, detail, roster, environment, line)
    if len(names) < OFFICERS[environment]:
        raise CounterpartError(
            f"{len(names)} officers compared the digits, {OFFICERS[environment]} are needed",
            code="FB133",
            hint="each officer who compared has to sign, under a name and key of the card's roster",
        )


def compared(
    statements: tuple[Statement, ...],
    detail: bytes,
    roster: Mapping[str, bytes],
    environment: Environment,
    line: bytes,
) -> set[str]:
    """The officers of the roster who state that they compared `detail`."""
    return {each.officer for each in statements if _holds(each, detail, roster, environment, line)}


def _holds(
    each: Statement, detail: bytes, roster: Mapping[str, bytes], environment: Environment, line: bytes
) -> bool:
    key = roster.get(each.officer)
    return (
        key is not None
        and each.action is Action.COMPARE
        and each.detail == detail
        and verifies(each, key, environment, line)
    )
