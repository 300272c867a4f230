"""All calls of a line: the fold of learnt entries. It changes by learning alone and owes nothing.

What witnesses say stands beside it: the shell verifies their lines when it needs them, not at every replay.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.core.base.instants import MINUTE, Instant
from firebreak.core.call.bodies import CallGlare, CallOffer
from firebreak.core.call.events import CallEvent, Outcome, OutcomeCorrected, RingCoalesced
from firebreak.core.call.evidence import Beside
from firebreak.core.call.facts import CallKey, Fact, fact_of, joined, position, read_fact
from firebreak.core.call.outcome import Account, account
from firebreak.core.call.sound.said import Said, read_said
from firebreak.core.call.sound.sounds import Sounds
from firebreak.core.call.table import OVER
from firebreak.core.call.telling import call_backs, doubted, glare_call_back, told
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Learnt

OFFERS_A_MINUTE_MAX: Final = 6  # a desk cannot take more; further ones are listed and do not sound
OFFER_WINDOW: Final = MINUTE
SIDES: Final = 2

EMPTY: Final = account(())


@dataclass(slots=True)
class Call:
    """One call as both logs tell it so far."""

    key: CallKey
    facts: tuple[Fact, ...] = ()
    account: Account = EMPTY
    coalesced: bool = False
    "Offered when too many others were: it does not sound."
    mutual: bool = False
    "The other side placed a call too and gave it up for this one."

    @property
    def offer(self) -> CallOffer:
        """The offer. Only for a call whose offer is known."""
        assert self.account.offer is not None
        body = self.account.offer.body
        assert isinstance(body, CallOffer)
        return body

    @property
    def offered(self) -> Fact:
        """The entry of the offer. Only for a call whose offer is known."""
        assert self.account.offer is not None
        return self.account.offer


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnessed:
    """What witnesses show of offers, by the hashes of their entries; verified by whoever says so."""

    stamped: frozenset[bytes] = frozenset()
    uncollected: frozenset[bytes] = frozenset()
    collected: frozenset[bytes] = frozenset()

    def book(self) -> "Book":
        """An empty book that knows of it."""
        sets = (set(self.stamped), set(self.uncollected), set(self.collected))
        return Book(stamped=sets[0], uncollected=sets[1], collected=sets[2])


UNWITNESSED: Final = Witnessed()


def _two_windows() -> dict[bool, deque[Instant]]:
    return {ours: deque(maxlen=OFFERS_A_MINUTE_MAX) for ours in (True, False)}


@dataclass(slots=True)
class Book:
    """Every call of a line by its key."""

    calls: dict[CallKey, Call] = field(default_factory=dict[CallKey, Call])
    waiting: dict[CallKey, Call] = field(default_factory=dict[CallKey, Call])
    "Calls that somebody may still take."
    stamped: set[bytes] = field(default_factory=set[bytes])
    "Hashes of offers that a quorum of witnesses stamped. The shell verifies that and says so here."
    uncollected: set[bytes] = field(default_factory=set[bytes])
    "Hashes of offers that a quorum of witnesses attests were not collected, verified likewise."
    collected: set[bytes] = field(default_factory=set[bytes])
    "Hashes of offers whose packet a witness shows to have been collected, verified likewise."
    sounds: Sounds = field(default_factory=Sounds)
    "What is said about the sound of calls, in a memory of its own."
    _by_offer: dict[bytes, CallKey] = field(default_factory=dict[bytes, CallKey])
    _held: dict[tuple[bool, bytes], int] = field(default_factory=dict[tuple[bool, bytes], int])
    "Per writer and segment of the other log: up to which number the writer said it holds it."
    _blind: dict[Ref, CallKey] = field(default_factory=dict[Ref, CallKey])
    "Entries about calls whose writers had seen nothing, or what is not held here."
    _offered_at: dict[bool, deque[Instant]] = field(default_factory=_two_windows)

    def witnessed(self) -> Witnessed:
        """What is known from witnesses now."""
        return Witnessed(
            stamped=frozenset(self.stamped),
            uncollected=frozenset(self.uncollected),
            collected=frozenset(self.collected),
        )

    def learn(self, item: Learnt) -> list[CallEvent]:
        """Take in one entry of any kind."""
        self._note_held(item)
        if item.header.seen is not None and item.ref in self._blind:
            return self._seeing(item)
        found = read_fact(item)
        if found is not None:
            return self._take(*found)
        heard = read_said(item)
        if heard is not None:
            return self._heard(*heard)
        if item.header.kind in (Kind.RECEIPT_NODE, Kind.RECEIPT_DESK):
            return [event for key in self._receipted(item) for event in self._take(key, _receipt(item))]
        return []

    def beside(self, call: Call) -> Beside:
        """What is held about a call outside its own entries."""
        offer = call.account.offer
        if offer is None:
            return Beside()
        held = self._held.get((not call.key.ours, offer.ref.segment), 0)
        return Beside(
            stamped=offer.ref.hash in self.stamped,
            uncollected=offer.ref.hash in self.uncollected,
            collected=offer.ref.hash in self.collected,
            receipted=held >= offer.ref.seq,
            secured=len(self.sounds.standing(call.key).checked) == SIDES,
        )

    def offered(self, hash: bytes) -> Call | None:
        """The call that an entry offered."""
        key = self._by_offer.get(hash)
        return None if key is None else self.calls[key]

    def find(self, call: bytes) -> Iterator[Call]:
        """The calls offered under an id: at most one of each side."""
        both = (self.calls.get(CallKey(ours, call)) for ours in (True, False))
        return (each for each in both if each is not None and each.account.offer is not None)

    def let_rest(self, before: Instant) -> None:
        """No longer look after old calls that never sounded here and that their caller has left open."""
        for key in [key for key, call in self.waiting.items() if call.coalesced and call.offered.at < before]:
            del self.waiting[key]

    def findings(self, key: CallKey) -> tuple[Finding, ...]:
        """What is wrong about a call, with what its own caller wrote in the other side's place."""
        mirror = self.calls.get(CallKey(not key.ours, key.call))
        strays = mirror.account.findings if mirror and mirror.account.outcome is Outcome.UNOFFERED else ()
        return (*self.calls[key].account.findings, *strays)

    def recent(self, *, ours: bool, now: Instant) -> int:
        """How many offers of one side were stored within the last minute."""
        return sum(1 for at in self._offered_at[ours] if at > now - OFFER_WINDOW)

    def _note_held(self, item: Learnt) -> None:
        seen = item.header.seen
        if seen is not None:
            place = (item.ours, seen.segment)
            self._held[place] = max(self._held.get(place, 0), seen.seq)

    def _receipted(self, item: Learnt) -> Iterable[CallKey]:
        """The calls of the other side whose offers a receipt names."""
        keys = (self._by_offer.get(ref.hash) for ref in item.header.refs)
        return [key for key in keys if key is not None and key.ours is not item.ours]

    def _take(self, key: CallKey, fact: Fact) -> list[CallEvent]:
        call = self.calls.setdefault(key, Call(key))
        before = call.account
        facts = joined(call.facts, fact)
        if facts == call.facts:
            return []
        if fact.seen is None:
            self._blind[fact.ref] = key
        self._add_up(call, facts)
        return [
            *told(key, before, call.account, fact.at),
            *self._offer_stored(call, fact),
            *_corrected(key, before, call.account, fact.at),
            *call_backs(key, before, call.account, mutual=call.mutual, at=fact.at),
            *self._kept(key, fact),
            *doubted(key, before, call.account, fact),
            *self.sounds.look(key, fact, call.facts, call.account),
        ]

    def _seeing(self, item: Learnt) -> list[CallEvent]:
        """What the writer of an entry had seen has come back: it counts as if that had never been away."""
        key, seen = self._blind.pop(item.ref), position(item.header)
        call = self.calls[key]
        before = call.account
        fact = next((replace(each, seen=seen) for each in call.facts if each.ref == item.ref), None)
        if fact is None:
            return []
        self._add_up(call, (fact if each.ref == fact.ref else each for each in call.facts))
        return [
            *told(key, before, call.account, fact.at),
            *_corrected(key, before, call.account, fact.at),
            *call_backs(key, before, call.account, mutual=call.mutual, at=fact.at),
            *doubted(key, before, call.account, fact),
        ]

    def _add_up(self, call: Call, facts: Iterable[Fact]) -> None:
        call.facts = tuple(facts)
        call.account = account(call.facts)
        self._note_waiting(call)

    def _heard(self, key: CallKey, said: Said) -> list[CallEvent]:
        """Take in what is said about the sound of a call. No outcome and no class below E6 rests on it."""
        call = self.calls.get(key) or Call(key)
        return self.sounds.learn(key, said, call.facts, call.account)

    def _note_waiting(self, call: Call) -> None:
        if call.account.is_open:
            self.waiting[call.key] = call
        else:
            self.waiting.pop(call.key, None)

    def _offer_stored(self, call: Call, fact: Fact) -> list[CallEvent]:
        if fact.kind is not Kind.CALL_OFFER:
            return []
        self._by_offer[fact.ref.hash] = call.key
        full = self.recent(ours=call.key.ours, now=fact.at) >= OFFERS_A_MINUTE_MAX
        if not full or call.key.ours:
            self._offered_at[call.key.ours].append(fact.at)
            return []
        call.coalesced = True
        return [RingCoalesced(at=fact.at, call=call.key.call, ours=False, outcome=call.account.outcome)]

    def _kept(self, key: CallKey, fact: Fact) -> Iterable[CallEvent]:
        """Mark the call that a glare was given up for."""
        if not isinstance(fact.body, CallGlare):
            return ()
        other = CallKey(not key.ours, fact.body.kept)
        kept = self.calls.setdefault(other, Call(other))
        known, kept.mutual = kept.mutual, True
        return () if known else glare_call_back(other, kept.account, fact.at)


def _corrected(key: CallKey, before: Account, after: Account, at: Instant) -> Iterator[CallEvent]:
    if before.state in OVER and after.outcome is not before.outcome:
        yield OutcomeCorrected(
            at=at, call=key.call, ours=key.ours, outcome=after.outcome, before=before.outcome
        )


def _receipt(item: Learnt) -> Fact:
    return fact_of(item, None, by_caller=False)
