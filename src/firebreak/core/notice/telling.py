"""The events that entries and clocks stand for."""

from collections.abc import Iterator
from typing import Any

from firebreak.core.base.errors import Finding
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.spoken import Said
from firebreak.core.notice.answers import NoticeAnswer, NoticeCancel, NoticePassed, NoticeRenewed
from firebreak.core.notice.bodies import Notice
from firebreak.core.notice.case import Case, differing
from firebreak.core.notice.events import (
    NoticeAnswered,
    NoticeBegan,
    NoticeCancelled,
    NoticeConfirmedAgain,
    NoticeDoubted,
    NoticeEvent,
    NoticeExpired,
    NoticeIssued,
    NoticeNotConfirmed,
    NoticePassedOn,
    NoticeReplaced,
    NoticeUnanswered,
    ReadBackDiffered,
)


def issued(case: Case) -> NoticeIssued:
    """A notice is new."""
    body = case.body
    return NoticeIssued(
        **_about(case, case.notice.at),
        precedence=case.notice.precedence,
        officer=case.notice.officer,
        replaces=body.replaces,
        opens_at=body.opens_at,
        ends_at=body.ends_at,
        lead_short=case.lead.short,
        findings=case.findings,
    )


def told(before: Case, after: Case, spoken: Said[Any], at: Instant) -> Iterator[NoticeEvent | NoticeDoubted]:
    """What an entry that counts changed."""
    match spoken.body:
        case NoticeAnswer():
            yield from _answered(after, spoken, at)
        case NoticePassed(to=to, passed_at=passed_at):
            again = any(each.ours is spoken.ours and each.body.to == to for each in before.passed)
            about = _about(after, at)
            yield NoticePassedOn(**about, by_us=spoken.ours, to=to, passed_at=Instant(passed_at), again=again)
        case NoticeRenewed():
            yield NoticeConfirmedAgain(
                **_about(after, at), officer=spoken.officer, confirm_by=after.confirm_by
            )
        case _:
            yield from _ended(before, after, spoken, at)


def _answered(case: Case, answer: Said[NoticeAnswer], at: Instant) -> Iterator[NoticeEvent]:
    body = answer.body
    yield NoticeAnswered(
        **_about(case, at),
        word=body.word,
        officer=answer.officer,
        desk=body.desk,
        reason=body.reason,
        text=body.text,
        late=case.is_late(answer),
    )
    numbers = differing(case, answer)
    if numbers:
        yield ReadBackDiffered(**_about(case, at), numbers=numbers, officer=answer.officer)


def _ended(
    before: Case, after: Case, spoken: Said[Any], at: Instant
) -> Iterator[NoticeEvent | NoticeDoubted]:
    if after.ended is not spoken:
        text = f"entry {spoken.ref} ends a notice that had been ended already"
        finding = Finding(code="notice-ended-twice", text=text, entry=str(spoken.ref))
        yield NoticeDoubted(at=at, entry=spoken.ref.hash, finding=finding)
    elif isinstance(spoken.body, Notice):
        yield NoticeReplaced(**_about(after, at), by=spoken.ref.hash)
    elif isinstance(spoken.body, NoticeCancel):
        yield NoticeCancelled(**_about(after, at), officer=spoken.officer, text=spoken.body.text)


def began(case: Case, opened: Instant, now: Instant) -> Iterator[NoticeBegan]:
    """A window opened; nothing when it is over already."""
    window = next(each for each in case.body.windows if each.opens_at == opened)
    if now < window.closes_at:
        yield NoticeBegan(**_about(case, now), until=Instant(window.closes_at))


def expired(case: Case, now: Instant) -> NoticeExpired:
    """It ceased to hold of itself."""
    return NoticeExpired(**_about(case, now))


def unanswered(case: Case, now: Instant) -> NoticeUnanswered:
    """Nobody has answered in time."""
    return NoticeUnanswered(**_about(case, now), due=case.answer_by)


def not_confirmed(case: Case, now: Instant) -> NoticeNotConfirmed:
    """Its issuer did not confirm it again in time."""
    assert case.confirm_by is not None
    return NoticeNotConfirmed(**_about(case, now), due=case.confirm_by)


def _about(case: Case, at: Instant) -> dict[str, Any]:
    return {"at": at, "notice": case.name, "ours": case.notice.ours, "code": case.body.code}
