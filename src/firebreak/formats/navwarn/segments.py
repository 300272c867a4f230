"""Cutting a text into stretches of words of time, each with what it can say."""

import re
from dataclasses import dataclass
from typing import Final

from firebreak.formats.navwarn.calendar import Calendar
from firebreak.formats.navwarn.grammar import SEGMENT, TIMED
from firebreak.formats.navwarn.tokens import Token, tokens

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


@dataclass
class Segment:
    """Words of time, and the name of the pattern they fit; none where they fit no pattern."""

    kind: str
    run: list[Token]


def segments(text: str, calendar: Calendar) -> list[Segment]:
    """All of them, in the order of the text."""
    found = list[Segment]()
    for before, run in _runs(tokens(_LASTING.sub(_until, text), calendar.year)):
        calendar.fill_months(run)
        if not (before in _MENTIONED and not any(each.letter == "M" for each in run)):
            found += _cut(before, run[:RUN_MAX])
    return found


def _until(match: re.Match[str]) -> str:
    """`FOR 18 HOURS FROM 0600` ends at 2400."""
    begin, hours = int(match["begin"][:2]), int(match["hours"])
    return f"{match['begin']}{match['zone'] or ''} TO {(begin + hours) % 24:02d}{match['begin'][2:]} "


def says_time(letters: str) -> bool:
    """A month alone is the verb MAY, or a name."""
    return TIMED.search(letters.replace("M", "")) is not None or re.search("M.*D|D.*M", letters) is not None


def _runs(every: list[Token]) -> list[tuple[str, list[Token]]]:
    """Words of time that stand together, each run with the word before it."""
    found, run, before = list[tuple[str, list[Token]]](), list[Token](), ""
    for token in [*every, Token("x", 0, 0, "")]:
        if token.letter != "x":
            run.append(token)
            continue
        if says_time(letters_of(run)):
            found.append((before, run))
        before, run = token.word, []
    return found


def _cut(before: str, run: list[Token]) -> list[Segment]:
    letters, found = letters_of(run), list[Segment]()
    at = _observation(before, letters)
    for match in SEGMENT.finditer(letters, at):
        found.append(Segment("", run[at : match.start()]))
        part = run[match.start() : match.end()]
        if match.lastgroup != "days" or any(each.letter in "MFd" for each in part):
            found.append(Segment(match.lastgroup or "", part))
        at = match.end()
    found.append(Segment("", run[at:]))
    return [each for each in found if each.run]


def _observation(before: str, letters: str) -> int:
    """`REPORTED AT 190616Z AUG` is when it was seen, not when it is dangerous."""
    if before not in _OBSERVED:
        return 0
    end = len(letters) - len(letters.lstrip("GTDMYF"))
    return end if "-" not in letters[: end + 1] and "n" not in letters[: end + 1] else 0


def letters_of(run: list[Token]) -> str:
    """The letters of the kinds of words."""
    return "".join(each.letter for each in run)
