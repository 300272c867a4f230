"""Warnings of several areas that are not all of one kind: an outline and a circle, a line and single places.

Nothing dangerous is left out where one answer can hold it. Areas beside each other are one multipolygon in
the order of the text, in which a circle is the list of its middle and a strip the list of its line; lines and
circles of one radius are lines, some of one position.
"""

from collections.abc import Sequence
from typing import Final

from firebreak.formats.doubts import Doubts
from firebreak.formats.navwarn.groups import Group
from firebreak.formats.navwarn.kinds import Kind
from firebreak.formats.parsed import Part

Piece = tuple[Kind, Part]
AREA_KINDS: Final = frozenset({"polygon", "circle"})
_CALLED: Final = {"polygon": "polygon", "circle": "circle", "line": "strip"}


def holds_all(kinds: Sequence[Kind], reaching: Sequence[bool]) -> bool:
    """Whether a mixture is of areas only: outlines, circles, and lines with a width."""
    wide = [kind for kind, reach in zip(kinds, reaching, strict=True) if kind in AREA_KINDS or reach]
    return len(set(kinds)) > 1 and len(wide) == len(kinds) and set(kinds) <= {*AREA_KINDS, "line"}


def pieces(groups: Sequence[Group], kinds: Sequence[Kind]) -> list[Piece]:
    """Every area for itself, once."""
    found = list[Piece]()
    for group, kind in zip(groups, kinds, strict=True):
        alone: list[Part] = [(place,) for place in group.places]
        whole: list[Part] = [_open(tuple(each.place for each in part)) for part in group.parts]
        for part in alone if kind == "circle" else whole:
            piece: Piece = kind, part
            found.append(piece)
    return list(dict.fromkeys(found))


def names(found: Sequence[Piece], doubts: Doubts) -> tuple[str, ...]:
    """What each list of positions is; told, as the shape alone does not say it."""
    called = tuple(_CALLED[kind] for kind, _ in found)
    doubts.add("mixed-shapes", f"more than one kind of area; the lists are: {', '.join(called)}")
    return called


def _open(part: Part) -> Part:
    return part[:-1] if len(part) > 2 and part[0] == part[-1] else part  # noqa: PLR2004  a ring
