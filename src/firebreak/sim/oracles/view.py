"""What one store holds, as the oracles see it: built from its commits alone, without asking the line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.shape import Body
from firebreak.core.call.sound.course_bodies import CallPart
from firebreak.core.envelope.card import POWERS, Power
from firebreak.core.envelope.entry import Entry, keeps_its_commitment
from firebreak.core.envelope.header import NOWHERE, Header, Ref
from firebreak.core.envelope.kinds import Kind, known
from firebreak.core.envelope.officer import Action, StatedBody, Statement
from firebreak.core.line.agreement import LineAgree
from firebreak.core.line.identity import Identity, Side
from firebreak.core.line.registry import BODIES
from firebreak.core.watch.bodies import WatchHandOver
from firebreak.ports import Kept
from firebreak.sim.crypto import Verify
from firebreak.sim.oracles.standing import Standing
from firebreak.sim.parties import Party

ALONE: Final = frozenset({Kind.CALL_MEDIA, Kind.CALL_PART, Kind.MATCHING_ANSWER})
"Kinds that a node may write without an officer."


@dataclass(frozen=True, slots=True)
class Item:
    """One entry as held, with its body read."""

    kept: Kept
    ours: bool
    body: Body | None
    counts: bool
    "Whether its body is sound and every officer's word in it holds."
    void: bool = False
    "Written under a key that was revoked: nothing follows from it."

    @property
    def header(self) -> Header:
        """Of the entry."""
        return self.kept.entry.header

    @property
    def hash(self) -> bytes:
        """Of the entry."""
        return self.kept.entry.hash


def _none_held() -> dict[tuple[bytes, bytes], dict[int, list[bytes]]]:
    return {}


@dataclass(slots=True)
class View:
    """Everything that one store holds, in its order."""

    identity: Identity
    verify: Verify
    read: "Reading"
    parties: Mapping[str, Party]
    items: dict[bytes, Item] = field(default_factory=dict[bytes, Item])
    numbers: dict[tuple[bytes, bytes], dict[int, list[bytes]]] = field(default_factory=_none_held)
    "Writer and segment: number to the hashes held of it."
    kinds: dict[int, list[Item]] = field(default_factory=dict[int, list[Item]])
    rooted: set[bytes] = field(default_factory=set[bytes])
    "Entries before which nothing is missing."
    standing: Standing = field(init=False)
    _orphans: dict[bytes, list[bytes]] = field(default_factory=dict[bytes, list[bytes]])
    _carried: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])

    def __post_init__(self) -> None:
        self.standing = Standing(self.identity, self.parties, self.verify, self.items)

    def add(self, kept: Kept) -> Item:
        """Take in one entry."""
        header, hash = kept.entry.header, kept.entry.hash
        ours = header.writer == self.identity.ours.writer
        side = self.standing.side_at(header, ours=ours)
        body = self.read(kept.entry)
        counts = body is not None and self._holds(body, side, header, hash)
        item = self.items[hash] = Item(kept, ours, body, counts)
        self.standing.learn(item)
        if self.standing.is_void(item):
            counts = False
            item = self.items[hash] = replace(item, body=None, counts=False, void=True)
        self.kinds.setdefault(header.kind, []).append(item)
        self.numbers.setdefault((header.writer, header.segment), {}).setdefault(header.seq, []).append(hash)
        if counts and body is not None:
            for statement, _ in statements(body):
                self._carried.setdefault(statement.name, hash)
        self._root(header.prev, hash)
        return item

    def _root(self, prev: bytes, hash: bytes) -> None:
        if prev != NOWHERE and prev not in self.rooted:
            self._orphans.setdefault(prev, []).append(hash)
            return
        waiting = [hash]
        while waiting:
            each = waiting.pop()
            self.rooted.add(each)
            waiting += self._orphans.pop(each, [])

    def _holds(self, body: Body, side: Side, header: Header, hash: bytes) -> bool:
        """Whether every officer's word in a body was given, for this entry and by whom it names."""
        unstated = isinstance(body, StatedBody) and body.statement is None
        if header.critical or (unstated and header.kind not in ALONE):
            return False
        said = list(statements(body))
        if any(self._carried.get(each.name, hash) != hash for each, _ in said):
            return False
        return all(self._given(each, action, body, side, header) for each, action in said)

    def _given(self, each: Statement, action: Action, body: Body, side: Side, header: Header) -> bool:
        key = side.officers.get(each.officer, b"")
        power = POWERS.get(action, Power.DUTY) in side.powers.get(each.officer, ())
        assert isinstance(body, StatedBody | LineAgree)
        about = each.action is action and each.detail == body.detail()
        signed = each.signed_bytes(header.environment, header.line)
        return key != b"" and power and about and self.verify(key, each.signature, signed)

    def holds(self, ref: Ref) -> bool:
        """Whether exactly this entry is held."""
        item = self.items.get(ref.hash)
        return item is not None and item.kept.entry.ref == ref

    def of_kind(self, *kinds: int) -> Iterator[Item]:
        """The entries of some kinds, those of one kind in the order stored."""
        for kind in kinds:
            yield from self.kinds.get(kind, ())

    def in_order(self, *kinds: int) -> Iterator[Item]:
        """The entries of some kinds, in the order stored."""
        return (each for each in self.items.values() if each.header.kind in kinds)


def call_of(item: Item) -> bytes:
    """The call that an entry is about; empty for one that is about none."""
    call: object = getattr(item.body, "call", b"")
    return call if isinstance(call, bytes) else b""


def statements(body: Body) -> Iterator[tuple[Statement, Action]]:
    """Every officer's word in a body, and what it must be about."""
    if isinstance(body, StatedBody) and body.statement is not None:
        yield body.statement, body.ACTION
    if isinstance(body, WatchHandOver) and body.relief is not None:
        yield body.relief, Action.TAKE_WATCH
    if isinstance(body, CallPart) and body.relief is not None:
        yield body.relief, Action.TAKE_CALL
    if isinstance(body, LineAgree):
        yield from ((each, Action.COMPARE) for each in body.statements)


@dataclass(slots=True)
class Reading:
    """Reads bodies, each once in a world."""

    _read: dict[tuple[bytes, bytes | None], Body | None] = field(
        default_factory=dict[tuple[bytes, bytes | None], Body | None]
    )

    def __call__(self, entry: Entry) -> Body | None:
        """The body of an entry; None when there is none that this version can use."""
        key = (entry.hash, entry.body)
        if key not in self._read:
            self._read[key] = _read(entry)
        return self._read[key]


def _read(entry: Entry) -> Body | None:
    kind = known(entry.header.kind)
    if entry.body is None or kind is None or kind not in BODIES or not keeps_its_commitment(entry):
        return None
    try:
        return BODIES[kind].from_bytes(entry.body)
    except FirebreakError:
        return None


def view_of(
    identity: Identity,
    verify: Verify,
    reading: Reading,
    parties: Mapping[str, Party],
    commits: Iterable[Iterable[Kept]],
) -> View:
    """The view of a disk."""
    view = View(identity, verify, reading, parties)
    for commit in commits:
        for kept in commit:
            view.add(kept)
    return view
