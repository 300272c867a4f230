"""The bodies about notices, questions and incidents that officers are asked to sign."""

import secrets
from typing import Final

from firebreak.api.arguments import Arguments, wrong
from firebreak.api.verbs.asked import Asked, Prepare
from firebreak.api.verbs.choices import choice
from firebreak.api.verbs.messages import check_desks
from firebreak.api.verbs.notice_form import area_of, instant_of, notice_of, unfit, wordings
from firebreak.api.verbs.notices import find_notice, starting
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.line.line import Line
from firebreak.core.notice.answers import (
    READ_BACK_MAX,
    NoticeAnswer,
    NoticeCancel,
    NoticePassed,
    NoticeRenewed,
    Objection,
    ReadBack,
    Word,
)
from firebreak.core.notice.case import Case
from firebreak.core.notice.explanations import usual_clock
from firebreak.core.notice.inquiries import (
    INCIDENT_ID_BYTES,
    ExplanationAsk,
    ExplanationReply,
    IncidentReport,
)
from firebreak.core.notice.speaking import KINDS


def _issue(line: Line, arguments: Arguments, now: Instant) -> Asked:
    form = arguments.inside("form")
    if form is None:
        raise wrong("form", "is missing")
    replaces = arguments.text("replaces", "")
    if replaces:
        form = Arguments({**form.values, "replaces": find_notice(line, replaces).name.hex()})
    body = notice_of(line, form)
    check_desks(line, body.to, body.from_desk)
    precedence = choice(Precedence, arguments, "precedence", Precedence.ROUTINE)
    line.machines.suspension.check(Kind.NOTICE, precedence, now)
    return _asked(line, body, now)


def _cancel(line: Line, arguments: Arguments, now: Instant) -> Asked:
    name = find_notice(line, arguments.text("notice")).name
    return _asked(line, NoticeCancel(notice=name, text=arguments.text("text", "")), now)


def _answer(line: Line, arguments: Arguments, now: Instant) -> Asked:
    case = find_notice(line, arguments.text("notice"))
    word = choice(Word, arguments, "word")
    fields = {"notice": case.name, "word": word, "desk": arguments.text("desk", line.ours.desks[0])}
    try:
        body = NoticeAnswer(
            **fields,  # pyright: ignore[reportArgumentType]
            reason=choice(Objection, arguments, "reason", Objection.NONE_GIVEN),
            text=arguments.text("text", ""),
            read_back=_read_back(case, arguments) if word is Word.CONFIRM else (),
        )
    except ValueError as error:
        raise unfit(str(error)) from error
    return _asked(line, body, now)


def _read_back(case: Case, arguments: Arguments) -> tuple[ReadBack, ...]:
    """As given, `3=47` for a place; with `all` the places as this node has worked them out."""
    places = case.area.places
    if arguments.flag("all"):
        return tuple(
            ReadBack(number=number, digits=each.check_digits(), place=each)
            for number, each in enumerate(places[:READ_BACK_MAX], start=1)
        )
    return tuple(_one_place(each) for each in arguments.texts("places"))


def _one_place(text: str) -> ReadBack:
    number, _, digits = text.partition("=")
    if not (number.isdecimal() and digits.isdecimal() and number.isascii() and digits.isascii()):
        raise wrong("places", f"is {text[:20]!r}, not a number and its check digits like 3=47")
    return ReadBack(number=int(number), digits=digits.zfill(2))


def _passed(line: Line, arguments: Arguments, now: Instant) -> Asked:
    name = find_notice(line, arguments.text("notice")).name
    at = instant_of(arguments, "passed_at", now)
    body = NoticePassed(notice=name, to=arguments.text("to"), passed_at=at, text=arguments.text("text", ""))
    return _asked(line, body, now)


def _renew(line: Line, arguments: Arguments, now: Instant) -> Asked:
    name = find_notice(line, arguments.text("notice")).name
    body = NoticeRenewed(
        notice=name, confirm_by=instant_of(arguments, "confirm_by"), text=arguments.text("text", "")
    )
    return _asked(line, body, now)


def _ask(line: Line, arguments: Arguments, now: Instant) -> Asked:
    precedence = choice(Precedence, arguments, "precedence", Precedence.ROUTINE)
    line.machines.suspension.check(Kind.EXPLANATION_ASKED, precedence, now)
    body = ExplanationAsk(
        from_desk=arguments.text("from_desk", line.ours.desks[0]),
        desk=arguments.text("desk", line.theirs.desks[0]),
        question=arguments.text("question"),
        basis=arguments.text("basis", ""),
        area=area_of(arguments.inside("area")),
        reply_by=instant_of(arguments, "reply_by", now + usual_clock(precedence)),
        language=arguments.text("language", ""),
        about=_about(line, arguments),
        follows=arguments.maybe_octets("follows"),
        asked_by=arguments.text("asked_by", ""),
    )
    check_desks(line, (body.desk,), body.from_desk)
    return _asked(line, body, now)


def _about(line: Line, arguments: Arguments) -> tuple[bytes, ...]:
    return tuple(find_notice(line, each).name for each in arguments.texts("notices"))


def _explain(line: Line, arguments: Arguments, now: Instant) -> Asked:
    inquiries = line.machines.notices.explanations.inquiries
    found = starting(inquiries, arguments.text("ask"), "request for an explanation")
    body = ExplanationReply(
        ask=found.ask.ref.hash,
        text=arguments.text("text"),
        language=arguments.text("language", ""),
        meeting=arguments.text("meeting", ""),
        area=area_of(arguments.inside("area")),
    )
    return _asked(line, body, now)


def _report(line: Line, arguments: Arguments, now: Instant) -> Asked:
    line.machines.suspension.check(Kind.INCIDENT, Precedence.ROUTINE, now)
    incidents = line.machines.notices.incidents.incidents
    start = arguments.text("incident", "")
    name = starting(incidents, start, "incident").name if start else secrets.token_bytes(INCIDENT_ID_BYTES)
    try:
        body = IncidentReport(
            incident=name,
            from_at=instant_of(arguments, "from_at", now),
            until_at=instant_of(arguments, "until_at", instant_of(arguments, "from_at", now)),
            area=area_of(arguments.inside("area")),
            objects=arguments.text("objects", ""),
            versions=wordings(arguments, "texts"),
            damage=arguments.text("damage", ""),
            media=tuple(arguments.many_octets("media")),
            about=_about(line, arguments),
            from_desk=arguments.text("from_desk", line.ours.desks[0]),
        )
    except ValueError as error:
        raise unfit(str(error)) from error
    return _asked(line, body, now)


def _asked(line: Line, body: StatedBody, now: Instant) -> Asked:
    prepared = line.machines.notices.speaking.prepare(body, now)
    return Asked(KINDS[type(body)], prepared.body, prepared.entry, prepared.commitment)


PREPARE_NOTICES: Final[dict[str, Prepare]] = {
    "notice.issue": _issue,
    "notice.cancel": _cancel,
    "notice.answer": _answer,
    "notice.passed": _passed,
    "notice.renew": _renew,
    "explanation.ask": _ask,
    "explanation.reply": _explain,
    "incident.report": _report,
}
