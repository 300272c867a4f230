"""The contact strip as SVG, the same in HTML and PDF: one lane for each channel, one mark for each fact.

Shape carries the meaning, never colour alone: filled is answered, a square is delivered, hollow is no answer,
a cross is declined, dashed is not known. A day that is not known is a band over all possible days. Colours
stand as attributes, so that the drawing needs no style sheet; a page may override them by class.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from firebreak.core.base.sinks import for_html
from firebreak.core.ledger.days import Days
from firebreak.core.readout.saying import Speaker
from firebreak.core.readout.sentences import Lane, Mark, Readout, Sign

WIDTH: Final = 720
EDGE: Final = 10  # room for half a mark at both ends
HEADING: Final = 22  # of a lane
ROW: Final = 18  # of marks inside a lane
ROWS_MAX: Final = 4  # beyond it marks cover one another; the words below tell each
AXIS: Final = 26
LEGEND_ROW: Final = 20
RADIUS: Final = 6
TICKS_MAX: Final = 6
WEEKS_UP_TO: Final = 62  # days; a longer period has ticks at months
INK: Final = "#15324a"
QUIET: Final = "#8a97a3"
PAPER: Final = "#ffffff"


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to widths."""

    first: date
    last: date

    def left(self, day: date) -> float:
        """Where a day begins; days outside stand at the edge."""
        days = (self.last - self.first).days + 1
        part = (min(max(day, self.first), self.last + timedelta(days=1)) - self.first).days
        return EDGE + (WIDTH - 2 * EDGE) * part / days

    def middle(self, day: date) -> float:
        """The middle of a day."""
        return (self.left(day) + self.left(day + timedelta(days=1))) / 2


def draw_strip(readout: Readout, speaker: Speaker) -> str:
    """One SVG element with title, description, lanes, axis and legend; empty without anything to draw."""
    if not readout.strip:
        return ""
    scale = _scale(readout)
    parts: list[str] = []
    top = 0
    for lane in readout.strip:
        drawn, height = _lane(lane, scale, top, speaker)
        parts += drawn
        top += height
    parts += _axis(scale, top, speaker)
    top += AXIS
    drawn, height = _legend(readout.strip, top, speaker)
    return _frame([*parts, *drawn], top + height, speaker)


def _frame(parts: Sequence[str], height: int, speaker: Speaker) -> str:
    title, description = for_html(speaker.say("strip-title")), for_html(speaker.say("strip-description"))
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="strip" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-labelledby="strip-title strip-description" '
        'font-family="Libertinus Serif, serif" font-size="13">'
    )
    names = (
        f'<title id="strip-title">{title}</title>',
        f'<desc id="strip-description">{description}</desc>',
    )
    return "\n".join([root, *names, *parts, "</svg>"])


def _scale(readout: Readout) -> Scale:
    until = readout.period.until
    assert until is not None
    first = min(mark.days.earliest for lane in readout.strip for mark in lane.marks)
    return Scale(readout.period.since or first, until)


def _lane(lane: Lane, scale: Scale, top: int, speaker: Speaker) -> tuple[list[str], int]:
    rows = _rows(lane.marks, scale)
    used = max(rows) + 1
    bottom = top + HEADING + used * ROW
    parts = [_text(EDGE, top + 15, speaker.channel(lane.channel)), _line(EDGE, bottom, WIDTH - EDGE, bottom)]
    for mark, row in zip(lane.marks, rows, strict=True):
        parts.append(_titled(mark, scale, top + HEADING + row * ROW + ROW // 2 - 2, speaker))
    return parts, HEADING + used * ROW + 4


def _rows(marks: Sequence[Mark], scale: Scale) -> list[int]:
    """Marks that would touch stand in rows below one another."""
    ends: list[float] = []
    rows: list[int] = []
    for mark in marks:
        left, right = _extent(mark, scale)
        free = next((row for row, end in enumerate(ends) if end <= left), None)
        row = len(ends) if free is None and len(ends) < ROWS_MAX else free or 0
        ends[row : row + 1] = [right]
        rows.append(row)
    return rows


def _extent(mark: Mark, scale: Scale) -> tuple[float, float]:
    if mark.days.is_one_day:
        middle = scale.middle(mark.days.earliest)
        return middle - RADIUS, middle + RADIUS
    return scale.left(mark.days.earliest), scale.left(mark.days.latest + timedelta(days=1))


def _titled(mark: Mark, scale: Scale, middle: int, speaker: Speaker) -> str:
    words = [speaker.days(mark.days), speaker.say(f"sign-{mark.sign.value}"), mark.ref]
    title = for_html(" · ".join(words))
    left, right = _extent(mark, scale)
    shape = _shape(mark.sign, mark.days, left, right, middle, beyond=mark.beyond)
    return f"<g><title>{title}</title>{shape}</g>"


def _shape(sign: Sign, days: Days, left: float, right: float, middle: float, *, beyond: bool = False) -> str:
    if days.is_one_day:
        return _point(sign, (left + right) / 2, middle)
    return _open_band(sign, left, right, middle) if beyond else _band(sign, left, right, middle)


def _point(sign: Sign, x: float, y: float) -> str:
    if sign is Sign.DELIVERED:
        side = 2 * RADIUS - 2
        corner = f'x="{x - side / 2:.1f}" y="{y - side / 2:.1f}"'
        return f'<rect {corner} width="{side}" height="{side}" {_ink(sign)}/>'
    circle = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS - 0.75}" {_ink(sign)}/>'
    return circle + _cross(x, y) if sign is Sign.DECLINED else circle


def _band(sign: Sign, left: float, right: float, y: float) -> str:
    corner = 0 if sign is Sign.DELIVERED else RADIUS - 1
    box = (
        f'<rect x="{left + 0.75:.1f}" y="{y - RADIUS + 1:.1f}" width="{max(right - left - 1.5, 2):.1f}" '
        f'height="{2 * RADIUS - 2}" rx="{corner}" {_ink(sign)}/>'
    )
    return box + _cross((left + right) / 2, y) if sign is Sign.DECLINED else box


def _open_band(sign: Sign, left: float, right: float, y: float) -> str:
    """The right end is an arrow: it goes on."""
    high, low, point = y - RADIUS + 1, y + RADIUS - 1, min(right, WIDTH - EDGE)
    corner = point - RADIUS
    path = f"M{left + 0.75:.1f} {high}H{corner:.1f}L{point:.1f} {y}L{corner:.1f} {low}H{left + 0.75:.1f}Z"
    return f'<path d="{path}" opacity="0.55" {_ink(sign)}/>'


def _cross(x: float, y: float) -> str:
    arm = RADIUS - 2.5
    path = f"M{x - arm:.1f} {y - arm:.1f}l{2 * arm} {2 * arm}m0 {-2 * arm}l{-2 * arm} {2 * arm}"
    return f'<path d="{path}" class="edge" fill="none" stroke="{INK}" stroke-width="1.5"/>'


def _ink(sign: Sign) -> str:
    """Filled when something reached the other side; dashed when nobody knows."""
    if sign in (Sign.ANSWERED, Sign.DELIVERED):
        return f'class="full edge" fill="{INK}" stroke="{INK}" stroke-width="1.5"'
    dashed = ' stroke-dasharray="3 2.5"' if sign is Sign.NOT_KNOWN else ""
    return f'class="hollow edge" fill="{PAPER}" stroke="{INK}" stroke-width="1.5"{dashed}'


def _axis(scale: Scale, top: int, speaker: Speaker) -> Iterator[str]:
    year = scale.first.year != scale.last.year
    for day in _ticks(scale):
        x = scale.left(day)
        yield _line(x, top, x, top + 5)
        label = speaker.days(Days(day, day)) if year else speaker.day_of_year(day)
        yield _text(x, top + 18, label, quiet=True)


def _ticks(scale: Scale) -> list[date]:
    days = (scale.last - scale.first).days + 1
    if days <= WEEKS_UP_TO:
        step = max(1, -(-days // TICKS_MAX))
        return [scale.first + timedelta(days=number) for number in range(0, days - step // 2, step)]
    months = [day for day in (scale.first + timedelta(days=number) for number in range(days)) if day.day == 1]
    return months[:: -(-len(months) // TICKS_MAX)]


def _legend(lanes: Sequence[Lane], top: int, speaker: Speaker) -> tuple[list[str], int]:
    marks = [mark for lane in lanes for mark in lane.marks]
    one, many = Days(date(2000, 1, 1), date(2000, 1, 1)), Days(date(2000, 1, 1), date(2000, 1, 2))
    shown = {mark.sign for mark in marks}
    keys = [(_shape(sign, one, 0, 2 * RADIUS, 0), f"sign-{sign.value}") for sign in Sign if sign in shown]
    if any(not mark.days.is_one_day and not mark.beyond for mark in marks):
        keys.append((_shape(Sign.NO_ANSWER, many, -6, 18, 0), "sign-band"))
    if any(mark.beyond for mark in marks):
        keys.append((_open_band(Sign.ANSWERED, -6, 18, 0), "sign-beyond"))
    parts: list[str] = []
    for place, (shape, key) in enumerate(keys):
        y = top + 14 + place * LEGEND_ROW
        parts.append(f'<g transform="translate({EDGE + 8} {y})">{shape}</g>')
        parts.append(_text(EDGE + 36, y + 4, speaker.say(key)))
    return parts, 14 + len(keys) * LEGEND_ROW


def _text(x: float, y: float, text: str, *, quiet: bool = False) -> str:
    ink = f'class="soft" fill="{QUIET}"' if quiet else f'class="word" fill="{INK}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {ink}>{for_html(text)}</text>'


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    ends = f'x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"'
    return f'<line {ends} class="rule" stroke="{QUIET}" stroke-width="0.75"/>'
