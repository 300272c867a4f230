"""What a counterpart really sent is no damage of our disk, whatever it is."""

from dataclasses import replace

import pytest

from firebreak.app.soundness import Soundness
from firebreak.core.base.instants import MINUTE
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import Kind
from tests.covering import covers
from tests.fuzz.hostile import Hostile


def wrong(hostile: Hostile, entries: list[Entry]) -> dict[bytes, str]:
    north = hostile.north
    ours = north.line.identity.ours.writer
    keys = {ours: north.signer.public}
    soundness = Soundness(ours, lambda each: keys.get(each.header.writer, hostile.signer.public))
    for each in entries:
        soundness.look(each)
    return soundness.wrong


def stored(hostile: Hostile) -> list[Entry]:
    return [each.entry for each in hostile.north.stored]


@covers("STORE-070")
@pytest.mark.parametrize("kind", list(Kind), ids=lambda kind: Kind(kind).name)
def test_a_body_that_the_counterpart_did_not_sign_is_its_fault_and_not_our_disks(kind: Kind) -> None:
    hostile = Hostile()
    header = hostile.header(b"s" * 16, kind, b"another body")
    entry = hostile.entry(header, b"a body")
    hostile.send(entry)
    hostile.later(6 * MINUTE)
    assert entry in stored(hostile)
    assert wrong(hostile, stored(hostile)) == {}


@covers("STORE-070")
def test_a_receipt_that_nobody_signed_or_that_is_ours_is_not_excused() -> None:
    hostile = Hostile()
    entry = hostile.entry(hostile.header(b"s" * 16, Kind.RECEIPT_BAD, b"another body"), b"a body")
    unsigned = replace(entry, signature=bytes(64))
    assert "body is not the one" in wrong(hostile, [unsigned])[entry.hash]
    ours = replace(entry.header, writer=hostile.north.line.identity.ours.writer)
    made = hostile.entry(ours, b"a body", hostile.north.signer)
    assert "body is not the one" in wrong(hostile, [made])[made.hash]
