"""What a warning says about itself: its number and year, when it was issued, whose it is."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from firebreak.formats.navwarn.months import HOME_ZONES, MONTH, month_number
from firebreak.formats.navwarn.tokens import CENTURY

YEARS: Final = (1977, 2099)  # the first NAVAREA warnings; two figures of a year mean this century

_STAMP: Final = re.compile(
    rf"(?m)^\s*(?:DTG:?\s*)?(?P<day>\d\d)(?P<clock>\d{{4}})\s?(?:Z|UTC|МСК)(?:\s+OF)?\s+(?P<month>{MONTH})"
    rf"(?:\s+(?P<year>(?:20)?\d\d))?\.?\s*$"
)
_BARE_STAMP: Final = re.compile(
    rf"(?m)(?<![ДП]О\s)(?<!\bС\s)(?<!-)(?<!-\s)\d{{6}}\s*МСК(?!\s*(?:-\s*\d|ДО\b|ПО\b|{MONTH}))\s*(?:ГС)?-*|"
    r"^\s*\d{6}\s?(?:Z|UTC)\s*$|\bГС-+|\bNAVAREA\s+XI\s+\d\d-\d{4}"
)
_NUMBER: Final = re.compile(r"(?<![\d/])\d{1,4}\s?/\s?(?:20)?(\d\d)(?!\d)")
_HEADED: Final = re.compile(
    r"(?:WARN(?:ING)?|NAVAREA\s+[IVXL]+|HYDRO[A-Z]+|ПРИП\s+[А-Я]+|НАВАРЕА(?:\s+200)?|WARNING\s+[A-Z]+)\.?\s*"
    r"(?:NO\.?|NR\.?|НР)?\s*\d{1,4}\s?/\s?(?:20)?(\d\d)(?!\d)"
)
_BEGINS: Final = re.compile(
    r"(?:WARN(?:ING)?|NAVAREA\s+[IVXL]+|HYDRO(?:LANT|PAC|ARC)|ПРИП\s+[А-Я]+|НАВАРЕА(?:\s+200)?|WARNING\s+[A-Z]+)\.?\s*"
    r"(?:NO\.?|NR\.?|НР)?\s*(?P<number>\d{1,4})\s?/\s?(?:20)?\d\d(?!\d)(?!\s+(?:REFERS?|RELATES?))"
)
_MENTIONED: Final = re.compile(r"\b(?:ISSUED|PREVIOUS\w*|REF\w*|SEE|AND|OR|ALSO|СМ|ССЫЛКА)\b[^\n]{0,12}$")
_ISO: Final = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):?(\d\d)(?::?\d\d(?:\.\d{1,9})?)?(?P<ahead>[+-]\d\d:?\d\d)?)?"
)
_GROUP: Final = re.compile(rf"(\d\d)(\d\d)(\d\d)\s?(?:Z|UTC)?\s+({MONTH})\s+(?:20)?(\d\d)")
_IN_FORCE: Final = re.compile(
    r"WARNINGS?\s+(?:STILL\s+)?IN\s?FORCE|ALL\s+(?:THE\s+)?IN-?\s?FORCE\s+WARNINGS|INFORCE\s+AT|"
    r"(?:ДЕЙСТВУЮТ|В\s+СИЛЕ)\s+(?:ПРИП|НАВАРЕА|НАВИП|НР)"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known before the body is read."""

    issued: datetime | None
    year: int | None
    local: str
    stamps: tuple[tuple[int, int], ...]
    doubtful: str
    "Why the year is in doubt; it matters only where the text names times."


def heading(text: str, given: datetime | None, name: str) -> Heading:
    """The time of issue comes with the warning, or from its stamp; the year from its number."""
    stamps = [*_STAMP.finditer(text)]
    numbered = _year(_NUMBER, name) or _year(_HEADED, text[:160])
    stamped = _stamped(stamps, numbered)
    doubtful = ""
    issued = given or stamped
    if issued and numbered and abs(issued.year - numbered) > (1 if issued.month in {1, 12} else 0):
        doubtful = f"numbered in {numbered} and issued in {issued.year}; read as of {numbered}"
        issued = stamped if stamped and stamped.year == numbered else None
    spans = [each.span() for each in stamps] + [each.span() for each in _BARE_STAMP.finditer(text)]
    local = next((zone for word, zone in HOME_ZONES.items() if word in text or word in name.upper()), "")
    return Heading(issued, issued.year if issued else numbered, local, tuple(spans), doubtful)


def _year(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text.upper())
    return CENTURY + int(match[1]) if match else None


def _stamped(stamps: list[re.Match[str]], year: int | None) -> datetime | None:
    for match in stamps:
        years = int(match["year"]) % 100 + CENTURY if match["year"] else year
        if years:
            return _moment(years, month_number(match["month"]), int(match["day"]), match["clock"])
    return None


def _moment(year: int, month: int, day: int, clock: str) -> datetime | None:
    try:
        return datetime(year, month, day, int(clock[:2]), int(clock[2:]), tzinfo=UTC)
    except ValueError:
        return None


def read_dtg(text: str) -> datetime | None:
    """`2026-08-03T12:34:00` or `031234Z AUG 26`; None when it is neither, or of a year without warnings."""
    found = _read_dtg(text)
    return found if found is not None and YEARS[0] <= found.year <= YEARS[1] else None


def _read_dtg(text: str) -> datetime | None:
    if match := _ISO.search(text):
        year, month, day, hour, minute = (int(each or 0) for each in match.groups()[:5])
        return _in_utc(_moment(year, month, day, f"{hour:02d}{minute:02d}"), match["ahead"] or "+0000")
    if match := _GROUP.search(text.upper()):
        return _moment(CENTURY + int(match[5]), month_number(match[4]), int(match[1]), match[2] + match[3])
    return None


def _in_utc(at: datetime | None, ahead: str) -> datetime | None:
    shift = timedelta(hours=int(ahead[1:3]), minutes=int(ahead[-2:]))
    try:
        return None if at is None else at - shift if ahead[0] == "+" else at + shift
    except OverflowError:
        return None


def numbers(text: str, cancelling: list[tuple[int, int]]) -> set[int]:
    """The numbers of all warnings that begin in a text; one that is cancelled or mentioned does not."""
    return {
        int(match["number"])
        for match in _BEGINS.finditer(text)
        if not any(start <= match.start() < end for start, end in cancelling)
        and not _MENTIONED.search(text[max(0, match.start() - 24) : match.start()])
    }


def is_list(text: str) -> bool:
    """A list of warnings in force: it has no area and no time of its own."""
    return _IN_FORCE.search(text) is not None
