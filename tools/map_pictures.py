"""Draws real warnings on the map for the documentation: python -m tools.map_pictures

The texts in `mapped_warnings.jsonl` are broadcast safety information of the national co-ordinators, as sent.
"""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from firebreak.core.geo.area import Area, AreaKind
from firebreak.formats.detect import read_text
from firebreak.reports.map.drawing import draw_map
from firebreak.reports.map.marks import Captions, Mark, Side
from tools.tree import ROOT

TEXTS: Final = Path(__file__).with_name("mapped_warnings.jsonl")
FOLDER: Final = ROOT / "docs" / "pictures"
COAST: Final = "Coastline: Natural Earth; no borders are drawn"
PICTURES: Final = {
    "map-kaliningrad.svg": ("KALININGRAD", "Areas of the Kaliningrad coastal warnings of 2026"),
    "map-black-sea-2022.svg": ("HYDROARC", "Hazardous operations announced on 20 February 2022"),
}
KINDS: Final = {"polygon": AreaKind.POLYGON, "circle": AreaKind.CIRCLE, "multipolygon": AreaKind.MULTIPOLYGON}


def pictures() -> dict[str, str]:
    """Each file with what should stand in it."""
    read = [json.loads(each) for each in TEXTS.read_text(encoding="utf-8").splitlines()]
    return {
        name: _drawn([each for each in read if each["id"].startswith(kind)], title)
        for name, (kind, title) in PICTURES.items()
    }


def _drawn(warnings: list[dict[str, str]], title: str) -> str:
    marks = _joined([mark for each in warnings if (mark := _mark(each)) is not None])
    told = "; ".join(each.label for each in marks)
    captions = Captions(title, f"{title}. Numbers of the warnings: {told}. Dashed: another party's.", COAST)
    return draw_map([replace(each, label=each.label.partition(",")[0]) for each in marks], captions) + "\n"


def _joined(marks: list[Mark]) -> list[Mark]:
    """The same area is announced again and again: it is drawn once."""
    labels: dict[Area, list[str]] = {}
    for each in marks:
        labels.setdefault(each.area, []).append(each.label)
    return [Mark(area, ", ".join(each), Side.THEIRS) for area, each in labels.items()]


def _mark(warning: dict[str, str]) -> Mark | None:
    """One warning with its number; None for one without an outline, or with one that is doubted."""
    parsed = read_text(warning["text"], warning["dtg"], warning["id"])
    kind = KINDS.get(parsed.shape)
    if kind is None or parsed.findings:
        return None
    radius = round(parsed.radius_m) if parsed.radius_m else None
    number = re.search(r"\d+/\d+", warning["id"])
    assert number is not None
    return Mark(Area(kind=kind, rings=parsed.parts, radius_m=radius), number[0], Side.THEIRS)


def main() -> None:
    """Write them."""
    for name, picture in pictures().items():
        (FOLDER / name).write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
