"""Two-person kinds: entries that a node may write only with the word of two officers (`spec/signer.md`).

The rule is read from the bytes of a body and not from its class, so that whoever holds the log key can check
it without knowing how messages and agreements are built. In every such body the statements stand under one
key, and each of them names the digest of all the rest.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import OFFICER, Environment, digest
from firebreak.core.base.shape import BODY_BYTES_MAX
from firebreak.core.envelope.card import POWERS, Officer
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import STATEMENTS_MAX, Action, Statement, verifies

PERSONS: Final = 2


class Place(NamedTuple):
    """Where a body carries the statements that release it, and what they have to state."""

    key: int
    action: Action


TWO_PERSON: Final = {
    Kind.LINE_OPEN: Place(1, Action.COMPARE),
    Kind.LINE_AGREE: Place(1, Action.COMPARE),
    Kind.MESSAGE: Place(10, Action.RELEASE),
    Kind.STATEMENT: Place(10, Action.RELEASE),
    Kind.EXPLAIN: Place(10, Action.RELEASE),
    Kind.CARD: Place(10, Action.RELEASE),
}
"Kinds that may need two officers; of messages only flash ones."

ALWAYS: Final = {
    Environment.REAL: frozenset({Kind.LINE_OPEN, Kind.LINE_AGREE}),
    Environment.EXERCISE: frozenset[Kind](),
}
"What needs two officers whatever the line agreement says."


def agreed_kinds(body: bytes) -> frozenset[Kind]:
    """The two-person kinds that a `line.agree` names. Raises CounterpartError."""
    match decode(body, size_max=BODY_BYTES_MAX):
        case {2: {12: list(kinds)}}:  # agreement, two_person
            return frozenset(each for each in TWO_PERSON if int(each) in kinds)
        case _:
            return frozenset()


def may_need_two(kind: int, precedence: Precedence) -> bool:
    """Whether any agreement could ask for two officers: then the signer wants to see the body."""
    return kind in TWO_PERSON and (kind != Kind.MESSAGE or precedence is Precedence.FLASH)


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
        detail = digest(OFFICER, encode({key: each for key, each in fields.items() if key != place.key}))
        return list(self._holding(_statements(fields.get(place.key)), place.action, detail, line))

    def _holding(
        self, said: Iterable[Statement], action: Action, detail: bytes, line: bytes
    ) -> Iterator[tuple[bytes, Statement]]:
        for each in said:
            officer = self.officers.get(each.officer)
            if officer is None or each.action is not action or each.detail != detail:
                continue
            if POWERS[action] in officer.powers and verifies(each, officer.key, self.environment, line):
                yield officer.key, each


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
