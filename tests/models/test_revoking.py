"""A stolen log key and its revocation: every short story, with production lines."""

from typing import Final

import pytest

from firebreak.core.line.revoking import Mark, Revocations
from tests.covering import covers
from tests.models.revoking import Bounds, Revoking, Theft
from tests.models.search import FULL, Breach, explore

SHORT: Final = Bounds(2)
LONG: Final = Bounds(4)


@covers("I16", "KEYS-004", "KEYS-020", "KEYS-021", "KEYS-022", "KEYS-023")
@pytest.mark.timeout(3_600)
def test_in_every_order_both_sides_judge_a_stolen_key_alike() -> None:
    bounds = LONG if FULL else SHORT
    assert explore(Revoking(bounds=bounds), str(bounds)).whole


@covers("KEYS-021")
def test_what_a_receipt_named_beyond_a_gap_was_acknowledged_too() -> None:
    theft = Theft()
    for step in ("North starts", "cut and link", "North says", "to South"):
        theft.do(step)
    theft.heal()


def breach_found() -> str:
    try:
        explore(Revoking(bounds=SHORT), "a broken rule")
    except Breach as breach:
        return str(breach)
    return ""


def test_a_counterpart_that_forgets_what_it_acknowledged_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Revocations, "_acknowledged", lambda *_: iter(()))
    assert "acknowledged, and void all the same" in breach_found()


def test_a_side_that_judges_by_what_it_holds_and_not_by_the_record_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged = Revocations.mark

    def by_receipt(self: Revocations, header: object, ref: object, *, ours: bool) -> Mark:
        mark = judged(self, header, ref, ours=ours)  # type: ignore[arg-type]
        lenient = mark is Mark.VOID and ours and self.cards.logs.ours.holds(ref)  # type: ignore[arg-type]
        return Mark.DISPUTED if lenient else mark

    monkeypatch.setattr(Revocations, "mark", by_receipt)
    assert "judge an entry differently" in breach_found()
