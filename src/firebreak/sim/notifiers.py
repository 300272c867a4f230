"""What people of the world say about notices, and how a day with notices comes about."""

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Final

from firebreak.core.base.instants import HOUR, MINUTE, SECOND, Instant
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import Action, StatedBody
from firebreak.core.geo.area import Area, AreaKind
from firebreak.core.geo.place import Place
from firebreak.core.line.line import Line
from firebreak.core.notice.answers import (
    NoticeAnswer,
    NoticeCancel,
    NoticePassed,
    NoticeRenewed,
    ReadBack,
    Word,
)
from firebreak.core.notice.bodies import Notice, Window, Wording
from firebreak.core.notice.case import Case
from firebreak.core.notice.inquiries import ExplanationAsk, ExplanationReply, IncidentReport
from firebreak.sim.acts import Act
from firebreak.sim.crypto import OFFICERS
from firebreak.sim.parties import PARTIES
from firebreak.sim.words import Nobody, signed, word

if TYPE_CHECKING:
    from firebreak.sim.node import Node

DESK: Final = "duty"
NOTICED_MIN, NOTICED_MAX = 4, 16


def issue(node: "Node", act: Act, line: Line, now: Instant) -> Draft:
    """`issue flash 90`: a firing area that opens in so many minutes."""
    return _said(node, act, line, now, _notice(act, now))


def supersede(node: "Node", act: Act, line: Line, now: Instant) -> Draft:
    """Put another notice in the place of one of ours."""
    body = replace(_notice(act, now), replaces=_case(line, act, ours=True).name)
    return _said(node, act, line, now, body)


def call_off(node: "Node", act: Act, line: Line, now: Instant) -> Draft:
    """Cancel one of ours."""
    return _said(node, act, line, now, NoticeCancel(notice=_case(line, act, ours=True).name))


def respond(node: "Node", act: Act, line: Line, now: Instant) -> Draft:
    """`respond comply`: answer one of theirs."""
    word = Word[act.word(0, "acknowledge").upper()]
    body = NoticeAnswer(notice=_case(line, act, ours=False).name, word=word, desk=DESK)
    return _said(node, act, line, now, body)


def read_back(node: "Node", act: Act, line: Line, now: Instant) -> Draft:
    """`read_back wrong`: repeat the first place of one of theirs."""
    case = _case(line, act, ours=False)
    digits = "00" if "wrong" in act.words else case.area.places[0].check_digits()
    read = (ReadBack(number=1, digits=digits),)
    body = NoticeAnswer(notice=case.name, word=Word.CONFIRM, desk=DESK, read_back=read)
    return _said(node, act, line, now, body)


def tell_on(node: "Node", act: Act, line: Line, now: Instant) -> Draft:
    """State that a notice was passed on."""
    body = NoticePassed(notice=_case(line, act, ours=None).name, to="coast guard", passed_at=now)
    return _said(node, act, line, now, body)


def still_so(node: "Node", act: Act, line: Line, now: Instant) -> Draft:
    """Confirm one of ours again."""
    body = NoticeRenewed(notice=_case(line, act, ours=True).name, confirm_by=now + HOUR)
    return _said(node, act, line, now, body)


def inquire(node: "Node", act: Act, line: Line, now: Instant) -> Draft:
    """Ask for an explanation within minutes."""
    by = now + 9 * MINUTE
    return _said(
        node, act, line, now, ExplanationAsk(from_desk=DESK, desk=DESK, question=str(act.at), reply_by=by)
    )


def explain(node: "Node", act: Act, line: Line, now: Instant) -> Draft:
    """Reply to the newest question of theirs."""
    asked = [each for each in line.machines.notices.explanations.inquiries.values() if not each.ask.ours]
    if not asked:
        raise Nobody
    body = ExplanationReply(ask=asked[-1].ask.ref.hash, text=f"reply of {act.at}")
    return _said(node, act, line, now, body)


def testify(node: "Node", act: Act, line: Line, now: Instant) -> Draft:
    """State a version of the only incident there is."""
    versions = (Wording(language="en", text=f"version of {act.at}"),)
    body = IncidentReport(
        incident=bytes(15) + b"i", from_at=now, until_at=now, versions=versions, from_desk=DESK
    )
    return _said(node, act, line, now, body)


def _notice(act: Act, now: Instant) -> Notice:
    minutes = next((int(each) for each in act.words if each.isdecimal()), 90)
    opens = now + minutes * MINUTE
    area = Area.of(AreaKind.CIRCLE, Place(549_000_000, 195_000_000 + act.at % 1_000), radius_m=9_000)
    window = Window(opens_at=opens, closes_at=opens + 5 * MINUTE)
    return Notice(from_desk=DESK, to=(DESK,), code="DF2", area=area, windows=(window,))


def _case(line: Line, act: Act, *, ours: bool | None) -> Case:
    found = [each for each in line.machines.notices.cases.cases.values() if ours in (None, each.notice.ours)]
    if not found:
        raise Nobody
    back = next((int(each) for each in act.words if each in "012"), 0)
    return found[-1 - min(back, len(found) - 1)]


def _said(node: "Node", act: Act, line: Line, now: Instant, body: StatedBody) -> Draft:
    names = {each.name.lower(): each for each in Precedence}
    precedence = next((names[each] for each in act.words if each in names), Precedence.ROUTINE)
    for body_kind, kind in BEGINNING.items():
        if isinstance(body, body_kind):
            line.machines.suspension.check(kind, precedence, now)
    speaking = line.machines.notices.speaking
    prepared = speaking.prepare(body, now)
    told = signed(node, prepared.body, act, prepared.entry, prepared.commitment)
    agreed = line.machines.agreements.in_force.two_person
    if isinstance(told, Notice) and precedence is Precedence.FLASH and Kind.NOTICE in agreed:
        told = _released(node, act, told)
    return speaking.state(told, now, precedence)


def _released(node: "Node", act: Act, body: Notice) -> Notice:
    """With the word of a second officer, or of two where the issuer may not release; `alone`: without."""
    names = () if "alone" in act.words else OFFICERS[:2]
    words = [
        word(node, body, f"{node.name} {each}", Action.RELEASE) for each in names if each not in act.words
    ]
    return replace(body, release=tuple(words))


BEGINNING: Final[dict[type[StatedBody], Kind]] = {
    Notice: Kind.NOTICE,
    ExplanationAsk: Kind.EXPLANATION_ASKED,
    IncidentReport: Kind.INCIDENT,
}
VERBS: Final = {
    each.__name__: each
    for each in (
        issue, supersede, call_off, respond, read_back, tell_on, still_so, inquire, explain, testify,
    )
}  # fmt: skip
OFTEN: Final = {
    "issue": 9, "supersede": 4, "call_off": 4, "respond": 8, "read_back": 5, "tell_on": 3, "still_so": 2,
    "inquire": 2, "explain": 3, "testify": 2,
}  # fmt: skip


def with_notices(acts: list[Act], seed: int) -> list[Act]:
    """The same day, on which officers issue and answer notices beside all else."""
    chance, end = Random(f"notices {seed}"), max((each.at for each in acts), default=0) + 30 * SECOND
    more = [_act(chance, chance.randint(0, end)) for _ in range(chance.randint(NOTICED_MIN, NOTICED_MAX))]
    return sorted([*acts, *more], key=lambda each: each.at)


def _act(chance: Random, at: int) -> Act:
    verb = chance.choices(list(OFTEN), list(OFTEN.values()))[0]
    words: dict[str, tuple[str, ...]] = {
        "issue": (chance.choice(("routine", "immediate", "flash")), chance.choice(("3", "90"))),
        "supersede": (chance.choice(("3", "90")),),
        "respond": (chance.choice(("acknowledge", "comply", "reject")), chance.choice("001")),
        "read_back": (chance.choice(("right", "right", "wrong")),),
    }
    return Act(at, chance.choice(PARTIES), verb, (*words.get(verb, ()), chance.choice(OFFICERS)))


NOTICES: Final = {
    "a notice replaced and cancelled": """
        1 North issue routine 90 one
        2 South respond acknowledge one
        3 South read_back right one
        4 North supersede 90 one
        5 South respond comply one
        6 North call_off one
    """,
    "a place read back wrongly": "1 North issue flash 90 one\n2 South read_back wrong one",
    "a notice that begins and expires": "1 North issue routine 3 one\n700 South tell_on one",
    "an answer that crosses a cancellation": """
        1 North issue routine 90 one
        2 North cut 30
        3 North call_off one
        12 South respond comply one
        40 South tell_on one
    """,
    "an answer at the moment of a cancellation": """
        1 North issue routine 90 one
        3 North call_off one
        3.005 South respond comply one
    """,
    "an answer within the doubt of a clock": """
        1 North issue routine 90 one
        2 North doubt 4000
        3 North call_off one
        3.005 South respond comply one
        30 South issue routine 90 one
    """,
    "two nodes of one party end one notice": """
        1 North issue routine 90 one
        3 North twin
        4 North call_off one
        4.5 North+ supersede 90 one
        20 North end_twin
    """,
    "a notice answered while its node was away": """
        1 North issue flash 3 one
        2 North save
        3 South respond reject one
        4 North call_off one
        5 North bring_back 5
        30 South respond comply one
    """,
    "a question explained": """
        1 North inquire one
        2 South explain one
        3 South testify one
        4 North testify two
    """,
    "nobody answers a notice or a question": """
        1 North issue flash 90 one
        2 North inquire one
        900 North check
    """,
}
MEDDLED: Final = {
    "a notice ended by the other side": """
        1 North issue routine 90 one
        1.5 South issue immediate 90 one
        2 South forge meddle
        4 North still_so one
        6 South respond comply one
    """,
}
NOTICES_TOLD: Final = {
    "a notice ended by the other side": "NoticeDoubted NoticeAnswered !NoticeCancelled !NoticeReplaced",
    "a notice replaced and cancelled": "NoticeReplaced NoticeCancelled NoticeAnswered !ReadBackDiffered",
    "a place read back wrongly": "ReadBackDiffered !NoticeUnanswered",
    "an answer that crosses a cancellation": "NoticeAnswered NoticeCancelled NoticePassedOn",
    "an answer at the moment of a cancellation": "NoticeAnswered NoticeCancelled",
    "an answer within the doubt of a clock": "NoticeAnswered NoticeCancelled",
    "two nodes of one party end one notice": "NoticeReplaced NoticeCancelled",
    "a notice answered while its node was away": "NoticeAnswered NoticeCancelled !NoticeUnanswered",
    "a notice that begins and expires": "NoticeBegan NoticeExpired NoticePassedOn",
    "a question explained": "ExplanationGiven IncidentReported !ExplanationOverdue",
    "nobody answers a notice or a question": "NoticeUnanswered ExplanationOverdue",
}
