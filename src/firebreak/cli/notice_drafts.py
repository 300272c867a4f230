"""A notice of a file, for a person."""

from collections.abc import Iterator
from typing import Final

from firebreak.cli.finding_words import told
from firebreak.cli.terminal import safe, styled, wrapped
from firebreak.core.geo.area import Area, AreaKind
from firebreak.formats.drafts import Draft

WINDOWS_SHOWN: Final = 12
PLACES_SHOWN: Final = 40
TEXT_SHOWN: Final = 400


def lines(number: int, draft: Draft) -> Iterator[str]:
    """What it is, where, when, and what is doubtful."""
    named = safe(draft.identifier or draft.title or "without a name")
    yield styled(f"{number}  {named}: {draft.source_format}, {draft.act} {draft.code}".rstrip(), "bold")
    for each in draft.refers_to:
        yield f"  names  {safe(each)}"
    yield from _where(draft.area)
    for each in draft.windows[:WINDOWS_SHOWN]:
        end = "until cancelled" if each.end is None else f"to {each.end:%Y-%m-%d %H:%M} UTC"
        yield f"  when   {each.start:%Y-%m-%d %H:%M} {end}"
    if len(draft.windows) > WINDOWS_SHOWN:
        yield f"  when   and {len(draft.windows) - WINDOWS_SHOWN} more"
    for language, text in draft.texts:
        yield from wrapped(f"{safe(language)}: {safe(text[:TEXT_SHOWN], one_line=False)}", "  ")
    for each in draft.findings:
        yield from wrapped(styled(f"? {each.code}: {safe(told(each.code, each.text))}", "yellow"), "  ")


def _where(area: Area) -> Iterator[str]:
    if area.name:
        yield f"  area   {safe(area.name)}"
    if area.kind is not AreaKind.NONE:
        yield f"  shape  {area.kind.name.lower()}"
    for each in area.lines()[:PLACES_SHOWN]:
        yield f"  where  {each}"
    if len(area.places) > PLACES_SHOWN:
        yield f"  where  and {len(area.places) - PLACES_SHOWN} more"
    if area.radius_m is not None:
        yield f"  radius {area.radius_m:,} m"
    if area.buffer_m:
        yield f"  beyond {area.buffer_m:,} m"
    if area.altitude is not None:
        ends = ("?" if end is None else f"{end:,}" for end in (area.altitude.lower_m, area.altitude.upper_m))
        yield f"  height {' to '.join(ends)} m {area.altitude.datum.name}"
