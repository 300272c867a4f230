"""What holds near our sites, read off the picture of our own tracks and the areas announced to us. Pure.

A track is a claim that anybody can put on the air: it raises alarms on our side, and nothing else.
"""

from collections.abc import Iterator
from typing import Any, Final

from firebreak.console.alerts.book import Situation
from firebreak.console.views.looked import counts
from firebreak.console.views.picture import Picture

Value = dict[str, Any]

INSIDE: Final = ("warning", "known")
NAMED_MAX: Final = 48  # code points of a name in an alert


def near_sites(nearby: Value | None, picture: Picture, now: int) -> Iterator[Situation]:
    """Tracks and hazards, one situation for each site, and what is wrong with the feeds."""
    if nearby is None:
        return
    approaches = nearby["approaches"]
    yield from _by_site("close_approach", [each for each in approaches if each["state"] in INSIDE])
    yield from _by_site("approach_ahead", [each for each in approaches if each["state"] == "caution"])
    theirs = {name: each for line in picture.lines for name, each in picture.of("notice", line).items()}
    hazards = [each for each in nearby["hazards"] if _holds(theirs.get(each["notice"]), now)]
    yield from _by_site("hazard_near", hazards)
    yield from _unclear(nearby["unused"], picture, now)
    doubted = [each for each in nearby["tracks"] if each["doubt"]]
    if doubted:
        ids = tuple(each["id"] for each in doubted)
        label = _name(doubted[0]["label"])
        yield Situation(
            kind="position_doubtful", subjects=ids, parameters={"count": len(ids), "label": label}
        )
    for feed in nearby["feeds"]:
        if feed["state"] in ("stalled", "broken"):
            yield Situation(kind="tracks_stalled", about=feed["name"], parameters={"feed": feed["name"]})
    if nearby["fault"]:
        yield Situation(kind="tracks_stalled", about="sites", parameters={"feed": "sites"})


def _by_site(kind: str, found: list[Value]) -> Iterator[Situation]:
    """One alert for each site, however many come near: the nearest is named."""
    for site in dict.fromkeys(each["site"] for each in found):
        there = sorted((each for each in found if each["site"] == site), key=lambda each: each["distance_m"])
        nearest = there[0]
        yield Situation(
            kind=kind,
            about=f"{site}/{nearest['site_name']}",
            subjects=tuple(each["id"] for each in there),
            parameters={
                "site": _name(nearest["site_name"]),
                "label": _name(nearest.get("label", "")),
                "metres": round(nearest["distance_m"]),
                "limit": round(nearest["threshold_m"]),
                "count": len(there),
            },
        )


def _unclear(unused: Value, picture: Picture, now: int) -> Iterator[Situation]:
    """Hazards that nothing compares with our sites, since their area is doubtful or of no use."""
    for line in picture.lines:
        notices = [each for each in picture.of("notice", line).values() if _holds(each, now)]
        names = sorted(each["notice"] for each in notices if not counts(each) or each["notice"] in unused)
        if names:
            yield Situation(kind="hazard_unclear", line=line, subjects=tuple(names))


def _holds(notice: Value | None, now: int) -> bool:
    """Whether a hazard of theirs is in force and not over: one to come is worth knowing too."""
    if notice is None or notice["ours"] or notice["group"] != "hazard" or notice["state"] != "issued":
        return False
    ends = [until for _, until in notice["windows"]]
    return not ends or max(ends) > now


def _name(text: str) -> str:
    return text[:NAMED_MAX]
