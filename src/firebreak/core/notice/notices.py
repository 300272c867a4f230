"""The machine of notices, explanations and incidents: three folds over both logs, and their clocks.

It treats both sides alike. What counts of an entry depends on the entries alone and not on the order in which
they came; only expiry and the clocks look at our own time.
"""

from dataclasses import dataclass, field

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.notice.cases import Cases
from firebreak.core.notice.crowd import Crowd
from firebreak.core.notice.explanations import Explanations
from firebreak.core.notice.incidents import Incidents
from firebreak.core.notice.speaking import Speaking

Said = list[Draft | Event]


@dataclass(slots=True)
class Notices:
    """All of a line, both ways."""

    cases: Cases = field(default_factory=Cases)
    explanations: Explanations = field(default_factory=Explanations)
    incidents: Incidents = field(default_factory=Incidents)
    crowd: Crowd = field(default_factory=Crowd)
    "What of theirs a desk is not told one by one."
    speaking: Speaking = field(init=False)

    def __post_init__(self) -> None:
        self.speaking = Speaking(self.cases, self.explanations)

    def learn(self, item: Learnt) -> Said:
        """Take in one entry of any kind."""
        events = [*self.cases.learn(item), *self.explanations.learn(item), *self.incidents.learn(item)]
        return [*self.crowd.learn(item, events)]

    def resume(self, now: Instant) -> Said:
        """Once, when the stored record has been learnt again after a start."""
        self.cases.clocks.resume(now)
        self.crowd.resume(now)
        return self.tick(now)

    def tick(self, now: Instant) -> Said:
        """What became due."""
        due = [*self.cases.tick(now), *self.explanations.tick(now)]
        return [*(each for each in due if not self.crowd.hushes(each)), *self.crowd.tick(now)]

    @property
    def deadline(self) -> Instant | None:
        """When `tick` is wanted next."""
        all_of = (self.cases.clocks.deadline, self.explanations.clocks.deadline, self.crowd.deadline)
        return min((each for each in all_of if each is not None), default=None)
