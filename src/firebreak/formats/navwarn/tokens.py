"""Cutting a text into the words that speak of time; one letter stands for each kind.

G 232100  six figures: day, hour, minute        F 2026-05-12 a full date       D 12 a day   M MAY
T 0900    four figures: hour, minute            d 03-23 month and day          Y 2026 a year
- to   n until   & and   a daily   u until further notice   f from, on   b between   s sunrise, sunset
w a day of the week   S since   x any other word
"""

import re
from dataclasses import dataclass, field
from typing import Final

from firebreak.formats.navwarn.months import LOCAL, MONTH, ZONE, ZONES, month_number

CENTURY: Final = 2000
YEARS_EITHER_WAY: Final = 3  # a bare 2030 after a month is half past eight, not a year far away

_TOKEN: Final = re.compile(
    rf"""
    (?P<further>UNTIL\s+FURTHER\s+NOTICE|UFN|TILL?\s+FURTHER\s+NOTICE|ДО\s+ДАЛЬНЕЙШЕГО\s+УВЕДОМЛЕНИЯ|
        ДО\s+ОСОБОГО\s+РАСПОРЯЖЕНИЯ|INDEFINITELY)
    |(?P<full>(?<!\d)(?:20\d\d-\d\d?-\d\d?|\d\d?\.\d\d?\.(?:20)?\d\d|
        \d\d?\.\d\d?\.?(?=\s?-\s?\d\d?\.\d\d?\.(?P<later>20\d\d)))(?!\d|\.\d))
    |(?P<american>(?<!\d)\d\d-\d\d(?=\s+\d\d:\d\d))
    |(?P<group>(?<![\d.,/])\d{{6}}(?!\d|[.,]\d|/))
    |(?P<clock>(?<![\d.,/])(?:\d{{4}}(?!\d|[.,]\d|/)|\d\d?:\d\d(?!\d)|\d\d\.\d\d(?=\s*-\s*\d\d[.:]\d\d)))
    |(?P<month>(?<![A-ZА-Я]){MONTH}\.?)
    |(?P<day>(?<![\d.,/+])\d\d?(?:ST|ND|RD|TH)?(?![\d/]|[.,]\d))\.?
    |(?P<zone>(?<![A-ZА-Я]){ZONE}(?=[^A-ZА-Я]|DAILY|AND|TO|$))
    |(?P<to>\b(?:TO|ПО|INCLUSIVE)\b|-)
    |(?P<until>\b(?:UNTIL|TILL?|UP\s+TO|T{{1,2}}HRU|THROUGH|ДО)\b)
    |(?P<daily>(?:DAILY|DAYLY|EVERY\s+DAY|EACH\s+DAY|DLY|ЕЖЕДНЕВНО|ЩОДНЯ)(?![A-ZА-Я]))
    |(?P<between>\bBETWEEN\b)
    |(?P<and>\b(?:AND|ALSO|ALTERNATE(?:LY)?|ALTERNATIVE|OR|PLUS|И|ТА|RESERVE)\b|[,;&])
    |(?P<from>\b(?:FROM|ON|С|З)\b)
    |(?P<since>\bSINCE\b)
    |(?P<sun>\b(?:SUNRISE|SUNSET|DAWN|DUSK|DAYLIGHT|DAYTIME|ВОСХОДА?|ЗАХОДА?|СВЕТЛОЕ\s+ВРЕМЯ)\b)
    |(?P<weekday>\b(?:MON|TUE|WED|THU|FRI|SAT|SUN|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAYS?|WEEKDAYS?|WEEKENDS?)\b)
    |(?P<filler>\b(?:THE|OF|IN\s+THE\s+PERIODE?|IN\s+PERIODE?|DURING|HRS|HOURS|HOUR|TIME|TIMES|DATES?|DATED|
        WITHIN(?=\s+(?:DAILY|(?:THE\s+)?PERIOD))|(?:WITH\s+)?LAUNCH\s+WINDOWS?|TIMEFRAME|PERIODE?|AT\s+(?=\d{{4}}\s*(?:Z|UTC)?\s*(?:TO|-)))\b|[:.()]|\s+)
    |(?P<other>[^\W\d]+|\d+|\S)
    """,
    re.VERBOSE,
)
_LETTER: Final = {
    "further": "u", "full": "F", "american": "d", "group": "G", "clock": "T", "month": "M", "day": "D",
    "to": "-", "until": "n", "daily": "a", "between": "b", "and": "&", "from": "f", "since": "S", "sun": "s",
    "weekday": "w", "other": "x",
}  # fmt: skip


@dataclass(eq=False)
class Token:
    """One word of time."""

    letter: str
    start: int
    end: int
    word: str
    day: int = 0
    month: int = 0
    year: int = 0
    clock: tuple[int, int] = (0, 0)
    zone: str | None = field(default=None)
    "UTC, МСК …, LOCAL, or None where the text names none."


def tokens(text: str, year: int | None) -> list[Token]:
    """The words of time, with their figures; zones are attached to what stands before them."""
    found = list[Token]()
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind == "zone":
            _attach(found, match["zone"])
        elif kind != "filler" and not (kind == "day" and _glued_year(match, found, year)):
            found.append(_token(kind, match, found, year))
    return found


def _glued_year(match: re.Match[str], before: list[Token], year: int | None) -> bool:
    """`0300UTC26`: the year runs into the zone."""
    glued = match.start() > 0 and match.string[match.start() - 1].isalpha()
    timed = bool(before) and before[-1].letter == "T" and before[-1].zone is not None
    return glued and timed and _is_year(int(re.sub(r"\D", "", match[0])) + CENTURY, year)


def _attach(found: list[Token], word: str) -> None:
    zone = "LOCAL" if re.fullmatch(LOCAL, word) else word
    for each in reversed(found):
        if each.letter not in "GTFDMY-n&b" or each.zone is not None:
            return
        each.zone = zone


def _token(kind: str, match: re.Match[str], before: list[Token], year: int | None) -> Token:
    word = match[0]
    token = Token(_LETTER[kind], match.start(), match.end(), word)
    if kind == "full":
        _full(token, word, match["later"])
    elif kind == "american":
        token.month, token.day = int(word[:2]), int(word[3:])
    elif kind == "group":
        token.day, token.clock = int(word[:2]), (int(word[2:4]), int(word[4:]))
    elif kind == "clock":
        _clock(token, word, before, year)
    elif kind == "month":
        token.month = month_number(word)
    elif kind == "day":
        _day(token, word, before, year)
    return token


def _full(token: Token, word: str, later: str | None) -> None:
    parts = [int(each) for each in re.split(r"[.\-]", word.strip("."))]
    if later:  # `19.03-29.03.2026`: the year stands with the second day
        parts.append(int(later))
    token.year, token.month, token.day = parts if "-" in word else reversed(parts)
    token.year += CENTURY if token.year < 100 else 0  # noqa: PLR2004  two figures of a year


def _clock(token: Token, word: str, before: list[Token], year: int | None) -> None:
    figures = re.sub(r"\D", "", word).zfill(4)
    dated = "".join(each.letter for each in before[-2:]) == "GM"  # the clock has been named
    if word.isdigit() and _after_month(before) and _is_year(int(word), None if dated else year):
        token.letter, token.year = "Y", int(word)
    token.clock = int(figures[:2]), int(figures[2:])


def _day(token: Token, word: str, before: list[Token], year: int | None) -> None:
    token.day = int(re.sub(r"\D", "", word))
    dated = len(before) > 1 and before[-1].letter == "M" and before[-2].letter in "GDT"
    if dated and word.strip(".").isdigit() and _is_year(token.day + CENTURY, year):
        token.letter, token.year = "Y", token.day + CENTURY


def _after_month(before: list[Token]) -> bool:
    tail = "".join(each.letter for each in before[-5:])
    return tail.endswith(("M", "MD", "MD&", "MD-D", "MD-D&"))


def _is_year(number: int, year: int | None) -> bool:
    if year is None:
        return CENTURY + 10 <= number < CENTURY + 50
    return abs(number - year) <= YEARS_EITHER_WAY


def offset_minutes(zone: str) -> int | None:
    """Minutes ahead of UTC, None for an unnamed local time."""
    if match := re.fullmatch(r"[A-Z]{2,3}\s?([+-])\s?(\d{1,2})", zone):
        return (60 if match[1] == "+" else -60) * int(match[2])
    return ZONES.get(zone)
