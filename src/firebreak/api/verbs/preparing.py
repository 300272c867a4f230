"""The bodies that officers are asked to sign, by what they want to do."""

import secrets
from typing import Any, Final

from firebreak.api.arguments import Arguments
from firebreak.api.verbs.asked import Asked, Prepare
from firebreak.api.verbs.calls import find_call
from firebreak.api.verbs.choices import choice
from firebreak.api.verbs.messages import find_message
from firebreak.api.verbs.preparing_matchings import PREPARE_MATCHINGS
from firebreak.api.verbs.preparing_notices import PREPARE_NOTICES
from firebreak.api.verbs.preparing_sound import PREPARE_SOUND
from firebreak.core.base.instants import Instant
from firebreak.core.base.text import check_outgoing
from firebreak.core.call.asking import Answer, CallRequest, Interpreter, SubjectClass, Window
from firebreak.core.call.bodies import Reason
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.line.line import Line
from firebreak.core.linecheck.bodies import CheckPerson
from firebreak.core.linecheck.suspending import LineClose, LineRestore, LineSuspend, Scope
from firebreak.core.message.receipts import RefusalReason
from firebreak.core.watch.bodies import WatchHandOver, WatchTake

REQUEST_ID_BYTES: Final = 16


def _desk(line: Line, arguments: Arguments) -> str:
    return arguments.text("desk", line.ours.desks[0])


def _read(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    trace = find_message(line, arguments.text("message"))
    body = line.machines.messages.prepare_read(trace.hash, _desk(line, arguments))
    return Asked(Kind.RECEIPT_READ, body, trace.hash, trace.commitment)


def _acknowledge(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    trace = find_message(line, arguments.text("message"))
    paraphrase = arguments.text("paraphrase", "")
    check_outgoing(paraphrase)
    body = line.machines.messages.prepare_acknowledge(trace.hash, _desk(line, arguments), paraphrase)
    return Asked(Kind.RECEIPT_ACKNOWLEDGE, body, trace.hash, trace.commitment)


def _refuse(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    trace = find_message(line, arguments.text("message"))
    reason = choice(RefusalReason, arguments, "reason", RefusalReason.NONE_GIVEN)
    text = arguments.text("text", "")
    check_outgoing(text)
    body = line.machines.messages.prepare_refuse(trace.hash, _desk(line, arguments), reason, text)
    return Asked(Kind.RECEIPT_REFUSE, body, trace.hash, trace.commitment)


def _answer(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    call = find_call(line, arguments.text("call", ""), ours=False)
    prepared = line.machines.calls.prepare_answer(
        call.call, desk=arguments.text("desk", ""), media_key=arguments.maybe_octets("media_key")
    )
    return Asked(Kind.CALL_ANSWER, prepared.body, prepared.entry, prepared.commitment)


def _decline(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    call = find_call(line, arguments.text("call", ""), ours=False)
    prepared = line.machines.calls.prepare_decline(
        call.call,
        reason=choice(Reason, arguments, "reason", Reason.NONE_GIVEN),
        desk=arguments.text("desk", ""),
        call_back_at=arguments.maybe_number("call_back_at"),
        message=arguments.text("text", ""),
    )
    return Asked(Kind.CALL_DECLINE, prepared.body, prepared.entry, prepared.commitment)


def _busy(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    call = find_call(line, arguments.text("call", ""), ours=False)
    back = arguments.maybe_number("call_back_at")
    prepared = line.machines.calls.prepare_busy(call.call, call_back_at=back)
    return Asked(Kind.CALL_BUSY, prepared.body, prepared.entry, prepared.commitment)


def _window(arguments: Arguments) -> tuple[Window, ...]:
    opens, closes = arguments.maybe_number("opens_at"), arguments.maybe_number("closes_at")
    return () if opens is None or closes is None else (Window(opens_at=opens, closes_at=closes),)


def _request(line: Line, arguments: Arguments, now: Instant) -> Asked:
    precedence = choice(Precedence, arguments, "precedence", Precedence.ROUTINE)
    line.machines.suspension.check(Kind.CALL_REQUEST, precedence, now)
    desk = arguments.text("desk", line.theirs.desks[0])
    body = CallRequest(
        request=secrets.token_bytes(REQUEST_ID_BYTES),
        level=arguments.text("level", desk),
        desk=desk,
        from_desk=arguments.text("from_desk", line.ours.desks[0]),
        subject=choice(SubjectClass, arguments, "subject", SubjectClass.OTHER),
        windows=_window(arguments),
        language=arguments.text("language", ""),
        interpreter=choice(Interpreter, arguments, "interpreter", Interpreter.NOBODY),
        text=arguments.text("text", ""),
    )
    prepared = line.machines.calls.requests.prepare_request(body)
    return Asked(Kind.CALL_REQUEST, prepared.body, prepared.entry, prepared.commitment)


def _reply(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    windows = _window(arguments)
    prepared = line.machines.calls.requests.prepare_reply(
        arguments.octets("request"),
        choice(Answer, arguments, "answer"),
        window=windows[0] if windows else None,
        reason=choice(Reason, arguments, "reason", Reason.NONE_GIVEN),
        text=arguments.text("text", ""),
    )
    return Asked(Kind.CALL_REPLY, prepared.body, prepared.entry, prepared.commitment)


def _take(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    body = WatchTake(
        desk=_desk(line, arguments),
        role=arguments.text("role", ""),
        languages=tuple(arguments.texts("languages")),
    )
    return Asked(Kind.WATCH_TAKE, body)


def _hand_over(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    body = WatchHandOver(
        desk=_desk(line, arguments),
        role=arguments.text("role", ""),
        languages=tuple(arguments.texts("languages")),
    )
    return Asked(Kind.WATCH_HAND_OVER, body)


def _suspend(_line: Line, arguments: Arguments, _now: Instant) -> Asked:
    reason, contact = arguments.text("reason", ""), arguments.text("contact", "")
    check_outgoing(reason + contact)
    body = LineSuspend(
        scope=choice(Scope, arguments, "scope"),
        reason=reason,
        until=arguments.number("until", 0),
        contact=contact,
    )
    return Asked(Kind.LINE_SUSPEND, body)


def _restore(_line: Line, arguments: Arguments, _now: Instant) -> Asked:
    text = arguments.text("text", "")
    check_outgoing(text)
    return Asked(Kind.LINE_RESTORE, LineRestore(text=text))


def _close(_line: Line, arguments: Arguments, _now: Instant) -> Asked:
    reason = arguments.text("reason", "")
    check_outgoing(reason)
    return Asked(Kind.LINE_CLOSE, LineClose(reason=reason))


def _check(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    fields: dict[str, Any] = {"desk": _desk(line, arguments), "path": arguments.text("path", "")}
    text = arguments.text("text", "")
    if text:
        check_outgoing(text)
        fields["text"] = text
    return Asked(Kind.CHECK_PERSON, CheckPerson(**fields))


PREPARE: Final[dict[str, Prepare]] = {
    "read": _read,
    "acknowledge": _acknowledge,
    "refuse": _refuse,
    "answer": _answer,
    "decline": _decline,
    "busy": _busy,
    "request": _request,
    "reply": _reply,
    "watch.take": _take,
    "watch.hand-over": _hand_over,
    "suspend": _suspend,
    "restore": _restore,
    "close": _close,
    "check": _check,
    **PREPARE_SOUND,
    **PREPARE_NOTICES,
    **PREPARE_MATCHINGS,
}
