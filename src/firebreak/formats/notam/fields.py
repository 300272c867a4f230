"""The fields of a NOTAM, after the brackets and part numbers of the wire are taken off."""

import re
from dataclasses import dataclass, field
from typing import Final

_NUMBER: Final = re.compile(
    r"\b(?P<number>[A-Z]\d{4}/\d{2})(?P<part>[A-Z]\d{2})?\s*NOTAM(?P<kind>[NRC])?(?:\s+(?P<ref>[A-Z]\d{4}/\d{2}))?"
)
_FIELD: Final = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=\())(?P<letter>[QABCDEFG])\)\s*")
_HEIGHT: Final = re.compile(r"SFC|GND|UNL|FL|\d")
ORDER: Final = "QABCDEFG"


@dataclass
class Fields:
    """What stands in each field."""

    number: str = ""
    part: str = ""
    kind: str = ""
    "N new, R replaces, C cancels."
    ref: str = ""
    texts: dict[str, str] = field(default_factory=dict[str, str])


def is_notam(text: str) -> bool:
    """Whether a tidied text has the shape of a NOTAM."""
    return _NUMBER.search(text) is not None or all(each in text for each in ("Q)", "B)", "E)"))


def fields(text: str) -> Fields:
    """Reads a tidied text; a letter with a bracket inside field E is no field."""
    found = Fields()
    if match := _NUMBER.search(text):
        found = Fields(match["number"], match["part"] or "", match["kind"] or "", match["ref"] or "")
    marks = _marks(text)
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following else len(text)
        found.texts[mark["letter"]] = text[mark.end() : end].strip()
    if marks:
        _close(found, marks[-1]["letter"])
    return found


def _marks(text: str) -> list[re.Match[str]]:
    """Fields come in one order; after E only F and G with a height follow."""
    chosen, reached = list[re.Match[str]](), -1
    for match in _FIELD.finditer(text):
        rank = ORDER.index(match["letter"])
        high = match["letter"] in "FG" and not _HEIGHT.match(text, match.end())
        if rank > reached and not high:
            chosen.append(match)
            reached = rank
    return chosen


def _close(found: Fields, last: str) -> None:
    """The bracket that ends the message."""
    text = found.texts[last]
    if text.endswith(")") and text.count(")") > text.count("("):
        found.texts[last] = text[:-1].strip()
