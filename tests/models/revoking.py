"""A stolen log key and its revocation, as a model: every short story of owner, thief and counterpart.

North's log key was stolen together with a copy of its store. Owner and thief both write under it, in any
order; North revokes the key from its second message on, brings a new one into use, starts again; links lose
what is on its way; South starts again. From every world the parties are brought together and must agree what
of that log is good, disputed and void (`spec/keys.md`).
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import Header, Ref, key_id
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.revoking import Mark
from firebreak.core.message.receipts import ReceiptNode
from firebreak.core.record.bodies import Run
from tests.carded import CardedEnd, CardedPair
from tests.core.line.making import say
from tests.models.stories import Left, Stories, Story
from tests.parties import public

ENTRY_ITEMS: Final = 6
"An entry frame on the wire has so many; a thief carries these only."
THIEF: Final = 100
"Segments of the thief are drawn from here, so that no two are alike."


class Bounds(NamedTuple):
    """How long a story may be, and how often each side may say something in it."""

    length: int
    says: int = 1


@dataclass
class Theft:
    """The parties as a story leaves them."""

    pair: CardedPair = field(default_factory=CardedPair)
    thief: CardedEnd = field(init=False)
    good: Ref = field(init=False)
    said: dict[str, int] = field(default_factory=dict[str, int])
    carded: bool = False
    renewed: bool = False
    revoked: bool = False

    def __post_init__(self) -> None:
        self.good = say(self.pair.north, "North says what it stands by")
        self.pair.settle()
        self.thief = CardedPair(self.pair.world).north
        self.thief.stored = list(self.pair.north.stored)
        self.thief.signer.starts = THIEF
        self.thief.start()
        self.thief.sent.clear()

    def do(self, step: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "North says": lambda: self.say("North", self.pair.north),
            "thief says": lambda: self.say("thief", self.thief),
            "to South": lambda: self.carry(self.pair.north, self.pair.south),
            "to North": lambda: self.carry(self.pair.south, self.pair.north),
            "a loss to South": self.lose,
            "thief to South": lambda: self.carry(self.thief, self.pair.south),
            "revoke": self.revoke,
            "card": self.card,
            "North starts": self.renew,
            "South starts": self.pair.south.start,
            "cut and link": self.relink,
        }
        acts[step]()

    def say(self, who: str, end: CardedEnd) -> None:
        self.said[who] = self.said.get(who, 0) + 1
        try:
            say(end, f"{who} says {self.said[who]}")
        except LocalError as refused:
            assert refused.code == "FB433", refused  # noqa: PT017 the only reason to be refused here

    def carry(self, end: CardedEnd, to: CardedEnd) -> None:
        frames: list[list[Value]] = end.sent[:]
        end.sent.clear()
        to.hear([each for each in frames if end is not self.thief or len(each) == ENTRY_ITEMS])

    def lose(self) -> None:
        """The first frame to South is lost, the rest arrives: a gap."""
        del self.pair.north.sent[0]
        self.carry(self.pair.north, self.pair.south)

    def revoke(self) -> None:
        self.revoked = True
        body = self.pair.north.revocation("log", self.good)
        self.pair.north.say(Draft(kind=Kind.REVOKE, body=body))

    def card(self) -> None:
        self.carded = True
        north = self.pair.north
        north.publish(north.next_card(log_key=public(north.log("second log"))))

    def renew(self) -> None:
        """North's process starts with the new key, once that is in force; with the old one before."""
        north = self.pair.north
        if len(north.line.memory.cards.chains[True]) > 1:
            north.use_key("second log")
            self.renewed = True
        north.start()

    def relink(self) -> None:
        """What was on its way is lost; both sides greet."""
        for end in self.pair.ends():
            end.last = None
            end.sent.clear()
            end.do(end.line.greet(self.pair.world.moment()))

    def look(self) -> Hashable:
        """What tells two worlds apart, as far as their future goes."""
        ends = (*self.pair.ends(), self.thief)
        stored = tuple(frozenset(each.entry.hash for each in end.stored) for end in ends)
        wires = tuple(repr(end.sent) for end in ends)
        return stored, wires, self.carded, self.renewed, self.revoked, tuple(sorted(self.said.items()))

    # -- the end of all trouble ---------------------------------------------------------------------

    def heal(self) -> None:
        """North finishes what it began, everything arrives, and both sides must judge alike."""
        if not self.revoked:
            self.revoke()
        if not self.carded:
            self.card()
        self.relink()
        self.pair.settle()
        self.carry(self.thief, self.pair.south)
        self.pair.settle()
        if not self.renewed:
            self.renew()
        assert self.renewed, "the new key never came into force"
        self.relink()
        self.pair.settle()
        last = say(self.pair.north, "North says it under the new key")
        self.pair.settle()
        self.judge(last)
        before = self.marks(self.pair.north), self.marks(self.pair.south)
        for end in self.pair.ends():
            end.start()
        self.relink()
        self.pair.settle()
        assert before == (self.marks(self.pair.north), self.marks(self.pair.south)), "KEYS-004: not the same"

    def judge(self, last: Ref) -> None:
        north, south = self.marks(self.pair.north), self.marks(self.pair.south)
        apart = {ref for ref in north.keys() & south.keys() if north[ref] is not south[ref]}
        assert not apart, "KEYS-021: the two sides judge an entry differently"
        assert south[self.good] is Mark.GOOD, "KEYS-021: what North stands by does not count"
        assert south[last] is Mark.GOOD, "KEYS-023: the line does not go on"
        known, stood = self.acknowledged(), self.chain(self.good.hash)
        for ref, mark in south.items():
            old = self.header(ref).key_id == key_id(self.key)
            assert mark is not Mark.VOID or ref not in known, "KEYS-021: acknowledged, and void all the same"
            assert mark is not Mark.DISPUTED or ref in known, "KEYS-021: disputed, and nobody had it"
            assert not old or (mark is Mark.GOOD) is (ref in stood), "KEYS-021: good beyond the last good one"
            traced = ref.hash in self.pair.south.line.machines.messages.traces
            late = old and ref not in stood and ref not in self.held_before()
            assert not (traced and late), "KEYS-022: acted upon, and void when it came"

    @property
    def key(self) -> bytes:
        """The key that was stolen."""
        return public(self.pair.north.log("log"))

    def marks(self, end: CardedEnd) -> dict[Ref, Mark]:
        """What became of each message of North, as one side sees it."""
        ours = end is self.pair.north
        mark = end.line.memory.revocations.mark
        return {
            each.entry.ref: mark(each.entry.header, each.entry.ref, ours=ours)
            for each in end.stored
            if each.entry.header.kind == Kind.MESSAGE and each.entry.header.writer == self.writer
        }

    @property
    def writer(self) -> bytes:
        return self.pair.north.line.identity.ours.writer

    def header(self, ref: Ref) -> Header:
        return next(each.entry.header for each in self.pair.south.stored if each.entry.ref == ref)

    def acknowledged(self) -> set[Ref]:
        """North's entries that South had named in `seen` or a receipt when it acknowledged the revocation."""
        known: set[Ref] = set()
        for each in self.pair.south.stored:
            header = each.entry.header
            if header.kind == Kind.REVOKE_TAKEN:
                break
            if header.writer != self.writer:
                known |= self.chain(header.seen.hash if header.seen else b"")
            if header.kind == Kind.RECEIPT_NODE:
                said = ReceiptNode.from_bytes(each.entry.body or b"")
                known |= {one.ref for one in said.ahead}
                known |= {ref for run in said.runs for ref in self.chain(run.last_hash) if _within(run, ref)}
        return known

    def held_before(self) -> set[Ref]:
        """What South held when it acknowledged the revocation."""
        stored = [each.entry for each in self.pair.south.stored]
        count = next(n for n, each in enumerate(stored) if each.header.kind == Kind.REVOKE_TAKEN)
        return {each.ref for each in stored[:count]}

    def chain(self, end: bytes) -> set[Ref]:
        """An entry of North and all before it, by their hashes alone."""
        found, entry = set[Ref](), self.held.get(end)
        while entry is not None:
            found.add(entry.ref)
            entry = self.held.get(entry.header.prev)
        return found

    @property
    def held(self) -> dict[bytes, Entry]:
        return {each.entry.hash: each.entry for each in self.pair.south.stored}


def _within(run: Run, ref: Ref) -> bool:
    return ref.segment == run.segment and run.first <= ref.seq <= run.last


@dataclass(kw_only=True)
class Revoking(Stories[Theft]):
    """The model: `search.explore` runs it."""

    bounds: Bounds

    def first(self) -> Theft:
        return Theft()

    def left(self, story: Story) -> Left:
        return (self.bounds.length - len(story),)

    def possible(self, day: Theft, left: Left) -> Iterator[str]:
        """What can happen next."""
        for who in ("North", "thief"):
            if day.said.get(who, 0) < self.bounds.says:
                yield f"{who} says"
        wires = {"to South": day.pair.north, "to North": day.pair.south, "thief to South": day.thief}
        yield from (step for step, end in wires.items() if end.sent)
        if len(day.pair.north.sent) > 1:
            yield "a loss to South"
        yield from ("North starts", "South starts", "cut and link")
        if not day.revoked:
            yield "revoke"
        if not day.carded:
            yield "card"
