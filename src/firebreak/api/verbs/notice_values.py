"""Notices, explanations and incidents as JSON, with what is computed of them."""

from typing import Any

from firebreak.api.service import Service
from firebreak.api.verbs.phrases import rendered
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.spoken import Said
from firebreak.core.geo.area import Area, AreaKind
from firebreak.core.geo.place import DEGREE
from firebreak.core.line.line import Line
from firebreak.core.notice.bodies import Danger, Notice
from firebreak.core.notice.case import Case
from firebreak.core.notice.explanations import Inquiry
from firebreak.core.notice.incidents import Incident
from firebreak.core.notice.inquiries import IncidentReport
from firebreak.core.notice.kinds import sort_of
from firebreak.core.notice.life import State
from firebreak.runtime.showing import plain


def notice_value(line: Line, case: Case, now: Instant) -> dict[str, Any]:
    """A notice for a list and a map: where, when, how it stands, what is doubtful."""
    body, sort, notice = case.body, sort_of(case.body.code), case.notice
    return {
        "notice": case.name.hex(),
        "environment": plain(line.identity.environment),
        "entry": str(notice.ref),
        "commitment": notice.commitment.hex(),
        "ours": notice.ours,
        "at": notice.at,
        "written": list(notice.time),
        "officer": notice.officer,
        "precedence": plain(notice.precedence),
        "from_desk": body.from_desk,
        "to": list(body.to),
        "code": body.code,
        "sort": sort.name,
        "group": plain(sort.group),
        "activity": body.activity,
        "danger": [each.name.lower() for each in Danger if each.name and each in Danger(body.danger)],
        "authority": body.authority,
        "contact": body.contact,
        "emergency": body.emergency,
        "area": area_value(case.area),
        "windows": [[each.opens_at, each.closes_at] for each in body.windows],
        "ends": plain(body.ends),
        "schedule": body.schedule,
        "replaces": None if body.replaces is None else body.replaces.hex(),
        "references": plain(body.references),
        "movement": plain(body.movement),
        "approach": plain(body.approach),
        **_standing(line, case, now),
        **_answers(case, now),
    }


def _standing(line: Line, case: Case, now: Instant) -> dict[str, Any]:
    body, lead = case.body, case.lead
    live = case.is_live(now)
    holding = live and (
        not body.windows or any(each.opens_at <= now < each.closes_at for each in body.windows)
    )
    due = case.confirm_by
    return {
        "state": plain(case.state(now)),
        "holding": holding,
        "opens_at": body.opens_at,
        "next_at": min((each.opens_at for each in body.windows if each.opens_at > now), default=None),
        "ends_at": body.ends_at,
        "ended": _ended(case),
        "lead": {"needed_ms": lead.needed_ms, "given_ms": lead.given_ms, "short": lead.short},
        "findings": [{"code": each.code, "text": each.text} for each in case.findings],
        "usable": case.is_usable,
        "confirmed_at": case.confirmed_at,
        "confirm_by": due,
        "confirm_overdue": live and due is not None and due <= now,
        "receipted": not case.notice.ours or case.name not in line.memory.unreceipted,
    }


def _ended(case: Case) -> dict[str, Any] | None:
    ended = case.ended
    if ended is None:
        return None
    text = "" if isinstance(ended.body, Notice) else ended.body.text
    return {"by": ended.ref.hash.hex(), "officer": ended.officer, "at": ended.time.lo, "text": text}


def _answers(case: Case, now: Instant) -> dict[str, Any]:
    unanswered = not case.answers and case.state(now) is State.ISSUED
    return {
        "answers": [
            {
                "word": plain(each.body.word),
                "officer": each.officer,
                "desk": each.body.desk,
                "reason": plain(each.body.reason),
                "text": each.body.text,
                "at": each.time.lo,
                "late": case.is_late(each),
                "read_back": plain(each.body.read_back),
            }
            for each in case.answers
        ],
        "stance": plain(case.stance),
        "answer_by": case.answer_by,
        "answer_overdue": unanswered and case.answer_by <= now,
        "read_back": {
            "confirmed": list(case.confirmed),
            "differing": list(case.differing),
            "places": len(case.area.places),
        },
        "passed": [
            {
                "ours": each.ours,
                "to": each.body.to,
                "passed_at": each.body.passed_at,
                "officer": each.officer,
                "text": each.body.text,
            }
            for each in case.passed
        ],
    }


def notices_waiting(line: Line, now: Instant) -> dict[str, Any]:
    """What somebody has to look at: names of notices, sites and questions, by what is the matter."""
    notices = line.machines.notices
    live, crowd = list(notices.cases.live(now)), notices.crowd
    told = [each for each in live if each.name not in crowd.quiet]
    unanswered = [each for each in told if not each.answers and each.answer_by <= now]
    unconfirmed = [each for each in told if each.confirm_by is not None and each.confirm_by <= now]
    asked = notices.explanations.inquiries.items()
    return {
        "live": len(live),
        "urgent": [each.name.hex() for each in told if is_urgent(each)],
        "more": {"count": crowd.count, "since": crowd.since} if crowd.holds(now) else None,
        "differing": [each.name.hex() for each in live if each.differing],
        "unanswered": [each.name.hex() for each in unanswered],
        "unconfirmed": [each.name.hex() for each in unconfirmed],
        "unexplained": [
            name.hex() for name, each in asked if each.is_overdue(now) and name not in crowd.quiet
        ],
    }


def is_urgent(case: Case) -> bool:
    """Whether it is theirs, cannot wait, and none of our officers has answered it."""
    return not case.notice.ours and case.notice.precedence >= Precedence.IMMEDIATE and not case.answers


def whole_value(service: Service, line: Line, case: Case, now: Instant, language: str) -> dict[str, Any]:
    """A notice with its texts and its source from the record, and its places to be read back."""
    kept = service.store.find(line.identity.line, case.name)
    body = None if kept is None or kept.entry.body is None else Notice.from_bytes(kept.entry.body)
    places = case.area.places
    phrase = case.body.phrase
    return {
        **notice_value(line, case, now),
        "expires_at": case.body.expires_at or None,
        "texts": {} if body is None else {each.language: each.text for each in body.texts},
        "source": None if body is None else plain(body.source),
        "phrase": None if phrase is None else rendered(phrase, language),
        "places": [
            {
                "number": number,
                "minutes": each.degrees_minutes(),
                "degrees": each.decimal_degrees(),
                "check": each.check_digits(),
            }
            for number, each in enumerate(places, start=1)
        ],
    }


def area_value(area: Area) -> dict[str, Any]:
    """An area as `notice_form` reads it."""
    rings = [
        [[each.latitude_e7 / DEGREE, each.longitude_e7 / DEGREE] for each in ring] for ring in area.rings
    ]
    several = area.kind is AreaKind.MULTIPOLYGON
    return {
        "kind": plain(area.kind),
        "positions": rings if several else [each for ring in rings for each in ring],
        "radius_m": area.radius_m,
        "buffer_m": area.buffer_m,
        "uncertainty_m": area.uncertainty_m,
        "altitude": None if area.altitude is None else plain(area.altitude),
        "name": area.name,
    }


def inquiry_value(inquiry: Inquiry, now: Instant) -> dict[str, Any]:
    """A question with its clock and its replies."""
    ask = inquiry.ask
    fields = (
        "from_desk",
        "desk",
        "question",
        "basis",
        "reply_by",
        "language",
        "asked_by",
        "about",
        "follows",
    )
    return {
        "ask": ask.ref.hash.hex(),
        "ours": ask.ours,
        "at": ask.at,
        "officer": ask.officer,
        "precedence": plain(ask.precedence),
        **{name: plain(getattr(ask.body, name)) for name in fields},
        "area": area_value(ask.body.area),
        "overdue": inquiry.is_overdue(now),
        "replies": [
            {
                "officer": each.officer,
                "at": each.time.lo,
                "text": each.body.text,
                "language": each.body.language,
                "meeting": each.body.meeting,
                "area": area_value(each.body.area),
                "late": inquiry.is_late(each),
            }
            for each in inquiry.replies
        ],
    }


def incident_value(incident: Incident) -> dict[str, Any]:
    """An incident with the versions of both sides, each in its order; the last of a side counts."""
    return {
        "incident": incident.name.hex(),
        "awaited": {None: None, True: "ours", False: "theirs"}[incident.awaited],
        "ours": [_version(each) for each in incident.ours],
        "theirs": [_version(each) for each in incident.theirs],
    }


def _version(report: Said[IncidentReport]) -> dict[str, Any]:
    body = report.body
    fields = ("from_at", "until_at", "objects", "damage", "media", "about", "from_desk")
    return {
        "entry": report.ref.hash.hex(),
        "officer": report.officer,
        "at": report.time.lo,
        **{name: plain(getattr(body, name)) for name in fields},
        "area": area_value(body.area),
        "texts": {each.language: each.text for each in body.versions},
    }
