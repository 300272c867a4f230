"""Questions and incidents for a person at a terminal, with where they are about."""

from collections.abc import Iterator
from typing import Any

from firebreak.cli.terminal import instant, safe, styled, table
from firebreak.core.geo.place import DEGREE, Place

Facts = dict[str, Any]
WHAT = ("objects", "damage")


def question_lines(asked: Facts, mark: str = "") -> Iterator[str]:
    """One question with its replies."""
    whose = "ours" if asked["ours"] else "theirs"
    yield styled(f"{mark}{asked['ask'][:12]}  {whose}, reply by {instant(asked['reply_by'])}", "bold")
    rows = [["asked", f"{safe(asked['question'])} ({safe(asked['officer'])})"]]
    rows += [["basis", safe(asked["basis"])]] if asked["basis"] else []
    rows += _where(asked["area"])
    for each in asked["replies"]:
        late = ", late" if each["late"] else ""
        rows.append([f"reply{late}", f"{safe(each['text'])} ({safe(each['officer'])})"])
        rows += [["meeting", safe(each["meeting"])]] if each["meeting"] else []
        rows += _where(each["area"])
    yield from table(rows, indent="  ")
    if asked["overdue"]:
        yield styled("  ! no reply has come", "red")


def incident_lines(incident: Facts, mark: str = "") -> Iterator[str]:
    """One incident: the newest version of each side."""
    yield styled(f"{mark}{incident['incident'][:12]}", "bold")
    rows: list[list[str]] = []
    for whose in ("ours", "theirs"):
        rows += [*_versions(whose, incident[whose])] or [[whose, "nothing was said yet"]]
    yield from table(rows, indent="  ")


def _versions(whose: str, versions: list[Facts]) -> Iterator[list[str]]:
    if not versions:
        return
    newest = versions[-1]
    yield [whose, f"{instant(newest['from_at'])} to {instant(newest['until_at'])}"]
    yield from (["", text] for _, text in _where(newest["area"]))
    yield from (["", f"{name}: {safe(newest[name])}"] for name in WHAT if newest[name])
    yield from (["", f"{safe(name)}: {safe(text)}"] for name, text in newest["texts"].items())
    if len(versions) > 1:
        yield ["", f"version {len(versions)}, the earlier ones stay in the record"]


def _where(area: Facts) -> list[list[str]]:
    """Every place, with what is measured from it."""
    several = area["kind"] == "multipolygon"
    flat = [each for ring in area["positions"] for each in ring] if several else area["positions"]
    more = [f"{area['radius_m']:,} m round it"] if area["radius_m"] else []
    more += [f"{area['buffer_m']:,} m on either side"] if area["buffer_m"] else []
    named = [safe(area["name"])] if area["name"] else []
    places = [Place(*(round(each * DEGREE) for each in pair)).degrees_minutes() for pair in flat]
    return [["where", each] for each in (*named, *places, *more)]
