"""Our own side of a line: drafts become signed entries, in the order in which they are to be stored."""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.header import NOWHERE
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.release import PERSONS
from firebreak.core.line.admission import wrong_statement
from firebreak.core.line.effects import Stored
from firebreak.core.line.events import OwnEntryFailed, SegmentOpened
from firebreak.core.line.memory import Memory
from firebreak.core.line.step import Asked, Step
from firebreak.core.line.timing import LineTime
from firebreak.core.line.writer import Writer
from firebreak.core.record.bodies import SegmentOpen
from firebreak.core.record.frames import EntryFrame

RELEASE: Final = "two officers with the power to release sign it: `--release NAME --release NAME`"
RELEASE_NOTICE: Final = (
    "a second officer releases it: `--release NAME`, or `--draft FILE`, then `notice release FILE`"
)


@dataclass(slots=True)
class Saying:
    """Signs what people and machines want to say. Before the segment is open, drafts wait."""

    memory: Memory
    writer: Writer
    time: LineTime
    software: str
    opened: bool = False
    waiting: list[Draft] = field(default_factory=list[Draft])
    _told: set[str] = field(default_factory=set[str])
    "Codes of refusals that will not change while this process lives, and were shown."

    def open(self, step: Step) -> None:
        """Begin to write, behind the newest entry of ours before which we lack nothing."""
        memory, tip = self.memory, self.memory.logs.ours.tip
        memory.restoring.begin()
        memory.checkpointing.begin(self.writer.segment)
        self.writer.continue_from(NOWHERE if tip is None else tip.hash)
        body = SegmentOpen(software=self.software, generation=memory.checkpointing.generation)
        self._sign(Draft(kind=Kind.SEGMENT_OPEN, body=body), step)
        self.opened = True
        step.show(SegmentOpened(at=step.at, segment=self.writer.segment))
        waiting, self.waiting = self.waiting, []
        self.take((each for each in waiting if memory.owes(each)), step)

    @property
    def mute(self) -> bool:
        """Whether the key of this process was revoked: it signs no more until it is started anew."""
        return self.memory.revocations.is_revoked(self.writer.signer.key_id, ours=True)

    def say(self, draft: Draft, step: Step) -> None:
        """Sign a draft, or keep it until the segment is open. Raises LocalError; then nothing changed."""
        self.memory.revocations.check_signing(self.writer.signer.key_id, draft.kind)
        self._check_words(draft)
        if self.opened:
            self._sign(draft, step)
        else:
            self.writer.check(draft)
            self.waiting.append(draft)

    def take(self, asked: Asked, step: Step) -> bool:
        """Do what a machine or a part of the line asks for; whether all of it could be done."""
        done = True
        for each in asked:
            if not isinstance(each, Draft):
                step.show(each)
                continue
            try:
                self.say(each, step)
            except LocalError as error:
                done = False
                self._failed(error, step)
        return done

    def _failed(self, error: LocalError, step: Step) -> None:
        if not (self.mute and error.code in self._told):
            self._told.add(error.code)
            step.show(OwnEntryFailed(at=step.at, code=error.code, text=error.text))

    def receipt(self, step: Step) -> None:
        """Receipt what came in, as far as nothing that was signed has said so."""
        done = True
        while done and (draft := self.memory.receipting.take(step.at)):
            done = self.take([draft], step)

    def checkpoint(self, step: Step, *, now: bool = False) -> None:
        """Sum up our log when that is due."""
        try:
            draft = self.memory.checkpointing.take(step.at, now=now)
        except LocalError as error:
            step.show(OwnEntryFailed(at=step.at, code=error.code, text=error.text))
        else:
            self.take([draft] if draft else [], step)

    def _check_words(self, draft: Draft) -> None:
        """Refuse to sign what our roster does not bear out: after a restart it would count for nothing."""
        self.memory.once.check(draft.body, self.memory.identity.ours.writer)
        identity, ours = self.memory.identity, self.memory.cards.writing()
        reason = wrong_statement(draft.body, ours, identity.environment, identity.line)
        if reason:
            hint = "sign with the key that is on our card's roster, and the same body"
            raise LocalError(reason, code="FB346", hint=hint)
        seen = self.memory.logs.theirs.tip
        count = self.memory.released_by(draft.kind, draft.precedence, draft.body.to_bytes(), seen, ours=True)
        if count is not None:
            raise LocalError(
                f"{count} of our officers released it, {PERSONS} have to, as was agreed",
                code="FB430",
                hint=RELEASE_NOTICE if draft.kind is Kind.NOTICE else RELEASE,
            )

    def _sign(self, draft: Draft, step: Step) -> None:
        memory = self.memory
        witness = memory.witnessing.to_name(draft.kind)
        entry = self.writer.write(draft, self.time.span(step.now), memory.logs.theirs.tip, witness)
        step.effects.entries.append(Stored(entry, step.at))
        step.effects.frames.append(EntryFrame(entry))
        entered = memory.enter(entry, draft.body, step.at)
        memory.checkpointing.signed(entered.item)
        self.take(entered.said, step)
