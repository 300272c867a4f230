"""Bundles bent at random, by somebody without keys and by a party that signs whatever it likes.

The end is always made true again. What a verifier says of such a file is not known beforehand; two verifiers
have to say the same.
"""

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final, cast

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.purposes import OFFICER, REVOKE, digest
from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import Action
from firebreak.core.record.rooted import Revocation, Revoke, RevokeTaken
from tests.carded import Roots
from tests.parties import NORTH, NOW, SOUTH, Party, public
from tests.records import Record, a_lively_record
from tests.verify.bending import BENDS
from tests.verify.keeping import agreed, revoked, rotated, taken_over

LIVELY: Final = a_lively_record()
PLAIN: Final = SOUTH.card().certificate
HASHES: Final = [each.hash for each in LIVELY.entries]
SIDES: Final = (NORTH, SOUTH)


def mutated(seed: int) -> bytes:
    """A bundle that this number stands for."""
    chance = random.Random(seed)
    record = _some_record(chance)
    for _ in range(chance.randint(1, 3)):
        chance.choice(CHANGES)(record, chance)
    data = record.bundle()
    return _damaged(data, chance) if chance.random() < 0.1 else data


def _some_record(chance: random.Random) -> Record:
    if chance.random() < 0.4:
        return chance.choice(BENDS)[2]()
    if chance.random() < 0.3:
        return chance.choice((rotated, agreed, revoked, taken_over))()
    record = a_lively_record() if chance.random() < 0.5 else Record().opened()
    record.cards = list(record.cards)
    return record


# -- by somebody without keys -------------------------------------------------------------------------


def drop(record: Record, chance: random.Random) -> None:
    if record.entries:
        record.entries.pop(chance.randrange(len(record.entries)))


def shuffle(record: Record, chance: random.Random) -> None:
    chance.shuffle(record.entries)


def double(record: Record, chance: random.Random) -> None:
    if record.entries:
        record.entries.append(chance.choice(record.entries))


def flip(record: Record, chance: random.Random) -> None:
    """One byte of a header, a signature, a salt or a body."""
    if not record.entries:
        return
    at = chance.randrange(len(record.entries))
    part = chance.choice(("payload", "signature", "salt", "body"))
    held = getattr(record.entries[at], part)
    if held:
        record.entries[at] = replace(record.entries[at], **{part: flipped(held, chance)})


def bare(record: Record, chance: random.Random) -> None:
    record.entries = [each.bare() if chance.random() < 0.3 else each for each in record.entries]


def select(record: Record, chance: random.Random) -> None:
    """Claim that the file is only a part, and let some of the beginning go."""
    record.changes = {**record.changes, "selection": (NOW, NOW + 10**6)}
    record.entries = record.entries[chance.randrange(6) :]


def flip_card(record: Record, chance: random.Random) -> None:
    at = chance.randrange(len(record.cards))
    part = chance.choice(("payload", "payload", "signature_ed25519", "signature_mldsa65"))
    held = flipped(getattr(record.cards[at], part), chance)
    record.cards[at] = cast("SignedCard", replace(record.cards[at], **{part: held}))


def drop_card(record: Record, chance: random.Random) -> None:
    if len(record.cards) > 1:
        record.cards.pop(chance.randrange(len(record.cards)))


# -- by a party ---------------------------------------------------------------------------------------


def sign_header(record: Record, chance: random.Random) -> None:
    """An entry with one field of the header as it should not be."""
    some: tuple[dict[str, Any], ...] = (
        {"prev": chance.choice(HASHES)},
        {"seen": None},
        {"seen": _ref(record, chance)},
        {"refs": (_ref(record, chance), _ref(record, chance))},
        {"seq": chance.randint(1, 12)},
        {"segment": bytes([chance.randrange(3)]) * 16, "seq": 1},
        {"kind": chance.randrange(80)},
        {"critical": (40,)},
        {"extensions": ((40, _value(chance, 2)),)},
        {"witness": bytes(32)},
        {"size_class": chance.randrange(4)},
    )
    changes = chance.choice(some)
    record.say(_side(record, chance), changes.pop("kind", Kind.STATUS), **changes)


def sign_body(record: Record, chance: random.Random) -> None:
    """An entry of some kind with the body of another, with one value in it changed, or with junk."""
    kind = chance.choice([each.header.kind for each in LIVELY.entries] + [int(each) for each in Kind])
    fitting = [each for each in record.entries if each.header.kind == kind and each.body] or LIVELY.entries
    body = decode_or_none(chance.choice(fitting).body)
    for _ in range(chance.randrange(3)):
        body = changed(body, chance)
    data = encode(body) if chance.random() < 0.9 else chance.randbytes(chance.randrange(40))
    if len(data) <= 16_384:
        record.say(_side(record, chance), kind, data)


def sign_card(record: Record, chance: random.Random) -> None:
    """A next card with one field changed."""
    party = _side(record, chance)
    held = [each for each in record.cards if each.card.party == record.party_id(party)]
    if not held:
        return
    some: tuple[dict[str, Any], ...] = (
        {},
        {"serial": chance.randint(1, 3)},
        {"previous": bytes(32)},
        {"log_key": chance.choice((NORTH, SOUTH)).card().log_key},
        {"log_key": _weak(chance)},
        {"kem_key": flipped(party.card().kem_key, chance)},
        {"kem_key": party.card().kem_key[:1184] + bytes(31) + bytes([chance.choice((0, 128, 127))])},
        {"valid_until": NOW - 10**9},
        {"version_min": 2, "version_max": 3},
        {"certificate": flipped(party.card().certificate, chance)},
        {"officers": party.card().officers * 2},
        {"desks": ()},
        {"name": "\u202eX"},
    )
    record.cards.append(party.next_card(held[-1], **chance.choice(some)))


def sign_certificate(record: Record, chance: random.Random) -> None:
    """A next card whose certificate is changed, under its true hash."""
    record.cards.append(SOUTH.next_card(SOUTH.signed(), **certified(flipped(PLAIN, chance))))


def certified(certificate: bytes) -> dict[str, Any]:
    """The fields of a card with this certificate."""
    return {"certificate": certificate, "certificate_hash": hashlib.sha256(certificate).digest()}


def sign_agreement(record: Record, chance: random.Random) -> None:
    """Terms with values of any type in them, with the statement of an officer of each side."""
    terms = {key: _value(chance, 2) for key in (1, 10, 11, 12, 40) if chance.random() < 0.4}
    for party in SIDES if chance.random() < 0.7 else [NORTH]:
        say_agreed(record, party, terms)


def say_agreed(record: Record, party: Party, terms: Value) -> None:
    """What an officer signed who agreed to any terms at all."""
    statement = record.statement(party, Action.COMPARE, digest(OFFICER, encode({2: terms})))
    record.say(party, Kind.LINE_AGREE, encode({1: [statement.to_map()], 2: terms}))


def sign_revocation(record: Record, chance: random.Random) -> None:
    """A revocation with one value of it changed, dropped or added, and both root signatures over that."""
    held = cast("dict[int, Value]", changed(cast("Value", revocation(record)), chance))
    say_revoked(record, held if chance.random() < 0.5 else {**revocation(record), 5: _value(chance, 1)})


def revocation(record: Record) -> dict[int, Value]:
    """The fields of a revocation that is in order: North does not stand by anything."""
    line, party, key = record.head.line, record.party_id(NORTH), public(NORTH.key("log"))
    said = Revocation(environment=NORTH.environment, line=line, party=party, key=key, time=record.now)
    return said.to_map()


def say_revoked(record: Record, said: Value) -> None:
    """North revokes in these words, and South takes it in."""
    body = Revoke(revocation=Roots("North").rooted(REVOKE, encode(said)))
    record.say(NORTH, Kind.REVOKE, body)
    record.say(SOUTH, Kind.REVOKE_TAKEN, RevokeTaken(revocation=body.revocation))


CHANGES: Final[Sequence[Callable[[Record, random.Random], None]]] = (
    drop, shuffle, double, flip, flip, bare, select, flip_card, drop_card,
    sign_header, sign_header, sign_header, sign_body, sign_body, sign_body, sign_body, sign_card,
    sign_certificate, sign_agreement, sign_agreement, sign_revocation, sign_revocation,
)  # fmt: skip


def changed(value: Value, chance: random.Random) -> Value:  # noqa: PLR0911
    """The same value with one thing in it replaced, left out or added."""
    if isinstance(value, dict) and value and chance.random() < 0.8:
        key = chance.choice(list(value))
        if chance.random() < 0.15:
            return {each: held for each, held in value.items() if each != key}
        return {**value, key: changed(value[key], chance)}
    if isinstance(value, dict):
        return dict(sorted({**value, chance.choice((2, 9, 33)): _value(chance, 1)}.items()))
    if isinstance(value, list) and value and chance.random() < 0.8:
        at = chance.randrange(len(value))
        return [*value[:at], changed(value[at], chance), *value[at + 1 :]]
    if isinstance(value, bytes) and value and chance.random() < 0.8:
        return chance.choice([*HASHES, flipped(value, chance), flipped(value, chance)])
    if type(value) is int and chance.random() < 0.8:
        return max(0, value + chance.choice((-1, 1, 1 << 40)))
    return _value(chance, 1)


def flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ chance.randint(1, 255)]) + data[at + 1 :]


def decode_or_none(data: bytes | None) -> Value:
    return decode(data) if data else None


def _value(chance: random.Random, depth: int) -> Value:
    some: list[Value] = [
        None, True, False, 0, 7, -1, 2**53, 2**64 - 1, b"", bytes(32), "", "Vogt", "\ufeff",
        chance.choice(HASHES),
    ]  # fmt: skip
    if depth:
        some += [[_value(chance, depth - 1)], {1: _value(chance, depth - 1)}, {2**40: None}, []]
    return chance.choice(some)


def _weak(chance: random.Random) -> bytes:
    return chance.choice((bytes(32), b"\x01" + bytes(31), b"\x02" + bytes(31), chance.randbytes(32)))


def _ref(record: Record, chance: random.Random) -> Ref:
    ref = chance.choice(_entries(record)).ref
    return ref._replace(seq=ref.seq + chance.randrange(2)) if chance.random() < 0.5 else ref


def _entries(record: Record) -> list[Entry]:
    return record.entries or LIVELY.entries


def _side(record: Record, chance: random.Random) -> Party:
    return chance.choice((record.north, record.south))


def _damaged(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.4:
        return data[: chance.randrange(len(data))]
    at = chance.choice((chance.randrange(40), chance.randrange(len(data))))
    return data[:at] + bytes([data[at] ^ chance.randint(1, 255)]) + data[at + 1 :]
