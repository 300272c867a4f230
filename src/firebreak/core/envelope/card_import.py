"""Whether a card may be taken in: one pure function, one refusal per rule (`spec/card.md`).

A key that was ever used by another party, in another role or in the other environment is refused, our own
keys above all: a card that reflects one of ours would make our own words pass for theirs.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.instants import Instant, iso
from firebreak.core.base.purposes import VERSION, Environment
from firebreak.core.envelope.card import (
    NO_CARD,
    BadCard,
    Card,
    SignedCard,
    card_hash,
    party_id,
    root_signatures_hold,
)
from firebreak.core.envelope.certificate import NotReadable, certified_key
from firebreak.core.envelope.kem import MLKEM768_KEY_BYTES, check_kem_key
from firebreak.core.envelope.points import check_ed25519_point

ASK_AGAIN: Final = "ask them for a correct card"


class KeyUse(NamedTuple):
    """Where a key is in use."""

    party: bytes
    name: str
    environment: Environment
    role: str
    ours: bool = False


class CardRefused(CounterpartError):
    """A card that breaks a rule of import; nothing of it was taken in."""


def check_import(
    new: SignedCard,
    *,
    environment: Environment,
    previous: SignedCard | None,
    known_keys: Mapping[bytes, KeyUse],
    now: Instant,
) -> None:
    """Raise CardRefused or CounterpartError unless the card may be taken into a slot of `environment`.

    `previous` is the newest card held of that party; `known_keys` holds every key
    of every card held, including our own (`keys_of`), so that no key is ever used twice.
    """
    card = new.card
    _check_environment(card, environment)
    check_party(new, previous)
    _check_names(card)
    _check_keys(card, known_keys)
    if not root_signatures_hold(new):
        raise CardRefused(
            f"the root signatures of the card of {card.name} do not both hold", code="FB126", hint=ASK_AGAIN
        )
    _check_order(new, previous)
    _check_validity(card, now)


def check_later(new: SignedCard, held: SignedCard) -> None:
    """Raise CardRefused unless a card of verified signatures may come after one that is held of its party.

    For whom not every card is handed to, as to a witness: others may lie between the two.
    """
    check_party(new, held)
    _check_serial(new.card, held.card)
    if not takes_over(new, held):
        _check_announced(new.card, held.card)


def keys_of(card: Card, *, ours: bool = False) -> dict[bytes, KeyUse]:
    """Every key of a card and where it is in use, for `known_keys`. Raises CardRefused."""
    return {key: _use(card, role, ours=ours) for role, key in _roles(card)}


def _use(card: Card, role: str, *, ours: bool = False) -> KeyUse:
    return KeyUse(card.party, card.name, card.environment, role, ours)


def _roles(card: Card) -> Iterator[tuple[str, bytes]]:
    yield "root", card.root_ed25519
    yield "root ML-DSA-65", card.root_mldsa65
    yield "log", card.log_key
    yield "checkpoint", card.checkpoint_key
    yield "TLS", certificate_key(card)
    yield "KEM ML-KEM", card.kem_key[:MLKEM768_KEY_BYTES]
    yield "KEM X25519", card.kem_key[MLKEM768_KEY_BYTES:]
    for officer in card.officers:
        yield "officer", officer.key


def certificate_key(card: Card) -> bytes:
    """The Ed25519 public key of the card's certificate. Raises CardRefused."""
    try:
        return certified_key(card.certificate)
    except NotReadable as error:
        raise _bad_certificate("is not one for an Ed25519 key in the form of spec/card.md") from error


def _bad_certificate(why: str) -> CardRefused:
    return CardRefused(f"the TLS certificate of the card {why}", code="FB132", hint=ASK_AGAIN)


def _check_environment(card: Card, environment: Environment) -> None:
    if card.environment is not environment:
        raise CardRefused(
            f"the card of {card.name} is for {card.environment.name}, this slot is for {environment.name}",
            code="FB129",
            hint="an exercise line and a real line have cards of their own; ask for the other one",
        )


def check_party(new: SignedCard, previous: SignedCard | None) -> None:
    """The roots are those of the party id, of the card held, or those that the card held has committed to."""
    card, roots = new.card, root_id(new.card)
    if previous is None:
        if card.party != roots:
            raise CardRefused(
                "the party id of the card is not that of its root keys",
                code="FB135",
                hint="after a takeover a new line needs the party's earlier cards too; else ask them again",
            )
    elif previous.card.party != card.party:
        raise CardRefused(
            f"the card is of party {card.party.hex()[:16]}, the slot holds {previous.card.party.hex()[:16]}",
            code="FB135",
            hint="other root keys are another party: pair with it on a line of its own",
        )
    elif roots != root_id(previous.card) and not takes_over(new, previous):
        raise CardRefused(
            "the root keys of the card are neither those we know nor those that were announced",
            code="FB135",
            hint="talk to the counterpart in person: somebody may be using its name",
        )


def root_id(card: Card) -> bytes:
    """What `next_root` of a card before calls the root keys of this one."""
    return party_id(card.root_ed25519, card.root_mldsa65)


def takes_over(new: SignedCard, previous: SignedCard) -> bool:
    """Whether a card is signed by the root keys that the one held has committed to (CARD-024)."""
    return previous.card.next_root == root_id(new.card) != root_id(previous.card)


def _check_names(card: Card) -> None:
    for what, names in (
        ("desks", [each.name for each in card.desks]),
        ("officers", [each.name for each in card.officers]),
    ):
        twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
        if twice is not None:
            raise BadCard(f"two {what} are named {twice!r}")


def _check_keys(card: Card, known_keys: Mapping[bytes, KeyUse]) -> None:
    if not hmac.compare_digest(hashlib.sha256(card.certificate).digest(), card.certificate_hash):
        raise _bad_certificate("does not have the hash that the card names")
    inside: dict[bytes, str] = {}
    for role, key in _roles(card):
        if key in inside:
            raise _reused(key, f"{role} and {inside[key]} of the same card")
        inside[key] = role
        used = known_keys.get(key)
        if used is not None and used.ours:
            raise _reflected(role, used)
        if used is not None and (used.party, used.environment, used.role) != (
            card.party,
            card.environment,
            role,
        ):
            raise _reused(key, f"{role} of this card and {used.role} of {used.name}, {used.environment.name}")
    for key in (
        card.root_ed25519,
        card.log_key,
        certificate_key(card),
        *(each.key for each in card.officers),
    ):
        check_ed25519_point(key)
    check_kem_key(card.kem_key)


def _reused(key: bytes, where: str) -> CardRefused:
    return CardRefused(
        f"key {key.hex()[:16]} is used twice: {where}",
        code="FB130",
        hint="each role needs a key of its own; ask them for a card with new keys",
    )


def _reflected(role: str, used: KeyUse) -> CardRefused:
    return CardRefused(
        f"the {role} key of the card is our own {used.role} key",
        code="FB131",
        hint="somebody hands our own keys back to us: talk to the counterpart in person",
    )


def _check_order(new: SignedCard, previous: SignedCard | None) -> None:
    card = new.card
    if previous is None:
        if card.serial == 1 and card.previous != NO_CARD:
            raise CardRefused("the first card of a party names one before it", code="FB128", hint=ASK_AGAIN)
        return
    _check_serial(card, previous.card)
    if takes_over(new, previous):
        return  # whatever a thief of the old root keys had signed before
    if card.serial != previous.card.serial + 1 or card.previous != card_hash(previous.payload):
        raise CardRefused(
            f"card {card.serial} of {card.name} does not follow card {previous.card.serial} that we hold",
            code="FB128",
            hint="import the cards between them first; if there are none, talk to the counterpart",
        )
    _check_announced(card, previous.card)


def _check_serial(card: Card, previous: Card) -> None:
    if card.serial <= previous.serial:
        raise CardRefused(
            f"the card of {card.name} has serial {card.serial}, we hold {previous.serial}",
            code="FB127",
            hint="it is older than ours or the same; ask for their newest card",
        )


def _check_announced(card: Card, previous: Card) -> None:
    if card.next_root != previous.next_root:
        raise CardRefused(
            f"card {card.serial} of {card.name} announces other next root keys than the card before it",
            code="FB439",
            hint="only a takeover may: somebody may have stolen root keys, talk to the counterpart in person",
        )


def _check_validity(card: Card, now: Instant) -> None:
    if card.valid_from >= card.valid_until:
        raise CardRefused("the card ends before it begins", code="FB134", hint=ASK_AGAIN)
    if now >= card.valid_until:
        ended = f"the card of {card.name} ended {iso(Instant(card.valid_until))}"
        raise CardRefused(ended, code="FB134", hint="ask for their newest card")
    if now < card.valid_from:
        raise LocalError(
            f"the card of {card.name} is not valid yet: it begins {card.valid_from - now} ms from now",
            code="FB134",
            hint="check this machine's clock, then import it again when it is valid",
        )
    if not card.version_min <= VERSION <= card.version_max:
        raise CardRefused(
            f"{card.name} speaks versions {card.version_min} to {card.version_max}, we speak {VERSION}",
            code="FB134",
            hint="the older side has to update",
        )
