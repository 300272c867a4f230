"""Every notice of a line, both ways: a fold over both logs, in whatever order they are learnt.

It keeps areas and times and no texts: those stay in the record, where whoever shows a notice finds them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.spoken import Said, said
from firebreak.core.geo.area import NOWHERE
from firebreak.core.notice import telling
from firebreak.core.notice.answers import NoticeAnswer, NoticeCancel, NoticePassed, NoticeRenewed
from firebreak.core.notice.bodies import Notice
from firebreak.core.notice.case import Case, Spoken, case_of, is_end, why_no_replacement, why_not
from firebreak.core.notice.clocks import Alarm, Clocks, Due
from firebreak.core.notice.events import NoticeDoubted
from firebreak.core.notice.lead import findings
from firebreak.core.notice.life import State
from firebreak.core.notice.refusals import no_such

SPOKEN_MAX: Final = 256  # entries of one side on one notice; an officer who answers ten times is thorough
PLACES_KEPT_MAX: Final = 64  # of an area; most have four, and each takes fifteen times its bytes
WAITING_MAX: Final = 1_024  # entries on notices that are not here

Under = dict[bytes, "Said[Spoken | Notice]"]


@dataclass(slots=True)
class Cases:
    """See the top of this file."""

    cases: dict[bytes, Case] = field(default_factory=dict[bytes, Case])
    "By the name of the notice; to be read only."
    clocks: Clocks = field(default_factory=Clocks)
    _spoken: dict[bytes, Under] = field(default_factory=dict[bytes, Under])
    _waiting: dict[bytes, Under] = field(default_factory=dict[bytes, Under])
    "By the name of a notice that is not here."

    def learn(self, item: Learnt) -> list[Event]:
        """Take in one entry of any kind."""
        body = item.body
        if isinstance(body, Notice):
            return self._notice(said(item, body), item.at)
        if isinstance(body, NoticeAnswer | NoticeCancel | NoticePassed | NoticeRenewed):
            return self._hang(body.notice, said(item, body), item.at)
        return []

    def find(self, name: bytes) -> Case:
        """A notice. Raises LocalError when there is none of that name."""
        found = self.cases.get(name)
        if found is None:
            raise no_such("notice", name)
        return found

    def live(self, now: Instant) -> Iterator[Case]:
        """Those to be reckoned with, now or later."""
        return (each for each in self.cases.values() if each.is_live(now))

    def tick(self, now: Instant) -> list[Event]:
        """What became due."""
        return [event for each in self.clocks.take(now) for event in self._due(each, now)]

    def _notice(self, notice: Said[Notice], at: Instant) -> list[Event]:
        name = notice.ref.hash
        if name in self.cases:
            return []
        if not notice.officer:
            return [_doubt(notice, "notice-unstated", "carries no officer's statement and is nobody's word")]
        self.cases[name] = case = _kept(notice)
        self._start(case)
        events: list[Event] = [telling.issued(case)]
        if notice.body.replaces is not None:
            events += self._hang(notice.body.replaces, notice, at)
        for each in self._waiting.pop(name, {}).values():
            events += self._hang(name, each, at)
        return events

    def _hang(self, name: bytes, spoken: "Said[Spoken | Notice]", at: Instant) -> list[Event]:
        """Count an entry for the notice it names, now or when that notice comes."""
        before = self.cases.get(name)
        if before is None:
            return self._wait(name, spoken)
        under = self._spoken.setdefault(name, {})
        if spoken.ref.hash in under or _full(under, spoken):
            return []
        wrong = _wrong(before, spoken)
        if wrong is not None:
            return [_doubt(spoken, *wrong)]
        under[spoken.ref.hash] = spoken
        after = case_of(before, under.values())
        self.cases[name] = after
        if isinstance(spoken.body, NoticeRenewed):
            self.clocks.add(after.confirm_by, Due.CONFIRM, name)
        return [*telling.told(before, after, spoken, at)]

    def _wait(self, name: bytes, spoken: "Said[Spoken | Notice]") -> list[Event]:
        under = self._waiting.setdefault(name, {})
        if spoken.ref.hash in under:
            return []
        under[spoken.ref.hash] = spoken
        if sum(map(len, self._waiting.values())) > WAITING_MAX:
            self._waiting.pop(next(iter(self._waiting)))
        return [_doubt(spoken, "notice-unknown", "names a notice that is not here, or is none")]

    def _start(self, case: Case) -> None:
        name, body = case.name, case.body
        for each in body.windows:
            self.clocks.add(Instant(each.opens_at), Due.BEGIN, name)
        self.clocks.add(body.ends_at, Due.EXPIRE, name)
        self.clocks.add(case.answer_by, Due.ANSWER, name)
        self.clocks.add(case.confirm_by, Due.CONFIRM, name)

    def _due(self, alarm: Alarm, now: Instant) -> Iterator[Event]:
        """Tell of a clock, unless what it waited for has happened or does not matter any more."""
        case = self.cases[alarm.name]
        state = case.state(now)
        match alarm.due:
            case Due.BEGIN if state is State.ISSUED and alarm.at > case.notice.at:
                yield from telling.began(case, alarm.at, now)
            case Due.EXPIRE if state is State.EXPIRED and alarm.at > case.notice.at:
                yield telling.expired(case, now)
            case Due.ANSWER if state is State.ISSUED and not case.answers:
                yield telling.unanswered(case, now)
            case Due.CONFIRM if state is State.ISSUED and case.confirm_by == alarm.at:
                yield telling.not_confirmed(case, now)
            case _:
                pass


def _kept(notice: Said[Notice]) -> Case:
    """What is kept of a notice at hand: whoever sends thousands of large ones must not fill our memory."""
    body = notice.body
    large = len(body.area.places) > PLACES_KEPT_MAX
    light = replace(body, texts=(), source=None, area=NOWHERE if large else body.area)
    return Case(
        notice=replace(notice, body=light),
        findings=findings(body, notice.time),
        packed=body.area.to_bytes() if large else b"",
    )


def _wrong(case: Case, spoken: Said[Any]) -> tuple[str, str] | None:
    if isinstance(spoken.body, Notice):
        return why_no_replacement(case.notice, spoken)
    return why_not(case.notice, spoken)


def _full(under: Under, spoken: Said[Any]) -> bool:
    """Whether one side has said so much of one notice that more stays in the record only."""
    same = (each for each in under.values() if each.ours is spoken.ours and is_end(each) is is_end(spoken))
    return sum(1 for _ in same) >= SPOKEN_MAX


def _doubt(spoken: Said[Any], code: str, text: str) -> NoticeDoubted:
    finding = Finding(code=code, text=f"entry {spoken.ref} {text}", entry=str(spoken.ref))
    return NoticeDoubted(at=spoken.at, entry=spoken.ref.hash, finding=finding)
