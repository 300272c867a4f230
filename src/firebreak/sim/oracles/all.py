"""Every oracle of a world behind one door."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, cast

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import ENTRY
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.entry import Entry, keeps_its_commitment
from firebreak.core.envelope.header import Header, key_id, read_header
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.ports import Kept
from firebreak.sim.oracles.colour import Freshness
from firebreak.sim.oracles.deadlines import Deadlines
from firebreak.sim.oracles.evidence import check_never_less
from firebreak.sim.oracles.folds import check_folds
from firebreak.sim.oracles.heard import Heard
from firebreak.sim.oracles.keys import check_cards, check_key, check_taken, unreleased
from firebreak.sim.oracles.notices import check_notices
from firebreak.sim.oracles.receipts import covered
from firebreak.sim.oracles.said import Said
from firebreak.sim.oracles.shown import Shown
from firebreak.sim.oracles.stamps import Stamps
from firebreak.sim.oracles.standing import ROOTED
from firebreak.sim.oracles.view import Item, Reading, view_of
from firebreak.sim.oracles.watched import Watched
from firebreak.sim.violation import hold

if TYPE_CHECKING:
    from firebreak.sim.link import Leaving, Way
    from firebreak.sim.node import Node
    from firebreak.sim.world import World


JUDGE_MS: Final = 250


@dataclass(slots=True)
class Oracles:
    """All that is remembered of a world."""

    world: "World"
    checks: Counter[str] = field(default_factory=Counter[str])
    "How often each invariant was looked at."
    left_by: dict[tuple[bytes, bytes, int], bytes] = field(
        default_factory=dict[tuple[bytes, bytes, int], bytes]
    )
    signed: dict[tuple[bytes, int], bytes] = field(default_factory=dict[tuple[bytes, int], bytes])
    acknowledged: dict[str, set[bytes]] = field(default_factory=dict[str, set[bytes]])
    "Per party: entries of its own for which one of its nodes has stored a receipt."
    ever: dict[str, set[bytes]] = field(default_factory=dict[str, set[bytes]])
    "Per party: what one of its nodes has ever stored."
    shown_once: Counter[tuple[object, ...]] = field(default_factory=Counter[tuple[object, ...]])
    reading: Reading = field(default_factory=Reading)
    sound: set[tuple[bytes, bytes]] = field(default_factory=set[tuple[bytes, bytes]])
    "Entries and signatures that were looked at."
    salts: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])
    forged: set[bytes] = field(default_factory=set[bytes])
    "Entries that a hostile holder of a party's key has made."
    watched: "dict[Node, Watched]" = field(default_factory=dict)
    stamps: Stamps = field(init=False)

    def __post_init__(self) -> None:
        self.stamps = Stamps(self.world)

    # -- processes --------------------------------------------------------------------------------

    def starts(self, node: "Node") -> None:
        """A process begins on what its disk holds."""
        world = self.world
        view = view_of(node.identity, world.keys.verify, self.reading, world.parties, node.disk.commits)
        floor = max((each.kept.at for each in view.items.values()), default=0)
        moment = node.read()
        base = (max(floor, moment.wall), moment.steady)
        shown = Shown(self.shown_once, (node.label, node.disk.lineage), node.process)
        assert node.line is not None
        deadlines = Deadlines(node.line.writer.segment, self.forged)
        freshness = Freshness(node.line.writer.segment)
        for item in view.items.values():
            if not item.void:
                deadlines.learn(item)
        self.watched[node] = Watched(view, Said(self.forged), shown, Heard(), deadlines, freshness, base)

    def sleeps(self, node: "Node", rests: bool) -> None:
        """A process goes on."""
        hold("rest", rests, f"{node.label} never sleeps")

    def begins(self, node: "Node") -> None:
        """A process takes what has come, and works on it."""
        self.watched[node].heard.begin()

    def rested(self, node: "Node") -> None:
        """A process has done all it wanted and waits."""
        watched = self.watched[node]
        watched.heard.check(watched.view)
        watched.judge_from = 0
        check_cards(node, watched.view)
        self.count("I9", "I24")
        if len(watched.view.items) != watched.known:
            watched.known = len(watched.view.items)
            check_never_less(node, watched.best)
            self.count("I10")

    # -- what is signed and stored ----------------------------------------------------------------

    def sums_up(self, node: "Node", text: bytes) -> None:
        """A node asks its signer for the signatures of a checkpoint."""
        self.stamps.sums_up(node, text)

    def signs(self, node: "Node", header: Header, payload: bytes) -> None:
        """A node asks its signer for a signature."""
        assert node.store is not None
        hold("I29", not node.store.failed, f"{node.label} signs after a failed write")
        hold("I21", header.to_bytes() == payload, "a header that does not read as it was written")
        place = (header.segment, header.seq)
        watched = self.watched[node]
        free = header.kind in ROOTED or header.kind == Kind.SEGMENT_OPEN  # in which root keys can speak
        revoked = header.key_id in watched.view.standing.revoked[True] and not free
        hold("I16", not revoked, f"{node.label} signs under a key that was revoked")
        hold("I3", place not in self.signed, f"{node.label} signs a second entry {header.seq}")
        self.signed[place] = payload
        self.stamps.signs(node, header, payload)
        self.count("I3", "I16", "I21", "I29")

    def stored(self, node: "Node", entries: object) -> list[Kept]:
        """A commit took; which of its entries are new."""
        watched = self.watched[node]
        given = list(cast("Iterable[Kept]", entries))
        fresh = [each for each in given if each.entry.hash not in watched.view.items]
        hold("I6", len(fresh) == len({each.entry.hash for each in given}) == len(given), "stored twice")
        for each in fresh:
            self._sound(node, each.entry)
            self._timed(node, watched, each)
            self._enter(node, watched, each)
        check_folds(node, watched.view, fresh)
        check_notices(node, watched.view, fresh)
        return fresh

    def _sound(self, node: "Node", entry: Entry) -> None:
        """I12 and whatever else keeps foreign bytes out of a store."""
        header, identity = entry.header, node.identity
        hold("I12", header.environment is identity.environment, "an entry of the other environment is stored")
        hold("I12", header.line == identity.line, "an entry of another line is stored")
        self.count("I12", "I21")
        if (entry.hash, entry.signature) not in self.sound:
            self._signed_by(node, entry)
            self.sound.add((entry.hash, entry.signature))

    def _signed_by(self, node: "Node", entry: Entry) -> None:
        side = node.identity.side(entry.header.writer)
        hold("I9", side is not None, "an entry of a stranger is stored")
        assert side is not None
        signed = signed_bytes(ENTRY, node.identity.environment, entry.payload)
        issued = self.world.parties[side.name].logs
        key = next((each for each in issued if key_id(each) == entry.header.key_id), b"")
        good = self.world.keys.verify(key, entry.signature, signed)
        hold("I9", good, f"{node.label} stores an entry that its writer did not sign")
        same = read_header(entry.payload) == entry.header
        hold("I21", same, "a header that does not read as it was stored")

    def _timed(self, node: "Node", watched: Watched, kept: Kept) -> None:
        """I20: line time is ours alone."""
        expected = self._line_time(node, watched)
        hold("I20", kept.at == expected, f"stored at {kept.at}, line time is {expected}")
        self.count("I20")

    def _line_time(self, node: "Node", watched: Watched) -> int:
        """What line time was when the process began on what it does now."""
        line, steady = watched.base
        return line + max(0, node.decided - steady)

    def _enter(self, node: "Node", watched: Watched, kept: Kept) -> None:
        ever = self.ever.setdefault(node.name, set())
        if kept.entry.hash not in ever:
            check_key(node, watched.view, kept.entry)
            ever.add(kept.entry.hash)
        flagged = unreleased(watched.view, kept.entry)
        item = watched.view.add(kept)
        if flagged:
            self._unreleased(node, watched, item)
        self.count("I14", "I16")
        assert node.line is not None
        if item.ours and item.header.segment == node.line.writer.segment:
            self.stamps.learn(watched.view, item)
            check_taken(node, watched.view, item)
            watched.said.check(watched.view, item)
            self._salted(kept.entry)
            self.count("I2", "I7", "I8", "I15")
        elif not item.ours:
            self.acknowledged.setdefault(node.name, set()).update(covered(watched.view, item))
        if not item.void:
            watched.deadlines.learn(item)
        watched.freshness.learn(item)

    def _unreleased(self, node: "Node", watched: Watched, item: Item) -> None:
        """I14: what too few officers released is signed by no honest node, and flagged by the other."""
        assert node.line is not None
        own = item.ours and item.header.segment == node.line.writer.segment
        hold("I14", not own, f"{node.label} signs kind {item.header.kind} without two officers")
        if not item.ours:
            watched.heard.unreleased.add(item.hash)

    def _salted(self, entry: Entry) -> None:
        if entry.salt is not None:
            first = self.salts.setdefault(entry.salt, entry.hash)
            hold("I28", first == entry.hash, "two entries under one salt")
            self.count("I28")

    # -- what leaves and arrives ------------------------------------------------------------------

    def left(self, way: "Way", leaving: "list[Leaving]") -> None:
        """A packet begins to leave."""
        node = way.sender
        view = self.watched[node].view
        for each in leaving:
            header, hash = each.entry.header, each.entry.hash
            hold("I4", hash in view.items, f"{node.label} sends entry {each.entry.ref} before it is stored")
            if header.writer == node.identity.ours.writer and hash not in self.forged:
                place = (header.writer, header.segment, header.seq)
                first = self.left_by.setdefault(place, hash)
                hold("I3", first == hash, f"{node.label} sent two entries {each.entry.ref}")
        self._urgent(way, leaving)
        self.count("I3", "I4", "I17")

    def _urgent(self, way: "Way", leaving: "list[Leaving]") -> None:
        """I17: what is flash waits for at most one packet that carries none."""
        waiting = way.box.urgent
        for each in leaving:
            waiting.pop(each.entry.hash, None)
        if not any(each.entry.header.precedence is Precedence.FLASH for each in leaving):
            for hash in waiting:
                waiting[hash] += 1
                hold("I17", waiting[hash] <= 1, "a flash waits for more than one packet")

    def arrives(self, node: "Node", leaving: "list[Leaving]") -> None:
        """A packet arrives unharmed."""
        if node.running:
            own = node.identity.ours.writer
            kept = [
                each.entry.hash
                for each in leaving
                if each.full and (each.entry.header.writer != own or keeps_its_commitment(each.entry))
            ]  # an entry of ours that comes back with another body is refused
            watched = self.watched[node]
            watched.heard.expect(kept)
            watched.heard.excused.update(
                each.entry.hash for each in leaving if not watched.view.standing.is_plain(each.entry.header)
            )

    # -- what is shown ----------------------------------------------------------------------------

    def shown(self, node: "Node", event: Event) -> None:
        """A desk is told something."""
        watched = self.watched[node]
        watched.shown.damaged = self._damaged()
        now = self._line_time(node, watched)
        known = event.at == now or any(each.kept.at == event.at for each in watched.view.items.values())
        hold("I20", known and event.at <= now, f"{type(event).__name__} at {event.at}, line time is {now}")
        watched.shown.check(watched.view, event)
        watched.heard.told(event)
        watched.deadlines.told(event)
        self.count("I6")

    def judge(self) -> None:
        """After everything that happens: what time alone can break."""
        for node in self.world.all_nodes():
            if node.running and node.idle and node.paused_until < self.world.now:
                watched = self.watched[node]
                if self.world.now < watched.judge_from:
                    continue
                watched.judge_from = self.world.now + JUDGE_MS
                stalled = 2 * node.disk.sync_ms  # a commit that had begun before, and the one that says it
                awake = self.world.now - max(node.started_at, node.paused_until) - stalled
                watched.deadlines.judge(Instant(node.line_time() - stalled), awake)
                watched.freshness.check(node)
                self.count("I18", "I19")

    def _damaged(self) -> bool:
        return bool(self.forged or self.world.twinned) or any(
            each.disk.lineage for each in self.world.all_nodes()
        )

    def count(self, *invariants: str) -> None:
        """These were looked at."""
        self.checks.update(invariants)
