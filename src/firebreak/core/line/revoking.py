"""Revoked log keys: what of a log stays, what is disputed, what is void (`spec/keys.md`).

The owner's root keys say up to which entry it stands by a key. The counterpart acknowledges that with an
entry of its own, `revoke.taken`, which also names what it had acknowledged beyond: that stays and is disputed
by its author, since others may have acted upon it. All the rest under that key is void, for both sides alike,
whether it is held already or comes later: it is kept, so that chains stay whole, and nothing follows from it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, cast

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Header, Ref, key_id
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.line.card_events import KeyRevoked, RevocationNotTaken
from firebreak.core.line.cards import Cards
from firebreak.core.record.bodies import RUNS_SAID_MAX, Run
from firebreak.core.record.log import Log
from firebreak.core.record.rooted import Revocation, Revoke, RevokeTaken

Said = list[Draft | Event]

ROOTED: Final = frozenset({Kind.CARD, Kind.REVOKE, Kind.EXPLAIN})
"Kinds that hold by the root signatures inside, under whatever key they are written."


class Mark(Enum):
    """What a revocation makes of an entry."""

    GOOD = ""
    DISPUTED = "disputed by author"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Revoked:
    """A log key that was revoked, and where the counterpart acknowledged it."""

    key: bytes
    "Key id."
    said: Revocation
    acknowledged: tuple[Run, ...]
    at: Ref
    seen: Ref | None
    "What the counterpart had of this log when it acknowledged that."


@dataclass(slots=True)
class Revocations:
    """All revoked log keys of a line, ours under True."""

    cards: Cards
    receipted: Callable[[Ref], bool]
    "Whether we have acknowledged an entry of the counterpart."
    held: dict[bool, list[Revoked]] = field(
        default_factory=lambda: {True: list[Revoked](), False: list[Revoked]()}
    )
    offered: list[Learnt] = field(default_factory=list[Learnt])
    "What the counterpart has revoked in its own log."
    published: set[bytes] = field(default_factory=set[bytes])
    "Revocations that stand in our log."

    def mark(self, header: Header, ref: Ref, *, ours: bool) -> Mark:
        """What became of an entry."""
        for each in self.held[ours]:
            if each.key == header.key_id:
                return self._mark(each, ref, self._log(ours=ours))
        return Mark.GOOD

    def is_revoked(self, key: bytes, *, ours: bool) -> bool:
        """Whether a key, by its id, was revoked."""
        return any(each.key == key for each in self.held[ours])

    def learn(self, item: Learnt) -> Said:
        """Take in a revocation, or that the other side has taken one in."""
        body = item.body
        if not isinstance(body, Revoke | RevokeTaken):
            return []
        ours = item.ours is isinstance(body, Revoke)
        try:
            said = self._checked(body, ours=ours)
        except CounterpartError as error:
            return [RevocationNotTaken(at=item.at, ref=item.ref, reason=error.text)]
        if isinstance(body, RevokeTaken):
            return self._taken(said, body, item, ours=ours)
        if ours:
            self.published.add(body.revocation.payload)
            return []
        self.offered.append(item)
        return self.take_in(body)

    def resume(self, at: Instant) -> Said:
        """After a start: acknowledge what the counterpart has revoked and we have not acknowledged yet."""
        said: Said = []
        for item in self.offered:
            try:
                said += self.take_in(cast(Revoke, item.body))
            except CounterpartError as error:  # root keys have taken over since
                said.append(RevocationNotTaken(at=at, ref=item.ref, reason=error.text))
        return said

    def take_in(self, body: Revoke) -> Said:
        """The entry by which a key of the counterpart holds no longer. Raises CounterpartError."""
        if self.is_revoked(key_id(body.read().key), ours=False):
            return []
        said = self._checked(body, ours=False)
        taken = RevokeTaken(revocation=body.revocation, acknowledged=tuple(self._acknowledged(said)))
        return [Draft(kind=Kind.REVOKE_TAKEN, body=taken)]

    def owes(self, draft: Draft) -> bool:
        """Whether a draft that had to wait is still to be said."""
        body = draft.body
        return not isinstance(body, RevokeTaken) or not self.is_revoked(key_id(body.read().key), ours=False)

    def check_signing(self, key: bytes, kind: Kind) -> None:
        """Raise LocalError when our own key of that id was revoked, but for what speaks by root keys."""
        if kind not in ROOTED and self.is_revoked(key, ours=True):
            raise LocalError(
                "the log key of this process was revoked and the counterpart knows it",
                code="FB433",
                hint="start the node again: it signs with the key of our newest card then",
            )

    def _checked(self, body: Revoke | RevokeTaken, *, ours: bool) -> Revocation:
        said, side = body.read(), self.cards.newest(ours=ours)
        identity = self.cards.identity
        if (said.line, said.environment, said.party) != (identity.line, identity.environment, side.party):
            raise _refused("it is for another line, environment or party")
        if self.cards.log_key(key_id(said.key), ours=ours) != said.key:
            raise _refused(f"{side.name} has no such log key on this line")
        if side.card is None or not body.holds(side.card.card):
            raise _refused("the root keys of its party did not both sign it")
        return said

    def _taken(self, said: Revocation, body: RevokeTaken, item: Learnt, *, ours: bool) -> Said:
        key = key_id(said.key)
        if self.is_revoked(key, ours=ours):
            return []
        revoked = Revoked(key, said, body.acknowledged, item.ref, item.header.seen)
        self.held[ours].append(revoked)
        log = self._log(ours=ours)
        marks = [self._mark(revoked, ref, log) for ref in self._under(key, log)]
        return [
            KeyRevoked(
                at=item.at,
                writer=self.cards.newest(ours=ours).name,
                ours=ours,
                key=key,
                last_good=said.last_good.ref if said.last_good else None,
                reason=said.reason,
                disputed=marks.count(Mark.DISPUTED),
                void=marks.count(Mark.VOID),
            )
        ]

    def _mark(self, revoked: Revoked, ref: Ref, log: Log) -> Mark:
        good = revoked.said.last_good
        if good is not None and log.leads(ref, good.ref):
            return Mark.GOOD
        said = (each for each in revoked.acknowledged if _stands(each, revoked, log))
        return Mark.DISPUTED if any(_in(each, ref, log) for each in said) else Mark.VOID

    def _acknowledged(self, said: Revocation) -> Iterator[Run]:
        """What we have acknowledged under a key beyond its last good entry, as far as one body holds it."""
        log, key, count = self._log(ours=False), key_id(said.key), 0
        good = said.last_good.ref if said.last_good else None
        for segment in log.segments.values():
            if self.cards.segment_keys.get(segment.id) != key:
                continue
            refs = [Ref(segment.id, number, hash) for number, hash in enumerate(segment.hashes, 1)]
            beyond = [each for each in refs if self.receipted(each) and not (good and log.leads(each, good))]
            if beyond and count < RUNS_SAID_MAX:
                count += 1
                first, last = beyond[0], beyond[-1]
                yield Run(segment=segment.id, first=first.seq, last=last.seq, last_hash=last.hash)

    def _under(self, key: bytes, log: Log) -> Iterator[Ref]:
        for segment in log.segments.values():
            if self.cards.segment_keys.get(segment.id) == key:
                for number, hash in enumerate(segment.hashes, 1):
                    yield Ref(segment.id, number, hash)

    def _log(self, *, ours: bool) -> Log:
        return self.cards.logs.ours if ours else self.cards.logs.theirs


def _stands(run: Run, revoked: Revoked, log: Log) -> bool:
    """Whether a run ends with an entry of this log. While the log is not back it is taken as it says."""
    away = revoked.seen is not None and not log.holds(revoked.seen)
    return away or log.holds(Ref(run.segment, run.last, run.last_hash))


def _in(run: Run, ref: Ref, log: Log) -> bool:
    """Whether a run acknowledges just this entry: what it names is the chain that ends with its last hash."""
    named = run.last_hash if ref.seq == run.last else log.hash_at(ref.segment, ref.seq)
    return ref.segment == run.segment and run.first <= ref.seq <= run.last and ref.hash == named


def _refused(reason: str) -> CounterpartError:
    return CounterpartError(
        f"the revocation does not hold: {reason}", code="FB431", hint="ask them for a correct one"
    )
