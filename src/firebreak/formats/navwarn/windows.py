"""All windows of a warning: runs of words of time, read by the grammar; what is left over is told."""

import re
from datetime import datetime
from typing import Final

from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.navwarn.calendar import Calendar
from firebreak.formats.navwarn.grammar import SEGMENT, TIMED
from firebreak.formats.navwarn.spans import WINDOWS_MAX, Spans
from firebreak.formats.navwarn.tokens import Token, tokens
from firebreak.formats.parsed import Window

RUN_MAX: Final = 400  # words of time in one run; the longest real one has 60

_OBSERVED: Final = frozenset(
    {
        "AT",
        "REPORTED",
        "SIGHTED",
        "OBSERVED",
        "POSITIONED",
        "AS",
        "CORRECT",
        "В",
        "ADRIFT",
        "DRIFTING",
        "SEEN",
        "FOUND",
        "LOST",
        "АЙСБЕРГИ",
        "АЙСБЕРГ",
        "ДРЕЙФУЕТ",
    }
)
_LASTING: Final = re.compile(
    r"FOR\s+(?P<hours>\d{1,2})\s+HOURS\s+(?:DAILY\s+)?FROM\s+(?P<begin>\d{4})(?P<zone>\s*(?:Z|UTC)\b)?"
)
_MENTIONED: Final = frozenset(
    {"CHART", "CHARTS", "NR", "NO", "MHZ", "KHZ", "VHF", "CHANNEL", "CH", "TEL", "IMO", "MMSI"}
)


def windows(text: str, calendar: Calendar) -> list[Window]:
    """The windows in the order of the text."""
    found = list[Window]()
    spans = Spans(calendar)
    for before, run in _runs(tokens(_LASTING.sub(_until, text), calendar.year)):
        found += _windows_of(before, run[:RUN_MAX], spans)
    if len(found) > WINDOWS_MAX:
        calendar.doubts.add("too-many-windows", f"more than {WINDOWS_MAX} windows; the first ones are given")
    return _once(found)[:WINDOWS_MAX]


def _until(match: re.Match[str]) -> str:
    """`FOR 18 HOURS FROM 0600` ends at 2400."""
    begin, hours = int(match["begin"][:2]), int(match["hours"])
    return f"{match['begin']}{match['zone'] or ''} TO {(begin + hours) % 24:02d}{match['begin'][2:]} "


def _says_time(letters: str) -> bool:
    """A month alone is the verb MAY, or a name."""
    return TIMED.search(letters.replace("M", "")) is not None or re.search("M.*D|D.*M", letters) is not None


def _once(found: list[Window]) -> list[Window]:
    return list(dict.fromkeys(found))


def _runs(every: list[Token]) -> list[tuple[str, list[Token]]]:
    """Words of time that stand together, each run with the word before it."""
    found, run, before = list[tuple[str, list[Token]]](), list[Token](), ""
    for token in [*every, Token("x", 0, 0, "")]:
        if token.letter != "x":
            run.append(token)
            continue
        if _says_time(_letters(run)):
            found.append((before, run))
        before, run = token.word, []
    return found


def _windows_of(before: str, run: list[Token], spans: Spans) -> list[Window]:
    calendar, letters, found = spans.calendar, _letters(run), list[Window]()
    calendar.fill_months(run)
    if before in _MENTIONED and "M" not in letters:
        return []
    at = _observation(before, letters)
    _tell_special(run, spans.doubts)
    for match in SEGMENT.finditer(letters, at):
        _tell_left(run[at : match.start()], spans.doubts)
        part = run[match.start() : match.end()]
        if match.lastgroup == "days" and not _dated(part):
            at = match.end()
            continue
        found += spans.windows(match.lastgroup or "", part)
        at = match.end()
    _tell_left(run[at:], spans.doubts)
    return found


def _dated(run: list[Token]) -> bool:
    return any(each.letter in "MFd" for each in run)


def _observation(before: str, letters: str) -> int:
    """`REPORTED AT 190616Z AUG` is when it was seen, not when it is dangerous."""
    if before not in _OBSERVED:
        return 0
    end = len(letters) - len(letters.lstrip("GTDMYF"))
    return end if "-" not in letters[: end + 1] and "n" not in letters[: end + 1] else 0


def _tell_left(run: list[Token], doubts: Doubts) -> None:
    letters = _letters(run)
    clocks = [each for each in run if each.letter == "T"]
    plain = not any(each.zone or ":" in each.word for each in clocks) and "T-T" not in letters
    if _says_time(letters) and not (plain and not re.search("[GFdM]", letters)):
        doubts.add(
            "unread-time", f"a time that was not understood: {quote(' '.join(each.word for each in run))}"
        )


def _tell_special(run: list[Token], doubts: Doubts) -> None:
    words = quote(" ".join(each.word for each in run))
    if any(each.letter == "s" for each in run):
        doubts.add("sun-times", f"only between sunrise and sunset, or the like: {words}")
    if any(each.letter == "w" for each in run):
        doubts.add("weekdays", f"only on some days of the week: {words}")


def without_zone(text: str, year: int | None) -> bool:
    """Whether any time of day stands there without a zone."""
    return any(each.letter in "GT" and each.zone is None for each in tokens(text, year))


def _letters(run: list[Token]) -> str:
    return "".join(each.letter for each in run)


def last_end(found: list[Window]) -> datetime | None:
    """When the last window ends, None when one is open or there is none."""
    ends = [each.end for each in found]
    return None if not ends or None in ends else max(each for each in ends if each is not None)
