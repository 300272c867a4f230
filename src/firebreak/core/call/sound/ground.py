"""What the entries of a call settle for its sound: which offer, whose keys, whether it still goes on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.core.call.bodies import CallAnswer, CallOffer
from firebreak.core.call.events import Outcome
from firebreak.core.call.facts import Fact, had_sound
from firebreak.core.call.outcome import Account, stated
from firebreak.core.call.sound.said import Said
from firebreak.core.call.table import OPEN, State
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The call, as far as its sound rests on it."""

    offers: frozenset[tuple[bytes, bytes]] = frozenset()
    "Hash and commitment of each offer: what an officer's statement has to be about."
    offered_key: bytes | None = None
    "The media key that the offer names for leg 0; None for a call without sound."
    answered_keys: frozenset[bytes] = frozenset()
    "The media keys that officers named in answers."
    claims: tuple[tuple[bool, Ref], ...] = ()
    "Sides (the caller: True) that claim to have had sound, and where."
    state: State = State.IDLE
    outcome: Outcome = Outcome.UNOFFERED
    crossed: bool = False

    @property
    def may_warm(self) -> bool:
        """Whether consoles may still connect: it waits, or somebody talks."""
        return self.state in OPEN or self.talks

    @property
    def talks(self) -> bool:
        """Whether the call is answered and goes on."""
        return self.state is State.IN_CALL and not self.crossed

    def stands(self, said: Said) -> bool:
        """Whether an officer stated it about this very offer, as it was shown to them."""
        return bool(said.officer) and (said.about, said.shown) in self.offers


NOWHERE: Final = Ground()


def ground(facts: Iterable[Fact], account: Account) -> Ground:
    """What the facts of a call settle."""
    known = list(facts)
    offers = [each for each in known if each.kind is Kind.CALL_OFFER and each.by_caller]
    offer = account.offer.body if account.offer is not None else None
    answers = (each.body for each in known if not each.by_caller and stated(each, offers))
    keys = (each.media_key for each in answers if isinstance(each, CallAnswer))
    return Ground(
        offers=frozenset((each.ref.hash, each.commitment) for each in offers),
        offered_key=offer.media_key if isinstance(offer, CallOffer) else None,
        answered_keys=frozenset(each for each in keys if each is not None),
        claims=tuple((each.by_caller, each.ref) for each in known if had_sound(each)),
        state=account.state,
        outcome=account.outcome,
        crossed=account.crossed,
    )


TEXTS: Final = {
    "media-unreadable": "is no session description that every program reads alike",
    "media-foreign-fingerprint": "describes another key than the one it is signed under",
    "media-with-candidates": "describes itself with addresses, which have entries of their own",
    "candidate-unreadable": "names a candidate that no program can read",
    "media-unstated": "carries a statement about another offer and is nobody's word",
    "media-not-as-offered": "describes the first leg by another key than the offer names",
    "media-described-twice": "describes one end of a leg for the second time",
    "sound-contradicted": "found another key on the connection than the one that was signed",
    "sound-check-failed": "found a check of the connection failed",
    "sound-too-much": "is beyond what is kept of one call",
    "sound-claimed": "claims sound that no console of that side found secured",
    "part-unstated": "passes the call on without the word of both officers",
    "recorded-without-consent": "recorded a call without the consent of both sides",
    "minutes-of-nothing": "agrees to minutes that the other side did not propose",
}


def finding(ref: Ref, code: str) -> Finding:
    """What is wrong with an entry about sound."""
    return Finding(code=code, text=f"entry {ref} {TEXTS[code]}", entry=str(ref))
