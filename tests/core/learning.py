"""Entries as a line would learn them, without keys or a store: hashes are real, signatures are not."""

from dataclasses import dataclass, field

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import HASH, Environment
from firebreak.core.base.shape import Body
from firebreak.core.envelope.cose import hash_of
from firebreak.core.envelope.header import NOWHERE, Header, Ref, Span, commit
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.officer import StatedBody, Statement

SEGMENTS = {True: b"ours".ljust(16, b"."), False: b"theirs".ljust(16, b".")}


@dataclass
class Record:
    """Two logs, one segment each unless told otherwise."""

    tips: dict[bytes, Ref] = field(default_factory=dict[bytes, Ref])

    def write(
        self,
        draft: Draft,
        *,
        at: int,
        ours: bool = True,
        seen: Ref | None = None,
        said_at: int = 0,
        segment: bytes | None = None,
        readable: bool = True,
    ) -> Learnt:
        """Write a draft as the next entry of one side's log."""
        segment = segment or SEGMENTS[ours]
        tip = self.tips.get(segment)
        body = draft.body.to_bytes()
        header = Header(
            environment=Environment.EXERCISE,
            line=bytes(32),
            writer=b"us".ljust(16) if ours else b"them".ljust(16),
            segment=segment,
            seq=1 if tip is None else tip.seq + 1,
            prev=NOWHERE if tip is None else tip.hash,
            seen=seen,
            kind=int(draft.kind),
            precedence=draft.precedence,
            time=Span(said_at, said_at),
            refs=draft.refs,
            commitment=commit(draft.kind, bytes(32), body),
            key_id=bytes(8),
        )
        ref = Ref(segment, header.seq, hash_of(HASH, header.to_bytes()))
        self.tips[segment] = ref
        read = type(draft.body).from_bytes(body) if readable else None
        return Learnt(ref, header, read, ours, Instant(at))

    def note(
        self,
        kind: Kind,
        body: Body,
        *,
        at: int,
        ours: bool = True,
        precedence: Precedence = Precedence.ROUTINE,
        refs: tuple[Ref, ...] = (),
        seen: Ref | None = None,
    ) -> Learnt:
        """Write a body as the next entry."""
        draft = Draft(kind=kind, body=body, precedence=precedence, refs=refs)
        return self.write(draft, at=at, ours=ours, seen=seen)


def statement_on(
    body: StatedBody, officer: str = "Berg", *, entry: bytes = bytes(32), commitment: bytes = bytes(32)
) -> Statement:
    """An officer's statement as the line lets it through: it fits the body; no signature is checked here."""
    return Statement(
        officer=officer, action=body.ACTION, entry=entry, commitment=commitment, detail=body.detail(), time=0
    )


def drafts(said: list[Draft | Event]) -> list[Draft]:
    """The drafts among what a machine says."""
    return [each for each in said if isinstance(each, Draft)]


def events(said: list[Draft | Event]) -> list[Event]:
    """The events among what a machine says."""
    return [each for each in said if isinstance(each, Event)]


def names(said: list[Draft | Event]) -> list[str]:
    """The names of the events, for short assertions."""
    return [type(each).__name__ for each in events(said)]
