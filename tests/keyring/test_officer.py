"""What an officer states."""

from dataclasses import replace

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.officer import Action, verifies
from firebreak.core.watch.bodies import WatchHandOver, WatchTake
from firebreak.keyring.keys import OfficerKey
from firebreak.keyring.officer import state, word
from tests.covering import covers

NOW = Instant(1_648_044_309_000)
KEY, RELIEF = OfficerKey.generate("Lt. Vance"), OfficerKey.generate("Lt. Orlova")
LINE = bytes([3] * 32)
TAKE = WatchTake(desk="air", languages=("en",))


@covers("SIGNER-030")
def test_a_statement_is_bound_to_officer_action_body_line_and_environment() -> None:
    stated = state(KEY, TAKE, time=NOW, environment=Environment.EXERCISE, line=LINE, language="en")
    statement = stated.statement
    assert statement is not None
    assert (statement.officer, statement.action, statement.time) == ("Lt. Vance", Action.TAKE_WATCH, NOW)
    assert statement.detail == TAKE.detail() == stated.detail()
    assert statement.detail != replace(stated, desk="sea").detail()
    assert verifies(statement, KEY.public, Environment.EXERCISE, LINE)
    assert not verifies(statement, KEY.public, Environment.REAL, LINE)
    assert not verifies(statement, RELIEF.public, Environment.EXERCISE, LINE)
    assert not verifies(statement, KEY.public, Environment.EXERCISE, bytes([4] * 32))
    for change in ({"action": Action.READ}, {"entry": bytes([1] * 32)}, {"commitment": bytes([1] * 32)}):
        assert not verifies(replace(statement, **change), KEY.public, Environment.EXERCISE, LINE)


@covers("SIGNER-030")
def test_a_statement_names_what_it_is_about() -> None:
    entry, commitment = bytes([1] * 32), bytes([2] * 32)
    stated = state(
        KEY,
        TAKE,
        time=NOW,
        environment=Environment.EXERCISE,
        line=LINE,
        entry=entry,
        commitment=commitment,
        language="uk",
    )
    statement = stated.statement
    assert statement is not None
    assert (statement.entry, statement.commitment, statement.language) == (entry, commitment, "uk")
    assert WatchTake.from_bytes(stated.to_bytes()) == stated


def test_two_officers_can_sign_one_body() -> None:
    body = WatchHandOver(desk="air")
    both = state(KEY, body, time=NOW, environment=Environment.EXERCISE, line=LINE).relieved(
        word(RELIEF, body.RELIEF_ACTION, body.detail(), time=NOW, environment=Environment.EXERCISE, line=LINE)
    )
    assert both.statement is not None
    assert both.relief is not None
    assert verifies(both.statement, KEY.public, Environment.EXERCISE, LINE)
    assert verifies(both.relief, RELIEF.public, Environment.EXERCISE, LINE)
    assert both.relief.detail == both.detail()


def test_a_name_that_no_roster_can_hold_is_refused() -> None:
    with pytest.raises(LocalError, match="FB103: officer has 65 characters"):
        state(OfficerKey.generate("x" * 65), TAKE, time=NOW, environment=Environment.EXERCISE, line=LINE)
