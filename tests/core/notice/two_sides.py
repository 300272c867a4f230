"""Two machines of notices on a wire of lists; each side's log is one segment."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from firebreak.core.base.errors import LocalError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import DAY, HOUR, Instant
from firebreak.core.envelope.header import Ref, Span
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.geo.area import Area, AreaKind
from firebreak.core.geo.place import Place
from firebreak.core.notice.answers import NoticeAnswer, NoticeCancel, ReadBack, Word
from firebreak.core.notice.bodies import Notice, Window
from firebreak.core.notice.case import Case
from firebreak.core.notice.notices import Notices
from tests.core.learning import Record, statement_on

E = TypeVar("E", bound=Event)

START = Instant(1_646_092_800_000)
SQUARE = (
    Place(549_000_000, 195_000_000),
    Place(549_000_000, 205_000_000),
    Place(554_000_000, 205_000_000),
    Place(554_000_000, 195_000_000),
)
AREA = Area.of(AreaKind.POLYGON, *SQUARE)


def firing(lead: int = 4 * DAY, *, now: int = START, **more: Any) -> Notice:
    """A firing area off a coast, so long before it begins."""
    window = Window(opens_at=now + lead, closes_at=now + lead + 6 * HOUR)
    fields: dict[str, Any] = {"code": "DF2", "area": AREA, "windows": (window,)}
    return Notice(from_desk="duty", to=("duty",), **{**fields, **more})


def read_back(*numbers: int, places: Iterable[Place] = SQUARE) -> tuple[ReadBack, ...]:
    known = tuple(places)
    return tuple(ReadBack(number=each, digits=known[each - 1].check_digits()) for each in numbers)


def answer(name: bytes, word: Word = Word.ACKNOWLEDGE, **more: Any) -> NoticeAnswer:
    return NoticeAnswer(notice=name, word=word, desk="duty", **more)


def cancel(name: bytes, text: str = "") -> NoticeCancel:
    return NoticeCancel(notice=name, text=text)


@dataclass
class Side:
    name: str
    notices: Notices = field(default_factory=Notices)
    record: list[Learnt] = field(default_factory=list)
    outgoing: list[Learnt] = field(default_factory=list)
    shown: list[Event] = field(default_factory=list)
    starts: int = 1

    @property
    def cases(self) -> dict[bytes, Case]:
        return self.notices.cases.cases

    def take(self, item: Learnt) -> None:
        self.record.append(item)
        self.shown += [each for each in self.notices.learn(item) if isinstance(each, Event)]

    def tick(self, now: Instant) -> None:
        self.shown += [each for each in self.notices.tick(now) if isinstance(each, Event)]

    def events(self, kind: type[E]) -> list[E]:
        return [each for each in self.shown if isinstance(each, kind)]


@dataclass
class Pair:
    """North and South; `settle` brings everything across."""

    now: Instant = START
    north: Side = field(default_factory=lambda: Side("north"))
    south: Side = field(default_factory=lambda: Side("south"))
    papers: Record = field(default_factory=Record)

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.north, self.south

    def other(self, side: Side) -> Side:
        return self.south if side is self.north else self.north

    def say(
        self,
        side: Side,
        body: StatedBody,
        *,
        precedence: Precedence = Precedence.ROUTINE,
        officer: str = "Berg",
    ) -> bytes:
        """Prepare, sign and write; the name of the entry."""
        prepared = side.notices.speaking.prepare(body, self.now)
        word = statement_on(body, entry=prepared.entry, commitment=prepared.commitment)
        return self.write(side, side.notices.speaking.state(body.stated(word), self.now, precedence))

    def write(self, side: Side, draft: Draft) -> bytes:
        """Store a draft, whatever the machine thinks of it."""
        segment = f"{side.name} {side.starts}".encode().ljust(16, b".")
        item = self.papers.write(draft, at=self.now, said_at=self.now, segment=segment)
        side.outgoing.append(item)
        side.take(item)
        return item.ref.hash

    def carry(self, side: Side, count: int = 1_000) -> None:
        moved, side.outgoing = side.outgoing[:count], side.outgoing[count:]
        for item in moved:
            self.other(side).take(replace(item, ours=False, at=self.now))

    def settle(self) -> None:
        for side in self.sides:
            self.carry(side)

    def restart(self, side: Side) -> None:
        side.starts += 1
        side.notices = Notices()
        for item in side.record:
            side.notices.learn(item)
        side.notices.resume(self.now)

    def pass_by(self, milliseconds: int) -> None:
        self.now = Instant(self.now + milliseconds)
        for side in self.sides:
            side.tick(self.now)


def essence(side: Side, now: Instant) -> dict[bytes, object]:
    """What both sides have to agree on, of every notice."""
    return {name: of_case(case, now) for name, case in side.cases.items()}


def of_case(case: Case, now: Instant) -> object:
    ended: Ref | None = None if case.ended is None else case.ended.ref
    answers = [(each.ref, case.is_late(each)) for each in case.answers]
    codes = [each.code for each in case.findings]
    renewed = [each.ref for each in case.renewed]
    passed = [each.ref for each in case.passed]
    said = case.state(now), ended, case.stance, case.differing, case.confirmed, case.confirm_by
    return said, answers, codes, renewed, passed, case.lead


def refused(make: Any) -> str:
    """The code of the refusal."""
    try:
        make()
    except LocalError as error:
        return error.code
    return ""


SPAN = Span(START, START)
