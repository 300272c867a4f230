"""The record that two lines make: the bundles of both sides verify and agree, whatever happened."""

import io
from dataclasses import dataclass

import pytest
from nacl.signing import SigningKey

from firebreak.core.base.instants import HOUR, MINUTE, Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.opening import LineOpen
from firebreak.core.line.identity import Side
from firebreak.core.message.bodies import Message
from firebreak.core.message.receipts import ReceiptRead
from firebreak.core.record.bundle import Head, write_bundle
from firebreak.core.record.checkpoint import mldsa65_context
from firebreak.verify import Report, compare, verify_bundle
from tests import pair as pair_module
from tests.covering import covers
from tests.pair import START, End, Pair
from tests.parties import NORTH, SOUTH, Party, mldsa65, seed
from tests.records import Record
from tests.signing import TestSigner

PARTIES = {"North": NORTH, "South": SOUTH}
YEAR = {"valid_from": START - HOUR, "valid_until": START + 1_000 * HOUR}
CARDS = {name: party.signed(**YEAR) for name, party in PARTIES.items()}
RECORD = Record(cards=list(CARDS.values()))


class CardSigner(TestSigner):
    """The test signer with the keys of a card."""

    def __post_init__(self) -> None:
        self.key = SigningKey(seed(PARTIES[self.name]._keys, "log"))

    def sign_checkpoint(self, text: bytes) -> tuple[bytes, bytes]:
        strong = mldsa65(PARTIES[self.name]._keys, "checkpoint")
        return self.key.sign(text).signature, strong.sign(text, mldsa65_context(Environment.EXERCISE))


class CardEnd(End):
    """An end whose parties are those of real cards."""

    def side(self, name: str) -> Side:
        card = CARDS[name].card
        officers = {each.name: each.key for each in card.officers}
        powers = {each.name: each.powers for each in card.officers}
        return Side(card.party, name, (card.log_key,), card.checkpoint_key, officers, powers)

    @property
    def names(self) -> tuple[str, str]:
        return self.name, self.other

    @property
    def party(self) -> Party:
        return PARTIES[self.name]

    def open(self) -> None:
        body: LineOpen = RECORD.compared(self.party, RECORD.line_open())
        self.say(Draft(kind=Kind.LINE_OPEN, body=body))

    def read(self, entry: Entry) -> None:
        body = ReceiptRead(entry=entry.hash, desk="duty")
        self.say(Draft(kind=Kind.RECEIPT_READ, body=RECORD.stated(self.party, body, entry)))

    def report(self) -> Report:
        one, other = ((CARDS[each].card.party, RECORD.nonce(PARTIES[each])) for each in self.names)
        head = Head.of(Environment.EXERCISE, one, other, made_at=Instant(START))
        stream = io.BytesIO()
        write_bundle(stream, head, list(CARDS.values()), (each.entry for each in self.stored))
        stream.seek(0)
        return verify_bundle(stream)


@dataclass
class CardPair(Pair):
    def __post_init__(self) -> None:
        self.north = CardEnd("North", "South", self.world, CardSigner("North"))
        self.south = CardEnd("South", "North", self.world, CardSigner("South"))
        self.greet()

    def card_ends(self) -> list[CardEnd]:
        return [each for each in self.ends() if isinstance(each, CardEnd)]

    def talk(self, text: str = "all quiet") -> None:
        """North sends a message, an officer of South reads it."""
        body = Message(to=("duty",), from_desk="duty", text=text, language="en")
        reference = self.north.say(Draft(kind=Kind.MESSAGE, body=body))
        self.settle()
        held = next((each.entry for each in self.south.stored if each.entry.hash == reference.hash), None)
        if held is not None:
            self.card_ends()[1].read(held)
        self.settle()

    def reports(self) -> tuple[Report, Report]:
        north, south = self.card_ends()
        return north.report(), south.report()


@pytest.fixture
def pair(monkeypatch: pytest.MonkeyPatch) -> CardPair:
    monkeypatch.setattr(pair_module, "LINE", RECORD.head.line)
    made = CardPair()
    for end in made.card_ends():
        end.open()
    made.settle()
    made.talk()
    return made


def agree(pair: CardPair) -> tuple[Report, Report]:
    north, south = pair.reports()
    assert [each.code for each in north.findings] == []
    assert [each.code for each in south.findings] == []
    assert compare(north, south).ok
    return north, south


@covers("I2", "I7", "I8", "I26")
def test_an_ordinary_day_verifies_from_both_sides(pair: CardPair) -> None:
    for _ in range(5):
        pair.talk()
        pair.later(40 * MINUTE)
    north, _ = agree(pair)
    assert "checkpoints" in [each.code for each in north.proven]
    assert "officers" in [each.code for each in north.proven]


@covers("I7", "I26")
def test_restarts_and_cut_links_leave_a_record_that_verifies(pair: CardPair) -> None:
    pair.cut()
    pair.talk("while the link is down")
    pair.greet()
    pair.north.start()
    pair.greet()
    pair.later(2 * HOUR)
    pair.south.start()
    pair.greet()
    pair.talk()
    agree(pair)


@covers("I1", "I3", "I26")
@pytest.mark.parametrize("listen", [60_000, 0], ids=["after listening", "before it heard anybody"])
def test_a_restored_node_adopts_what_it_lost_and_the_record_verifies(pair: CardPair, listen: int) -> None:
    pair.later(2 * HOUR)
    backup = list(pair.north.stored)
    for _ in range(3):
        pair.talk()
    if listen:
        pair.later(2 * HOUR)  # checkpoints are among what is lost
    pair.cut()
    pair.north.stored = backup
    pair.north.start(listen=listen)
    if not listen:
        pair.talk("nobody hears this yet")
    pair.greet()
    pair.talk("after the restore")
    pair.later(2 * HOUR)
    north, south = agree(pair)
    assert [each.code for each in south.remarks] == ["exercise", "restored"]
    assert north.entries() == south.entries()
