"""What holds now, read off the picture of the node and what this server knows by itself. Pure.

Everything here follows from our own record, our own clock and our own machines: a counterpart raises an
alert only by what it said on the line, and can take none back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.console.alerts.book import Situation
from firebreak.console.alerts.situations_near import near_sites
from firebreak.console.views.picture import Picture
from firebreak.core.base.instants import DAY, MINUTE, SECOND
from firebreak.core.phrase.agreed import AGREED
from firebreak.core.phrase.definition import Reaction

Value = dict[str, Any]

TAKEN: Final = ("read", "acknowledged", "refused", "bad")
"Levels of a message of theirs that a person has taken, or that is none."
STOP_PHRASES: Final = frozenset(each.id for each in AGREED if each.reaction is Reaction.STOP)
"Agreed phrases by which the other side says: stop now."
UNANSWERED: Final = ("no_answer", "unattended", "unreachable")
REACHED: Final = ("answered", "declined", "busy")
"Outcomes behind which a person or a node of the other side stands: contact."
UNANSWERED_COUNT: Final = 3
EXPIRES_DAYS: Final = 14
WAITING: Final = ("unanswered", "unconfirmed", "unexplained")
SILENT: Final = ("contact", "check", "person")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known at one moment."""

    picture: Picture
    now: int
    "The node's clock, by which it judges cards too: an exercise may run in another year."
    wall: int
    "This machine's clock, by which browsers judge the console's certificate."
    ready: bool = True
    "Whether the node answers."
    health: Value = field(default_factory=dict[str, Any])
    "`health` of the node's status, empty when not asked yet."
    beyond: Mapping[str, tuple[str, Value | None]] = field(
        default_factory=dict[str, "tuple[str, Value | None]"]
    )
    "Messages that a page no longer holds and that an open alert is about: line and value."
    certificate_until: int | None = None
    card_until: int | None = None
    failed: tuple[str, ...] = ()
    "Channels of the alarm chain whose last attempt failed."
    flood: int = 0
    nearby: Value | None = None
    "The picture of our own tracks; None where nothing follows them."


def situations(facts: Facts) -> list[Situation]:
    """All that holds, of the whole node and of each line."""
    found = [*_of_server(facts), *near_sites(facts.nearby, facts.picture, facts.now)]
    if facts.ready:
        found += _of_node(facts)
        for name, line in facts.picture.lines.items():
            found += [*_of_line(name, line, facts), *_of_messages(name, facts), *_of_calls(name, facts)]
    return found


def _of_server(facts: Facts) -> Iterator[Situation]:
    if not facts.ready:
        yield Situation(kind="node_away")
    if _expires(facts.certificate_until, facts.wall):
        yield Situation(kind="console_certificate", parameters={"until_at": facts.certificate_until or 0})
    for each in facts.failed:
        yield Situation(kind="chain_failed", about=each, parameters={"channel": each})
    if facts.flood:
        yield Situation(kind="flood", parameters={"count": facts.flood})


def _of_node(facts: Facts) -> Iterator[Situation]:
    if _expires(facts.card_until, facts.now):
        party = facts.picture.party
        yield Situation(
            kind="certificate_expiring", parameters={"line": party, "until_at": facts.card_until or 0}
        )
    if facts.health.get("space", {}).get("spent"):
        yield Situation(kind="disk_reserve")
    if any("clock" in line["trouble"] for line in facts.picture.lines.values()):
        grown = facts.health.get("clock", {}).get("grown_ms", 0)
        yield Situation(kind="clock_offset", parameters={"seconds": max(1, grown // SECOND)})
    for desk in _mute(facts.picture):
        yield Situation(kind="no_sound", about=desk, parameters={"desk": desk})


def _expires(until: int | None, now: int) -> bool:
    return until is not None and until - now < EXPIRES_DAYS * DAY


def _mute(picture: Picture) -> list[str]:
    """Desks that somebody holds, and at which nothing can be heard."""
    positions = picture.whole["position"].values()
    held = {each["desk"] for each in positions}
    for line in picture.lines.values():
        held |= {each["desk"] for each in line["watches"]}
    return sorted(held - {each["desk"] for each in positions if each["sound"]})


def _of_line(name: str, line: Value, facts: Facts) -> Iterator[Situation]:
    if line["closed"]:
        return
    silent = [each for each in line["overdue"] if each["kind"] in SILENT]
    if silent:
        first = min(silent, key=lambda each: each["since"])
        yield Situation(kind="line_silent", line=name, parameters=_lasting(first, facts.now))
    late = [each for each in line["overdue"] if each["kind"] not in SILENT]
    if late:
        entries = sorted({entry for each in late for entry in each["entries"]})
        yield Situation(kind="receipt_overdue", line=name, subjects=tuple(entries))
    if line["contradictions"] or line.get("branches"):
        yield Situation(kind="contradiction", line=name, subjects=tuple(_doubled(line)))
    yield from _of_notices(name, line.get("notices", {}))
    for trouble, kind in (("link", "link_degraded"), ("witness", "witness_silent")):
        if trouble in line["trouble"]:
            yield Situation(kind=kind, line=name)
    if not line["signing"] or line["key_revoked"]:
        yield Situation(kind="not_signing", line=name)


def _of_notices(name: str, notices: Value) -> Iterator[Situation]:
    """Places read back otherwise, what cannot wait, what was told in one line, and what is beyond its clock.

    A notice that cannot wait is there until an officer of ours answers it or it ends: the node says so, not a
    page, which a flood of others would make forget it.
    """
    if notices.get("differing"):
        yield Situation(kind="read_back_differs", line=name, subjects=tuple(notices["differing"]))
    urgent = notices.get("urgent", ())
    if urgent:
        yield Situation(
            kind="urgent_notice", line=name, subjects=tuple(urgent), parameters={"count": len(urgent)}
        )
    if notices.get("more"):
        yield Situation(kind="notices_more", line=name, parameters={"count": notices["more"]["count"]})
    late = sorted({each for kind in WAITING for each in notices.get(kind, ())} - {*urgent})
    if late:
        yield Situation(kind="notice_overdue", line=name, subjects=tuple(late))


def _lasting(fact: Value, now: int) -> dict[str, str | int]:
    minutes = max(0, now - fact["since"]) // MINUTE
    return {"minutes": minutes, "limit": (fact["limit"] - fact["since"]) // MINUTE}


def _doubled(line: Value) -> Iterator[str]:
    for pair in line["contradictions"]:
        yield "/".join(str(each["entry"]) for each in pair)
    for each in line.get("branches", ()):
        yield f"{each['ours']}/{each['after']}/{len(each['parts'])}"


def _of_messages(name: str, facts: Facts) -> Iterator[Situation]:
    held = facts.picture.of("message", name)
    beyond = [
        value for key, (line, value) in facts.beyond.items() if line == name and key not in held and value
    ]
    unread = [each for each in [*beyond, *held.values()] if _is_unread(each)]
    stop = [each for each in unread if each["phrase"] and each["phrase"]["id"] in STOP_PHRASES]
    flash = [each for each in unread if each["precedence"] == "flash" and each not in stop]
    for kind, several in (("stop_now", stop), ("flash_unread", flash)):
        if several:
            subjects = tuple(each["hash"] for each in several)
            yield Situation(kind=kind, line=name, subjects=subjects, parameters={"count": len(subjects)})


def _is_unread(message: Value) -> bool:
    """One that nobody of ours has taken; that it has expired does not make it read."""
    taken = message["refused"] or message["bad"] or message["level"] in TAKEN
    return not message["ours"] and not taken and not message["superseded"]


def _of_calls(name: str, facts: Facts) -> Iterator[Situation]:
    calls = [each for each in facts.picture.of("call", name).values() if each["learnt_at"] > facts.now - DAY]
    foul = [each for each in calls if _is_foul(each)]
    if foul:
        over = all(each["state"] in ("hung up", "ended") for each in foul)
        ids = tuple(each["call"] for each in foul)
        yield Situation(kind="media_not_secure", line=name, subjects=ids, over=over)
    row = _unanswered(calls)
    if len(row) >= UNANSWERED_COUNT:
        yield Situation(
            kind="call_unanswered", line=name, subjects=tuple(row), parameters={"count": len(row)}
        )


def _is_foul(call: Value) -> bool:
    return any(leg["state"] == "contradicted" for leg in call["sound"]["legs"])


def _unanswered(calls: Iterable[Value]) -> list[str]:
    """Ids of the newest calls, either way, that led to nobody, since one last did."""
    row: list[str] = []
    for each in calls:
        if each["outcome"] in REACHED:
            row.clear()
        elif each["outcome"] in UNANSWERED:
            row.append(each["call"])
    return row
