"""The cards of both parties on a line, and from which place on each of them holds (`spec/keys.md`).

A party publishes its next card in its own log (`card`). The counterpart checks it and takes it in by writing
the same bytes into its log (`card.taken`): that entry is the place. What the owner writes after it has seen
that entry is judged by the new card, whatever it wrote before by the old one. So both nodes and every reader
of the record find the same card for an entry, from its field `seen` alone.

A new log key begins with the owner's next segment. Once an entry under it is held with everything before it,
nothing further is taken from the owner under an older key, but what it names under a newer one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import CounterpartError, FirebreakError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.card_import import KeyUse, check_import, check_party, keys_of, root_id
from firebreak.core.envelope.header import Header, Ref, key_id
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.line.card_events import CardInForce, CardNotTaken, CardOffered
from firebreak.core.line.identity import Identity, Side
from firebreak.core.message.receipts import BadReason, ReceiptBad
from firebreak.core.record.bodies import Named
from firebreak.core.record.interlock import Interlock
from firebreak.core.record.rooted import CardEntry, CardTaken

Said = list[Draft | Event]

EARLY_MAX: Final = 8  # a node takes in one card after the other; more at once is no honest record


@dataclass(slots=True)
class Held:
    """A card that holds, or held."""

    side: Side
    taken: list[Ref] = field(default_factory=list[Ref])
    "Where the counterpart of its party took it in; nowhere for the card that was compared by voice."


@dataclass(slots=True)
class Cards:
    """All cards of a line, ours under True and theirs under False."""

    identity: Identity
    logs: Interlock
    known: Mapping[bytes, KeyUse] = field(default_factory=dict[bytes, KeyUse])
    "Keys in use on other lines of this node, our own among them: no card of a counterpart may show one."
    chains: dict[bool, list[Held]] = field(init=False)
    "In the order in which they came to hold."
    offered: dict[bool, Side] = field(default_factory=dict[bool, Side])
    "The newest card that stands in its owner's log and was good when it came."
    published: set[bytes] = field(default_factory=set[bytes])
    "Hashes of the cards that stand in our log."
    segment_keys: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])
    "Under which key the newest entry of each segment was signed."
    _early: list[tuple[bool, SignedCard, Ref]] = field(default_factory=list[tuple[bool, SignedCard, Ref]])
    "Taken in, as their entries say, but the card before them is not known yet."
    _waiting: list[tuple[bool, SignedCard]] = field(default_factory=list[tuple[bool, SignedCard]])
    "Published and good, but the card before them does not hold yet."

    def __post_init__(self) -> None:
        self.chains = {True: [Held(self.identity.ours)], False: [Held(self.identity.theirs)]}

    # -- what holds -------------------------------------------------------------------------------

    def newest(self, *, ours: bool) -> Side:
        """A party as its newest card in force says."""
        return self.chains[ours][-1].side

    def side_at(self, seen: Ref | None, *, ours: bool) -> Side:
        """A party as it stood when it wrote an entry that names `seen`."""
        chain, log = self.chains[ours], self.logs.theirs if ours else self.logs.ours
        if len(chain) == 1 and ours not in self.offered:
            return chain[0].side
        if seen is not None and not log.holds(seen) and ours in self.offered:
            return self.offered[ours]  # the log it names is not whole here: the other one says as much
        for each in reversed(chain[1:]):
            if seen is not None and any(log.leads(ref, seen) for ref in each.taken):
                return each.side
        return chain[0].side

    def writing(self) -> Side:
        """Our party as it stands in the next entry that we sign."""
        return self.side_at(self.logs.theirs.tip, ours=True)

    def signing(self, key: bytes) -> Side:
        """Our party as the newest card says that names this log key, by its id."""
        sides = [each.side for each in reversed(self.chains[True])]
        if True in self.offered:
            sides.append(self.offered[True])
        return next((each for each in sides if key_id(each.log_keys[-1]) == key), self.identity.ours)

    def log_key(self, name: bytes, *, ours: bool) -> bytes | None:
        """The log key of a key id, or None when the party has none such in force on this line."""
        sides = [each.side for each in self.chains[ours]]
        if ours and ours in self.offered:
            sides.append(self.offered[ours])
        found = (each.log_key(name) for each in sides)
        return next((key for key in found if key is not None), None)

    def newer(self, key: bytes, *, ours: bool) -> list[bytes]:
        """The log keys of a party that came after one of them, by their ids."""
        order = [key_id(each.side.log_keys[-1]) for each in self.chains[ours]]
        return order[len(order) - order[::-1].index(key) :] if key in order else []

    def superseded(self, header: Header) -> bool:
        """Whether the counterpart signs with a key after it has begun to use a newer one."""
        newer, segments = self.newer(header.key_id, ours=False), self.logs.theirs.segments
        if not newer:
            return False
        return any(each.rooted and self.segment_keys.get(each.id) in newer for each in segments.values())

    def greeting_keys(self) -> tuple[bytes, ...]:
        """With which log keys the counterpart may greet us: its newest, or older ones until it is used."""
        keys: list[bytes] = []
        for each in reversed(self.chains[False]):
            keys.append(each.side.log_keys[-1])
            name, segments = key_id(keys[-1]), self.logs.theirs.segments
            if any(each.rooted and self.segment_keys.get(each.id) == name for each in segments.values()):
                break
        return tuple(dict.fromkeys(keys))

    def is_in_force(self, signed: SignedCard, *, ours: bool) -> bool:
        """Whether a card holds, or held."""
        return any(each.side.card and each.side.card.hash == signed.hash for each in self.chains[ours])

    # -- how that changes -------------------------------------------------------------------------

    def enter(self, header: Header) -> None:
        """An entry of either log is held."""
        self.segment_keys[header.segment] = header.key_id

    def learn(self, item: Learnt) -> Said:
        """Take in a card that was published, or what the other side has taken in."""
        body = item.body
        if not isinstance(body, CardEntry | CardTaken):
            return []
        try:
            signed = body.read()
            self._check_owner(signed, ours=item.ours is isinstance(body, CardEntry))
        except CounterpartError as error:
            return _refused(item, error)
        if isinstance(body, CardTaken):
            return self._taken(signed, item)
        return self._published(signed, item)

    def resume(self, at: Instant) -> Said:
        """After a start: take in what was published and could not be taken in before."""
        side = self.offered.get(False)
        if side is None or side.card is None or self.is_in_force(side.card, ours=False):
            return []
        return self.take_in(side.card, at)

    def take_in(self, signed: SignedCard, at: Instant) -> Said:
        """The entry by which the counterpart's card comes to hold. Raises LocalError, CounterpartError."""
        self._check(signed, at, ours=False)
        return [Draft(kind=Kind.CARD_TAKEN, body=CardTaken(card=signed.to_bytes()))]

    def owes(self, draft: Draft) -> bool:
        """Whether a draft that had to wait is still to be said: what came back may have said it already."""
        body = draft.body
        return not isinstance(body, CardTaken) or not self.is_in_force(body.read(), ours=False)

    def _check_owner(self, signed: SignedCard, *, ours: bool) -> None:
        if signed.card.party != self.chains[ours][0].side.party:
            raise CounterpartError("the card is of another party than the entry says", code="FB432")

    def _published(self, signed: SignedCard, item: Learnt) -> Said:
        if item.ours:
            self.published.add(signed.hash)
        if self.is_in_force(signed, ours=item.ours):
            return []
        try:
            self._check(signed, item.at, ours=item.ours)
        except FirebreakError as error:
            if self._may_follow(signed, error, ours=item.ours):
                if (item.ours, signed) not in self._waiting:
                    self._waiting = [*self._waiting[-EARLY_MAX:], (item.ours, signed)]
                return []
            return _refused(item, error)
        return self._offered(signed, item.at, ours=item.ours)

    def _may_follow(self, signed: SignedCard, error: FirebreakError, *, ours: bool) -> bool:
        """Whether the card that one follows may still come to hold: it is published, or in a gap of the log.

        Root keys that are new to us have to be those of a card that is published, or announced by it.
        """
        held = [each for side, each in self._waiting if side is ours]
        held += [each.card for side, each in self.offered.items() if side is ours and each.card is not None]
        before = [each for each in held if each.hash == signed.card.previous]
        if error.code == "FB128":
            log = self.logs.ours if ours else self.logs.theirs
            return bool(before) or not log.whole
        return error.code == "FB135" and any(_same_roots(signed, each) for each in before)

    def _offered(self, signed: SignedCard, at: Instant, *, ours: bool) -> Said:
        self.offered[ours] = Side.of(signed)
        return [CardOffered(at=at, serial=signed.card.serial)] if ours else self.take_in(signed, at)

    def _following(self, at: Instant) -> Said:
        """What was published before the card that it follows came to hold."""
        said: Said = []
        for each in list(self._waiting):
            ours, signed = each
            try:
                self._check(signed, at, ours=ours)
            except FirebreakError:
                continue
            self._waiting.remove(each)
            said += self._offered(signed, at, ours=ours)
        return said

    def _check(self, signed: SignedCard, at: Instant, *, ours: bool) -> None:
        """By the rules of import. Raises LocalError, CounterpartError."""
        chain = [each.side.card for each in self.chains[ours] if each.side.card is not None]
        if not chain:
            raise CounterpartError("there is no card that it could follow", code="FB432")
        others = (each.side.card for each in self.chains[not ours] if each.side.card is not None)
        known = {key: use for key, use in self.known.items() if not (ours and use.ours)}
        for each in (*others, *chain):
            known |= keys_of(each.card, ours=each.card.party == self.identity.ours.party and not ours)
        check_import(
            signed,
            environment=self.identity.environment,
            previous=chain[-1],
            known_keys=known,
            now=at,
        )

    def _taken(self, signed: SignedCard, item: Learnt) -> Said:
        self._early = [*self._early[-EARLY_MAX:], (not item.ours, signed, item.ref)]
        said: Said = []
        while any(self._settle(each, item, said) for each in self._early):
            pass
        return said

    def _settle(self, early: tuple[bool, SignedCard, Ref], item: Learnt, said: Said) -> bool:
        """Whether a card could be put behind the newest one now."""
        ours, signed, ref = early
        chain = self.chains[ours]
        before = next((each for each in chain if each.side.card and each.side.card.hash == signed.hash), None)
        if before is not None:
            before.taken.append(ref)
        else:
            try:
                self._check(signed, Instant(signed.card.valid_from), ours=ours)
            except FirebreakError:
                return False
            chain.append(Held(Side.of(signed), [ref]))
            said.append(_in_force(item.at, chain[-2].side, chain[-1].side, ours=ours))
            said += self._following(item.at)
        self._early.remove(early)
        return True


def _same_roots(new: SignedCard, before: SignedCard) -> bool:
    """Whether the root keys of a card are those of the one before it, or those that it announced."""
    try:
        check_party(new, before)
    except CounterpartError:
        return False
    return True


def _refused(item: Learnt, error: FirebreakError) -> Said:
    """Tell both sides why a card is not taken in."""
    if item.ours:
        return []
    named = Named(segment=item.ref.segment, seq=item.ref.seq, hash=item.ref.hash)
    body = ReceiptBad(entry=named, reason=BadReason.OTHER, text=error.text[:200])
    draft = Draft(kind=Kind.RECEIPT_BAD, body=body, refs=(item.ref,))
    return [CardNotTaken(at=item.at, ref=item.ref, code=error.code, reason=error.text), draft]


def _in_force(at: Instant, old: Side, new: Side, *, ours: bool) -> CardInForce:
    assert old.card is not None
    assert new.card is not None
    before = {each.name: each for each in old.card.card.officers}
    after = {each.name: each for each in new.card.card.officers}
    return CardInForce(
        at=at,
        writer=new.name,
        ours=ours,
        serial=new.card.card.serial,
        officers_added=tuple(name for name in after if after[name] != before.get(name)),
        officers_removed=tuple(name for name in before if before[name] != after.get(name)),
        desks_added=tuple(each for each in new.desks if each not in old.desks),
        desks_removed=tuple(each for each in old.desks if each not in new.desks),
        new_keys=new.log_keys != old.log_keys,
        taken_over=root_id(new.card.card) != root_id(old.card.card),
    )
