"""What two nodes owe each other, from what each says it holds."""

from firebreak.core.envelope.header import NOWHERE
from firebreak.core.record.frames import NO_SEGMENT, SEGMENTS_MAX, HaveFrame, Holding, Resend
from firebreak.core.record.interlock import Interlock, holdings
from firebreak.core.record.log import Log
from tests.core.record.test_log import chain, header, name
from tests.covering import covers

US, THEM = b"us".ljust(16), b"them".ljust(16)


def interlock(*theirs: tuple[bytes, int]) -> Interlock:
    """We hold these segments of theirs, and four entries of our own."""
    logs = Interlock(Log(US), Log(THEM))
    for each in chain(*theirs):
        logs.theirs.add(*each)
    for each in chain((b"o", 4)):
        logs.ours.add(*each)
    return logs


def holding(segment: bytes, count: int, *extras: int) -> Holding:
    return Holding(segment * 16, count, extras)


@covers("RECORD-007")
def test_what_the_other_lacks_of_either_log_is_sent_in_runs() -> None:
    logs = interlock((b"a", 6))
    frame = HaveFrame((holding(b"a", 2, 4),), (holding(b"o", 3),))
    assert logs.lacking(frame) == [
        Resend(US, b"o" * 16, 4, 4),
        Resend(THEM, b"a" * 16, 3, 3),
        Resend(THEM, b"a" * 16, 5, 6),
    ]
    assert logs.lacking(HaveFrame(holdings(logs.theirs), holdings(logs.ours))) == []


def test_what_we_lack_of_our_own_is_counted_by_number() -> None:
    logs = interlock()
    logs.ours.add(header(b"o", 9, bytes(32)), name(b"o", 9))
    assert logs.wanted(HaveFrame((), (holding(b"o", 6), holding(b"p", 2, 7)))) == 2 + 3
    assert logs.wanted(HaveFrame((), (holding(b"o", 4, 9),))) == 0


def test_a_full_list_leaves_out_old_segments_and_does_not_mean_that_they_are_lost() -> None:
    logs = Interlock(Log(US), Log(THEM))
    prev = NOWHERE
    for number in range(SEGMENTS_MAX + 50):
        segment = number.to_bytes(16, "big")
        hash = segment.ljust(32, b"h")
        first = header(b"a", 1, prev)
        logs.theirs.add(type(first)(**{**_fields(first), "segment": segment}), hash)
        prev = hash
    newest = holdings(logs.theirs)[-SEGMENTS_MAX:]
    assert logs.lacking(HaveFrame(newest, ())) == []
    assert len(logs.lacking(HaveFrame(newest[:-3], ()))) == 53, "a list that is not full tells all"


def _fields(header: object) -> dict[str, object]:
    return {name: getattr(header, name) for name in type(header).__dataclass_fields__}  # type: ignore[attr-defined]


@covers("RECORD-008")
def test_only_what_finished_segments_lost_is_an_orphan_and_each_is_reported_once() -> None:
    logs = interlock((b"a", 4), (b"b", 3))
    lost = HaveFrame((holding(b"a", 2),), (), current=b"c" * 16)
    runs = logs.orphans(lost)
    assert [(each.segment[:1], each.first, each.last) for each in runs] == [(b"a", 3, 4), (b"b", 1, 3)]
    logs.note_reported(runs)
    assert logs.orphans(lost) == []
    assert logs.orphans(HaveFrame((holding(b"a", 3),), (), current=b"c" * 16)) == []


def test_a_frame_older_than_what_we_hold_reports_nothing_as_lost() -> None:
    """It was on its way for long: the process that sent it has ended, its successor has written since."""
    logs = interlock((b"a", 4), (b"b", 3))
    assert logs.orphans(HaveFrame((holding(b"a", 2),), (), current=b"a" * 16)) == []
    assert logs.orphans(HaveFrame((holding(b"a", 4),), (), current=b"a" * 16)) == []
    assert logs.orphans(HaveFrame((holding(b"a", 4),), (), current=NO_SEGMENT)) != []
