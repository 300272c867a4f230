"""Two-person kinds: entries that a node may write only with the word of two officers (`spec/signer.md`).

The rule is read from the bytes of a body and not from its class, so that whoever holds the log key can check
it without knowing how messages and agreements are built. In every such body the statements stand under one
key, and each of them names the digest of all the rest.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import OFFICER, Environment, digest
from firebreak.core.base.shape import BODY_BYTES_MAX
from firebreak.core.envelope.card import POWERS, Officer, Power
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import STATEMENT_KEY, STATEMENTS_MAX, Action, Statement, verifies

PERSONS: Final = 2
COMPARE_KEY: Final = 1  # statements of those who compared, in `line.open` and `line.agree`
RELEASE_KEY: Final = 10  # statements of those who released an entry, in its body
TERMS_KEY: Final = 2  # the agreement in a `line.agree`
WITNESSES_KEY: Final = 10  # the witnesses in an agreement
QUORUM_KEY: Final = 11  # how many of their operators it takes
TWO_PERSON_KEY: Final = 12  # the kinds in it that two officers release


class Place(NamedTuple):
    """Where a body carries the statements that release it, and what they have to state."""

    key: int
    action: Action
    issue: Action | None = None
    """What an officer states under key 1 of a body that is an officer's word already: that officer is one of
    the two, if able to release. What all of them sign leaves both keys out."""

    @property
    def left_out(self) -> frozenset[int]:
        """Keys that are no part of what is signed."""
        return frozenset({self.key} if self.issue is None else {self.key, STATEMENT_KEY})


TWO_PERSON: Final = {
    Kind.LINE_OPEN: Place(COMPARE_KEY, Action.COMPARE),
    Kind.LINE_AGREE: Place(COMPARE_KEY, Action.COMPARE),
    Kind.MESSAGE: Place(RELEASE_KEY, Action.RELEASE),
    Kind.STATEMENT: Place(RELEASE_KEY, Action.RELEASE),
    Kind.NOTICE: Place(RELEASE_KEY, Action.RELEASE, Action.ISSUE),
    Kind.EXPLAIN: Place(RELEASE_KEY, Action.RELEASE),
    Kind.CARD: Place(RELEASE_KEY, Action.RELEASE),
}
"Kinds that may need two officers; of messages and notices only flash ones."
FLASH_ONLY: Final = frozenset({Kind.MESSAGE, Kind.NOTICE})

ALWAYS: Final = {
    Environment.REAL: frozenset({Kind.LINE_OPEN, Kind.LINE_AGREE}),
    Environment.EXERCISE: frozenset[Kind](),
}
"What needs two officers whatever the line agreement says."


def agreed_kinds(body: bytes) -> frozenset[Kind]:
    """The two-person kinds that a `line.agree` names. Raises CounterpartError."""
    fields = decode(body, size_max=BODY_BYTES_MAX)
    kinds = two_person(fields.get(TERMS_KEY)) if isinstance(fields, dict) else ()
    return frozenset(each for each in TWO_PERSON if int(each) in kinds)


def two_person(terms: Value) -> tuple[int, ...]:
    """The numbers of the kinds that two officers release by an agreement."""
    listed = terms.get(TWO_PERSON_KEY) if isinstance(terms, dict) else None
    return tuple(each for each in listed if isinstance(each, int)) if isinstance(listed, list) else ()


def may_need_two(kind: int, precedence: Precedence) -> bool:
    """Whether any agreement could ask for two officers: then the signer wants to see the body."""
    return kind in TWO_PERSON and (kind not in FLASH_ONLY or precedence is Precedence.FLASH)


@dataclass(frozen=True, slots=True)
class Roster:
    """The officers of one party, as its card has them."""

    environment: Environment
    officers: Mapping[str, Officer]

    def holding(self, kind: Kind, line: bytes, body: bytes) -> frozenset[bytes]:
        """Keys of the officers who released this body. Raises CounterpartError for what is no body."""
        return frozenset(key for key, _ in self.words(kind, line, body))

    def words(self, kind: Kind, line: bytes, body: bytes) -> list[tuple[bytes, Statement]]:
        """The statements that release this body, each with its officer's key. Raises CounterpartError."""
        place = TWO_PERSON[kind]
        fields = decode(body, size_max=BODY_BYTES_MAX)
        if not isinstance(fields, dict):
            return []
        rest = {key: each for key, each in fields.items() if key not in place.left_out}
        detail, power = digest(OFFICER, encode(rest)), POWERS.get(place.action, Power.DUTY)
        said = [(each, place.action) for each in _statements(fields.get(place.key))]
        if place.issue is not None and STATEMENT_KEY in fields:
            said.append((Statement.from_map(fields[STATEMENT_KEY]), place.issue))
        named = ((self.officers.get(each.officer), each, action) for each, action in said)
        return [
            (by.key, each)
            for by, each, action in named
            if by is not None
            and power in by.powers
            and not About(self.environment, line, action, detail).broken(each, [by])
        ]


class About(NamedTuple):
    """What an officer's statement has to be about."""

    environment: Environment
    line: bytes
    action: Action | None
    "None where any will do."
    detail: bytes
    "Digest of the body without its statements."

    def broken(self, said: Statement, officers: Sequence[Officer]) -> str:
        """The first rule of BUNDLE-027 that a statement breaks, by its code; empty when it holds.

        `officers` are all that bear the officer's name on the cards that may have been in force.
        """
        if self.action not in (None, said.action):
            return "statement-action"
        if said.detail != self.detail:
            return "statement-detail"
        if not officers:
            return "officer-unknown"
        able = [each for each in officers if POWERS.get(said.action, Power.DUTY) in each.powers]
        if not able:
            return "officer-power"
        holds = any(verifies(said, each.key, self.environment, self.line) for each in able)
        return "" if holds else "statement-signature"


def _statements(value: Value) -> list[Statement]:
    listed = value if isinstance(value, list) else []
    if len(listed) > STATEMENTS_MAX:
        return []
    return [Statement.from_map(each) for each in listed]


def released_by(
    kind: int, precedence: Precedence, body: bytes, agreed: Iterable[int], roster: Roster, line: bytes
) -> int | None:
    """How many officers released an entry for which the agreement asks for two; None when that is enough.

    Both sides and every reader of the record ask this one question. Raises nothing: a body that cannot be
    read was released by nobody.
    """
    if kind not in agreed or not may_need_two(kind, precedence):
        return None
    try:
        count = len(roster.holding(Kind(kind), line, body))
    except CounterpartError:
        count = 0
    return count if count < PERSONS else None
