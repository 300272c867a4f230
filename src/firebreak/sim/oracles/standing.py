"""Whose keys, officers and agreements hold for an entry: computed once more from the entries of one store.

By `spec/keys.md`: a card holds for what its owner wrote after it had seen that the other side took it in, a
revocation from the place at which the other side acknowledged it, an agreement for what names the other
side's signing of it. What the root keys have really signed, the oracle knows from the parties themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from firebreak.core.base.shape import Body
from firebreak.core.envelope.card import Power, party_id
from firebreak.core.envelope.header import Header, Ref, key_id
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import Action
from firebreak.core.line.agreement import LineAgree
from firebreak.core.line.identity import Identity, Side
from firebreak.core.notice.bodies import Notice
from firebreak.core.record.rooted import CardEntry, CardTaken, ReleasedBody, RevokeTaken
from firebreak.sim.crypto import Verify
from firebreak.sim.parties import Party

if TYPE_CHECKING:
    from firebreak.sim.oracles.view import Item

ROOTED = frozenset({Kind.CARD, Kind.REVOKE, Kind.EXPLAIN})
PERSONS = 2


@dataclass(slots=True)
class CardHeld:
    """A card that holds, and the entries by which it came to."""

    side: Side
    taken: list[bytes] = field(default_factory=list[bytes])


@dataclass(frozen=True, slots=True)
class Agreed:
    """What both sides signed, and where: ours under True."""

    two_person: frozenset[int]
    places: dict[bool, bytes]


@dataclass(slots=True)
class Standing:
    """Of both parties, ours under True."""

    identity: Identity
    parties: Mapping[str, Party]
    verify: Verify
    items: "dict[bytes, Item]"
    chains: dict[bool, list[CardHeld]] = field(init=False)
    offered: dict[bool, Side] = field(default_factory=dict[bool, Side])
    revoked: dict[bool, dict[bytes, RevokeTaken]] = field(init=False)
    "Revoked log keys by their id, with the entry that acknowledged it."
    signed: dict[bool, tuple[LineAgree, bytes]] = field(default_factory=dict[bool, tuple[LineAgree, bytes]])
    agreed: list[Agreed] = field(default_factory=list[Agreed])
    _early: "list[Item]" = field(default_factory=list)

    def __post_init__(self) -> None:
        own = self.identity
        self.chains = {True: [CardHeld(own.ours)], False: [CardHeld(own.theirs)]}
        self.revoked = {True: {}, False: {}}

    # -- what holds -------------------------------------------------------------------------------

    def side_at(self, header: Header, *, ours: bool) -> Side:
        """A party as it stood when it wrote an entry."""
        chain, seen = self.chains[ours], header.seen
        if len(chain) == 1 and ours not in self.offered:
            return chain[0].side
        if seen is not None and seen.hash not in self.items and ours in self.offered:
            return self.offered[ours]
        for each in reversed(chain[1:]):
            if seen is not None and any(self.leads(place, seen) for place in each.taken):
                return each.side
        return chain[0].side

    def newest(self, *, ours: bool) -> int:
        """The serial of the newest card in force."""
        card = self.chains[ours][-1].side.card
        assert card is not None
        return card.card.serial

    def log_keys(self, *, ours: bool) -> set[bytes]:
        """Every log key under which a party may write here, by its id."""
        sides = [each.side for each in self.chains[ours]]
        if ours in self.offered:
            sides.append(self.offered[ours])
        return {key_id(each.log_keys[-1]) for each in sides}

    def is_plain(self, header: Header) -> bool:
        """Whether an entry is under the first key of its writer, and no later one is known here."""
        ours = header.writer == self.identity.ours.writer
        first = self.chains[ours][0].side.log_keys[-1]
        return self.log_keys(ours=ours) == {key_id(first)} == {header.key_id}

    def is_void(self, item: "Item") -> bool:
        """Whether nothing may follow from an entry, since its key was revoked."""
        said = self.revoked[item.ours].get(item.header.key_id)
        if said is None:
            return False
        good, ref = said.read().last_good, item.kept.entry.ref
        if good is not None and self.leads(item.hash, good.ref):
            return False
        runs = said.acknowledged
        return not any(each.segment == ref.segment and each.first <= ref.seq <= each.last for each in runs)

    def leads(self, place: bytes, to: Ref) -> bool:
        """Whether an entry that is held stands on the chain that ends with another one."""
        header = self.items[place].header
        if header.segment == to.segment:
            return header.seq <= to.seq
        hash = to.hash if to.hash in self.items else self._before(to)
        while hash in self.items:
            if hash == place:
                return True
            hash = self.items[hash].header.prev
        return False

    def _before(self, to: Ref) -> bytes:
        """The newest entry held before one that is not, in its segment."""
        held = (each.kept.entry for each in self.items.values() if each.header.segment == to.segment)
        before = [each for each in held if each.header.seq < to.seq]
        return max(before, key=lambda each: each.header.seq).hash if before else b""

    def two_person(self, seen: Ref | None, *, ours: bool) -> frozenset[int]:
        """The kinds that two officers have to release, for an entry that names `seen`."""
        for each in reversed(self.agreed):
            if seen is not None and self.leads(each.places[not ours], seen):
                return each.two_person
        return frozenset()

    def unreleased(self, header: Header, body: Body | None) -> bool:
        """Whether two officers should have released an entry with this body and did not."""
        ours = header.writer == self.identity.ours.writer
        if header.kind in (Kind.MESSAGE, Kind.NOTICE) and header.precedence is not Precedence.FLASH:
            return False
        if header.kind not in self.two_person(header.seen, ours=ours):
            return False
        return len(self.releasing(header, body, ours=ours)) < PERSONS

    def releasing(self, header: Header, body: Body | None, *, ours: bool) -> set[bytes]:
        """The keys of the officers who released an entry."""
        side = self.side_at(header, ours=ours)
        if not isinstance(body, ReleasedBody | Notice):
            return set()
        found = set[bytes]()
        said = [(each, Action.RELEASE) for each in body.release]
        if isinstance(body, Notice) and body.statement is not None:
            said.append((body.statement, Action.ISSUE))
        for each, action in said:
            key, powers = side.officers.get(each.officer, b""), side.powers.get(each.officer, ())
            about = each.action is action and each.detail == body.detail()
            message = each.signed_bytes(header.environment, header.line)
            if key and about and Power.RELEASE in powers and self.verify(key, each.signature, message):
                found.add(key)
        return found

    # -- how that changes -------------------------------------------------------------------------

    def learn(self, item: "Item") -> None:
        """An entry is stored."""
        body = item.body
        if isinstance(body, CardEntry):
            side = self._good(body.card, ours=item.ours)
            if side is not None:
                self.offered[item.ours] = side
        elif isinstance(body, CardTaken):
            self._early.append(item)
            while any(self._taken(each) for each in self._early):
                pass
        elif isinstance(body, RevokeTaken):
            self._revoked(body, ours=not item.ours)
        elif isinstance(body, LineAgree) and item.counts and body.statements:
            self._signed(item, body)

    def _good(self, data: bytes, *, ours: bool) -> Side | None:
        """A card that its party really signed and that follows the one in force."""
        party = self._party(ours=ours)
        found = next((each for each in party.cards if each.to_bytes() == data), None)
        held = self.chains[ours][-1].side.card
        assert held is not None
        if found is None:
            return None
        old, new = (party_id(each.card.root_ed25519, each.card.root_mldsa65) for each in (held, found))
        over = new != old and new == held.card.next_root  # CARD-024
        return Side.of(found) if over or found.card.previous == held.hash else None

    def _taken(self, item: "Item") -> bool:
        body, ours = item.body, not item.ours
        assert isinstance(body, CardTaken)
        for each in self.chains[ours][1:]:
            if each.side.card is not None and each.side.card.to_bytes() == body.card:
                each.taken.append(item.hash)
                self._early.remove(item)
                return True
        side = self._good(body.card, ours=ours)
        if side is None:
            return False
        self.chains[ours].append(CardHeld(side, [item.hash]))
        self._early.remove(item)
        return True

    def _revoked(self, body: RevokeTaken, *, ours: bool) -> None:
        party = self._party(ours=ours)
        if body.revocation.payload in party.revocations:
            key = key_id(body.read().key)
            if key in {key_id(each.side.log_keys[-1]) for each in self.chains[ours]} or (
                ours and key in self.log_keys(ours=ours)
            ):
                self.revoked[ours].setdefault(key, body)

    def _signed(self, item: "Item", body: LineAgree) -> None:
        self.signed[item.ours] = (body, item.hash)
        ours, theirs = self.signed.get(True), self.signed.get(False)
        if ours is None or theirs is None or ours[0].agreement != theirs[0].agreement:
            return
        kinds = frozenset(ours[0].agreement.two_person)
        if not self.agreed or self.agreed[-1].two_person != kinds:
            self.agreed.append(Agreed(kinds, {True: ours[1], False: theirs[1]}))

    def _party(self, *, ours: bool) -> Party:
        return self.parties[self.identity.ours.name if ours else self.identity.theirs.name]


def serials(standing: Standing) -> dict[bool, int]:
    """The serials of the newest cards of both sides."""
    return {ours: standing.newest(ours=ours) for ours in (True, False)}
