"""One line for what happens to notices, questions and incidents."""

import re
from typing import Any, Final

from firebreak.cli.terminal import listed, safe, styled
from firebreak.cli.words import word

NOTICES: Final = (
    *("NoticeIssued", "NoticeReplaced", "NoticeCancelled", "NoticeBegan", "NoticeExpired", "NoticeAnswered"),
    *("ReadBackDiffered", "NoticePassedOn", "NoticeConfirmedAgain", "NoticeNotConfirmed", "NoticeUnanswered"),
    *("ExplanationAsked", "ExplanationGiven", "ExplanationOverdue", "IncidentReported"),
)
ALARMING: Final = ("ReadBackDiffered", "NoticeNotConfirmed", "NoticeUnanswered", "ExplanationOverdue")


def notice_event(event: dict[str, Any], they: str) -> str:
    """`notice 7f3a0c5b21e4: notice answered (theirs): they will act by it`."""
    kind = re.sub("(?<!^)([A-Z])", r"-\1", event["event"]).lower()
    about = next(event[name] for name in ("notice", "ask", "incident") if name in event)
    said = f"notice {about[:12]}: {word('event', kind, subject='notices')}"
    if event["event"] in ALARMING:
        said = styled(f"{said}{_numbers(event)}", "red")
    ours = event.get("by_us", event.get("ours"))
    answer = f": {word('answer', event['word'], subject='notices')}" if "word" in event else ""
    late = f", {word('finding', 'lead-short', subject='notices')}" if event.get("lead_short") else ""
    return f"{said} ({'us' if ours else they}){answer}{late}"


def _numbers(event: dict[str, Any]) -> str:
    return f": {listed(map(str, event['numbers']))}" if "numbers" in event else ""


def notice_doubt(event: dict[str, Any], _they: str) -> str:
    """An entry that does not count, or not yet."""
    return styled(safe(event["finding"]["text"]), "yellow")
