"""All windows of a warning: stretches of words of time, read by the grammar; what is left over is told."""

import re
from datetime import datetime
from typing import Final

from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.navwarn.calendar import Calendar
from firebreak.formats.navwarn.segments import Segment, letters_of, says_time, segments
from firebreak.formats.navwarn.spans import WINDOWS_MAX, Spans
from firebreak.formats.navwarn.spelled import plainer_times
from firebreak.formats.navwarn.tokens import Token, tokens
from firebreak.formats.navwarn.week import week
from firebreak.formats.parsed import Window

_DAILY: Final = frozenset({"daysfirst", "timesfirst", "within", "dailystretch", "dailyuntil", "stretchdaily"})
_SURE_SUN: Final = re.compile(r"\b(?:SUN(?:RISE|SET)|SR\s?(?:-|/|TO)\s?SS|(?:ВОСХОД|ЗАХОД)\w*\s+СОЛНЦА)\b")
_SUN: Final = re.compile(
    r"\b(?:SUN(?:RISE|SET|UP|DOWN)|DAWN|DUSK|TWILIGHT|DAYLIGHT|DAYTIME|NIGHTLY|NIGHT\s?TIME|DARKNESS|HJ|HN|"
    r"(?:AT|BY|DURING|EVERY|EACH)\s+(?:THE\s+)?(?:DAY|NIGHT)S?(?!\s+OF)|SR|ВОСХОД\w*|(?:ДО|ПОСЛЕ)\s+ЗАХОДА|ЗАКАТ\w*|"
    r"РАССВЕТ\w*|СУМЕР\w*|СВЕТЛО[ЕГ]\w*|Т[ЕЁ]МНО[ЕГ]\w*|НОЧ(?:ЬЮ|НОЕ|И)|ДН[ЕЁ]М|СВІТЛ\w*|ТЕМН\w*|ВНОЧІ)\b"
)
_NOT_AS_WRITTEN: Final = re.compile(
    r"\b(?:NOT\s+(?:TAKE|TAKING|BE)|POSTPONED|SUSPENDED|COMPLETED|TERMINATED|NO\s+LONGER|WEATHER\s+PERMITTING|"
    r"(?:EVEN|ODD|ALTERNATE)\s+DAYS|EVERY\s+(?:SECOND|OTHER|THIRD)\s+DAY|ОТЛОЖЕН\w*|ПЕРЕНЕСЕН\w*|ЧЕРЕЗ\s+ДЕНЬ|"
    r"(?:НЕ)?ЧЕТНЫ\w*\s+ДН\w*|ЗАВЕРШЕН\w*|ЗАКОНЧЕН\w*)\b"
)
_WEEKDAYS: Final = re.compile(
    r"\b(?:ПОНЕДЕЛЬНИК\w*|ВТОРНИК\w*|СРЕДУ|СРЕДАМ|ЧЕТВЕРГ\w*|ПЯТНИЦ\w*|СУББОТ\w*|ВОСКРЕСЕН\w*|ВЫХОДНЫ\w*|БУДН\w*|"
    r"РАБОЧИ[ЕМ]\w*\s+ДН\w*|ПОНЕДІЛ\w*|ВІВТОР\w*|СЕРЕДАМ?|П'?ЯТНИЦ\w*|СУБОТ\w*|НЕДІЛ\w*|HOLIDAYS?|WORK(?:ING)?\s?DAYS?)\b"
)
_RANGE_ALONE: Final = re.compile(r"[fa&]*b?T[-n&]T[fa&]*")


def windows(text: str, calendar: Calendar) -> list[Window]:
    """The windows in the order of the text."""
    days, plain = week(plainer_times(text))
    spans, found, whole = Spans(calendar), list[Window](), list[Window]()
    for each in _joined(segments(plain, calendar), calendar.doubts):
        _tell_special(each.run, calendar.doubts)
        if not each.kind:
            _tell_left(each.run, calendar.doubts)
            continue
        read = spans.windows(each.kind, each.run)
        found += days.kept(read, calendar.doubts) if each.kind in _DAILY else read
        whole += read if each.kind == "days" else []
    _tell_words(plain, bool(found), calendar.doubts)
    if days.words and not calendar.doubts.has("weekdays"):
        calendar.doubts.add("weekdays", f"only on some days of the week: {days.words}")
    found = _without_frames(found, whole, calendar)
    if len(found) > WINDOWS_MAX:
        calendar.doubts.add("too-many-windows", f"more than {WINDOWS_MAX} windows; the first ones are given")
    return list(dict.fromkeys(found))[:WINDOWS_MAX]


def _without_frames(found: list[Window], whole: list[Window], calendar: Calendar) -> list[Window]:
    """Whole days that only say once more on which days the times are; or a name, as in `GOLF 2 MAY 26`."""
    timed = [each for each in found if each not in whole]
    if not timed or not whole:
        return found
    first, last = min(each.start for each in timed).date(), max(each.start for each in timed).date()
    frames = [each for each in whole if each.end and (each.start.date(), each.end.date()) == (first, last)]
    issued = calendar.issued
    over = [each for each in whole if issued and each.end and each.end < issued]
    return [each for each in found if each not in frames and each not in over]


def _joined(found: list[Segment], doubts: Doubts) -> list[Segment]:
    """Days in one sentence and the one clock time of the text in another belong together."""
    kinds = {each.kind for each in found if each.kind}
    alone = [each for each in found if not each.kind and _RANGE_ALONE.fullmatch(letters_of(each.run))]
    days = [each for each in found if each.kind == "days"]
    if kinds != {"days"} or len(alone) != 1 or len(days) != 1:
        return found
    doubts.add(
        "daily-assumed", f"days and clock times stand apart: {_words(days[0].run)}, {_words(alone[0].run)}"
    )
    rest = [each for each in found if each not in (alone[0], days[0])]
    return [*rest, Segment("daysfirst", [*days[0].run, *alone[0].run])]


def _tell_left(run: list[Token], doubts: Doubts) -> None:
    letters = letters_of(run)
    clocks = [each for each in run if each.letter == "T"]
    ranged = re.search("T[-n]T", letters) is not None
    plain = not any(each.zone or ":" in each.word for each in clocks) and not ranged
    if says_time(letters) and not (plain and not re.search("[GFdM]", letters)):
        doubts.add(
            "unread-time", f"a time that was not understood: {quote(' '.join(each.word for each in run))}"
        )


def _tell_special(run: list[Token], doubts: Doubts) -> None:
    words = quote(" ".join(each.word for each in run))
    if any(each.letter == "s" for each in run):
        doubts.add("sun-times", f"only between sunrise and sunset, or the like: {words}")
    if any(each.letter == "w" for each in run):
        doubts.add("weekdays", f"only on some days of the week: {words}")


def _tell_words(text: str, timed: bool, doubts: Doubts) -> None:
    """Words that bound a time and stand apart from its figures."""
    if not doubts.has("sun-times") and (found := (_SUN if timed else _SURE_SUN).search(text)):
        doubts.add("sun-times", f"only by day, by night or the like: {quote(found[0])}")
    if timed and (found := _NOT_AS_WRITTEN.search(text)):
        doubts.add("exception-not-read", f"not all of these times may hold: {quote(found[0])}")
    if not doubts.has("weekdays") and (found := _WEEKDAYS.search(text)):
        doubts.add("weekdays", f"only on some days of the week: {quote(found[0])}")


def without_zone(text: str, year: int | None) -> bool:
    """Whether any time of day stands there without a zone."""
    return any(each.letter in "GT" and each.zone is None for each in tokens(text, year))


def last_end(found: list[Window]) -> datetime | None:
    """When the last window ends, None when one is open or there is none."""
    ends = [each.end for each in found]
    return None if not ends or None in ends else max(each for each in ends if each is not None)


def _words(run: list[Token]) -> str:
    return quote(" ".join(each.word for each in run))
