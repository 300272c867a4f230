"""Every short story of a node that crashes, is restored or runs twice, with production lines."""

import hashlib
from collections.abc import Iterator
from typing import Final

import pytest

from firebreak.core.envelope.header import SEGMENT_BYTES
from firebreak.core.line.checkpointing import Checkpointing
from firebreak.core.line.effects import Stored
from firebreak.core.line.saying import Saying
from firebreak.core.line.step import Step
from firebreak.core.line.writer import Writer
from firebreak.core.record.frames import EntryFrame, HaveFrame, Resend
from firebreak.core.record.interlock import Interlock
from tests.covering import covers
from tests.models.restarting import Bounds, Restarting
from tests.models.search import FULL, Breach, explore
from tests.signing import TestSigner
from tests.stateful.day import Node

SHORT: Final = (Bounds(3),)
LONG: Final = (Bounds(3, faults=2), Bounds(5))
SMALL: Final = Bounds(3, empty=False)


@covers("I1", "I2", "I3", "I4", "I5", "I8", "RECORD-001", "RECORD-007", "RECORD-008")
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("bounds", LONG if FULL else SHORT, ids=str)
def test_no_story_of_restarts_forks_a_log_or_loses_what_was_receipted(bounds: Bounds) -> None:
    assert explore(Restarting(bounds=bounds), str(bounds)).whole


def breach_found() -> str:
    try:
        explore(Restarting(bounds=SMALL), "a broken line")
    except Breach as breach:
        return str(breach)
    return ""


def test_a_line_that_goes_on_numbering_in_its_segment_is_found_to_fork(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first row of the table in docs/models.md, in the production code."""
    opening = Saying.open

    def one_segment(signer: TestSigner, line: bytes) -> bytes:
        signer.starts += 1
        return hashlib.sha256(signer.name.encode()).digest()[:16]

    def go_on(saying: Saying, step: Step) -> None:
        tip = saying.memory.logs.ours.tip
        saying.writer.seq = 0 if tip is None else tip.seq
        opening(saying, step)

    def continue_from(writer: Writer, prev: bytes) -> None:
        writer.prev = prev

    def unasked(_node: Node, _stored: Stored) -> None:
        """What a segment that goes on says of the other log is wrong too, and is found before the fork."""

    monkeypatch.setattr(Node, "_check_said", unasked)
    monkeypatch.setattr(TestSigner, "open_segment", one_segment)
    monkeypatch.setattr(Saying, "open", go_on)
    monkeypatch.setattr(Writer, "continue_from", continue_from)
    assert "I3: two signed" in breach_found()


def test_a_line_that_gives_nothing_back_is_found_to_lose(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = Interlock.lacking

    def own_only(logs: Interlock, have: HaveFrame) -> Iterator[EntryFrame | Resend]:
        for frame in lacking(logs, have):
            writer = frame.entry.header.writer if isinstance(frame, EntryFrame) else frame.writer
            if writer == logs.ours.writer:
                yield frame

    monkeypatch.setattr(Interlock, "lacking", own_only)
    assert "I5: not within three exchanges" in breach_found()


def test_a_line_whose_trees_share_an_origin_is_found_to_contradict_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What decision 0006 ends: a restored node summed up another log than before, under the same name."""
    begin = Checkpointing.begin

    def under_one_name(summing: Checkpointing, _segment: bytes) -> None:
        begin(summing, bytes(SEGMENT_BYTES))

    monkeypatch.setattr(Checkpointing, "begin", under_one_name)
    assert "two trees of one origin contradict" in breach_found()
