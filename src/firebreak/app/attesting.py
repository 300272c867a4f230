"""Asking witnesses what became of what was left at them, and writing it into the record.

When a call of ours is over and nothing of the counterpart shows that its node had the offer, the witnesses at
which it lies are asked once for what happened from then to the end of the call. If so many of them as were
agreed say that it was not collected, or one shows that it was, their attestations become an entry of our log
(`witness.attest`): evidence E2, and no more. People ask for other times with `firebreak silence`.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.app.attested import Attested, box
from firebreak.app.links import Lane, Report
from firebreak.app.mailboxes import Box as Mailbox
from firebreak.app.mailboxes import Mailboxes
from firebreak.core.base.cbor import encode
from firebreak.core.base.errors import FirebreakError, LocalError
from firebreak.core.base.instants import DAY, SECOND, Instant
from firebreak.core.base.shape import BODY_BYTES_MAX
from firebreak.core.call.book import Call
from firebreak.core.call.evidence import Evidence, evidence
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, known
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.line import Line
from firebreak.core.line.witnessing import WitnessesAttested
from firebreak.core.record.attested import FOR_PEOPLE, AttestedBody, Box, conclusions, entries_left
from firebreak.core.record.collecting import Conclusion, TrustedWitness, Word, told_by
from firebreak.core.record.deposits import Attestation, RecordKind, Signed
from firebreak.ports import LinkDown
from firebreak.runtime.pump import Pump

LOOK_SECONDS: Final = 0.5
FIRST_PAUSE: Final = 2.0
LONGEST_PAUSE: Final = 600.0
FOR: Final = DAY  # so long a witness that is away is asked about a call
EARLY: Final = 5 * SECOND  # how far their clocks may be behind ours and a deposit before a restart be found

Answer = tuple[TrustedWitness, Signed, Attestation]


@dataclass(slots=True)
class Open:
    """A call whose offer witnesses are asked about."""

    until: Instant
    pause: float = FIRST_PAUSE
    again_at: float = 0.0
    "By the loop's clock."


@dataclass(slots=True)
class Attesting:
    """Makes statements for the lines of a node."""

    lanes: Mapping[str, Lane]
    mailboxes: Mailboxes
    pump: Pump
    report: Report
    attested: dict[str, Attested] = field(init=False)
    open: dict[bytes, Open] = field(default_factory=dict[bytes, Open])
    "By the hash of the offer."

    def __post_init__(self) -> None:
        self.attested = {name: Attested(self.pump.store, lane.line) for name, lane in self.lanes.items()}

    async def run(self) -> None:
        """Until cancelled."""
        await asyncio.gather(*(self._follow(name, lane.line) for name, lane in self.lanes.items()))

    async def _follow(self, name: str, line: Line) -> None:
        while True:
            self._rate(name, line)
            for offer, call in self._unsettled(name, line):
                await self._settle(name, line, offer, call)
            await asyncio.sleep(LOOK_SECONDS)

    def _rate(self, name: str, line: Line) -> None:
        book = line.machines.calls.book
        for entry, said in self.attested[name].rate():
            call = book.offered(entry)
            if call is not None and said.word is not None and said.since is not None:
                now = line.time.at(self.pump.clock.read())
                event = WitnessesAttested(
                    at=now, entry=call.offered.ref, word=said.word.value, since=said.since, until=said.until
                )
                self.pump.show(name, event)

    def _unsettled(self, name: str, line: Line) -> list[tuple[bytes, Call]]:
        """Calls of ours that are over and lie at witnesses, and of which nothing more is known."""
        boxes = self.mailboxes.boxes.get(name, {}).values()
        book, found = line.machines.calls.book, list[tuple[bytes, Call]]()
        for hash in {entry for each in boxes for entry in each.left.at}:
            call = book.offered(hash)
            if call is None or not call.key.ours or call.account.is_open:
                continue
            if evidence(call.facts, book.beside(call)) < Evidence.E2:
                found.append((hash, call))
        return found

    async def _settle(self, name: str, line: Line, offer: bytes, call: Call) -> None:
        loop, now = asyncio.get_running_loop(), line.time.at(self.pump.clock.read())
        opened = self.open.setdefault(offer, Open(max(now, *self._left_at(name, offer))))
        if loop.time() < opened.again_at or now > opened.until + FOR:
            return
        opened.again_at, opened.pause = loop.time() + opened.pause, min(opened.pause * 2, LONGEST_PAUSE)
        answers = await self.ask(name, self._begin(name, offer, call.offered.at), opened.until)
        ours = box(line, ours=True)
        body = chosen(answers, ours, offer, opened.until)
        if body is not None:
            await self.write(name, body)

    def _left_at(self, name: str, offer: bytes) -> list[Instant]:
        """When it came to each witness, by their clocks."""
        boxes = self.mailboxes.boxes.get(name, {}).values()
        return [each.left.at[offer] for each in boxes if offer in each.left.at]

    def _begin(self, name: str, offer: bytes, at: Instant) -> dict[str, Instant]:
        """From when on each witness is asked: a deposit before a restart of ours counts as well."""
        boxes = self.mailboxes.boxes.get(name, {})
        return {
            witness: Instant(max(0, min(each.left.at[offer], at - EARLY)))
            for witness, each in boxes.items()
            if offer in each.left.at
        }

    async def ask(self, name: str, first: Mapping[str, Instant], last: Instant) -> list[Answer]:
        """What each of these witnesses attests of the mailbox that we write to; those that answer."""
        boxes, to_them = self.mailboxes.boxes.get(name, {}), box(self.lanes[name].line, ours=True).mailbox
        asked = [
            self._one(name, boxes[witness], to_them, start, last)
            for witness, start in first.items()
            if witness in boxes and start <= last
        ]
        return [each for each in await asyncio.gather(*asked) if each is not None]

    async def _one(
        self, name: str, mailbox: Mailbox, to_them: bytes, first: Instant, last: Instant
    ) -> Answer | None:
        witness = mailbox.desk.witness
        try:
            signed, attestation = await mailbox.desk.attest(to_them, first, last)
        except (LinkDown, FirebreakError) as error:
            self.report(name, f"witness {witness.name} attests nothing: {error}")
            return None
        return witness, signed, attestation

    async def silence(self, name: str, first: Instant, last: Instant) -> dict[str, Any]:
        """A statement over a time that a person chose, written into the record; what it says, for people.

        Raises LocalError when it is not a time that has passed, or nobody can be asked.
        """
        line, boxes = self.lanes[name].line, self.mailboxes.boxes.get(name, {})
        now = line.time.at(self.pump.clock.read())
        if not first < last <= now:
            raise _no_time()
        if not boxes:
            raise _no_mailboxes(name)
        answers = await self.ask(name, dict.fromkeys(boxes, first), last)
        ours = box(line, ours=True)
        said = concluded(answers, ours, last)
        body = AttestedBody(until=last, attestations=tuple(signed for _, signed, _ in answers))
        ref = await self.write(name, body) if answers and fits(body) else None
        held = [(witness, attestation) for witness, _, attestation in answers]
        left = [self._told(line, entry, said.get(entry)) for entry in entries_left(held, ours.mailbox)]
        return {
            "since": first,
            "until": last,
            "witnesses": [_answered(witness, answers) for witness in boxes],
            "left": [each for each in left if each],
            "statement": None if ref is None else str(ref),
        }

    def _told(self, line: Line, entry: bytes, said: Conclusion | None) -> dict[str, Any]:
        kept = self.pump.store.find(line.identity.line, entry)
        if kept is None or kept.entry.header.kind not in FOR_PEOPLE:
            return {}
        kind = known(kept.entry.header.kind)
        return {
            "entry": str(kept.entry.ref),
            "kind": kept.entry.header.kind if kind is None else kind.name.lower(),
            "word": None if said is None or said.word is None else said.word.value,
            "since": None if said is None else said.since,
            "witnesses": [] if said is None else telling(said),
        }

    async def write(self, name: str, body: AttestedBody) -> Ref | None:
        """Make a statement part of our log."""
        draft = Draft(kind=Kind.WITNESS_ATTEST, body=body)
        try:
            return await self.pump.ask(name, lambda _line, _at: draft)
        except FirebreakError as error:
            self.report(name, str(error))
            return None


def chosen(answers: Sequence[Answer], ours: Box, entry: bytes, until: Instant) -> AttestedBody | None:
    """The attestations that together say a word of an entry, as one body; None while they say none."""
    said = concluded(answers, ours, until).get(entry)
    if said is None:
        return None
    whole = AttestedBody(until=until, attestations=tuple(signed for _, signed, _ in answers))
    if fits(whole):
        return whole
    telling = [each for each in answers if _tells(each, ours, entry, until, said)]
    wanted = 1 if said.word is Word.COLLECTED else ours.quorum
    fewer = sorted((signed for _, signed, _ in telling), key=lambda each: len(each.payload))[:wanted]
    body = AttestedBody(until=until, attestations=tuple(fewer))
    return body if fits(body) else None


def fits(body: AttestedBody) -> bool:
    """Whether it can be one entry."""
    return len(encode(body.to_map())) <= BODY_BYTES_MAX


def telling(said: Conclusion) -> list[str]:
    """The witnesses that say it."""
    collected = said.word is Word.COLLECTED
    return [
        each.witness
        for each in said.told
        if (each.collected_at is not None if collected else each.not_collected)
    ]


def _answered(witness: str, answers: Sequence[Answer]) -> dict[str, Any]:
    found = next((each for who, _, each in answers if who.name == witness), None)
    fetches = [each for each in found.records if each.kind is RecordKind.FETCHED] if found else []
    return {"witness": witness, "answered": found is not None, "fetches": len(fetches)}


def concluded(answers: Iterable[Answer], ours: Box, until: Instant) -> dict[bytes, Conclusion]:
    """What the answers say of everything that was left."""
    return conclusions([(witness, attestation) for witness, _, attestation in answers], ours, until)


def _tells(answer: Answer, ours: Box, entry: bytes, until: Instant, said: Conclusion) -> bool:
    witness, _, attestation = answer
    told = told_by(witness, attestation, ours.question(entry, until))
    return told.collected_at == said.since if said.word is Word.COLLECTED else told.not_collected


def _no_time() -> LocalError:
    return LocalError(
        "a statement is about a time that has passed, from an earlier instant to a later one",
        code="FB415",
        hint="say --since 2022-03-23T14:00Z --until 2022-03-23T15:00Z",
    )


def _no_mailboxes(name: str) -> LocalError:
    return LocalError(
        f"no witness keeps mailboxes for line {name!r}",
        code="FB416",
        hint="agree with the counterpart on witnesses whose three keys both sides configure",
    )
