"""What our own side says as a voice note: prepared, signed elsewhere, and then the drafts of its entries."""

from hashlib import sha256

from firebreak.core.base.text import check_outgoing
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import NO_ENTRY
from firebreak.core.message.voice.bodies import VoiceNote, VoicePart, cut, fits
from firebreak.core.message.voice.refusals import other_note, released_by_two


def check_note(body: VoiceNote) -> VoiceNote:
    """A note as an officer may sign it. Raises LocalError."""
    check_outgoing(body.gist)
    body.to_bytes()
    return body


def note_draft(
    body: VoiceNote, data: bytes, precedence: Precedence, *, two_person: tuple[int, ...] = ()
) -> Draft:
    """The entry by which it is announced. Raises LocalError unless officer and bytes fit it.

    `two_person` are the kinds that two officers release by the agreement in force.
    """
    check_note(body)
    if precedence is Precedence.FLASH and Kind.MESSAGE in two_person:
        raise released_by_two()
    statement = body.statement
    if statement is None or statement.action is not body.ACTION or statement.detail != body.detail():
        raise other_note("no officer has signed this note as it is")
    if (statement.entry, statement.commitment) != (NO_ENTRY, NO_ENTRY):
        raise other_note("the officer signed something about another entry")
    if not fits(body, data) or tuple(sha256(each).digest() for each in cut(data)) != body.parts:
        raise other_note("these are other bytes than the officer signed")
    return Draft(kind=Kind.VOICE_NOTE, body=body, precedence=precedence)


def part_drafts(note: Ref, data: bytes, precedence: Precedence) -> list[Draft]:
    """The entries with its bytes. They are never flash: a flash message goes before them."""
    below = min(precedence, Precedence.IMMEDIATE)
    return [
        Draft(
            kind=Kind.VOICE_PART,
            body=VoicePart(note=note.hash, index=index, data=each),
            precedence=Precedence(below),
            refs=(note,),
        )
        for index, each in enumerate(cut(data))
    ]
