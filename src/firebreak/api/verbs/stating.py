"""From a body that an officer has signed to the draft of its entry."""

from collections.abc import Callable
from typing import Any, Final

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.shape import Body
from firebreak.core.call.asking import CallReply, CallRequest
from firebreak.core.call.bodies import CallAnswer, CallBusy, CallDecline
from firebreak.core.call.sound.bodies import CallMedia
from firebreak.core.call.sound.course_bodies import CallMinutes, CallPart, CallRecord
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.line.line import Line
from firebreak.core.line.machines import Machines
from firebreak.core.linecheck.bodies import CheckPerson, CheckRefuse
from firebreak.core.linecheck.suspending import LineClose, LineRestore, LineSuspend
from firebreak.core.matching.speaking import KINDS as MATCHING_KINDS
from firebreak.core.message.receipts import ReceiptAcknowledge, ReceiptRead, ReceiptRefuse
from firebreak.core.notice.speaking import KINDS
from firebreak.core.watch.bodies import WatchHandOver, WatchTake


def _request(machines: Machines, body: CallRequest, now: Instant, precedence: Precedence) -> Draft:
    machines.suspension.check(Kind.CALL_REQUEST, precedence, now)
    return machines.calls.requests.request(body, precedence)


# Each machine checks the body against its own state and gives the draft. Types are paired by the key.
STATE: Final[dict[type[Body], Callable[[Machines, Any, Instant], Draft]]] = {
    CallAnswer: lambda machines, body, _: machines.calls.answer(body),
    CallDecline: lambda machines, body, _: machines.calls.decline(body),
    CallBusy: lambda machines, body, _: machines.calls.busy(body),
    CallMedia: lambda machines, body, _: machines.calls.steering.speaking.speak(body),
    CallPart: lambda machines, body, _: machines.calls.steering.hand_over(body),
    CallRecord: lambda machines, body, _: machines.calls.steering.record(body),
    CallMinutes: lambda machines, body, _: machines.calls.steering.minutes(body),
    CallReply: lambda machines, body, _: machines.calls.requests.reply(body),
    ReceiptRead: lambda machines, body, _: machines.messages.state(body),
    ReceiptAcknowledge: lambda machines, body, _: machines.messages.state(body),
    ReceiptRefuse: lambda machines, body, _: machines.messages.state(body),
    WatchTake: lambda machines, body, _: machines.watches.take(body),
    WatchHandOver: lambda machines, body, _: machines.watches.hand_over(body),
    LineSuspend: lambda machines, body, now: machines.suspension.suspend(body, now),
    LineRestore: lambda machines, body, _: machines.suspension.restore(body),
    LineClose: lambda machines, body, _: machines.suspension.close(body),
    CheckPerson: lambda machines, body, _: machines.checks.person(body),
    CheckRefuse: lambda machines, body, _: machines.checks.refuse(body),
}


BEGINNING: Final = frozenset({Kind.NOTICE, Kind.EXPLANATION_ASKED, Kind.INCIDENT, Kind.MATCHING_PROPOSED})


def draft(line: Line, kind: Kind, body: Body, now: Instant, precedence: Precedence) -> Draft:
    """The draft, if the machine concerned allows it now. Raises LocalError.

    Only what an officer begins has a precedence to choose; what answers has that of what it answers.
    """
    if isinstance(body, CallRequest):
        return _request(line.machines, body, now, precedence)
    if kind in BEGINNING:
        line.machines.suspension.check(kind, precedence, now)
    if isinstance(body, StatedBody) and type(body) in KINDS:
        return line.machines.notices.speaking.state(body, now, precedence)
    if isinstance(body, StatedBody) and type(body) in MATCHING_KINDS:
        return line.machines.matchings.speaking.state(body, now)
    make = STATE.get(type(body))
    if make is None:
        raise LocalError(
            f"an officer's statement does not make a {kind.name.lower()}",
            code="FB346",
            hint="ask for what there is with `prepare`",
        )
    return make(line.machines, body, now)
