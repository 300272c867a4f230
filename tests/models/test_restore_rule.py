"""The rule for starting, against the cheaper ones, in TLA+: `models/restore.tla`."""

from pathlib import Path
from typing import Final

import pytest

from tests.covering import covers
from tests.models import tlc
from tests.models.search import FULL

SHORT: Final = {"SignaturesMax": 3, "StartsMax": 2}
PATIENCE_SECONDS: Final = 3_600 if FULL else 300


@covers("I3", "RECORD-001")
@pytest.mark.skipif(bool(tlc.missing()), reason=tlc.missing())
@pytest.mark.timeout(PATIENCE_SECONDS)
@pytest.mark.parametrize("configuration", tlc.configurations(), ids=lambda each: each.stem)
def test_a_new_random_segment_at_every_start_never_forks_and_what_is_cheaper_does(
    configuration: Path, tmp_path: Path
) -> None:
    verdict = tlc.check(configuration, tmp_path, {} if FULL else SHORT, PATIENCE_SECONDS)
    steps = f"forks: {', '.join(verdict.way)}" if verdict.forks else "holds"
    print(f"{configuration.stem}: {verdict.states:,} states, {steps}")
    assert verdict.forks is (tlc.expected(configuration) == "fork")
    assert verdict.way if verdict.forks else not verdict.left


def test_both_what_holds_and_what_forks_is_tried() -> None:
    expected = {path.stem: tlc.expected(path) for path in tlc.configurations()}
    assert [name for name, what in expected.items() if what == "hold" and "image" not in name] == [
        "restore-count-up",
        "restore-fresh",
        "restore-side-file",
    ]
    assert {name for name, what in expected.items() if "image" in name and what == "hold"} == set()


def test_the_rule_that_firebreak_follows_is_tried_against_everything_at_once() -> None:
    text = (tlc.MODELS / "restore-fresh.cfg").read_text(encoding="utf-8")
    assert all(f"{name} = TRUE" in text for name in ("Rollback", "CounterpartLies"))
