"""Every deadline ends in exactly one of receipt and miss, in every order of receipts, crashes and starts."""

from typing import Any, Final

import pytest

from firebreak.core.base.instants import Instant
from firebreak.core.message import clocks
from firebreak.core.message.clocks import TIMED, Clocks
from firebreak.core.message.events import OverdueMet
from firebreak.core.message.levels import Level
from tests.covering import covers
from tests.models.search import FULL, Breach, explore
from tests.models.waiting import Waiting

FEW: Final = frozenset({"stored", "shown", "acknowledged", "bad"})


@covers("I18", "MESSAGE-010", "MESSAGE-021", "MESSAGE-022", "MESSAGE-024")
@pytest.mark.timeout(3_600)
def test_in_every_order_a_deadline_ends_in_a_receipt_or_in_one_miss() -> None:
    model = Waiting(crashes=2) if FULL else Waiting(receipts=FEW)
    assert explore(model, "a flash and its clocks").ends


def breach_found() -> str:
    try:
        explore(Waiting(receipts=FEW), "a broken clock")
    except Breach as breach:
        return str(breach)
    return ""


@pytest.mark.parametrize("level", TIMED)
def test_a_table_without_one_of_its_clocks_is_found_out(
    level: Level, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clocks, "TIMED", tuple(each for each in TIMED if each is not level))
    assert f"{level.name}: neither receipt nor miss" in breach_found()


def _only_this_step(self: Clocks, entry: bytes, level: Level, at: Instant) -> list[OverdueMet]:
    return self._stop(entry, level, at)


def _nothing(*_: object) -> None:
    """In place of what is left out."""


@pytest.mark.parametrize(
    ("name", "instead", "breach"),
    [
        ("met", _only_this_step, "although the receipt is recorded"),
        ("stated", _nothing, "that is on record is raised again"),
        ("resume", _nothing, "the mark of a restart is wrong"),
    ],
)
def test_a_clock_with_a_part_left_out_is_found_out(
    name: str, instead: Any, breach: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Clocks, name, instead)
    assert breach in breach_found()
