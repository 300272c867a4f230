"""The register of protected sites for a terminal or a printer: what is due soonest first."""

from collections.abc import Iterator
from typing import Any, Final

from firebreak.cli.notice_showing import sort_text
from firebreak.cli.terminal import instant, safe, styled, table, wrapped
from firebreak.core.base.instants import DAY

Facts = dict[str, Any]
SOON_MS: Final = 7 * DAY
PASSED_SHOWN: Final = 3
NO_GUARANTEE: Final = (
    "A register is no guarantee: that a place stands here says only that it was told to the other side, and "
    "when. It does not say that the other side has passed it on, or that it will be spared."
)


def in_order(sites: list[Facts]) -> list[Facts]:
    """Those with a date by that date, then those without, then what is over."""
    return sorted(sites, key=lambda each: (_rank(each), each["confirm_by"] or 0, each["at"]))


def _rank(site: Facts) -> int:
    if site["state"] != "issued":
        return 2
    return 0 if site["confirm_by"] is not None else 1


def lines(sites: list[Facts], party: str, now: int) -> Iterator[str]:
    """The whole register."""
    yield styled(f"Protected sites, line {safe(party)}, {instant(now)}", "bold")
    yield from wrapped(NO_GUARANTEE)
    for each in in_order(sites):
        yield ""
        yield from _one(each, now)
    if not sites:
        yield ""
        yield "No protected sites."


def _one(site: Facts, now: int) -> Iterator[str]:
    whose = "ours" if site["ours"] else "theirs"
    head = f"{site['notice'][:12]}  {whose}, {sort_text(site['sort'])} {safe(site['activity'])}".rstrip()
    yield styled(head, "bold")
    state = f"  {_due(site, now)}"
    yield styled(state, "red") if state.startswith("  ! ") else state
    rows = [["confirmed", f"{instant(site['confirmed_at'])} ({safe(site['officer'])})"]]
    rows += [["where", each] for each in _where(site["area"])]
    said = sorted(site["passed"], key=lambda each: -each["passed_at"])[:PASSED_SHOWN]
    rows += [
        ["passed on", f"{_who(each)} to {safe(each['to'])}, {instant(each['passed_at'])}"] for each in said
    ]
    yield from table(rows if said else [*rows, ["passed on", "nobody says to whom"]], indent="  ")


def _who(said: Facts) -> str:
    return "we" if said["ours"] else "they"


def _due(site: Facts, now: int) -> str:
    by = site["confirm_by"]
    if site["state"] != "issued":
        return str(site["state"])
    if by is None:
        return "to be confirmed again: no date"
    if by <= now:
        return f"! OVERDUE, to be confirmed again by {instant(by)}"
    soon = "within a week, " if by - now <= SOON_MS else ""
    return f"{soon}to be confirmed again by {instant(by)}"


def _where(area: Facts) -> Iterator[str]:
    from firebreak.core.geo.place import DEGREE, Place

    if area["name"]:
        yield safe(area["name"])
    several = area["kind"] == "multipolygon"
    flat = [each for ring in area["positions"] for each in ring] if several else area["positions"]
    if flat:
        north, east = (round(each * DEGREE) for each in flat[0])
        more = f" and {len(flat) - 1} more" if len(flat) > 1 else ""
        yield f"{Place(north, east).degrees_minutes()}{more}"
