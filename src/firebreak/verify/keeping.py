"""What entries say about cards, revoked keys and release, read from their bodies for `tenure.py`."""

from collections.abc import Sequence
from typing import Final

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import AGREEMENT, digest
from firebreak.core.base.shape import BODY_BYTES_MAX
from firebreak.core.envelope.card import SignedCard, card_hash
from firebreak.core.envelope.header import key_id
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.release import PERSONS, TWO_PERSON, Roster
from firebreak.core.record.bundle import Head
from firebreak.core.record.rooted import RevokeTaken
from firebreak.verify.facts import Agreed, Name, Revoked

Map = dict[int, Value]

CARD: Final = 1  # the card file in a `card.taken`
TERMS: Final = 2  # the agreement in a `line.agree`
KINDS: Final = 12  # the kinds in it that two officers release


def taken(body: Map) -> bytes:
    """The hash of the card that a `card.taken` takes in; empty for bytes that hold none."""
    data = body.get(CARD)
    try:
        value = decode(data, size_max=BODY_BYTES_MAX) if isinstance(data, bytes) else None
    except CounterpartError:
        return b""
    payload = value[0] if isinstance(value, list) and value else None
    return card_hash(payload) if isinstance(payload, bytes) else b""


def revoked(body: Map, cards: Sequence[SignedCard], head: Head) -> Revoked:
    """What a `revoke.taken` says, and by whose root keys. Raises CounterpartError."""
    read = RevokeTaken.from_map(body)
    said = read.read()
    fits = (said.line, said.environment) == (head.line, head.environment)
    signed = (
        each.card.serial for each in cards if fits and said.party == each.card.party and read.holds(each.card)
    )
    return Revoked(
        key_id(said.key),
        said.last_good.ref if said.last_good else None,
        tuple(Name("run", each.last_hash, each.segment, each.last, each.first) for each in read.acknowledged),
        frozenset(signed),
    )


def agreed(body: Map) -> Agreed:
    """What a line agreement says about release."""
    terms = body.get(TERMS)
    kinds: Value = terms.get(KINDS, []) if isinstance(terms, dict) else []
    listed = kinds if isinstance(kinds, list) else []
    return Agreed(digest(AGREEMENT, encode(terms)), tuple(each for each in listed if isinstance(each, int)))


def released_by(kind: int, data: bytes, cards: Sequence[SignedCard], line: bytes) -> frozenset[int]:
    """Serials of the cards by which two officers released a body."""
    if kind not in TWO_PERSON:
        return frozenset()
    found: set[int] = set()
    for each in cards:
        roster = Roster(each.card.environment, {one.name: one for one in each.card.officers})
        try:
            enough = len(roster.holding(Kind(kind), line, data)) >= PERSONS
        except CounterpartError:
            return frozenset()
        found |= {each.card.serial} if enough else set()
    return frozenset(found)
