"""What an officer is told before anything is signed, and what counts as a yes."""

import sys

import pytest

from firebreak.cli.matching_options import bounds, make_sure, told
from firebreak.cli.matching_text import check_lines, matching_lines, result_lines
from firebreak.core.base.errors import LocalError

FACTS = {
    "matching": "7f" * 32,
    "state": "declined",
    "ours": False,
    "from_at": 0,
    "until_at": 3_600_000,
    "grid": "h3",
    "resolution": 6,
    "reach_m": 24_000,
    "we_expand": True,
    "items_max": 1_000,
    "text": "a\x1b[31mb",
    "answer": {"word": "decline", "officer": "", "text": "No\nmore."},
    "commitments": {"ours": None, "theirs": None},
    "messages": {"ours": {}, "theirs": {}},
    "done": {"ours": None, "theirs": None},
    "findings": [{"code": "matching-part-early", "text": "too early"}],
}


class Terminal:
    """Standard input at which somebody sits."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_what_a_run_tells_is_said_with_its_figures() -> None:
    text = "\n".join(told(6, 2_000))
    assert "2,000 items can be any 2,000 cells: up to 72,258 km2" in text
    assert "on average 36.1 km2" in text and "P-256" in text and "Nothing in common proves nothing" in text


@pytest.mark.parametrize(("typed", "good"), [("yes", True), (" YES ", True), ("y", False), ("", False)])
def test_only_a_typed_yes_goes_on(monkeypatch: pytest.MonkeyPatch, typed: str, good: bool) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("builtins.input", lambda _question: typed)
    if good:
        make_sure(6, 10, understood=False)
        return
    with pytest.raises(LocalError, match="nobody said that this is understood"):
        make_sure(6, 10, understood=False)


def test_a_proposal_that_cannot_be_computed_is_not_accepted() -> None:
    assert bounds(FACTS) == (6, 1_000)
    with pytest.raises(LocalError) as refused:
        bounds({**FACTS, "grid": "s2"})
    assert refused.value.code == "FB697"


def test_nothing_of_the_counterpart_steers_the_terminal() -> None:
    text = "\n".join(matching_lines(FACTS))
    assert "\x1b" not in text and "declined" in text and "our side adds those within 24,000 m" in text
    assert "? too early" in text and "No\nmore" not in text


def test_a_result_says_what_it_is_worth() -> None:
    nothing = {"common": [], "waiting_for": ""}
    assert "proves nothing" in "\n".join(result_lines(nothing))
    waits = {"common": None, "waiting_for": "their request"}
    assert "Not complete yet: their request" in "\n".join(result_lines(waits))
    cell = {"cell": "861f72267ffffff", "lat": 54.7133, "lon": 20.0886, "names": ["Radar", "Pier"]}
    found = list(result_lines({"common": [cell], "waiting_for": ""}))
    assert "  861f72267ffffff  54.7133 20.0886  Radar, Pier" in found
    text = " ".join(found)
    assert "not at one moment" in text and "proves nothing" in text and "Do not name a cell" in text
    assert "the same cells" in text.split("If they kept to the rules")[1]


def test_a_witness_is_told_what_is_wrong_and_what_no_file_can_show() -> None:
    checks = [{"name": "set", "good": False, "text": "x"}, {"name": "setup", "good": None, "text": "y"}]
    odd = {"cell": "5", "lat": None, "lon": None}
    text = "\n".join(check_lines({"checks": checks, "cells": [odd], "fillers": 3}))
    assert "WRONG" in text and "not in the bundle" in text and "no cell" in text
    assert "Whether the set was honest, no file can show" in text
