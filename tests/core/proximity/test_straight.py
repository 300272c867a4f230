"""Random flights past random sites: the replay says what a plain reading of the description says."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from firebreak.cli.replaying import Asked, run
from tests.core.proximity import straight
from tests.core.proximity.flights import write_sites, write_tracks

MIDDLES = [(47.0, 8.0), (66.0, 180.0), (-89.99, 0.0)]
APPROACH = ("site", "icao24", "callsign", "first_time", "last_time", "samples", "time_of_min")
PAIR = ("icao24", "callsign", "other_icao24", "other_callsign", "first_time", "last_time", "samples")
ALARM = ("site", "icao24", "callsign", "alarm_time", "cleared_time")


def asked(tracks: Path, **others: Any) -> Asked:
    usual = {
        "sites": None, "pairs": False, "max_m": 9_260.0, "max_ft": 1_000.0, "alarms": False, "enter_m": None,
        "exit_m": None, "exit_dwell_s": 60.0, "noisy": False, "look_ahead_s": 0.0, "way": "plain",
        "as_json": True,
    }  # fmt: skip
    return Asked(tracks=tracks, **(usual | others))


def told(capsys: pytest.CaptureFixture[str], question: Asked) -> list[dict[str, Any]]:
    run(question)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def rows(found: list[dict[str, Any]], names: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return sorted(tuple(each[name] for name in names) for each in found)


def measures(found: list[dict[str, Any]], names: tuple[str, ...], measure: str) -> list[float]:
    order = sorted(found, key=lambda each: tuple(str(each[name]) for name in names))
    return [np.nan if each[measure] is None else each[measure] for each in order]


@pytest.mark.parametrize("middle", MIDDLES)
def test_approaches_are_those_of_a_plain_reading(
    middle: tuple[float, float], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dice = np.random.default_rng(int(1000 + middle[0]))
    sites, tracks = write_sites(tmp_path, middle, dice), write_tracks(tmp_path, middle, dice)
    ours = told(capsys, asked(tracks, sites=sites))
    theirs = straight.approaches(sites, tracks)
    assert len(theirs) > 10
    assert rows(ours, APPROACH) == rows(theirs, APPROACH)
    assert measures(ours, APPROACH, "min_distance_m") == pytest.approx(
        measures(theirs, APPROACH, "min_distance_m"), abs=0.0011
    )


def test_encounters_are_those_of_a_plain_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dice = np.random.default_rng(3)
    tracks = write_tracks(tmp_path, (47.0, 8.0), dice, 14, 60)
    ours = told(capsys, asked(tracks, pairs=True, max_m=30_000.0, max_ft=9_000.0))
    theirs = straight.pairs(tracks, 30_000.0, 9_000.0)
    assert len(theirs) > 10
    assert rows(ours, PAIR) == rows(theirs, PAIR)
    for measure, off in (("min_distance_m", 0.02), ("altitude_difference_ft", 0.06)):
        assert measures(ours, PAIR, measure) == pytest.approx(
            measures(theirs, PAIR, measure), abs=off, nan_ok=True
        )


def test_alarms_are_those_of_a_plain_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dice = np.random.default_rng(4)
    sites, tracks = write_sites(tmp_path, (47.0, 8.0), dice), write_tracks(tmp_path, (47.0, 8.0), dice)
    text = tracks.read_text(encoding="utf-8-sig").replace("47.1", "57.1", 9)
    tracks.write_text(text, encoding="utf-8")
    ours = told(
        capsys, asked(tracks, sites=sites, alarms=True, enter_m=9_000.0, exit_m=12_000.0, exit_dwell_s=30.0)
    )
    alarms = [each for each in ours if each["kind"] == "alarm"]
    theirs = list(straight.alarms(sites, tracks, 9_000.0, 12_000.0, 30.0))
    assert len(theirs) > 10
    assert any(each["kind"] == "doubt" for each in ours)
    assert {tuple(each[name] for name in ALARM) for each in alarms} == {
        tuple(each[name] for name in ALARM) for each in theirs
    }
    assert len(alarms) == len(theirs)
