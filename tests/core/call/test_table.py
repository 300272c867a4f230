"""The table of a call, and the page that shows it."""

from firebreak.core.call.table import EVENT_OF, OPEN, OVER, TRANSITIONS, State, diagram, follows
from firebreak.core.envelope.kinds import Kind
from tools.tree import ROOT


def test_the_page_holds_the_diagram_that_the_table_prints() -> None:
    page = (ROOT / "docs" / "call.md").read_text(encoding="utf-8")
    assert f"```mermaid\n{diagram()}\n```" in page


def test_every_state_is_reached_and_an_ended_call_stays_ended() -> None:
    reached = {State.IDLE, *TRANSITIONS.values()}
    assert reached == set(State)
    assert not [before for before, _ in TRANSITIONS if before is State.ENDED]


def test_every_event_of_the_table_stands_for_one_kind_of_entry() -> None:
    used = {event for _, event in TRANSITIONS}
    assert used == set(EVENT_OF.values())
    assert len(EVENT_OF) == len(set(EVENT_OF.values()))


def test_what_the_table_has_no_row_for_is_refused() -> None:
    assert follows(State.ENDED, Kind.CALL_ANSWER) is None
    assert follows(State.PLACED, Kind.CALL_END) is None
    assert follows(State.IDLE, Kind.CALL_RINGING) is None


def test_whoever_waits_can_be_answered_declined_or_left() -> None:
    for state in OPEN:
        assert follows(state, Kind.CALL_ANSWER) is State.IN_CALL
        assert follows(state, Kind.CALL_DECLINE) is State.ENDED
        assert follows(state, Kind.CALL_CANCEL) is State.ENDED
    assert not OPEN & OVER
