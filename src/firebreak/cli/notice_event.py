"""One line for what happens to notices, questions and incidents."""

import re
from typing import Any, Final

from firebreak.cli.finding_words import title
from firebreak.cli.notice_where import answer
from firebreak.cli.terminal import listed, safe, styled
from firebreak.cli.words import word
from firebreak.core.notice.kinds import sort_of

NOTICES: Final = (
    *("NoticeIssued", "NoticeReplaced", "NoticeCancelled", "NoticeBegan", "NoticeExpired", "NoticeAnswered"),
    *("ReadBackDiffered", "NoticePassedOn", "NoticeConfirmedAgain", "NoticeNotConfirmed", "NoticeUnanswered"),
    *("ExplanationAsked", "ExplanationGiven", "ExplanationOverdue", "IncidentReported"),
)
URGENT: Final = ("flash", "immediate")
ALARMING: Final = ("ReadBackDiffered", "NoticeNotConfirmed", "NoticeUnanswered", "ExplanationOverdue")


def notice_event(event: dict[str, Any], they: str) -> str:
    """`notice 7f3a0c5b21e4: notice answered (theirs): they will act by it`."""
    kind = re.sub("(?<!^)([A-Z])", r"-\1", event["event"]).lower()
    about = next(event[name] for name in ("notice", "ask", "incident") if name in event)
    mark = "EXERCISE " if event.get("exercise") else ""
    said = f"{mark}notice {about[:12]}: {word('event', kind, subject='notices')}"
    if event["event"] in ALARMING:
        said = styled(f"{said}{_numbers(event)}", "red")
    elif rings(event):
        said = styled(f"{mark}{event['precedence'].upper()} NOTICE {about[:12]}: {_sort(event)}", "red")
    ours = event.get("by_us", event.get("ours"))
    said_of_it = f": {answer(event['word'], ours=bool(ours))}" if "word" in event else ""
    late = f", {title('lead-short')}" if event.get("lead_short") else ""
    return f"{said} ({'us' if ours else they}){said_of_it}{late}"


def rings(event: dict[str, Any]) -> bool:
    """Whether it sounds at a desk: a notice of theirs that cannot wait. Once for each."""
    return event["event"] == "NoticeIssued" and not event["ours"] and event.get("precedence") in URGENT


def _sort(event: dict[str, Any]) -> str:
    name = word("sort", sort_of(event["code"]).name, subject="notices")
    return f"{event['code']} {name}. firebreak notice show | acknowledge"


def _numbers(event: dict[str, Any]) -> str:
    return f": {listed(map(str, event['numbers']))}" if "numbers" in event else ""


def notices_crowd(event: dict[str, Any], _they: str) -> str:
    """`140 more notices from the other side, not shown as alarms`."""
    more = word("event", "notices-crowd", subject="notices")
    mark = "EXERCISE " if event.get("exercise") else ""
    return styled(f"{mark}{event['count']} {more}: firebreak notice list", "yellow")


def notice_doubt(event: dict[str, Any], _they: str) -> str:
    """An entry that does not count, or not yet."""
    return styled(safe(event["finding"]["text"]), "yellow")
