"""Asking again while a link stays up."""

from firebreak.core.base.instants import HOUR, Instant
from firebreak.core.line.asking import WAIT, WAIT_MAX, Asking


def test_a_gap_that_closes_by_itself_is_not_asked_about() -> None:
    asking = Asking()
    asking.missed(Instant(0))
    assert asking.deadline == WAIT
    assert not asking.take(Instant(WAIT - 1), whole=False)
    assert not asking.take(Instant(WAIT), whole=True)
    assert asking.deadline is None


def test_a_gap_that_stays_is_asked_about_ever_more_seldom() -> None:
    asking, now, waits = Asking(), Instant(0), []
    for _ in range(14):
        asking.missed(now)
        assert asking.deadline is not None
        waits.append(asking.deadline - now)
        now = asking.deadline
        assert asking.take(now, whole=False)
        assert not asking.take(now, whole=False)
    assert waits[:3] == [WAIT, 2 * WAIT, 4 * WAIT]
    assert waits[-1] == WAIT_MAX < HOUR


def test_a_frame_that_was_refused_is_asked_for_although_no_gap_is_seen() -> None:
    asking = Asking()
    asking.missed(Instant(0), refused=True)
    assert asking.take(Instant(WAIT), whole=True)


def test_a_new_link_asks_anyway_and_begins_anew() -> None:
    asking = Asking()
    asking.missed(Instant(0))
    asking.take(Instant(WAIT), whole=False)
    asking.missed(Instant(WAIT))
    asking.greeted()
    assert asking.deadline is None
    asking.missed(Instant(0))
    assert asking.deadline == WAIT
