"""The machine of private matchings: a fold over both logs, a clock, and what our side may say.

The node neither makes nor reads what stands in the parts. Where private matching is switched off, it says so
in answer to a proposal, a few times a day at most.
"""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.bucket import Bucket
from firebreak.core.base.events import Event
from firebreak.core.base.instants import DAY, HOUR, Instant
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.matching.bodies import MatchingAnswer, MatchingPropose, Word
from firebreak.core.matching.case import Case
from firebreak.core.matching.cases import Cases
from firebreak.core.matching.events import MatchingDoubted, MatchingProposed
from firebreak.core.matching.life import State
from firebreak.core.matching.limits import Limits
from firebreak.core.matching.speaking import Speaking

Said = list[Draft | Event]
TOLD_AT_ONCE: Final = 24  # proposals and faults of theirs that a desk hears of one by one
ANSWERS_A_DAY: Final = 4  # by the node alone: a flood of proposals must not make us write one for one


@dataclass(slots=True)
class Matchings:
    """All of a line, both ways."""

    cases: Cases = field(default_factory=Cases)
    speaking: Speaking = field(init=False)
    _answering: Bucket = field(default_factory=lambda: Bucket(ANSWERS_A_DAY, ANSWERS_A_DAY, DAY))
    _telling: Bucket = field(default_factory=lambda: Bucket(TOLD_AT_ONCE, TOLD_AT_ONCE, HOUR))
    _answered: list[Instant] = field(default_factory=list[Instant])
    "When our node answered by itself, the last times."
    _live: bool = False
    "Whether the stored record has been learnt: nothing is answered before."

    def __post_init__(self) -> None:
        self.speaking = Speaking(self.cases, Limits())

    def learn(self, item: Learnt) -> Said:
        """Take in one entry of any kind."""
        out: Said = [each for each in self.cases.learn(item) if item.ours or self._may_tell(each)]
        if item.ours and isinstance(item.body, MatchingAnswer) and item.body.word is Word.OFF:
            self._answered = [*self._answered, item.at][-ANSWERS_A_DAY:]
        case = self.cases.cases.get(item.ref.hash) if isinstance(item.body, MatchingPropose) else None
        return out if case is None or not self._live else [*out, *self._answer(case, item.at)]

    def resume(self, now: Instant) -> Said:
        """Once, when the stored record has been learnt again after a start."""
        self.cases.resume(now)
        self._live = True
        for each in self._answered:
            self._answering.take(1, each)
        return [each for case in self.cases.cases.values() for each in self._answer(case, now)]

    def tick(self, now: Instant) -> Said:
        """What lapsed."""
        return [*self.cases.tick(now)]

    @property
    def deadline(self) -> Instant | None:
        """When `tick` is wanted next."""
        return self.cases.deadline

    def owes(self, body: MatchingAnswer) -> bool:
        """Whether an answer that had to wait is still to be said: our own log may have come back with one."""
        case = self.cases.cases.get(body.matching)
        return case is None or case.answer is None

    def _may_tell(self, event: Event) -> bool:
        """Whether a desk hears of it by itself. All of it stands in the record and in the list."""
        if not isinstance(event, MatchingProposed | MatchingDoubted):
            return True
        told = self._telling.has(event.at)
        if told:
            self._telling.take(1, event.at)
        return told

    def _answer(self, case: Case, now: Instant) -> Said:
        """The node's own word, where nobody has switched private matching on."""
        asked = not case.proposal.ours and case.state(now) is State.PROPOSED
        if self.speaking.limits.enabled or not asked or not self._answering.has(now):
            return []
        self._answering.take(1, now)
        body = MatchingAnswer(matching=case.name, word=Word.OFF, desk=case.body.desk)
        return [Draft(kind=Kind.MATCHING_ANSWER, body=body, refs=(case.proposal.ref,))]
