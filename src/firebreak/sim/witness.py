"""A witness of the world: the judgement is the real one, its store and its wire are made up.

It reads a request, judges it against what it cosigned last of that log, stores, and only then answers; each
of these is an effect before which it can end. What it may do wrong is said from outside: be down or slow, lie
about the time, cosign whatever comes, or be brought back from an old copy. It keeps no mailboxes: where they
go is `Witness.take`, beside `add-checkpoint`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from firebreak.core.base.instants import SECOND
from firebreak.core.record.adding import AddCheckpoint, Refused, Status, check_signed, judge
from firebreak.core.record.checkpoint import Checkpoint, Origin, parse_text
from firebreak.core.record.cosignature import TIME_BYTES, cosigned_bytes
from firebreak.core.record.note import COSIGNATURE, NoteSignature, key_hash
from firebreak.core.record.quorum import AgreedWitness
from firebreak.sim.clock import START
from firebreak.sim.violation import Crashed

if TYPE_CHECKING:
    from firebreak.sim.world import World

NAMES: Final = ("Berne", "Geneva", "Vienna")
QUORUM: Final = 2
AGAIN_MS: Final = 20 * SECOND  # until somebody starts a witness again
LATENCY_MS: Final = 40

Answer = Callable[[int, bytes], None]


@dataclass(eq=False, slots=True)
class Witness:
    """One of the agreed three."""

    name: str
    world: "World"
    stored: dict[str, tuple[bytes, bytes]] = field(default_factory=dict[str, tuple[bytes, bytes]])
    "By log: the text that was cosigned last, and the lines that were answered."
    backup: dict[str, tuple[bytes, bytes]] = field(default_factory=dict[str, tuple[bytes, bytes]])
    noted: int = 0
    "How many cosignatures it has given, in a file beside its database."
    given: int = 0
    "The same in its database."
    saved: int = 0
    down_until: int = 0
    slow_ms: int = 0
    lies_ms: int = 0
    "By how much it lies about the time."
    forks: bool = False
    "Cosigns whatever is signed by the log."

    @property
    def honest(self) -> bool:
        """Whether it is what it says it is."""
        return not self.lies_ms and not self.forks

    @property
    def agreed(self) -> AgreedWitness:
        """As the line agreement names it."""
        key = self.world.keys.public(self.name)
        return AgreedWitness(name=self.name, operator=f"Institute of {self.name}", ed25519=key)

    def ask(self, data: bytes, answer: Answer) -> None:
        """A request is on its way; the answer comes later, or never."""
        world = self.world
        world.later(world.now + LATENCY_MS + self.slow_ms, lambda: self._take(data, answer))

    def _take(self, data: bytes, answer: Answer) -> None:
        if self.world.now < self.down_until:
            return
        try:
            status, body = self._judged(data)
            self._effect("answer")
        except Crashed as crash:
            self.world.note(None, f"{self.name} ends before {crash}")
            self.down_until = self.world.now + AGAIN_MS
            return
        self.world.note(None, f"{self.name} answers {status}")
        self.world.later(self.world.now + LATENCY_MS, lambda: answer(status, body))

    def _judged(self, data: bytes) -> tuple[int, bytes]:
        try:
            request = AddCheckpoint.parse(data)
            checkpoint = request.signed.checkpoint
            check_signed(request.signed, self._keys(checkpoint.origin))
            held = self.stored.get(checkpoint.origin)
            if not self.forks and not judge(request, parse_text(held[0]) if held else None):
                return Status.COSIGNED, held[1] if held else b""
        except Refused as refused:
            return refused.status, refused.answer.encode()
        return Status.COSIGNED, self._cosigned(checkpoint)

    def _cosigned(self, checkpoint: Checkpoint) -> bytes:
        lines = self._lines(checkpoint)
        self._effect("store")
        self.stored[checkpoint.origin] = (checkpoint.text, lines)
        self.given += 1
        self.noted = max(self.noted, self.given)
        self.world.oracles.stamps.cosigns(self, checkpoint)
        return lines

    def _lines(self, checkpoint: Checkpoint) -> bytes:
        keys = self.world.keys
        seconds = max(1, (START + self.world.now + self.lies_ms) // SECOND)
        signature = keys.sign(self.name, cosigned_bytes(checkpoint, seconds))
        hash = key_hash(self.name, COSIGNATURE, keys.public(self.name))
        return NoteSignature(self.name, hash, seconds.to_bytes(TIME_BYTES) + signature).line.encode()

    def _keys(self, origin: str) -> list[bytes]:
        """The log keys of that party's two newest cards, which are handed to it."""
        parties = self.world.parties.values()
        wanted = Origin.parse(origin).party
        cards = [card.card for each in parties for card in each.cards if card.card.party == wanted]
        return [each.log_key for each in cards[-2:]][::-1]

    def _effect(self, what: str) -> None:
        self.world.count_effect(None, what)

    # -- what happens to it -----------------------------------------------------------------------

    def save(self) -> None:
        """Its database is copied."""
        self.backup, self.saved = dict(self.stored), self.given

    def bring_back(self) -> None:
        """The copy takes its place. The file beside it says more, so it does not start any more."""
        self.stored, self.given = dict(self.backup), self.saved
        if self.given < self.noted:
            self.down_until = 1 << 60


def witnesses(world: "World") -> list[Witness]:
    """The three of a world."""
    return [Witness(name, world) for name in NAMES]
