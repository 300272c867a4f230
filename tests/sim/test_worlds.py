"""A share of what `make sim` does: days of chance, stories with every n-th end of a process, all mutants."""

from dataclasses import replace

import pytest

from firebreak.core.envelope import entry
from firebreak.core.envelope.verifying import verify_ed25519
from firebreak.sim.acts import Act, parse_acts
from firebreak.sim.crypto import CLASSICAL
from firebreak.sim.day import Day, Mode, live
from firebreak.sim.enumeration import ended_once, ended_twice, shortest
from firebreak.sim.mutants import CATALOGUE, Mutant, hunt
from firebreak.sim.running import is_deterministic, is_indifferent, run_seeds
from firebreak.sim.scenarios import HOSTILE, STORIES, scenario, scenarios
from firebreak.sim.shrinking import shrink
from firebreak.sim.weather import day_of
from tests.covering import covers


@covers("I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I11", "I12")
@covers("I10", "I14", "I15", "I16", "I17", "I18", "I19", "I20", "I21", "I24", "I27", "I28", "I29")
@pytest.mark.parametrize("first", [1, 11, 21, 31])
def test_nothing_breaks_on_days_of_chance(first: int) -> None:
    total = run_seeds(first, 10)
    assert not total.failures, "\n".join(f"{each.violation}\n{each.day}" for each in total.failures)
    assert total.checks.keys() >= {"I2", "I3", "I4", "I9", "I10", "I14", "I16", "I18", "I20", "I24", "I27"}


@covers("I1", "I4", "I5")
@pytest.mark.parametrize("name", [each.name for each in scenarios()])
def test_a_process_may_end_at_any_effect_of_a_story(name: str) -> None:
    for report in ended_once(scenario(name), every=31):
        assert report.violation is None, f"{report.violation}\n{report.day}"


def test_a_process_may_end_twice() -> None:
    for report in ended_twice(shortest()[0], every=61):
        assert report.violation is None, f"{report.violation}\n{report.day}"


def test_there_are_stories_and_mutants_enough() -> None:
    assert len(STORIES) >= 40
    assert len(HOSTILE) >= 15
    assert len({each.name for each in CATALOGUE}) == len(CATALOGUE) >= 30


@pytest.mark.parametrize("mutant", CATALOGUE, ids=[each.name for each in CATALOGUE])
def test_every_mutant_is_found(mutant: Mutant) -> None:
    found = hunt(mutant, seeds=5)
    assert found.killer is not None, f"alive after {found.days} days"


def test_a_day_happens_the_same_way_twice_and_another_seed_is_another_day() -> None:
    assert is_deterministic(7)
    assert live(day_of(7)).digest != live(day_of(8)).digest


def test_nothing_of_a_packet_that_was_changed_on_its_way_reaches_a_node() -> None:
    acts = parse_acts(
        "0.5 North weather 20 0 0 0 0 1000 0\n" + "\n".join(f"{at} North send" for at in range(1, 9))
    )
    expects = ("!FrameRefused", "!EntryUnreadable", "MessageArrived")
    report = live(Day("spoilt", 1, acts, expects=expects), tracing=True)
    assert report.violation is None, report.violation
    assert sum(each.endswith("South drops a packet") for each in report.trace) > len(acts) // 2


@covers("I20")
@pytest.mark.parametrize("seed", [2, 4])  # without notices and matchings, which name dates by the calendar
def test_a_day_goes_the_same_way_when_the_clock_of_one_party_is_far_off(seed: int) -> None:
    assert is_indifferent(seed)


def test_a_day_with_real_signatures_goes_the_same_way() -> None:
    real, made_up = live(day_of(50)), live(replace(day_of(50), real=False))
    assert day_of(50).real
    assert (real.violation, real.events, real.entries) == (None, made_up.events, made_up.entries)


def test_the_production_check_of_signatures_is_back_after_a_day() -> None:
    before = [(each, each.verify_ed25519) for each in CLASSICAL]
    live(day_of(3))
    assert entry.verify_ed25519 is verify_ed25519
    assert all(each.verify_ed25519 is found for each, found in before)


def test_a_failing_day_is_made_small_and_reads_as_it_is_written() -> None:
    acts = parse_acts("0.5 South send routine\n1 North send flash\n2 South take two\n3 North send routine")
    nobody = next(each for each in CATALOGUE if each.name == "message shown twice")
    with nobody.alive():
        small = shrink(live(Day("a long day", 1, acts, Mode.LIVENESS)))
    assert len(small.day.acts) == 1
    assert Act.parse(str(small.day.acts[0])) == small.day.acts[0]
    assert "I6" in str(small.violation)
