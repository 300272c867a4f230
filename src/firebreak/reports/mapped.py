"""The areas of a readout as one picture of the map, numbered as in the words below it."""

from typing import Final

from firebreak.core.readout.saying import Speaker
from firebreak.core.readout.sentences import Readout
from firebreak.reports.map.drawing import draw_map
from firebreak.reports.map.marks import Captions, Mark, Side

AREAS_MAX: Final = 60  # more than anybody tells apart on one picture; the record has them all


def draw_announced(readout: Readout, speaker: Speaker) -> str:
    """One SVG element; empty where nothing was announced that has a place."""
    shown = readout.announced[-AREAS_MAX:]
    parties = sorted({each.from_party for each in shown})
    marks = [
        Mark(
            each.area,
            f"{each.from_party} · {each.ref}",
            Side.OURS if each.from_party == parties[0] else Side.THEIRS,
            each.usable,
        )
        for each in shown
    ]
    return draw_map(marks, captions(speaker, map_title(readout, speaker)))


def map_title(readout: Readout, speaker: Speaker) -> str:
    """What the picture is called; where not all fit on it, that says so."""
    every = len(readout.announced)
    if every <= AREAS_MAX:
        return speaker.say("map-title")
    return speaker.say("map-title-newest", {"shown": AREAS_MAX, "all": every})


def captions(speaker: Speaker, title: str) -> Captions:
    """The words around it."""
    return Captions(
        title=title,
        description=speaker.say("map-description"),
        coast=speaker.say("map-coast"),
        language=speaker.language,
    )
