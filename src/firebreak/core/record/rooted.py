"""What the root keys of a party say in a record: new cards, revocations, explanations (`spec/keys.md`).

Such an entry speaks by the signatures of both root keys inside it, whatever becomes of the key under which it
was written: a party whose log key was stolen can still be heard. Whoever takes a card or a revocation in says
so by writing the same bytes into its own log; from that place on it holds.
"""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.cbor import decode, encode
from firebreak.core.base.errors import CounterpartError, FirebreakError
from firebreak.core.base.purposes import OFFICER, REVOKE, VERSION, Environment, context, digest
from firebreak.core.base.shape import Body, Choice, Inside, Number, Octets, Several, Text, item
from firebreak.core.envelope.card import Card, SignedCard, read_signed_card
from firebreak.core.envelope.cose import SIGNATURE_BYTES, signed_bytes
from firebreak.core.envelope.officer import STATEMENTS_MAX, Statement
from firebreak.core.envelope.release import RELEASE_KEY
from firebreak.core.envelope.verifying import (
    ED25519_KEY_BYTES,
    MLDSA65_SIGNATURE_BYTES,
    verify_ed25519,
    verify_mldsa65,
)
from firebreak.core.record.bodies import RUNS_SAID_MAX, Named, Run

EXPLAIN: Final = b"explain"
"Purpose string of an explanation."
CARD_ENTRY_BYTES_MAX: Final = 15 * 1_024  # of a card file that travels as an entry: some 60 officers
ROOTED_BYTES_MAX: Final = 4_096
REASON_MAX: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedBody(Body):
    """Base of every body that two officers may have to release."""

    release: tuple[Statement, ...] = item(
        RELEASE_KEY, Several(Inside(Statement), most=STATEMENTS_MAX), default=()
    )

    def detail(self) -> bytes:
        """What each statement of release is about: the digest of everything else in the body."""
        fields = {key: value for key, value in self.to_map().items() if key != RELEASE_KEY}
        return digest(OFFICER, encode(fields))


@dataclass(frozen=True, slots=True, kw_only=True)
class CardEntry(ReleasedBody):
    """Body of `card`: the next card of the writer."""

    card: bytes = item(1, Octets(most=CARD_ENTRY_BYTES_MAX))
    "A card file."

    def read(self) -> SignedCard:
        """The card. Raises BadCard; nothing is verified."""
        return read_signed_card(self.card)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardTaken(Body):
    """Body of `card.taken`: the counterpart's card that holds for the writer from this entry on."""

    card: bytes = item(1, Octets(most=CARD_ENTRY_BYTES_MAX))
    "The same bytes as it published."

    def read(self) -> SignedCard:
        """The card. Raises BadCard; nothing is verified."""
        return read_signed_card(self.card)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation(Body):
    """What both root keys sign about a log key that is no longer in its owner's hands alone."""

    version: int = item(0, Number(VERSION, VERSION), default=VERSION)
    environment: Environment = item(1, Choice(Environment))
    line: bytes = item(2, Octets(exactly=32))
    party: bytes = item(3, Octets(exactly=32))
    key: bytes = item(4, Octets(exactly=ED25519_KEY_BYTES))
    "The log key."
    last_good: Named | None = item(5, Inside(Named), default=None)
    "The newest entry under this key by which its party stands, with all before it; left out: there is none."
    reason: str = item(6, Text(most=REASON_MAX), default="")
    time: int = item(7, Number())


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation(Body):
    """What both root keys sign about two entries of theirs under one number."""

    version: int = item(0, Number(VERSION, VERSION), default=VERSION)
    environment: Environment = item(1, Choice(Environment))
    line: bytes = item(2, Octets(exactly=32))
    party: bytes = item(3, Octets(exactly=32))
    first: Named = item(4, Inside(Named))
    second: Named = item(5, Inside(Named))
    text: str = item(6, Text(most=REASON_MAX, least=1))
    time: int = item(7, Number())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooted(Body):
    """Bytes with the signatures of both root keys of a party."""

    payload: bytes = item(1, Octets(most=ROOTED_BYTES_MAX))
    ed25519: bytes = item(2, Octets(exactly=SIGNATURE_BYTES))
    mldsa65: bytes = item(3, Octets(exactly=MLDSA65_SIGNATURE_BYTES))

    def holds(self, purpose: bytes, card: Card) -> bool:
        """Whether the root keys of a card signed exactly these bytes."""
        message = signed_bytes(purpose, card.environment, self.payload)
        return verify_ed25519(card.root_ed25519, self.ed25519, message) and verify_mldsa65(
            card.root_mldsa65, self.mldsa65, message, context(purpose, card.environment)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Revoke(Body):
    """Body of `revoke`, and of a revocation file."""

    revocation: Rooted = item(1, Inside(Rooted))

    def read(self) -> Revocation:
        """What is said. Raises CounterpartError; nothing is verified."""
        return Revocation.from_bytes(self.revocation.payload)

    def holds(self, card: Card) -> bool:
        """Whether the root keys of a card say so."""
        return self.revocation.holds(REVOKE, card)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeTaken(Body):
    """Body of `revoke.taken`: the counterpart's revocation that holds for the writer from this entry on."""

    revocation: Rooted = item(1, Inside(Rooted))
    acknowledged: tuple[Run, ...] = item(2, Several(Inside(Run), most=RUNS_SAID_MAX), default=())
    "Entries after the last good one that the writer had acknowledged before: they stay, disputed."

    def read(self) -> Revocation:
        """What is said. Raises CounterpartError; nothing is verified."""
        return Revocation.from_bytes(self.revocation.payload)

    def holds(self, card: Card) -> bool:
        """Whether the root keys of a card say so."""
        return self.revocation.holds(REVOKE, card)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explain(ReleasedBody):
    """Body of `explain`: why two entries stand under one number. The proof stays; the alarm ends."""

    explanation: Rooted = item(1, Inside(Rooted))

    def read(self) -> Explanation:
        """What is said. Raises CounterpartError; nothing is verified."""
        return Explanation.from_bytes(self.explanation.payload)

    def holds(self, card: Card) -> bool:
        """Whether the root keys of a card say so."""
        return self.explanation.holds(EXPLAIN, card)


def is_revocation(data: bytes) -> bool:
    """Whether a file that somebody handed over holds a revocation and not a card or an offer."""
    try:
        return isinstance(decode(data, size_max=CARD_ENTRY_BYTES_MAX), dict)
    except FirebreakError:
        return False


def read_revocation_file(data: bytes) -> Revoke:
    """A revocation file. Raises CounterpartError."""
    try:
        body = Revoke.from_bytes(data)
        body.read()
    except CounterpartError as error:
        text = f"not a revocation: {error.text}"
        raise CounterpartError(text, code="FB431", hint="ask them for the file again") from error
    return body
