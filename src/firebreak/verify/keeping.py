"""What entries say about cards, revoked keys and release, read from their bodies for `tenure.py`."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import AGREEMENT, digest
from firebreak.core.base.shape import BODY_BYTES_MAX
from firebreak.core.envelope.card import SignedCard, card_hash, read_signed_card, root_signatures_hold
from firebreak.core.envelope.card_import import root_id
from firebreak.core.envelope.header import key_id
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.release import PERSONS, RELEASE_KEY, TERMS_KEY, TWO_PERSON, Roster, two_person
from firebreak.core.record.bundle import Head
from firebreak.core.record.rooted import RevokeTaken
from firebreak.verify.facts import Agreed, Name, Revoked

Map = dict[int, Value]


class Releases(NamedTuple):
    """What officers signed to release a body."""

    by: set[int]
    "Serials of the cards by which two officers did."
    said: dict[bytes, str]
    "The names of statements that hold by some card, and their officers."


CARD: Final = 1  # the card file in a `card.taken`


def taken(body: Map) -> bytes:
    """The hash of the card in a `card` or `card.taken`; empty for bytes that hold none."""
    data = body.get(CARD)
    try:
        value = decode(data, size_max=BODY_BYTES_MAX) if isinstance(data, bytes) else None
    except CounterpartError:
        return b""
    payload = value[0] if isinstance(value, list) and value else None
    return card_hash(payload) if isinstance(payload, bytes) else b""


def is_left_out(body: Map, cards: Sequence[SignedCard]) -> bool:
    """Whether the card in a `card.taken` holds, by the newest of its owner's, and is none of them."""
    data = body.get(CARD)
    try:
        signed = read_signed_card(data) if isinstance(data, bytes) else None
    except CounterpartError:
        return False
    if signed is None or not cards or signed.hash in {each.hash for each in cards}:
        return False
    roots = (root_id(cards[-1].card), cards[-1].card.next_root)
    return root_id(signed.card) in roots and root_signatures_hold(signed)


def revoked(body: Map, cards: Sequence[SignedCard], head: Head) -> Revoked:
    """What a `revoke` or `revoke.taken` says, and by whose root keys. Raises CounterpartError."""
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
    terms = body.get(TERMS_KEY)
    return Agreed(digest(AGREEMENT, encode(terms)), two_person(terms))


def releases(kind: int, data: bytes, body: Map, cards: Sequence[SignedCard], line: bytes) -> Releases:
    """The statements by which officers released a body, and the cards by which two of them did."""
    found = Releases(set(), {})
    place = TWO_PERSON.get(Kind(kind))
    if place is None or (place.key == RELEASE_KEY and RELEASE_KEY not in body):
        return found
    for each in cards:
        roster = Roster(each.card.environment, {one.name: one for one in each.card.officers})
        try:
            said = roster.words(Kind(kind), line, data)
        except CounterpartError:
            return found
        found.said.update({one.name: one.officer for _, one in said if one.action is place.action})
        if len({key for key, _ in said}) >= PERSONS:
            found.by.add(each.card.serial)
    return found
