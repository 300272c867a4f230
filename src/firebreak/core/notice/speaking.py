"""What officers of our side say about notices: prepared, signed by them elsewhere, and then a draft.

Two steps, and in between nothing is remembered: both ask the same questions. All methods raise LocalError.
"""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.text import check_outgoing
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import NO_ENTRY, StatedBody
from firebreak.core.envelope.spoken import B, Prepared
from firebreak.core.geo.outline import check_outline
from firebreak.core.notice.answers import NoticeAnswer, NoticeCancel, NoticePassed, NoticeRenewed
from firebreak.core.notice.bodies import Notice, texts_of
from firebreak.core.notice.case import Case
from firebreak.core.notice.cases import Cases
from firebreak.core.notice.explanations import Explanations
from firebreak.core.notice.inquiries import ExplanationAsk, ExplanationReply, IncidentReport
from firebreak.core.notice.lead import expiry_contradicts
from firebreak.core.notice.refusals import check_instants, check_statement, not_now, unfit

Target = tuple[Ref, bytes, Precedence]
"Entry, commitment and precedence of what is spoken about."


@dataclass(slots=True)
class Speaking:
    """See the top of this file."""

    cases: Cases
    explanations: Explanations

    def prepare(self, body: B, now: Instant) -> Prepared[B]:
        """What an officer is to sign, for any body of this part of the protocol."""
        for each in texts_of(body):
            check_outgoing(each)
        check_instants(body, now)
        target = self._target(body, now)
        body.to_bytes()
        entry, commitment = (target[0].hash, target[1]) if target else (NO_ENTRY, NO_ENTRY)
        return Prepared(body, entry, commitment)

    def state(self, body: StatedBody, now: Instant, precedence: Precedence = Precedence.ROUTINE) -> Draft:
        """The draft of a signed body. What answers has the precedence of what it answers."""
        prepared = self.prepare(body, now)
        check_statement(body, prepared.entry, prepared.commitment)
        target = self._target(body, now)
        refs = () if target is None else (target[0],)
        chosen = precedence if target is None or isinstance(body, Notice) else target[2]
        return Draft(kind=KINDS[type(body)], body=body, precedence=chosen, refs=refs)

    def _target(self, body: StatedBody, now: Instant) -> Target | None:
        match body:
            case Notice() | ExplanationAsk() | IncidentReport():
                check_outline(body.area)
                return self._begun(body, now)
            case NoticeCancel() | NoticeRenewed():
                return _of(_own(_open(self.cases.find(body.notice))))
            case NoticeAnswer():
                return _of(_readable(_theirs(_open(self.cases.find(body.notice))), body))
            case NoticePassed():
                return _of(self.cases.find(body.notice))
            case _:
                assert isinstance(body, ExplanationReply), type(body).__name__
                return self._reply(body)

    def _begun(self, body: Notice | ExplanationAsk | IncidentReport, now: Instant) -> Target | None:
        if isinstance(body, Notice):
            return self._issue(body, now)
        if isinstance(body, ExplanationAsk):
            self._ask(body, now)
        return None

    def _issue(self, notice: Notice, now: Instant) -> Target | None:
        ends, source = notice.ends_at, notice.source
        if ends is not None and ends <= now:
            raise unfit(
                "the notice is over already", "look at its windows; a record of the past is a message"
            )
        if expiry_contradicts(notice):
            hint = "correct the windows, or leave the instant of expiry out"
            raise unfit("it expires at an instant that does not fit its last window", hint)
        if source is not None and source.doubts and not source.confirmed_by:
            doubts = ", ".join(each.code for each in source.doubts)
            hint = "compare area and windows with the text, and name who did"
            raise unfit(f"the source text was read with doubt ({doubts}) and nobody has compared it", hint)
        if notice.replaces is None:
            return None
        return _of(_own(_open(self.cases.find(notice.replaces))))

    def _ask(self, ask: ExplanationAsk, now: Instant) -> None:
        if ask.reply_by <= now:
            raise unfit("the instant to reply by is over", "give one that lies ahead")
        if ask.follows is not None:
            self.explanations.find(ask.follows)

    def _reply(self, reply: ExplanationReply) -> Target:
        check_outline(reply.area)
        inquiry = self.explanations.find(reply.ask)
        if inquiry.ask.ours:
            raise not_now("this is our own question", "it is for the other side to reply")
        return inquiry.ask.ref, inquiry.ask.commitment, inquiry.ask.precedence


KINDS: Final[dict[type[StatedBody], Kind]] = {
    Notice: Kind.NOTICE,
    NoticeCancel: Kind.NOTICE_CANCEL,
    NoticeAnswer: Kind.NOTICE_ANSWER,
    NoticePassed: Kind.NOTICE_PASSED,
    NoticeRenewed: Kind.NOTICE_RENEWED,
    ExplanationAsk: Kind.EXPLANATION_ASKED,
    ExplanationReply: Kind.EXPLANATION_GIVEN,
    IncidentReport: Kind.INCIDENT,
}
"Every body of this part of the protocol."


def _of(case: Case) -> Target:
    return case.notice.ref, case.notice.commitment, case.notice.precedence


def _own(case: Case) -> Case:
    if not case.notice.ours:
        raise not_now(f"notice {_name(case)} is the other side's", "answer it: confirm, comply or reject")
    return case


def _theirs(case: Case) -> Case:
    if case.notice.ours:
        raise not_now(f"notice {_name(case)} is our own", "replace or cancel it; the other side answers it")
    return case


def _open(case: Case) -> Case:
    if case.ended is None:
        return case
    if isinstance(case.ended.body, Notice):
        hint = f"see the one that stands in its place, {case.ended.ref.hash.hex()[:12]}"
        raise not_now(f"notice {_name(case)} was replaced", hint)
    raise not_now(f"notice {_name(case)} was cancelled", "issue a new one if it is needed after all")


def _readable(case: Case, answer: NoticeAnswer) -> Case:
    count = len(case.area.places)
    wrong = [each.number for each in answer.read_back if each.number > count]
    if wrong:
        what = f"place {wrong[0]} is read back, and the notice has {count}"
        raise LocalError(what, code="FB608", hint="number the places as `firebreak notice show` does")
    return case


def _name(case: Case) -> str:
    return case.name.hex()[:12]
