"""Where, when and to whom a notice matters, in rows for a terminal."""

from collections.abc import Iterator
from typing import Any, Final

from firebreak.cli.terminal import instant, listed, safe
from firebreak.cli.words import word

Facts = dict[str, Any]
WINDOWS_LISTED: Final = 4
DATUMS: Final = {
    "w84": "above the ellipsoid",
    "msl": "above the sea",
    "agl": "above ground",
    "fl": "by pressure",
}


def rows(notice: Facts, *, whole: bool = False) -> Iterator[list[str]]:
    """In a list the first windows only."""
    area, windows = notice["area"], notice["windows"]
    yield ["where", ", ".join(_outline(area))]
    if area["altitude"]:
        yield ["height", _height(area["altitude"])]
    shown = windows if whole else windows[:WINDOWS_LISTED]
    yield from (["when", f"{instant(opens)} to {instant(closes)}"] for opens, closes in shown)
    if len(shown) < len(windows):
        yield ["when", f"and {len(windows) - len(shown)} more"]
    if notice["ends"] != "fixed":
        yield ["ends", _end(notice["ends"])]
    if notice["danger"]:
        yield ["danger to", listed(notice["danger"])]
    if notice["confirm_by"] is not None and not notice["confirm_overdue"]:
        yield ["confirmed", f"again by {instant(notice['confirm_by'])}"]
    read = notice["read_back"]
    if read["confirmed"] or read["differing"]:
        yield ["read back", f"{len(read['confirmed'])} of {read['places']} places"]
    if notice["stance"]:
        yield ["answer", answer(notice["stance"], ours=not notice["ours"])]


def answer(name: str, *, ours: bool) -> str:
    """A word of an answer; whose it is, where the words tell."""
    return "we will act by it" if ours and name == "comply" else word("answer", name, subject="notices")


def _outline(area: Facts) -> Iterator[str]:
    several = area["kind"] == "multipolygon"
    rings = area["positions"] if several else [area["positions"]]
    places = sum(map(len, rings))
    name = f" {safe(area['name'])}" if area["name"] else ""
    yield f"{area['kind'].replace('_', ' ')}{name}"
    if several:
        yield f"{len(rings)} outlines"
    if places:
        yield "1 place" if places == 1 else f"{places} places"
    if area["radius_m"]:
        yield f"{area['radius_m']} m round it"
    if area["buffer_m"]:
        yield f"{area['buffer_m']} m kept on every side"
    if area["uncertainty_m"]:
        yield f"right to {area['uncertainty_m']} m"


def _height(band: Facts) -> str:
    low, high = band["lower_m"], band["upper_m"]
    ends = f"{'unknown' if low is None else low} to {'unknown' if high is None else high} m"
    return f"{ends} {DATUMS.get(band['datum'], safe(band['datum']))}"


def _end(name: str) -> str:
    return (
        "when it is cancelled"
        if name == "until_cancelled"
        else "estimated: it goes on until replaced or cancelled"
    )
