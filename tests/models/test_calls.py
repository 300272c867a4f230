"""Every order in which two nodes can act on their calls, with the production machine on both sides.

What must hold is in `calling.py`. Here stand the scenes, and the proof that the search can fail: with any
one row of the table gone or bent it finds a way to a breach.
"""

from typing import Final

import pytest

from firebreak.core.call import table
from firebreak.core.call.events import Answered, CallEvent, Withdrawn
from firebreak.core.call.table import ENDED, IN_CALL, PLACED, RINGING, TRANSITIONS, State
from tests.covering import covers
from tests.models.calling import CALLS, Calling, Scene
from tests.models.search import FULL, Breach, explore

NOTHING: Final = frozenset[str]()
BOTH: Final = (0, 1)

SHORT: Final = {
    "one call": Scene(receipts=1, idles=1),
    "one call, a crash": Scene(crashes=1),
    "one call, nobody on watch, a crash": Scene(crashes=1, receipts=1, attended=(True, False)),
    "one call, the caller is restored": Scene(
        crashes=1, restores=0, acts=frozenset({"cancel", "answer"}), at_once=True
    ),
    "one call, the callee is restored": Scene(
        crashes=1, restores=1, acts=frozenset({"answer"}), at_once=True
    ),
    "glare": Scene(callers=BOTH, acts=NOTHING, at_once=True),
    "glare, the other offer is lower": Scene(
        callers=BOTH, acts=NOTHING, at_once=True, attended=(True, False), ids=(CALLS[1], CALLS[0])
    ),
}
LONG: Final = {
    "one call, two crashes": Scene(crashes=2, receipts=1),
    "one call, all acts, the callee is restored": Scene(
        crashes=1, restores=1, acts=frozenset({"cancel", "answer", "decline"})
    ),
    "glare, answered": Scene(callers=BOTH, acts=frozenset({"answer"}), at_once=True),
    "glare, withdrawn": Scene(callers=BOTH, acts=frozenset({"cancel"}), at_once=True),
    "glare, a crash": Scene(callers=BOTH, acts=NOTHING, crashes=1, at_once=True),
    "two calls at any time": Scene(callers=BOTH, acts=frozenset({"answer"})),
}
SCENES: Final = SHORT | (LONG if FULL else {})
STATES_MAX: Final = 300_000
CUT_OFF: Final = frozenset({"one call, two crashes", "two calls at any time"})
"Scenes that have more states than that; the shortest ways are looked at first."

QUICK: Final = (
    Scene(acts=frozenset({"cancel", "answer", "decline", "busy", "hang up"}), at_once=True),
    Scene(acts=NOTHING, attended=(True, False), at_once=True),
    Scene(acts=NOTHING, crashes=1, restores=1, at_once=True),
    Scene(callers=BOTH, acts=frozenset({"answer"}), at_once=True),
)
"The scenes that have to find a broken table."


@covers("I11", "I18", "CALL-005", "CALL-006", "CALL-009", "CALL-011", "CALL-012", "CALL-015", "CALL-017")
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("name", SCENES)
def test_in_every_order_calls_end_once_alike_and_their_clocks_speak_once(name: str) -> None:
    seen = explore(Calling(SCENES[name]), name, STATES_MAX)
    assert seen.ends
    assert seen.whole or name in CUT_OFF, "only what docs/models.md says is not explored to its end"


def breach_found() -> str:
    for number, scene in enumerate(QUICK):
        try:
            explore(Calling(scene), f"scene {number}", 40_000)
        except Breach as breach:
            return str(breach)
    return ""


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: f"{row[0].name}-{row[1].__name__}")
def test_a_table_without_one_of_its_rows_is_found_out(
    row: tuple[State, type[CallEvent]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(table.TRANSITIONS, row)
    assert breach_found()


@pytest.mark.parametrize(
    ("row", "leads_to"),
    [
        ((PLACED, Answered), ENDED),
        ((RINGING, Answered), RINGING),
        ((RINGING, Withdrawn), PLACED),
        ((IN_CALL, Withdrawn), IN_CALL),
    ],
)
def test_a_table_with_a_bent_row_is_found_out(
    row: tuple[State, type[CallEvent]], leads_to: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(table.TRANSITIONS, row, leads_to)
    assert breach_found()
