"""The counterpart's side of a line: from a frame to an entry that is verified, stored, learnt and shown.

Nothing that arrives stops the line. What is not a verified entry of it is refused and stored nowhere; what
is verified is kept, receipted and shown, whatever it says.
"""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.events import Event
from firebreak.core.base.shape import Body
from firebreak.core.envelope.entry import Entry, keeps_its_commitment
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.admission import Bad, read_body
from firebreak.core.line.asking import Asking
from firebreak.core.line.card_events import NotReleased
from firebreak.core.line.effects import Stored
from firebreak.core.line.events import (
    ChainBroken,
    Contradicted,
    EntryNoted,
    EntryUnreadable,
    FrameRefused,
    KindUnknown,
)
from firebreak.core.line.memory import Entered, Memory
from firebreak.core.line.opening import Opening
from firebreak.core.line.reader import NotForThisLine, Reader
from firebreak.core.line.registry import BODIES
from firebreak.core.line.saying import Saying
from firebreak.core.line.step import Asked, Step
from firebreak.core.record.bodies import Equivocation, Named
from firebreak.core.record.frames import ENTRY_FRAME, HAVE_FRAME, BadFrame, HaveFrame, read_have
from firebreak.core.record.segment import Place

HOUSEKEEPING: Final = frozenset(
    {Kind.SEGMENT_OPEN, Kind.SESSION_UP, Kind.CHECKPOINT, Kind.STATUS, Kind.RECEIPT_NODE}
)
"Kinds by which two nodes keep their record; a desk sees them there and nowhere else."


@dataclass(slots=True)
class Hearing:
    """Takes in frames."""

    memory: Memory
    reader: Reader
    opening: Opening
    saying: Saying
    asking: Asking

    def frame(self, frame: list[Value], step: Step) -> None:
        """One frame, whatever it is."""
        try:
            if frame[0] == HAVE_FRAME:
                self._have(read_have(frame), step)
            elif frame[0] == ENTRY_FRAME:
                self._entry(self.reader.read(frame), step)
            else:
                raise BadFrame("of an unknown type")
        except CounterpartError as error:
            self.asking.missed(step.at, refused=True)
            step.show(FrameRefused(at=step.at, code=error.code, text=error.text))

    def have(self, *, answer: bool) -> HaveFrame:
        """What we hold."""
        return self.memory.logs.have(answer=answer, current=self.saying.writer.segment)

    def _have(self, frame: HaveFrame, step: Step) -> None:
        asked = self.memory.restoring.heard(frame, step.at)
        self.opening.heard = True
        if not frame.answer:
            step.effects.frames.append(self.have(answer=True))
        step.effects.frames += self.memory.logs.lacking(frame)
        self.saying.take(asked, step)

    def _entry(self, entry: Entry, step: Step) -> None:
        memory, ours = self.memory, self.memory.is_ours(entry)
        if memory.log_of(entry).place_of(entry.header, entry.hash) is Place.HELD:
            return
        self.reader.verify(entry)
        if ours and not keeps_its_commitment(entry):
            raise NotForThisLine("an entry of ours, given back with a body that is not ours")
        body = read_body(entry, memory.side_of(entry), memory.once)
        step.effects.entries.append(Stored(entry, step.at))
        entered = memory.enter(entry, body, step.at)
        if ours and entered.place is not Place.SECOND:
            memory.restoring.got_back(entry.ref, step.at)
        self.saying.take(self._found(entered, entry, step), step)
        self._act(entered, entry, body, step)

    def _act(self, entered: Entered, entry: Entry, body: Body | Bad | None, step: Step) -> None:
        """Say and show what follows from the entry itself."""
        ours, kind = entered.item.ours, entry.header.kind
        if isinstance(body, Bad):
            step.show(EntryUnreadable(at=step.at, ref=entry.ref, reason=body.reason))
            if not ours and kind != Kind.RECEIPT_BAD:  # two nodes that read neither word would never end
                self.saying.take([self._bad(entry, body)], step)
        elif kind not in BODIES:
            step.show(KindUnknown(at=step.at, ref=entry.ref, kind=kind))
        elif not ours and kind not in HOUSEKEEPING and not _tells(entered.said):
            step.show(EntryNoted(at=step.at, ref=entry.ref, kind=kind))
        if not ours:
            self._look_who_released(entry, step)
        self.saying.take(entered.said, step)

    def _look_who_released(self, entry: Entry, step: Step) -> None:
        """Flag what two officers should have released; it is kept and acted upon all the same."""
        header, memory = entry.header, self.memory
        body = entry.body
        if body is None:
            return
        count = memory.released_by(header.kind, header.precedence, body, header.seen, ours=False)
        if count is not None:
            writer = memory.side_of(entry).name
            step.show(NotReleased(at=step.at, ref=entry.ref, writer=writer, kind=header.kind, officers=count))

    def _bad(self, entry: Entry, body: Bad) -> Draft:
        return self.memory.machines.bad(entry.ref, body.reason, entry.header.precedence)

    def _found(self, entered: Entered, entry: Entry, step: Step) -> Asked:
        """Report what the place of an entry shows about its writer."""
        memory, header, side = self.memory, entry.header, self.memory.side_of(entry)
        log = memory.log_of(entry)
        if entered.place is Place.SECOND:
            return self._contradicted(entry, step)
        if not entered.item.ours and (
            entered.place is not Place.NEXT or not log.segments[header.segment].rooted
        ):
            self.asking.missed(step.at)
        if broken := log.broken(header.segment):
            return [ChainBroken(at=step.at, writer=side.name, ref=broken)]
        if header.seq == 1:
            return memory.restoring.branched(header.writer, header.prev, step.at)
        return []

    def _contradicted(self, entry: Entry, step: Step) -> Asked:
        header = entry.header
        hash = self.memory.log_of(entry).hash_at(header.segment, header.seq)
        assert hash is not None
        first, writer = Ref(header.segment, header.seq, hash), self.memory.side_of(entry).name
        body = Equivocation(first=_named(first), second=_named(entry.ref))
        return [
            Contradicted(at=step.at, writer=writer, first=first, second=entry.ref),
            Draft(kind=Kind.PROOF_EQUIVOCATION, body=body),
        ]


def _tells(said: Asked) -> bool:
    """Whether a desk learns anything from what the machines made of an entry."""
    return any(isinstance(each, Event) for each in said)


def _named(ref: Ref) -> Named:
    return Named(segment=ref.segment, seq=ref.seq, hash=ref.hash)
