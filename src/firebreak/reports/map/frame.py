"""What stands around a picture of the map: names for those who do not see it, a grid, a scale, its origin."""

from collections.abc import Iterator, Sequence
from typing import Final

from firebreak.core.base.sinks import for_html
from firebreak.reports.map.marks import Captions
from firebreak.reports.map.sheet import METRES_PER_DEGREE, XY, Sheet, nice

SEA: Final = "#f6f9fb"
INK: Final = "#15324a"
QUIET: Final = "#5f6d79"
GRID: Final = "#c3ccd4"
STEPS_MINUTES: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800)
LINES_MAX: Final = 6
FOOT: Final = 24


def frame(parts: Sequence[str], sheet: Sheet, captions: Captions) -> str:
    """The whole element."""
    height = sheet.height + FOOT
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="0 0 {sheet.width} {height}" '
        f'width="{sheet.width}" height="{height}" role="img" lang="{for_html(captions.language)}" '
        'aria-labelledby="map-title map-description" font-family="Libertinus Serif, serif" font-size="13">'
    )
    named = f'<title id="map-title">{for_html(captions.title)}</title>'
    told = f'<desc id="map-description">{for_html(captions.description)}</desc>'
    paper = f'<rect width="{sheet.width}" height="{sheet.height}" fill="{SEA}"/>'
    cut = f'<clipPath id="map-paper"><rect width="{sheet.width}" height="{sheet.height}"/></clipPath>'
    inner = [paper, '<g clip-path="url(#map-paper)">', *parts, *_grid(sheet), "</g>"]
    return "\n".join([root, named, told, cut, *inner, *_foot(sheet, captions), "</svg>"])


def text(at: XY, words: str, *, anchor: str = "start", ink: str = INK, weight: str = "") -> str:
    """Words with a light edge, so that they can be read on any ground."""
    place = f'x="{at[0]:.1f}" y="{at[1]:.1f}" text-anchor="{anchor}"'
    halo = 'stroke="#ffffff" stroke-width="3" paint-order="stroke" stroke-linejoin="round"'
    return f'<text {place} fill="{ink}" {halo}{weight}>{for_html(words)}</text>'


def _grid(sheet: Sheet) -> Iterator[str]:
    tall = sheet.height * sheet.metres_per_pixel / METRES_PER_DEGREE * 60
    wide = sheet.width * sheet.metres_per_pixel / METRES_PER_DEGREE / sheet.shrunk * 60
    for minutes in _steps(sheet.latitude * 60, tall, 90 * 60):
        y = sheet.xy(sheet.longitude, minutes / 60)[1]
        yield _line(f'x1="0" y1="{y:.1f}" x2="{sheet.width}" y2="{y:.1f}"')
        yield text((4, y - 3), _written(minutes, "NS", 2), ink=QUIET)
    for minutes in _steps(sheet.longitude * 60, wide, 540 * 60):
        x = sheet.xy(minutes / 60, sheet.latitude)[0]
        yield _line(f'x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="{sheet.height}"')
        yield text(
            (x + 3, sheet.height - 6), _written((minutes + 10_800) % 21_600 - 10_800, "EW", 3), ink=QUIET
        )


def _steps(middle: float, span: float, most: float) -> range:
    """Whole minutes at which a line is drawn, at most LINES_MAX of them."""
    step = next((each for each in STEPS_MINUTES if span / each <= LINES_MAX), STEPS_MINUTES[-1])
    first, last = max(middle - span / 2, -most), min(middle + span / 2, most)
    return range(-int(-first // step) * step, int(last // step) * step + 1, step)


def _written(minutes: int, letters: str, width: int) -> str:
    degrees, rest = divmod(abs(minutes), 60)
    return f"{degrees:0{width}d}°{rest:02d}′ {letters[minutes < 0]}"


def _line(ends: str) -> str:
    return f'<line {ends} stroke="{GRID}" stroke-width="0.6"/>'


def _foot(sheet: Sheet, captions: Captions) -> Iterator[str]:
    """A bar of a round length on the left, the origin of the coast on the right."""
    metres = nice(sheet.width * sheet.metres_per_pixel / 4)
    length, y = sheet.pixels(metres), sheet.height + FOOT / 2
    yield f'<path d="M4 {y - 4}v8M4 {y}h{length:.1f}m0 -4v8" fill="none" stroke="{INK}" stroke-width="1.4"/>'
    written = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"  # noqa: PLR2004 - metres in a kilometre
    yield text((length + 10, y + 4), written)
    yield text((sheet.width - 4, y + 4), captions.coast, anchor="end", ink=QUIET)
