"""Records in which keys, officers and agreements change over time, as two nodes would write them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from firebreak.core.base.purposes import REVOKE
from firebreak.core.base.shape import Body
from firebreak.core.envelope.card import Officer, Power, SignedCard
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import Action
from firebreak.core.line.agreement import Agreement, LineAgree
from firebreak.core.linecheck.bodies import CheckPerson
from firebreak.core.message.bodies import Message
from firebreak.core.notice.bodies import Notice
from firebreak.core.record.bodies import Run
from firebreak.core.record.rooted import CardEntry, CardTaken, Revocation, Revoke, RevokeTaken
from tests.carded import Roots
from tests.parties import NORTH, SOUTH, public
from tests.records import Record, named

POWERS = (Power.DUTY, Power.PAIR, Power.RELEASE)


def officer(name: str, *powers: Power) -> Officer:
    return Officer(name=name, key=public(NORTH.key(name)), powers=powers or POWERS)


def renewed(record: Record, **changes: Any) -> SignedCard:
    """North publishes its next card and South takes it in."""
    before = [each for each in record.cards if each.card.party == record.party_id(NORTH)][-1]
    card = NORTH.next_card(before, **changes)
    record.cards.append(card)
    record.say(NORTH, Kind.CARD, CardEntry(card=card.to_bytes()))
    record.say(SOUTH, Kind.CARD_TAKEN, CardTaken(card=card.to_bytes()))
    return card


def checked(record: Record, name: str, **changes: Any) -> Entry:
    body = record.stated(NORTH, CheckPerson(desk="duty"), officer=name)
    return record.say(NORTH, Kind.CHECK_PERSON, body, **changes)


def rotated() -> Record:
    """A new roster, then a new log key, each from its place on."""
    record = Record().opened()
    checked(record, "Reis")
    renewed(record, officers=(officer("Vogt"), officer("Kern")))
    checked(record, "Kern")
    renewed(record, officers=(officer("Kern"),), log_key=public(NORTH.key("second log")))
    record.pens["North"].role = "second log"
    record.restart(NORTH)
    checked(record, "Kern")
    return record


def taken_over() -> Record:
    """North's next root keys have signed its second card."""
    record, following = Record().opened(), Roots("North", "next root")
    before = record.cards[0]
    fields: dict[str, Any] = {"root_ed25519": following.ed25519, "root_mldsa65": following.mldsa65}
    fields |= {"next_root": b"\x09" * 32, "serial": 2, "previous": before.hash}
    card = following.card(replace(before.card, **fields))
    record.cards.append(card)
    record.say(NORTH, Kind.CARD, CardEntry(card=card.to_bytes()))
    record.say(SOUTH, Kind.CARD_TAKEN, CardTaken(card=card.to_bytes()))
    return record


def agreed() -> Record:
    """Both sides have agreed that two officers release a flash; North's have the power to."""
    officers = (officer("Vogt"), officer("Reis"))
    record = Record(cards=[NORTH.signed(officers=officers), SOUTH.signed()]).opened()
    body = LineAgree(agreement=Agreement(two_person=(int(Kind.MESSAGE), int(Kind.NOTICE))))
    for party in (NORTH, SOUTH):
        said = record.statement(party, Action.COMPARE, body.detail())
        record.say(party, Kind.LINE_AGREE, replace(body, statements=(said,)))
    return record


def flash(record: Record, *names: str) -> None:
    body = Message(to=("duty",), from_desk="duty", text="rockets on the harbour")
    said = tuple(record.statement(NORTH, Action.RELEASE, body.detail(), officer=each) for each in names)
    record.say(NORTH, Kind.MESSAGE, replace(body, release=said), precedence=Precedence.FLASH)


def flash_notice(record: Record, issuer: str, *names: str, **changes: Any) -> None:
    body = Notice(from_desk="duty", to=("duty",), code="DF0")
    said = tuple(record.statement(NORTH, Action.RELEASE, body.detail(), officer=each) for each in names)
    issued = record.stated(NORTH, replace(body, **changes), officer=issuer)
    record.say(NORTH, Kind.NOTICE, replace(issued, release=said), precedence=Precedence.FLASH)


def revoked(
    roots: Roots | None = None,
    *,
    claim: bool = False,
    taken: bool = True,
    run: Callable[[Run], Run] = lambda said: said,
) -> Record:
    """North revokes its key after one good entry; South had acknowledged one more and not the last."""
    record = Record().opened()
    good = record.say(NORTH, Kind.STATUS)
    later = record.say(NORTH, Kind.STATUS)
    record.say(SOUTH, Kind.STATUS)
    void = record.say(NORTH, Kind.STATUS)
    said = Revocation(
        environment=NORTH.environment,
        line=record.head.line,
        party=record.party_id(NORTH),
        key=public(NORTH.key("log")),
        last_good=named(good),
        time=record.now,
    )
    rooted = (roots or Roots("North")).rooted(REVOKE, said.to_bytes())
    body = Revoke(revocation=rooted)
    record.say(NORTH, Kind.REVOKE, body)
    last = void if claim else later
    claimed = Run(segment=last.ref.segment, first=later.ref.seq, last=last.ref.seq, last_hash=last.hash)
    if taken:
        record.say(SOUTH, Kind.REVOKE_TAKEN, RevokeTaken(revocation=rooted, acknowledged=(run(claimed),)))
    return record


def bare(record: Record, *entries: Entry) -> Record:
    """The record as somebody hands it out who keeps these texts back."""
    record.entries = [each.bare() if each in entries else each for each in record.entries]
    return record


def of_kind(record: Record, kind: Kind) -> list[Entry]:
    return [each for each in record.entries if each.header.kind == kind]


def claiming_everything() -> Record:
    """Of what North wrote after its last good entry, South claims a run whose last entry exists nowhere."""
    return revoked(run=lambda last: replace(last, first=1, last=1_000_000, last_hash=b"\x55" * 32))


def revoked_by_the_thief() -> Record:
    """After North's next root keys took over, its old ones revoke all that it ever wrote."""
    record = taken_over()
    record.say(NORTH, Kind.STATUS)
    said = Revocation(
        environment=NORTH.environment,
        line=record.head.line,
        party=record.party_id(NORTH),
        key=public(NORTH.key("log")),
        time=record.now,
    )
    body = RevokeTaken(revocation=Roots("North").rooted(REVOKE, said.to_bytes()))
    record.say(SOUTH, Kind.REVOKE_TAKEN, body)
    return record


def in_a_ring() -> Record:
    """South acknowledges a revocation in segments of which each begins after the other."""
    record = revoked(taken=False)
    body = RevokeTaken(revocation=Revoke.from_bytes(bytes_of(of_kind(record, Kind.REVOKE)[0])).revocation)
    pen = record.pens["South"]

    def put(segment: bytes, seq: int, prev: bytes, kind: Kind, body: Body | bytes = b"\xa0") -> bytes:
        pen.segment, pen.seq, pen.prev = segment * 16, seq - 1, prev
        return record.say(SOUTH, kind, body).hash

    second = put(b"\xbb", 2, b"\x01" * 32, Kind.STATUS)
    begin = put(b"\xaa", 1, second, Kind.STATUS)
    end = put(b"\xaa", 2, begin, Kind.REVOKE_TAKEN, body)
    put(b"\xbb", 1, end, Kind.STATUS)
    return record


def bytes_of(entry: Entry) -> bytes:
    assert entry.body is not None
    return entry.body
