"""What simulated nodes hold after a bad day verifies, on both sides alike."""

from typing import Any

import pytest

from firebreak.core.line import checkpointing
from firebreak.sim.day import live
from firebreak.sim.mutants.hunting import Mutant
from firebreak.sim.scenarios import scenario, scenarios
from firebreak.sim.weather import SOUND_ONE_IN, day_of
from tests.covering import covers
from tests.sim.verifying import is_honest, live_and_verify

HONEST_STORIES = [each.name for each in scenarios() if is_honest(each.day)]
SEEDS = (*range(41, 101), *range(15 * SOUND_ONE_IN, 25 * SOUND_ONE_IN, SOUND_ONE_IN))
HONEST_SEEDS = [seed for seed in SEEDS if is_honest(day_of(seed))]


@covers("I26")
@pytest.mark.parametrize("name", HONEST_STORIES)
def test_the_bundles_of_both_sides_verify_and_agree_after_a_story(name: str) -> None:
    report = live_and_verify(scenario(name).day)
    assert report.violation is None, f"{report.violation}\n{report.day}"


@covers("I26")
@pytest.mark.parametrize("seed", HONEST_SEEDS)
def test_the_bundles_of_both_sides_verify_and_agree_after_a_day_of_chance(seed: int) -> None:
    report = live_and_verify(day_of(seed))
    assert report.violation is None, f"{report.violation}\n{report.day}"


def test_a_checkpoint_under_a_wrong_second_signature_is_found_by_nobody_else() -> None:
    def wrong(old: Any) -> Any:
        return lambda signed, key, signature: old(signed, key, bytes(len(signature)))

    mutant = Mutant("second signature wrong", checkpointing, "mldsa65_signature", wrong)
    day = scenario("a node shut down in good order").day
    with mutant.alive():
        assert live(day).violation is None
        assert "I26" in str(live_and_verify(day).violation)
