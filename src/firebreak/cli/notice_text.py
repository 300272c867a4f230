"""A notice as read, for a person."""

from collections.abc import Iterator
from typing import Any, Final

from firebreak.cli.finding_words import told
from firebreak.cli.terminal import safe, styled, wrapped
from firebreak.formats.parsed import Parsed, Window

WINDOWS_SHOWN: Final = 12
POSITIONS_SHOWN: Final = 40


def lines(name: Any, found: Parsed) -> Iterator[str]:
    """What it is, where, when, and what is doubtful."""
    head = f"{found.source_format}, {found.shape.replace('_', ' ')}"
    yield styled(f"{safe(name)}: {head}" if name is not None else head, "bold")
    yield from _where(found)
    for each in found.windows[:WINDOWS_SHOWN]:
        yield f"  when   {_window(each)}"
    if len(found.windows) > WINDOWS_SHOWN:
        yield f"  when   and {len(found.windows) - WINDOWS_SHOWN} more"
    if found.cancel_at is not None:
        yield f"  ends   {found.cancel_at:%Y-%m-%d %H:%M} UTC"
    for each in found.cancels:
        yield f"  cancels {safe(each)}"
    for each in found.findings:
        yield from wrapped(styled(f"? {each.code}: {safe(told(each.code, each.text))}", "yellow"), "  ")


def _where(found: Parsed) -> Iterator[str]:
    if found.area_name:
        yield f"  area   {safe(found.area_name)}"
    for part in found.parts:
        for place in part[:POSITIONS_SHOWN]:
            yield f"  where  {place.degrees_minutes()}"
        if len(part) > POSITIONS_SHOWN:
            yield f"  where  and {len(part) - POSITIONS_SHOWN} more"
    if found.radius_m is not None:
        yield f"  radius {found.radius_m:,.0f} m"
    if found.berth_m is not None:
        yield f"  keep   {found.berth_m:,.0f} m away"
    if found.heights is not None:
        yield f"  height {safe(found.heights.written)}"


def _window(window: Window) -> str:
    end = "until further notice" if window.end is None else f"to {window.end:%Y-%m-%d %H:%M} UTC"
    return f"{window.start:%Y-%m-%d %H:%M} {end}"
