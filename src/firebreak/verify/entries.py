"""One entry at a time: everything that can be said of it without looking at any other.

The order is the receiver's: decode, line, environment, writer, key, signature, commitment, and only then
the body.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.cbor import Value, decode
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import ENTRY, Environment
from firebreak.core.base.shape import BODY_BYTES_MAX
from firebreak.core.envelope.card import Card
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.entry import Entry, keeps_its_commitment, read_entry
from firebreak.core.envelope.kinds import Kind, known
from firebreak.core.envelope.opening import OFFICERS
from firebreak.core.envelope.release import RELEASE_KEY, TWO_PERSON, may_need_two
from firebreak.core.envelope.verifying import verify_ed25519
from firebreak.core.record.bundle_reader import RawEntry
from firebreak.verify.cards import Cards, LogKey
from firebreak.verify.checkpoints import read_checkpoint
from firebreak.verify.contents import agreed_on, attested, names, references
from firebreak.verify.facts import Fact, Name, Revoked
from firebreak.verify.faults import Fault, fault
from firebreak.verify.keeping import agreed, is_left_out, releases, revoked, taken
from firebreak.verify.opening import check_opening
from firebreak.verify.spoken import spoken
from firebreak.verify.statements import ACTIONS, Carried, check, detail_of, find, stated_by

Judged = tuple[Fact | None, list[Fault]]

NO_KEY: Final = LogKey(b"", ())


@dataclass(slots=True)
class Judge:
    """Judges entries by the cards of the bundle; keeps nothing."""

    cards: Cards

    def judge(self, raw: RawEntry) -> Judged:
        """What is kept of an entry, or None for one that is not of this record, and what is wrong with it."""
        try:
            entry = read_entry(*raw)
        except CounterpartError as error:
            return None, [fault("unreadable", detail=error.text)]
        stranger = self._stranger(entry)
        return (None, [stranger]) if stranger else self._of_this_line(entry)

    def _stranger(self, entry: Entry) -> Fault | None:
        head, header = self.cards.head, entry.header
        if header.line != head.line:
            return fault("foreign-line", entry.ref)
        if header.environment != head.environment:
            signed = header.environment.name.lower()
            return fault("foreign-environment", entry.ref, signed=signed)
        if header.writer not in self.cards.writers:
            return fault("foreign-writer", entry.ref)
        return None

    def _of_this_line(self, entry: Entry) -> Judged:
        header = entry.header
        side = self.cards.writers[header.writer]
        key = self.cards.keys.get((side, header.key_id), NO_KEY)
        wrong = self._signature(entry, side, key)
        proven = wrong is None
        fact = Fact(
            side=side,
            segment=header.segment,
            seq=header.seq,
            hash=entry.hash,
            prev=header.prev,
            seen=header.seen,
            kind=header.kind,
            lo=header.time.lo,
            hi=header.time.hi,
            commitment=header.commitment,
            serial=key.serial if proven else 0,
            proven=proven,
            key=header.key_id,
            early=self.cards.head.is_early(header.kind, header.time.hi),
            has_body=entry.body is not None,
        )
        return fact, [wrong] if wrong else list(self._signed(entry, fact, key))

    def _signature(self, entry: Entry, side: int, key: LogKey) -> Fault | None:
        if not key.cards:
            return fault("unknown-key", entry.ref, writer=self.cards.name(side))
        signed = signed_bytes(ENTRY, entry.header.environment, entry.payload)
        if not verify_ed25519(key.public, entry.signature, signed):
            return fault("signature", entry.ref, writer=self.cards.name(side))
        return None

    def _signed(self, entry: Entry, fact: Fact, key: LogKey) -> Iterator[Fault]:
        header = entry.header
        valid = key.valid(header.time)
        if not valid:
            yield fault("card-validity", entry.ref, writer=self.cards.name(fact.side))
        if header.refs:
            fact.names = tuple(references(header))
        if header.critical:
            yield fault("critical", entry.ref)
        elif entry.body is None:
            return
        elif not keeps_its_commitment(entry):
            fact.has_body = False
            yield fault("commitment", entry.ref, writer=self.cards.name(fact.side))
        elif known(header.kind) is not None:
            yield from self._body(entry, fact, valid or [key.cards[-1].card])

    def _body(self, entry: Entry, fact: Fact, valid: list[Card]) -> Iterator[Fault]:
        data = entry.body
        assert data is not None
        try:
            body = decode(data, size_max=BODY_BYTES_MAX)
            if not isinstance(body, dict):
                raise _NotAMap("it is not a map", code="FB102")
            named = names(fact.kind, body)
            witnesses, quorum = agreed_on(body) if fact.kind == Kind.LINE_AGREE else ((), 0)
            fact.attested = attested(fact.kind, body)
        except CounterpartError as error:
            yield fault("body-unreadable", entry.ref, writer=self.cards.name(fact.side), detail=error.text)
            return
        if named:
            fact.names += named
        fact.spoken = spoken(fact.kind, body)
        stated = list(self._statements(body, entry, fact, valid))
        yield from stated
        try:
            self._over_time(body, data, entry, fact)
        except CounterpartError as error:
            yield fault("body-unreadable", entry.ref, writer=self.cards.name(fact.side), detail=error.text)
        if fact.kind == Kind.LINE_OPEN and not stated:
            yield from check_opening(data, entry, fact, self.cards)
        elif fact.kind == Kind.CHECKPOINT:
            fact.tree, wrong = read_checkpoint(body, fact, self.cards, valid)
            yield from wrong
        elif witnesses and not stated and self._agreed(fact):
            fact.witnesses, fact.quorum = witnesses, quorum

    def _agreed(self, fact: Fact) -> bool:
        """Whether enough officers signed the agreement."""
        signed = {each.officer for each in fact.names if each.how == "statement"}
        return len(signed) >= OFFICERS[Environment(self.cards.head.environment)]

    def _over_time(self, body: dict[int, Value], data: bytes, entry: Entry, fact: Fact) -> None:
        """Note what says from where on cards, keys and officers count (`tenure.py`)."""
        sides = self.cards.sides
        if fact.kind == Kind.CARD_TAKEN:
            fact.taken = taken(body)
            fact.card_left_out = is_left_out(body, sides[1 - fact.side])
        elif fact.kind == Kind.CARD:
            fact.offered = taken(body)
        elif fact.kind == Kind.REVOKE:
            fact.revoking = self._revoking(body, fact)
        elif fact.kind == Kind.REVOKE_TAKEN:
            fact.revoked = revoked(body, sides[1 - fact.side], self.cards.head)
        elif fact.kind == Kind.LINE_AGREE and fact.statements >= OFFICERS[self.cards.head.environment]:
            fact.agreed = agreed(body)
        if fact.kind in TWO_PERSON and fact.kind != Kind.LINE_OPEN:
            self._released(body, data, entry, fact)

    def _released(self, body: dict[int, Value], data: bytes, entry: Entry, fact: Fact) -> None:
        found = releases(fact.kind, data, body, self.cards.sides[fact.side], self.cards.head.line)
        if may_need_two(fact.kind, entry.header.precedence):
            fact.released_by = frozenset(found.by)
        if TWO_PERSON[Kind(fact.kind)].key == RELEASE_KEY:
            said = (Name("statement", b"", officer=by, statement=name) for name, by in found.said.items())
            fact.names += tuple(said)

    def _revoking(self, body: dict[int, Value], fact: Fact) -> Revoked | None:
        """What a `revoke` says, which has to hold to be worth a remark."""
        try:
            return revoked(body, self.cards.sides[fact.side], self.cards.head)
        except CounterpartError:
            return None

    def _statements(
        self, body: dict[int, Value], entry: Entry, fact: Fact, valid: list[Card]
    ) -> Iterator[Fault]:
        found = find(fact.kind, body)
        if not found and fact.kind not in ACTIONS:
            return
        writer = self.cards.name(fact.side)
        if fact.kind in ACTIONS and ACTIONS[fact.kind] not in (each.action for each in found):
            yield fault("statement-missing", entry.ref, writer=writer)
        environment = Environment(self.cards.head.environment)
        line, detail = self.cards.head.line, detail_of(fact.kind, body)
        carried = Carried(environment, line, writer, valid, detail, str(entry.ref))
        if found and len(self.cards.sides[fact.side]) > 1:
            fact.stated_by = stated_by(found, carried, self.cards.sides[fact.side])
        for one in found:
            for each in check(one, carried):
                if isinstance(each, Fault):
                    yield each
                else:
                    fact.statements += 1
                    fact.names += (each,)


class _NotAMap(CounterpartError):
    """A body that is some other CBOR value."""
