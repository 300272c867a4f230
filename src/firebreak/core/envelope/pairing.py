"""The pairing ceremony: two parties become a line (`spec/pairing.md`).

    DRAFT     our offer is made: our card and a fresh nonce
    EXCHANGED their offer was taken in, so the line id and the 40 digits exist
    COMPARED  each side read its half of the digits aloud and typed in the other's
    OPEN      both logs hold `line.open` with both card hashes

The digits stand for the line id and both cards. They are compared over a channel that is not this one,
by people who know each other's voices: whoever put other cards in between shows other digits.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final, Self

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.errors import CounterpartError, FirebreakError, LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment, digest
from firebreak.core.envelope.card import CARD_FILE_BYTES_MAX, BadCard, SignedCard, read_signed_card
from firebreak.core.envelope.card_import import KeyUse, check_import
from firebreak.core.envelope.opening import LineOpen

PAIRING: Final = b"pairing"
"Purpose string of the digits."
NONCE_BYTES: Final = 32
GROUPS: Final = 8
GROUP_DIGITS: Final = 5
DIGITS: Final = GROUPS * GROUP_DIGITS
OFFER_BYTES_MAX: Final = CARD_FILE_BYTES_MAX + 64


class State(IntEnum):
    """Where a ceremony stands."""

    DRAFT = 0
    EXCHANGED = 1
    COMPARED = 2
    OPEN = 3


class Step(IntEnum):
    """What takes a ceremony on."""

    EXCHANGE = 0
    COMPARE = 1
    BOTH_OPENED = 2


TRANSITIONS: Final = {
    (State.DRAFT, Step.EXCHANGE): State.EXCHANGED,
    (State.EXCHANGED, Step.COMPARE): State.COMPARED,
    (State.COMPARED, Step.BOTH_OPENED): State.OPEN,
}

WHAT_NEXT: Final = {
    State.DRAFT: "exchange offers with the counterpart first",
    State.EXCHANGED: "compare the digits with the counterpart first, by voice",
    State.COMPARED: "wait until both sides have opened the line",
    State.OPEN: "the line is open; begin a new ceremony for another one",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """What one party hands the other: its card and 32 random bytes that make this line unlike any other."""

    signed: SignedCard
    nonce: bytes

    @property
    def party(self) -> bytes:
        """Whose offer it is."""
        return self.signed.card.party

    def to_bytes(self) -> bytes:
        """The offer file."""
        return encode([self.signed.to_bytes(), self.nonce])


def read_offer(data: bytes) -> Offer:
    """Read an offer file; nothing is verified yet. Raises BadCard."""
    try:
        value = decode(data, size_max=OFFER_BYTES_MAX)
    except FirebreakError as error:
        raise BadCard(f"no offer either: {error.text}") from error
    match value:
        case [bytes(signed), bytes(nonce)] if len(nonce) == NONCE_BYTES:
            return Offer(read_signed_card(signed), nonce)
        case _:
            raise BadCard("an offer is [card, nonce]; perhaps this is a card alone")


def line_id(environment: Environment, one: Offer, other: Offer) -> bytes:
    """The id of the line that two offers make; the same whichever comes first."""
    lower, higher = sorted((one, other), key=lambda offer: offer.party)
    parts = (b"FB1 line", bytes([environment]), lower.party, higher.party, lower.nonce, higher.nonce)
    return hashlib.sha256(b"".join(parts)).digest()


@dataclass(frozen=True, slots=True)
class Digits:
    """Forty digits in eight groups of five. The party with the lower id reads the first four groups."""

    ours: tuple[str, ...]
    "Read these aloud."
    theirs: tuple[str, ...]
    "Type in what they read; never show these beside it."


@dataclass(frozen=True, slots=True)
class Pairing:
    """One ceremony as one side sees it. Each step gives a new value; a refused step changes nothing."""

    environment: Environment
    ours: Offer
    theirs: Offer | None = None
    state: State = State.DRAFT
    ours_opened: bool = False
    theirs_opened: bool = False

    @property
    def line(self) -> bytes:
        """The line id. Raises LocalError before offers were exchanged."""
        return line_id(self.environment, self.ours, self._theirs())

    @property
    def digits(self) -> Digits:
        """The digits to compare. Raises LocalError before offers were exchanged."""
        lower, higher = self._in_order()
        whole = digest(PAIRING, self.line, lower.signed.hash, higher.signed.hash)
        text = f"{int.from_bytes(whole, 'big') % 10**DIGITS:0{DIGITS}}"
        groups = tuple(text[at : at + GROUP_DIGITS] for at in range(0, DIGITS, GROUP_DIGITS))
        first, second = groups[: GROUPS // 2], groups[GROUPS // 2 :]
        return Digits(first, second) if lower is self.ours else Digits(second, first)

    def exchange(
        self,
        theirs: Offer,
        *,
        held: SignedCard | None = None,
        known_keys: Mapping[bytes, KeyUse],
        now: Instant,
    ) -> Self:
        """Take in their offer. `held` is the card we already hold of them, from another line; it may be
        offered again. `known_keys` holds our own card's keys too.
        """
        state = self._after(Step.EXCHANGE)
        previous = held if held is not None and held.hash != theirs.signed.hash else None
        check_import(
            theirs.signed, environment=self.environment, previous=previous, known_keys=known_keys, now=now
        )
        if theirs.party == self.ours.party or theirs.nonce == self.ours.nonce:
            raise CounterpartError("their offer is our own", code="FB131", hint="take in the file they made")
        return replace(self, theirs=theirs, state=state)

    def compare(self, typed: str) -> Self:
        """Hold the half they read aloud, as it was typed in, against what we see."""
        state = self._after(Step.COMPARE)
        heard = "".join(each for each in typed if each not in " -\t\n")
        expected = "".join(self.digits.theirs)
        if len(heard) != len(expected) or not (heard.isascii() and heard.isdigit()):
            raise LocalError(
                f"{len(heard)} characters typed, their half is {len(expected)} digits",
                code="FB133",
                hint="ask them to read their half again, group by group",
            )
        if not hmac.compare_digest(heard, expected):
            raise CounterpartError(
                "the digits they read are not those of the two cards on this side",
                code="FB133",
                hint="have them read again; if they still differ, somebody stands between: make new offers",
            )
        return replace(self, state=state)

    def line_open(self) -> LineOpen:
        """The body of our `line.open`, still without statements. Raises LocalError before the comparison."""
        if self.state < State.COMPARED:
            raise self._not_now()
        lower, higher = self._in_order()
        return LineOpen(
            parties=(lower.party, higher.party),
            cards=(lower.signed.hash, higher.signed.hash),
            nonces=(lower.nonce, higher.nonce),
        )

    def learn(self, body: LineOpen, *, ours: bool) -> Self:
        """A verified `line.open` stands in a log. Raises CounterpartError when it is not of this line."""
        if self.state < State.COMPARED:
            raise self._not_now()
        if body.facts() != self.line_open().facts():
            raise CounterpartError(
                "their line.open names other cards than those we compared",
                code="FB133",
                hint="make new offers and compare the digits again",
            )
        we, they = self.ours_opened or ours, self.theirs_opened or not ours
        opens = we and they and self.state is not State.OPEN
        state = self._after(Step.BOTH_OPENED) if opens else self.state
        return replace(self, ours_opened=we, theirs_opened=they, state=state)

    def to_bytes(self) -> bytes:
        """The ceremony as a file of our own keeps it between two commands."""
        theirs = None if self.theirs is None else self.theirs.to_bytes()
        flags = [self.ours_opened, self.theirs_opened]
        return encode([int(self.environment), self.ours.to_bytes(), theirs, int(self.state), *flags])

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read our own file. Raises LocalError."""
        try:
            return cls._from_value(decode(data, size_max=3 * OFFER_BYTES_MAX))
        except (ValueError, FirebreakError) as error:
            text = f"the kept pairing cannot be read: {error}"
            raise LocalError(text, code="FB136", hint="begin the ceremony again") from error

    @classmethod
    def _from_value(cls, value: Value) -> Self:
        match value:
            case [int(environment), bytes(ours), theirs, int(state), bool(we), bool(they)]:
                offer = read_offer(theirs) if isinstance(theirs, bytes) else None
                return cls(Environment(environment), read_offer(ours), offer, State(state), we, they)
            case _:
                raise ValueError("not the six parts of a ceremony")

    def _after(self, step: Step) -> State:
        state = TRANSITIONS.get((self.state, step))
        if state is None:
            raise self._not_now()
        return state

    def _not_now(self) -> LocalError:
        text = f"the ceremony stands at {self.state.name}"
        return LocalError(text, code="FB136", hint=WHAT_NEXT[self.state])

    def _theirs(self) -> Offer:
        if self.theirs is None:
            raise self._not_now()
        return self.theirs

    def _in_order(self) -> tuple[Offer, Offer]:
        lower, higher = sorted((self.ours, self._theirs()), key=lambda offer: offer.party)
        return lower, higher
