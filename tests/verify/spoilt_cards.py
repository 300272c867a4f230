"""Cards that break one rule each: the finding and the name of the rule that both verifiers must give."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import SignedCard
from tests.parties import NORTH, SOUTH, Party, public
from tests.records import Record
from tests.verify.bending import opened


def _next(**changes: Any) -> SignedCard:
    return NORTH.next_card(NORTH.signed(), **changes)


def _stranger() -> SignedCard:
    """Signed by root keys that nobody announced, in the name of North."""
    card = replace(NORTH.card(serial=2, previous=NORTH.signed().hash), **_roots(Party("East")))
    return Party("East").sign(card)


def _roots(party: Party) -> dict[str, Any]:
    card = party.card()
    return {"root_ed25519": card.root_ed25519, "root_mldsa65": card.root_mldsa65}


def _first_environment() -> SignedCard:
    return replace(NORTH, environment=Environment.REAL).sign(
        replace(NORTH.card(serial=2, previous=NORTH.signed().hash), environment=Environment.REAL)
    )


_CARD = NORTH.card()
SPOILT: Final[dict[str, tuple[str, str, Callable[[], SignedCard]]]] = {
    "environment": ("card-refused", "environment", _first_environment),
    "roots": ("card-refused", "roots", _stranger),
    "desks": ("card-refused", "names", lambda: _next(desks=_CARD.desks * 2)),
    "officers": ("card-refused", "names", lambda: _next(officers=_CARD.officers * 2)),
    "hash": ("card-refused", "certificate", lambda: _next(certificate_hash=bytes(32))),
    "own key": ("card-refused", "twice", lambda: _next(log_key=public(NORTH.key("Vogt")))),
    "other's key": ("card-refused", "twice", lambda: _next(log_key=public(SOUTH.key("log")))),
    "log key": ("card-refused", "weak", lambda: _next(log_key=b"\x01" + bytes(31))),
    "number in the KEM key": ("card-refused", "weak", lambda: _next(kem_key=b"\xff" * 3 + _CARD.kem_key[3:])),
    "weak KEM key": ("card-refused", "weak", lambda: _next(kem_key=_CARD.kem_key[:1184] + bytes(32))),
    "period": ("card-refused", "period", lambda: _next(valid_until=_CARD.valid_from)),
    "version": ("card-refused", "version", lambda: _next(version_min=2, version_max=3)),
    "number": ("card-order", "number", lambda: NORTH.signed(valid_until=_CARD.valid_until + 1)),
    "previous": ("card-order", "previous", lambda: _next(previous=bytes(31) + b"\x01")),
    "skips one": ("card-order", "previous", lambda: _next(serial=3)),
    "future": ("card-order", "future", lambda: _next(next_root=bytes(31) + b"\x01")),
}


def with_a_spoilt_card(name: str) -> Record:
    """A record in order but for one card more."""
    record = opened()
    record.cards.append(SPOILT[name][2]())
    return record
