"""A picture of the map as one SVG element, the same in HTML, in PDF and on a page.

Shape and line carry the meaning, never colour alone: a circle is ours, a square theirs, a diamond a third
party's, a triangle unknown; theirs is dashed, what nobody has confirmed is dotted.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from firebreak.core.base.sinks import for_html
from firebreak.core.geo.area import CLOSED, Area, AreaKind
from firebreak.reports.map import land
from firebreak.reports.map.clipping import clipped
from firebreak.reports.map.frame import frame, text
from firebreak.reports.map.marks import Captions, Mark, Side, Span
from firebreak.reports.map.sheet import XY, Sheet

INK: Final = "#15324a"
LAND: Final = "#e6e2d6"
COAST: Final = "#8a97a3"
REACH: Final = "#b9cfe2"
DASHES: Final = {Side.THEIRS: ' stroke-dasharray="7 4"'}
DOTTED: Final = ' stroke-dasharray="1.5 3.5" stroke-linecap="round"'
POINT: Final = 6.0


def draw_map(marks: Sequence[Mark], captions: Captions, *, spans: Sequence[Span] = ()) -> str:
    """One SVG element; empty when nothing has a place."""
    places = [place for mark in marks for place in mark.area.places]
    places += [place for span in spans for place in (span.start, span.end)]
    if not places:
        return ""
    sheet = Sheet.around(places, reach_m=max((_reach(each) for each in marks), default=0.0))
    parts = [_land(sheet), *(part for each in marks for part in _mark(each, sheet))]
    return frame([*parts, *(part for each in spans for part in _span(each, sheet))], sheet, captions)


def _reach(mark: Mark) -> float:
    return max(mark.area.radius_m or 0, mark.area.buffer_m, mark.ring_m)


def _land(sheet: Sheet) -> str:
    paths = "".join(_path(each) for each in _on_paper(sheet))
    ink = f'fill="{LAND}" stroke="{COAST}" stroke-width="0.7" fill-rule="evenodd"'
    return f'<path class="land" d="{paths}" {ink}/>'


def _on_paper(sheet: Sheet) -> Iterator[list[XY]]:
    """Land on this paper, also where it is counted beyond the antimeridian."""
    for shore in land.shores():
        for turn in (-360, 0, 360):
            if not sheet.meets(shore.west + turn, shore.south, shore.east + turn, shore.north):
                continue
            row = clipped(
                [sheet.xy(longitude + turn, latitude) for longitude, latitude in shore.points], sheet
            )
            if len(row) > 2:  # noqa: PLR2004 - fewer corners enclose nothing
                yield row


def _path(row: Sequence[XY], *, closed: bool = True) -> str:
    steps = "L".join(f"{x:.1f} {y:.1f}" for x, y in row)
    return f"M{steps}{'Z' if closed else ''}"


def _mark(mark: Mark, sheet: Sheet) -> Iterator[str]:
    title = f"<title>{for_html(mark.label)}</title>"
    yield f"<g>{title}{''.join(_shapes(mark, sheet))}</g>"
    rows = [sheet.row(ring) for ring in mark.area.rings]
    if rows:
        yield _label(mark, rows)


def _shapes(mark: Mark, sheet: Sheet) -> Iterator[str]:
    line = DASHES.get(mark.side, "") if mark.is_sure else DOTTED
    for ring in mark.area.rings:
        row = sheet.row(ring)
        if mark.ring_m:
            yield from _rings(row, sheet.pixels(mark.ring_m))
        yield from _area(mark.area, row, sheet, line)
        if mark.area.kind in (AreaKind.POINT, AreaKind.NAMED):
            yield from (_symbol(mark.side, at) for at in row)


def _rings(row: Sequence[XY], radius: float) -> Iterator[str]:
    for x, y in row:
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{REACH}" fill-opacity="0.25" '
            f'stroke="{INK}" stroke-width="1"/>'
        )


def _area(area: Area, row: Sequence[XY], sheet: Sheet, line: str) -> Iterator[str]:
    stroke = f'stroke="{INK}" stroke-width="1.6"{line}'
    if area.kind is AreaKind.CIRCLE:
        (x, y), radius = row[0], sheet.pixels(area.radius_m or 0)
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{INK}" fill-opacity="0.1" {stroke}/>'
    elif area.kind in (AreaKind.POLYGON, AreaKind.MULTIPOLYGON):
        yield _wide(_path(row), sheet.pixels(area.buffer_m))
        yield f'<path d="{_path(row)}" fill="{INK}" fill-opacity="0.1" {stroke}/>'
    elif area.kind in (AreaKind.LINE, AreaKind.CORRIDOR):
        yield _wide(_path(row, closed=False), sheet.pixels(area.buffer_m))
        yield f'<path d="{_path(row, closed=False)}" fill="none" {stroke}/>'


def _wide(path: str, pixels: float) -> str:
    if not pixels:
        return ""
    return (
        f'<path d="{path}" fill="none" stroke="{REACH}" stroke-opacity="0.6" stroke-width="{2 * pixels:.1f}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _symbol(side: Side, at: XY) -> str:
    x, y = at
    stroke = f'fill="#ffffff" stroke="{INK}" stroke-width="1.8"'
    corners = {
        Side.THEIRS: [(-1, -1), (1, -1), (1, 1), (-1, 1)],
        Side.THIRD: [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)],
        Side.UNKNOWN: [(0, -1.3), (1.2, 0.9), (-1.2, 0.9)],
    }
    if side is Side.OURS:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{POINT}" {stroke}/>'
    row = [(x + POINT * right, y + POINT * down) for right, down in corners[side]]
    return f'<path d="{_path(row)}" {stroke}/>'


def _label(mark: Mark, rows: Sequence[Sequence[XY]]) -> str:
    """In the middle of a face, below anything else."""
    row = rows[0]
    if mark.area.kind in CLOSED:
        middle = sum(x for x, _ in row) / len(row), sum(y for _, y in row) / len(row)
        return text(middle, mark.label, anchor="middle")
    middle_x = (min(x for x, _ in row) + max(x for x, _ in row)) / 2
    return text((middle_x, max(y for _, y in row) + POINT + 13), mark.label, anchor="middle")


def _span(span: Span, sheet: Sheet) -> Iterator[str]:
    start, end = sheet.row((span.start, span.end))
    yield (
        f'<path d="{_path([start, end], closed=False)}" fill="none" stroke="{INK}" stroke-width="1.6" '
        'stroke-dasharray="2 3"/>'
    )
    yield text(
        ((start[0] + end[0]) / 2 + 8, (start[1] + end[1]) / 2 - 6), span.label, weight=' font-weight="700"'
    )
