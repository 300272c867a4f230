"""What a reader should look at twice: allowed text that can be read as something else (`spec/text.md`).

Nothing here is refused or altered. The four languages of a line make a message that mixes scripts normal;
a single *word* that mixes them is not.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from firebreak.core.base.text import faults

_SCRIPTS: Final = (
    re.compile(
        "[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a]"
    ),
    re.compile("[\u0400-\u0481\u0487-\u052f\u1c80-\u1c88\u1d2b\u1d78\u2de0-\u2dff\ua640-\ua69f]"),
    re.compile("[\u0370-\u0373\u0376\u0377\u037b-\u037d\u037f\u0386\u0388-\u03ff\u1f00-\u1fff]"),
)
_WORD: Final = re.compile(r"[^\W\d_](?:\w|[\u0300-\u036f\u0483-\u0487])*")
_DIGITS: Final = re.compile(r"(?:(?![0-9])\d)+")
_SPACE: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]+")


class Doubt(StrEnum):
    """Why a stretch of text is marked."""

    MIXED_SCRIPTS = "mixed-scripts"
    FOREIGN_DIGITS = "foreign-digits"
    UNUSUAL_SPACE = "unusual-space"
    NOT_COMPOSED = "not-composed"


@dataclass(frozen=True, slots=True, order=True)
class Suspicion:
    """A stretch of the text as given, in code points: `text[start:end]`."""

    start: int
    end: int
    doubt: Doubt


def suspicions(text: str) -> list[Suspicion]:
    """All doubtful stretches, in order. To mark what `show` returned, ask about that string."""
    if text.isascii():
        return []
    found = [_span(word, Doubt.MIXED_SCRIPTS) for word in _WORD.finditer(text) if _mixes(word.group())]
    found += [_span(digits, Doubt.FOREIGN_DIGITS) for digits in _DIGITS.finditer(text)]
    found += [_span(space, Doubt.UNUSUAL_SPACE) for space in _SPACE.finditer(text)]
    found += [
        Suspicion(each.position, each.position + 1, Doubt.NOT_COMPOSED)
        for each in faults(text)
        if each.code == "FB107"
    ]
    return sorted(found)


def _mixes(word: str) -> bool:
    """Latin, Cyrillic and Greek share many shapes; one word in two of them is no word of any language."""
    return sum(1 for script in _SCRIPTS if script.search(word)) > 1


def _span(match: re.Match[str], doubt: Doubt) -> Suspicion:
    return Suspicion(match.start(), match.end(), doubt)
