"""What is near our sites, read off the picture of our own tracks."""

from typing import Any, Final

import pytest

from firebreak.console.alerts.situations_near import near_sites
from firebreak.console.views.picture import Picture
from tests.covering import covers

NOW: Final = 1_790_000_000_000
NOTHING: Final[dict[str, Any]] = {
    "approaches": [], "hazards": [], "tracks": [], "feeds": [], "fault": "", "sites": [], "unused": {},
}  # fmt: skip
NOTICE: Final[dict[str, Any]] = {
    "notice": "n1", "ours": False, "group": "hazard", "state": "issued", "windows": [[NOW - 1, NOW + 1_000]],
    "usable": True, "answers": [],
}  # fmt: skip


def approach(state: str, metres: int = 11_132, **rest: Any) -> dict[str, Any]:
    fixed = {
        "id": "1-0", "label": "THY9BP", "site": "0", "site_name": "PS-07", "state": state,
        "distance_m": metres, "threshold_m": 24_000,
    }  # fmt: skip
    return fixed | rest


def hazard(**rest: Any) -> dict[str, Any]:
    fixed = {"id": "n1-0", "notice": "n1", "site": "0", "site_name": "PS-07", "threshold_m": 24_000}
    return fixed | {"distance_m": 800} | rest


def found(notice: dict[str, Any] | None = None, **picture: Any) -> dict[str, Any]:
    held = Picture(lines={"south": {}})
    held.lists["notice"]["south"] = {"n1": NOTICE | (notice or {})}
    told = list(near_sites(NOTHING | picture, held, NOW))
    assert len({each.key for each in told}) == len(told)
    return {each.kind: each for each in told}


def test_where_nothing_follows_tracks_nothing_is_near() -> None:
    assert list(near_sites(None, Picture(), NOW)) == []
    assert found() == {}


@pytest.mark.parametrize("state", ["warning", "known"])
def test_a_track_inside_the_limit_is_one_alarm_for_the_site(state: str) -> None:
    alarm = found(approaches=[approach(state), approach(state, 9_000, id="2-0", label="B")])["close_approach"]
    assert alarm.parameters == {"site": "PS-07", "label": "B", "metres": 9_000, "limit": 24_000, "count": 2}
    assert set(alarm.subjects) == {"1-0", "2-0"}


def test_one_that_has_left_is_over_and_one_that_will_come_is_a_caution() -> None:
    assert found(approaches=[approach("cleared-unacknowledged")]) == {}
    assert [*found(approaches=[approach("caution")])] == ["approach_ahead"]


def test_a_hazard_of_theirs_near_a_site_is_an_alarm_until_it_is_over() -> None:
    assert found(hazards=[hazard()])["hazard_near"].parameters["metres"] == 800
    assert found({"windows": []}, hazards=[hazard()])
    for over in ({"state": "cancelled"}, {"ours": True}, {"group": "site"}, {"windows": [[0, NOW]]}):
        assert found(over, hazards=[hazard()]) == {}
    assert found(hazards=[hazard(notice="another")]) == {}


@covers("NOTICE-018")
def test_a_doubtful_hazard_is_asked_about_until_an_officer_has_answered_it() -> None:
    assert found({"usable": False})["hazard_unclear"].subjects == ("n1",)
    assert found({"usable": False, "answers": [{"word": "acknowledge"}]}) == {}
    assert found({"usable": False, "state": "cancelled"}) == {}
    assert found(unused={"n1": "its outline has no inside"})["hazard_unclear"].line == "south"


def test_a_hazard_to_come_is_told_before_it_begins() -> None:
    assert found({"windows": [[NOW + 1_000, NOW + 2_000]]}, hazards=[hazard()])


def test_doubt_and_silence_of_a_feed_are_cautions() -> None:
    tracks = [{"id": "1", "label": "THY9BP", "doubt": "jump"}, {"id": "2", "label": "B", "doubt": None}]
    feeds = [{"name": "air", "state": "stalled"}, {"name": "sea", "state": "live"}]
    told = found(tracks=tracks, feeds=feeds)
    assert told["position_doubtful"].parameters == {"count": 1, "label": "THY9BP"}
    assert told["tracks_stalled"].parameters == {"feed": "air"}
    assert found(fault="sites.geojson: not JSON")["tracks_stalled"].parameters == {"feed": "sites"}


def test_a_long_name_does_not_fill_the_bar() -> None:
    told = found(approaches=[approach("warning", site_name="x" * 500)])
    assert len(str(told["close_approach"].parameters["site"])) < 60
