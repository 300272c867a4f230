"""`CANCEL THIS MSG 122300Z MAR 22`, `ОТМ 16/25 И ЭТОТ ПУНКТ`: when it ends, and what it ends."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.navwarn.calendar import Calendar
from firebreak.formats.navwarn.months import MONTH, ZONE
from firebreak.formats.navwarn.spans import Spans
from firebreak.formats.navwarn.tokens import Token, tokens

SELF: Final = r"(?:THIS|ЭТОТ|ЦЕЙ|ДАННЫЙ|MSG|MESSAGE|PARA|ПУНКТ|ITSELF)"
_WORD: Final = re.compile(
    r"(?<![A-ZА-Я])(?:SELF[ -]?CANCEL(?:S|LING|ING)?|CANCEL(?:S)?|CANSEL|CANX|CNL|CANC|CAN(?=\s+THIS|\s+MSG)|"
    r"CANCELL?(?:ED|ING)(?=\s+(?:(?:AT|ON|BY|FROM)\s+)?\d)|"
    r"ОТМ(?:ЕНИТЬ|\.)?|СКАСУВАТИ|(?:(?:REPLACES|REPLACING|SUPERSEDES|SUPERSEDING|ОТМЕН[ЕЯ]\w+|ЗАМЕНЯЕТ|СКАСОВ\w+)"
    r"(?=[A-ZА-Я\s.]{1,40}\d{1,4}\s?/\s?\d\d)))(?![A-ZА-Я])"
)
_END: Final = re.compile(r"=|НННН|NNNN|\n\s*\n|\n?\s\d{1,2}\.\s?[A-ZА-Я]|\.\s*(?:\n|$)|\.\s+(?=\d{6}\s?Z)")
_SERIES: Final = (
    r"(?:NAVAREA\s+(?:[IVXL]+|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)|NAVAREA|НАВАРЕА|НАВИП|HYDRO(?:LANT|PAC|ARC)|ПРИП\s+[А-Я]+|COASTAL\s+WARNING\s+[A-Z]+|"
    r"(?:[A-Z]+(?:\s+SEA)?\s+)?(?:COASTAL\s+)?(?:NAV|NAVIGATIONAL)\.?\s+WARN(?:ING)?S?(?:\s+(?:GER|LIT|EST|FIN|POL|SWE|DEN|DNK|LAT|LVA))?|NAVTEX|WZ)"
)
_NUMBER: Final = re.compile(
    rf"(?:(?P<series>{_SERIES}|200)\.?\s*)?(?:(?:NO|NR|НР|№|NUMBER)\.?\s*)?"
    r"(?<![\d.])(?P<number>\d{1,4}(?:\([A-Z]\))?\s?/\s?(?:20)?\d\d(?:\([\d,]+\))?|(?<![\d-])\d\d-\d{4}(?![\d-]))"
    r"(?!\d)(?!\s+(?:REFERS?|RELATES?|REFERRED)\b)"
)
_BARE: Final = re.compile(
    rf"(?P<series>{_SERIES})\.?\s*(?:(?:NO|NR|НР|№|NUMBER)\.?\s*)?(?P<number>\d{{1,4}})(?![\w*/(]|-\d)"
)
_DAY_ONLY: Final = re.compile(rf"(?<!\d)(\d{{1,2}}\.?\s*{MONTH}(?:\s*(?:20)?\d\d)?|20\d\d-\d\d-\d\d)")
_PASSIVE: Final = re.compile(_NUMBER.pattern + r"\s+(?:(?:IS|ARE|HAS\s+BEEN|HEREBY)\s+)*CANCELL?ED\b")
_DAY_CLOCK: Final = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}\.?\s*{MONTH}(?:\s*20\d\d)?,?\s+(?:AT\s+)?(?!20\d\d(?!\s*{ZONE}))\d\d:?\d\d(?!\d)(?:\s*{ZONE})?|"
    rf"\d\d:?\d\d\s*{ZONE}\s+\d{{1,2}}\s*{MONTH}(?:\s*20\d\d)?|20\d\d-\d\d-\d\d\s+\d\d:\d\d(?:\s*{ZONE})?)"
)
_AT: Final = re.compile(rf"(?<!\d)\d{{6}}(?:\s*{ZONE})?(?:\s+OF)?(?:\s*{MONTH})?(?:\s+(?:20)?\d\d(?!\d))?")
_LISTED: Final = re.compile(r"[\s,;&]*(?:\b(?:AND|И)\b)?\s*")
_THROUGH: Final = re.compile(r"\s*(?:TO|THROUGH|THRU|UP\s+TO|ПО|ДО|-)\s*$")
_AMONG: Final = re.compile(r"(?<![\d/])\d{1,4}(?:\s*(?:,|&|\bAND\b|\bИ\b|\s)\s*)+$")
CLAUSES_MAX: Final = 40
REACH: Final = 240  # characters a clause may be long


@dataclass
class Cancels:
    """What the clauses of cancelling say, and where they stand."""

    spans: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    refs: list[str] = field(default_factory=list[str])
    times: list[str] = field(default_factory=list[str])
    missed: list[str] = field(default_factory=list[str])
    "What stands among the numbers and has a figure that is none of them."
    says: bool = False
    "Whether it says that it ends itself."


def cancels(text: str) -> Cancels:
    """Finds the clauses; the times are read later, when the windows are known."""
    found = Cancels()
    for match in islice(_WORD.finditer(text), CLAUSES_MAX):
        end = _END.search(text, match.end(), match.end() + REACH)
        stop = end.start() if end else min(len(text), match.end() + REACH)
        _clause(text[match.end() : stop], found, itself=match[0].startswith("SELF"))
        found.spans.append((match.start(), _reach(text, match.end(), stop)))
    for match in _PASSIVE.finditer(text):
        found.refs.append(_ref(match, match["series"] or ""))
        found.spans.append(match.span())
    return found


def _reach(text: str, start: int, stop: int) -> int:
    """A clause goes as far as its last number; what follows may belong to something else."""
    last = start
    for pattern in (_NUMBER, _BARE, _AT, _DAY_CLOCK, _DAY_ONLY):
        for each in pattern.finditer(text, start, stop):
            last = max(last, each.end())
    return last


def _clause(clause: str, found: Cancels, *, itself: bool) -> None:
    """What one word of cancelling is followed by; `SELF-CANCELLING` names a time and nothing else."""
    known = len(found.refs) + len(found.times)
    found.says |= re.search(SELF, clause) is not None
    if not itself:
        _numbers(clause, found)
    times = [each[0] for each in _AT.finditer(clause) if not each[0].isspace()]
    times = times or [each[0] for each in _DAY_CLOCK.finditer(clause)]
    found.times += times or [each[0] for each in _DAY_ONLY.finditer(clause)]
    if len(found.refs) + len(found.times) == known and re.match(r"\W*(?:\w+\W+){0,3}\d", clause):
        found.missed.append(clause)


def _numbers(clause: str, found: Cancels) -> None:
    series, end = "", 0
    for match in _NUMBER.finditer(clause):
        goes_on = _LISTED.fullmatch(clause, end, match.start()) is not None
        among = clause[end : match.start()]
        glued = re.search(r"[\w*]$", clause[: match.start("number")])
        if (end and _THROUGH.match(among)) or re.search(r"\d\s?-\s?$", among):
            found.missed.append("..." + among + match[0])  # those between are not named
        elif glued or (_AMONG.search(among) and not re.search(MONTH, among)):
            found.missed.append(among + match[0])
        series = match["series"] or (series if goes_on else "")
        found.refs.append(_ref(match, series))
        end = match.end()
    for match in _BARE.finditer(clause):
        found.refs.append(_ref(match, match["series"]))


def _ref(match: re.Match[str], series: str) -> str:
    """As the text names it; a series that is named once holds for the numbers listed after it."""
    return " ".join([*series.split(), re.sub(r"\s", "", match["number"])])


def cancel_at(found: Cancels, calendar: Calendar, last: datetime | None) -> datetime | None:
    """When the warning ends itself; as near after the last window as the words allow."""
    if not found.times:
        return None
    if len(set(found.times)) > 1:
        calendar.doubts.add("cancel-unread", f"more than one cancel time: {quote(', '.join(found.times))}")
    run = tokens(found.times[-1], calendar.year)
    calendar.fill_months(run)
    if not any(each.month for each in run):
        _take_month(run, last)
    if not any(each.letter in "GT" for each in run):
        calendar.doubts.add("cancel-day-only", f"cancelled on a day without a time: {found.times[-1]}")
    near = last or calendar.issued
    return Spans(calendar).at(run, (near - timedelta(days=1)).date() if near else None)


def _take_month(run: list[Token], last: datetime | None) -> None:
    if last is not None and (dated := next((each for each in run if each.letter == "G"), None)):
        later = dated.day < last.day - 1
        dated.month = last.month % 12 + 1 if later else last.month
        dated.year = last.year + (later and last.month == 12)  # noqa: PLR2004  December


def check_cancel(at: datetime | None, last: datetime | None, doubts: Doubts) -> None:
    """A warning is cancelled after its last window, and soon after."""
    if at is None or last is None:
        return
    whole_day = doubts.has("whole-days") and at.date() == last.date()
    if at < last and not whole_day:
        doubts.add(
            "cancel-before-end",
            f"cancelled at {at:%d %b %Y %H:%M} before the last window ends; which is right?",
        )
    elif at - last > timedelta(days=7):
        doubts.add(
            "cancel-far-from-end",
            f"the last window ends {last:%d %b %Y}, cancelled {at:%d %b %Y}: is a month wrong?",
        )
