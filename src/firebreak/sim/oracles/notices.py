"""Notices, questions and incidents: computed once more from the entries by the sentences of `spec/notice.md`.

After every commit each node must tell what its record says, so that two nodes that hold the same entries tell
the same, whatever order they came in. Nothing here asks the machine.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.geo.place import Place
from firebreak.core.notice.answers import NoticeAnswer, NoticeCancel, NoticePassed, NoticeRenewed, Word
from firebreak.core.notice.bodies import Notice
from firebreak.core.notice.case import Case
from firebreak.core.notice.inquiries import ExplanationAsk, ExplanationReply, IncidentReport
from firebreak.core.notice.notices import Notices
from firebreak.ports import Kept
from firebreak.sim.oracles.view import Item, View
from firebreak.sim.violation import hold

if TYPE_CHECKING:
    from firebreak.sim.node import Node
    from firebreak.sim.world import World

KINDS: Final = frozenset(
    {
        *(Kind.NOTICE, Kind.NOTICE_CANCEL, Kind.NOTICE_ANSWER, Kind.NOTICE_PASSED, Kind.NOTICE_RENEWED),
        *(Kind.EXPLANATION_ASKED, Kind.EXPLANATION_GIVEN, Kind.INCIDENT),
    }
)
Told = dict[str, Any]
"What follows for one notice, by the name of each part."


def check_notices(node: "Node", view: View, fresh: Iterable[Kept]) -> None:
    """After a commit that could change any of them."""
    if not KINDS & {each.entry.header.kind for each in fresh}:
        return
    assert node.line is not None
    machine = node.line.machines.notices
    cases = {name: _told(case) for name, case in machine.cases.cases.items()}
    wanted = dict(_expected(view))
    hold("NOTICE-010", cases.keys() == wanted.keys(), f"{node.label} counts other notices than its record")
    for name, told in wanted.items():
        for part, value in told.items():
            text = f"{node.label} tells {part} of a notice as {cases[name][part]!r}, its record as {value!r}"
            hold(SENTENCES[part], cases[name][part] == value, text)
    asked, incidents = notices_of(machine)[1:]
    hold("NOTICE-028", asked == _asked(view), f"{node.label} counts other replies than its record")
    hold("NOTICE-029", incidents == _incidents(view), f"{node.label} counts other versions than its record")
    node.world.oracles.count("NOTICE-010", "NOTICE-012", "NOTICE-022")


def check_same_notices(world: "World") -> None:
    """Both sides tell the same of every notice, question and incident."""
    lines = [node.line for node in world.nodes.values()]
    told = [notices_of(each.machines.notices) for each in lines if each is not None]
    hold("NOTICE-014", told[0] == told[1], "the two sides tell different things of a notice")


def notices_of(notices: Notices) -> tuple[object, object, object]:
    """All that follows from the record."""
    cases = {name: (_told(each), each.findings, each.lead) for name, each in notices.cases.cases.items()}
    inquiries = notices.explanations.inquiries.items()
    asked = {name: tuple(each.ref.hash for each in found.replies) for name, found in inquiries}
    incidents = {
        name: {each.ref.hash for each in (*found.ours, *found.theirs)}
        for name, found in notices.incidents.incidents.items()
    }
    return cases, asked, incidents


SENTENCES: Final = {
    "end": "NOTICE-012",
    "answers": "NOTICE-019",
    "late": "NOTICE-022",
    "stance": "NOTICE-019",
    "passed on": "NOTICE-024",
    "renewed": "NOTICE-025",
    "confirm by": "NOTICE-025",
    "differing": "NOTICE-021",
    "confirmed": "NOTICE-021",
}
"Which sentence each part follows from."


def _told(case: Case) -> Told:
    """As the machine has it."""
    return {
        "end": None if case.ended is None else case.ended.ref.hash,
        "answers": [each.ref.hash for each in case.answers],
        "late": [case.is_late(each) for each in case.answers],
        "stance": case.stance,
        "passed on": [each.ref.hash for each in case.passed],
        "renewed": [each.ref.hash for each in case.renewed],
        "confirm by": case.confirm_by,
        "differing": case.differing,
        "confirmed": case.confirmed,
    }


def _expected(view: View) -> Iterator[tuple[bytes, Told]]:
    said = [each for each in view.in_order(*KINDS) if each.counts]
    notices = {each.hash: each for each in said if isinstance(each.body, Notice)}
    for name, notice in notices.items():
        about = sorted((each for each in said if _names(each, notice)), key=_place)
        yield name, _of_notice(notice, about)


def _of_notice(notice: Item, about: list[Item]) -> Told:
    body = notice.body
    assert isinstance(body, Notice)
    ends = [
        each for each in about if isinstance(each.body, NoticeCancel | Notice) and each.ours is notice.ours
    ]
    answers = [each for each in about if isinstance(each.body, NoticeAnswer) and each.ours is not notice.ours]
    passed = [each.hash for each in about if isinstance(each.body, NoticePassed)]
    renewed = [each for each in about if isinstance(each.body, NoticeRenewed) and each.ours is notice.ours]
    end = ends[0] if ends else None
    wrong, right = _read_back(answers, body.area.places)
    dates = [each.body.confirm_by for each in renewed if isinstance(each.body, NoticeRenewed)]
    due = [body.confirm_by, *dates][-1]
    words = [each.body.word for each in answers if isinstance(each.body, NoticeAnswer)]
    return {
        "end": None if end is None else end.hash,
        "answers": [each.hash for each in answers],
        "late": [end is not None and _is_surely_after(each, end) for each in answers],
        "stance": next((each for each in reversed(words) if each in (Word.COMPLY, Word.REJECT)), None),
        "passed on": passed,
        "renewed": [each.hash for each in renewed],
        "confirm by": due or None,
        "differing": wrong,
        "confirmed": right,
    }


def _is_surely_after(one: Item, other: Item) -> bool:
    """Whether the earliest instant of one lies after the latest of the other: no clock may say otherwise."""
    return one.header.time.lo > other.header.time.hi


def _read_back(answers: list[Item], places: tuple[Place, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Numbers of the places whose newest read-back is another place, and of those where it is the same."""
    newest: dict[int, bool] = {}
    for item in answers:
        assert isinstance(item.body, NoticeAnswer)
        for each in item.body.read_back:
            place = places[each.number - 1] if each.number <= len(places) else None
            same = place is not None and each.digits == place.check_digits()
            newest[each.number] = same and each.place in (None, place)
    wrong, right = (tuple(sorted(n for n, same in newest.items() if same is kind)) for kind in (False, True))
    return wrong, right


def _names(item: Item, notice: Item) -> bool:
    """Whether an officer states it about this very entry and its commitment."""
    body = item.body
    name = body.replaces if isinstance(body, Notice) else getattr(body, "notice", None)
    return name == notice.hash and _states(item, notice)


def _states(item: Item, about: Item) -> bool:
    assert isinstance(item.body, StatedBody)
    word = item.body.statement
    return word is not None and (word.entry, word.commitment) == (about.hash, about.header.commitment)


def _place(item: Item) -> tuple[int, bytes, int]:
    return item.header.time.lo, item.header.segment, item.header.seq


def _asked(view: View) -> dict[bytes, tuple[bytes, ...]]:
    said = [each for each in view.in_order(Kind.EXPLANATION_ASKED, Kind.EXPLANATION_GIVEN) if each.counts]
    questions = {each.hash: each for each in said if isinstance(each.body, ExplanationAsk)}
    replies = sorted((each for each in said if isinstance(each.body, ExplanationReply)), key=_place)
    return {
        name: tuple(each.hash for each in replies if _replies(each, asked))
        for name, asked in questions.items()
    }


def _replies(reply: Item, asked: Item) -> bool:
    assert isinstance(reply.body, ExplanationReply)
    return reply.body.ask == asked.hash and reply.ours is not asked.ours and _states(reply, asked)


def _incidents(view: View) -> dict[bytes, set[bytes]]:
    found: dict[bytes, set[bytes]] = {}
    for each in view.in_order(Kind.INCIDENT):
        if each.counts and isinstance(each.body, IncidentReport):
            found.setdefault(each.body.incident, set()).add(each.hash)
    return found
