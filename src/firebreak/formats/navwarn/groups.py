"""Positions that belong together: the corners of one ring, the points of one list.

A new group begins where words stand between two positions; a new part of a group where a label (`B.`, `2.`)
stands between them and the part before had more than one position, or where a ring comes back to its start.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.geo.place import Place
from firebreak.formats.coordinates.found import Found

RING_MIN: Final = 3

_LABEL: Final = r"(?:AREA\s*)?\(?(?:[A-ZА-Я]|\d{1,3})(?:\s?[.)](?:\d{1,2}[.)]?)?|:|\s-)"
_JOIN: Final = re.compile(
    rf"[\s,;.:/¤\-]*(?:(?:AND|И|TO|ДО|THEN(?:CE)?(?:\s+TO)?|ЗАТЕМ|ДАЛЕЕ|THROUGH|VIA|ЧЕРЕЗ)\b"
    rf"[\s,;.:]*)*(?P<label>{_LABEL})?[\s,;.:)\-]*(?:IN\b|В\b)?\s*(?:LAT(?:ITUDE)?\b\.?)?[\s:]*"
)
_COAST: Final = re.compile(
    r"COAST(?:AL|\s)?\s*LINE|COASTLINE|ALONG\s+(?:THE\s+)?(?:COAST|SHORE)|BORDER\s*LINE|SHORE\s*LINE|SHORELINE|"
    r"ALONG\s+(?:THE\s+)?(?:[A-Z]+\s+)?(?:BORDER|BOUNDARY|FRONTIER)|ГОСГРАНИЦ|"
    r"БЕРЕГОВОЙ\s+ЛИНИИ|БЕРЕГОВОЙ\s+ЧЕРТЕ|ВДОЛЬ\s+БЕРЕГА"
)
_PARALLEL: Final = re.compile(r"PARALLEL|MERIDIAN|ПАРАЛЛЕЛ|МЕРИДИАН|\bARC\b|ДУГ")

_MIDDLE: Final = re.compile(r"(?:CENT(?:RE|ER)\w*|ЦЕНТР\w*)(?:\s+(?:ON|AT|OF|IN|POINT|PSN|POSITION|В))*\W*$")


@dataclass
class Group:
    """A run of positions under one heading."""

    lead: str
    "The words before its first position, back to the group before."
    start: int
    parts: list[list[Found]] = field(default_factory=list[list[Found]])
    coast: bool = False
    bent: bool = False
    onward: bool = False
    "Whether it goes from one position to the next, as a route does."
    labels: int = 0
    since_label: int = 1
    tail: str = ""
    "The words after its last position, on to the next group."

    @property
    def size(self) -> int:
        return sum(len(part) for part in self.parts)

    @property
    def is_box(self) -> bool:
        """Whether it is the corners of two parallels and two meridians."""
        return all(each.notation == "box" for part in self.parts for each in part)

    @property
    def places(self) -> list[Place]:
        return [each.place for part in self.parts for each in part]


def groups(text: str, found: list[Found]) -> list[Group]:
    """All groups, in the order of the text."""
    every, end = list[Group](), 0
    for position in found:
        between = text[end : position.start]
        if not every or not _continues(every[-1], between, position):
            if every:
                every[-1].tail = between
            every.append(Group(between, position.start, [[position]]))
        end = position.end
    if every:
        every[-1].tail = text[end:]
    return every


def _continues(group: Group, between: str, position: Found) -> bool:
    coast, bent = _COAST.search(between), _PARALLEL.search(between)
    join = _JOIN.fullmatch(between)
    if not (coast or bent or join):
        return False
    group.coast |= coast is not None
    group.bent |= bent is not None
    if bent and _MIDDLE.search(between):
        return True  # the middle of an arc is no corner
    group.onward |= re.search(r"\b(?:TO|VIA|ЧЕРЕЗ|ДО)\b", between) is not None
    label = join["label"] if join else None
    if coast and _label_after(between):
        label = _label_after(between)
    _add(group, position, bool(label))
    return True


def _label_after(between: str) -> str | None:
    match = re.search(rf"(?:^|\s)({_LABEL})\s*$", between)
    return match[1] if match else None


def _add(group: Group, position: Found, labelled: bool) -> None:
    """`1. p 2. p 3. p` numbers one list; a label after several positions without one heads a new part."""
    part = group.parts[-1]
    closed = len(part) > RING_MIN and part[-1].place == part[0].place
    if (labelled and group.since_label > 1) or closed:
        group.parts.append([position])
    else:
        part.append(position)
    group.labels += labelled
    group.since_label = 1 if labelled or closed else group.since_label + 1
