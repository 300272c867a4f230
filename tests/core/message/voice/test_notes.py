"""Voice notes: a part counts by its hash, in any order, and nothing else makes a note complete."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.events import Event
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.officer import Action
from firebreak.core.message.voice.bodies import NOTE_BYTES_MAX, PART_BYTES, VoiceNote, VoicePart, cut
from firebreak.core.message.voice.events import VoiceNoteAnnounced, VoiceNoteCompleted, VoiceNoteDoubted
from firebreak.core.message.voice.notes import EARLY_MAX, VoiceNotes
from firebreak.core.message.voice.speaking import note_draft, part_drafts
from tests.core.learning import Record, statement_on
from tests.covering import covers

SPEECH = bytes(each % 251 for each in range(2 * PART_BYTES + 700))
OTHER = bytes(PART_BYTES)


def note(data: bytes = SPEECH) -> VoiceNote:
    return VoiceNote.of(data, desk="duty", from_desk="air", duration_ms=29_800, gist="Boat adrift.")


def stated(data: bytes = SPEECH) -> VoiceNote:
    body = note(data)
    return body.stated(statement_on(body))


@dataclass
class Said:
    """What both sides wrote, still to be learnt in some order."""

    record: Record = field(default_factory=Record)
    items: list[Learnt] = field(default_factory=list)

    def head(self, body: VoiceNote, *, ours: bool = False) -> Ref:
        item = self.record.note(Kind.VOICE_NOTE, body, at=len(self.items), ours=ours)
        self.items.append(item)
        return item.ref

    def part(self, name: bytes, index: int, data: bytes, *, ours: bool = False) -> None:
        body = VoicePart(note=name, index=index, data=data)
        self.items.append(self.record.note(Kind.VOICE_PART, body, at=len(self.items), ours=ours))

    def whole(self, *, ours: bool = False) -> Ref:
        ref = self.head(stated(), ours=ours)
        for index, each in enumerate(cut(SPEECH)):
            self.part(ref.hash, index, each, ours=ours)
        return ref


def learnt(items: Iterable[Learnt]) -> tuple[VoiceNotes, list[Event]]:
    notes = VoiceNotes()
    return notes, [event for each in items for event in notes.learn(each)]


def faults(events: list[Event]) -> list[str]:
    return [each.finding.code for each in events if isinstance(each, VoiceNoteDoubted)]


@covers("SOUND-032")
def test_a_note_is_complete_with_its_last_part_and_not_before() -> None:
    said = Said()
    name = said.whole().hash
    notes, events = learnt(said.items[:-1])
    assert not notes.find(name).complete
    assert [type(each) for each in events] == [VoiceNoteAnnounced]
    assert [type(each) for each in notes.learn(said.items[-1])] == [VoiceNoteCompleted]
    assert notes.find(name).held == tuple(each.ref for each in said.items[1:])


@covers("SOUND-031")
def test_what_is_no_part_of_it_is_told_once_and_keeps_the_right_one_from_nothing() -> None:
    said = Said()
    name = said.head(stated()).hash
    for _ in range(2):
        said.part(name, 0, OTHER)
        said.part(name, 3, OTHER)
        said.part(name, 1, cut(SPEECH)[1], ours=True)
    notes, events = learnt(said.items)
    assert faults(events) == ["voice-part-other", "voice-part-beyond", "voice-part-foreign"]
    assert notes.find(name).held == (None, None, None)
    for index, each in enumerate(cut(SPEECH)):
        said.part(name, index, each)
        said.part(name, index, each)
    notes, events = learnt(said.items)
    assert sum(isinstance(each, VoiceNoteCompleted) for each in events) == 1
    assert notes.find(name).complete


@covers("SOUND-030")
def test_what_no_officer_signed_is_nobodys_note() -> None:
    body = note()
    wrong = statement_on(body)
    for each in (body, body.stated(replace(wrong, action=Action.READ)), replace(stated(), gist="Other.")):
        said = Said()
        said.part(said.head(each).hash, 0, cut(SPEECH)[0])
        notes, events = learnt(said.items)
        assert (faults(events), notes.notes) == (["voice-note-unstated"], {})


@covers("SOUND-030")
@pytest.mark.parametrize(
    "changes",
    [
        {4: 0},
        {4: 31_001},
        {5: 2},
        {6: 1},
        {6: NOTE_BYTES_MAX + 1},
        {7: bytes(31)},
        {8: []},
        {8: [bytes(32)]},
        {9: "x" * 501},
    ],
)
def test_a_note_beyond_its_bounds_is_none(changes: dict[int, object]) -> None:
    with pytest.raises(CounterpartError):
        VoiceNote.from_map({**note().to_map(), **changes})  # type: ignore[dict-item]


def test_a_part_has_a_byte_and_no_more_than_fit() -> None:
    for data in (b"", bytes(PART_BYTES + 1)):
        with pytest.raises(CounterpartError):
            VoicePart.from_map({1: bytes(32), 2: 0, 3: data})


@covers("SOUND-034")
def test_parts_of_a_flash_note_let_a_flash_message_pass() -> None:
    draft = note_draft(stated(), SPEECH, Precedence.FLASH)
    assert draft.precedence is Precedence.FLASH
    parts = part_drafts(Ref(bytes(16), 1, bytes(32)), SPEECH, Precedence.FLASH)
    assert {each.precedence for each in parts} == {Precedence.IMMEDIATE}
    assert b"".join(each.body.data for each in parts if isinstance(each.body, VoicePart)) == SPEECH
    assert all(len(each.body.to_bytes()) < 16_384 for each in parts)


@covers("SOUND-034")
def test_other_bytes_than_those_that_were_signed_are_not_written() -> None:
    shifted = replace(note(), parts=tuple(sha256(each).digest() for each in (b"a", b"b", b"c")))
    about = note().stated(statement_on(note(), entry=b"\1" * 32))
    cases = (
        (stated(), SPEECH[:-1]),
        (stated(), SPEECH[:-1] + b"\xff"),
        (note(), SPEECH),
        (about, SPEECH),
        (shifted.stated(statement_on(shifted)), SPEECH),
    )
    for body, data in cases:
        with pytest.raises(LocalError, match=r"officer"):
            note_draft(body, data, Precedence.ROUTINE)


@covers("SOUND-035")
def test_one_officer_leaves_no_flash_where_two_release_them() -> None:
    agreed = (int(Kind.MESSAGE),)
    with pytest.raises(LocalError) as refused:
        note_draft(stated(), SPEECH, Precedence.FLASH, two_person=agreed)
    assert refused.value.code == "FB553"
    assert note_draft(stated(), SPEECH, Precedence.IMMEDIATE, two_person=agreed)
    assert note_draft(stated(), SPEECH, Precedence.FLASH, two_person=(int(Kind.STATEMENT),))


@covers("SOUND-033")
def test_of_parts_whose_note_is_not_known_the_newest_are_kept() -> None:
    said = Said()
    name = said.whole().hash
    for number in range(EARLY_MAX + 1):
        said.part(bytes([number]) * 32, 0, b"x")
    head, *parts = said.items[:4]
    notes, _ = learnt([*said.items[4:], *parts, head])
    assert notes.find(name).complete
    notes, _ = learnt([*parts, *said.items[4:], head])
    assert not notes.find(name).complete


@covers("SOUND-033", "SOUND-031", "I11")
@given(order=st.randoms(use_true_random=False), missing=st.integers(0, 3), again=st.integers(0, 3))
def test_every_order_of_entries_gives_the_same_notes(order: Random, missing: int, again: int) -> None:
    said = Said()
    theirs, ours = said.whole(), said.whole(ours=True)
    said.part(theirs.hash, 0, OTHER)
    said.part(theirs.hash, again % 3, cut(SPEECH)[again % 3])
    said.part(ours.hash, 2, b"too few")
    items = [each for each in said.items if each is not said.items[1 + missing] or missing == 3]
    notes, events = learnt(items)
    shuffled = list(items)
    order.shuffle(shuffled)
    other, told = learnt(shuffled)
    assert other.notes == notes.notes
    assert sorted(faults(told)) == sorted(faults(events))
    assert notes.find(theirs.hash).complete is (missing in (3, again % 3))
    assert notes.find(ours.hash).complete
