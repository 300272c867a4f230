"""Give-back, orphans and adoption: what makes a restore lose nothing (`spec/record.md`).

Whoever holds entries that the other side has lost gives them back and writes them down as orphans; their
author stores them and writes that it stands by them. An orphan is binding: a restart withdraws nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.line.events import Branched, Restarted
from firebreak.core.line.identity import Identity
from firebreak.core.line.step import Asked
from firebreak.core.record.bodies import RUNS_SAID_MAX, Adopt, Orphans, Run
from firebreak.core.record.frames import HaveFrame
from firebreak.core.record.interlock import Interlock, runs_of

PATIENCE: Final = 60 * SECOND  # since the last that came: more may be announced than is ever given back


@dataclass(slots=True)
class Restoring:
    """What each side lost and got back."""

    identity: Identity
    logs: Interlock
    outdated: Callable[[], Iterable[Ref]]
    "Entries of ours that the counterpart takes in only when we name each of them."
    lost: list[Ref] = field(default_factory=list[Ref])
    "Our own entries that came back and are not yet adopted."
    expected: int = 0
    "How many of our own are still to come back, as the counterpart says."
    adopted: dict[bytes, list[Run]] = field(default_factory=dict[bytes, list[Run]])
    "Per segment, which entries of ours we have written that we stand by."
    branches: set[bytes] = field(default_factory=set[bytes])
    "Entries known to be continued twice."
    _since: Instant | None = None
    "When we began to wait for the rest, or last got some of it."

    def learn(self, item: Learnt) -> None:
        """Remember what our own log says about orphans and adoptions, now or before a restart."""
        if item.ours and isinstance(item.body, Orphans):
            self.logs.note_reported(item.body.runs)
        elif item.ours and isinstance(item.body, Adopt):
            for each in item.body.runs:
                self.adopted.setdefault(each.segment, []).append(each)

    def heard(self, frame: HaveFrame, at: Instant) -> Asked:
        """What to report when the counterpart says what it holds."""
        self.expected = self.logs.wanted(frame)
        if self.expected and self._since is None:
            self._since = at
        runs = self.logs.orphans(frame)
        if not runs:
            return []
        self.logs.note_reported(runs)  # they may wait unsigned until our own segment is open
        drafts = (Draft(kind=Kind.LOG_ORPHANS, body=Orphans(runs=each)) for each in _portions(runs))
        return [*drafts, Restarted(at=at, writer=self.identity.theirs.name, entries=_count(runs))]

    def got_back(self, ref: Ref, at: Instant) -> None:
        """One of our own lost entries is verified and will be stored."""
        self.lost.append(ref)
        self.expected, self._since = max(0, self.expected - 1), at

    def adopt(self, at: Instant, *, now: bool = False) -> Asked:
        """Stand by what came back, once all of it is here or the patience is at an end."""
        due = self.deadline
        if due is not None and at < due and not now:
            return []
        lost, self.lost, self.expected, self._since = self.lost, [], 0, None
        if not lost:
            return []
        alone = list(self.outdated())
        back = [each for each in lost if each not in alone]
        runs = [*_joined(back), *map(_alone, alone)]
        drafts = (Draft(kind=Kind.LOG_ADOPT, body=Adopt(runs=each)) for each in _portions(runs))
        told = [Restarted(at=at, writer=self.identity.ours.name, entries=len(back))] if back else []
        return [*drafts, *told]

    @property
    def whole(self) -> bool:
        """Whether nothing of ours is still to come back or to be adopted."""
        return not self.lost and not self.expected

    @property
    def deadline(self) -> Instant | None:
        """When to stand by what has come back; None when there is nothing to wait for."""
        return Instant(self._since + PATIENCE) if self._since is not None and self.expected else None

    def begin(self) -> None:
        """The segment is about to be opened: stand by whatever the chain that it continues leaves out, and by
        what was written under an older key apart from a newer one.
        """
        reach = {segment.id: upto for segment, upto in self.logs.ours.path()}
        self.lost = list(dict.fromkeys([*self.lost, *self._strays(reach), *self.outdated()]))

    def _strays(self, reach: dict[bytes, int]) -> Iterator[Ref]:
        for segment in self.logs.ours.segments.values():
            for first, last in runs_of(segment, reach.get(segment.id, 0)):
                for number in range(first, last + 1):
                    hash = segment.hash_at(number)
                    if hash is not None and not self._is_adopted(segment.id, number):
                        yield Ref(segment.id, number, hash)

    def branched(self, writer: bytes, parent: bytes, at: Instant) -> Asked:
        """Report, once, that two segments go on after one entry, whichever of them came first."""
        ours = writer == self.identity.ours.writer
        log, side = (self.logs.ours, self.identity.ours) if ours else (self.logs.theirs, self.identity.theirs)
        if parent in self.branches or not log.is_left(parent):
            return []
        segments = tuple(each.id for each in log.following(parent))
        if len(segments) < 2:  # noqa: PLR2004
            return []
        self.branches.add(parent)
        return [Branched(at=at, writer=side.name, parent=parent, segments=segments)]

    def _is_adopted(self, segment: bytes, number: int) -> bool:
        return any(each.first <= number <= each.last for each in self.adopted.get(segment, ()))


def _portions(runs: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    """As many as fit into one body."""
    return (tuple(runs[at : at + RUNS_SAID_MAX]) for at in range(0, len(runs), RUNS_SAID_MAX))


def _count(runs: Iterable[Run]) -> int:
    return sum(each.last - each.first + 1 for each in runs)


def _alone(ref: Ref) -> Run:
    return Run(segment=ref.segment, first=ref.seq, last=ref.seq, last_hash=ref.hash)


def _joined(refs: Iterable[Ref]) -> list[Run]:
    """Consecutive entries joined; a second version of a number starts a run of its own."""
    runs: list[Run] = []
    for ref in sorted(refs):
        last = runs[-1] if runs else None
        if last and last.segment == ref.segment and last.last == ref.seq - 1:
            runs[-1] = Run(segment=ref.segment, first=last.first, last=ref.seq, last_hash=ref.hash)
        else:
            runs.append(_alone(ref))
    return runs
