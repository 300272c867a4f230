"""Turning drafts into signed entries of our own log."""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.dice import Dice
from firebreak.core.base.errors import LocalError
from firebreak.core.base.purposes import HASH
from firebreak.core.envelope.cose import hash_of
from firebreak.core.envelope.entry import SALT_BYTES, Entry
from firebreak.core.envelope.header import (
    HEADER_BYTES_MAX,
    NOWHERE,
    REFERENCES_MAX,
    SEQ_MAX,
    Header,
    Ref,
    Span,
    commit,
)
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.release import may_need_two
from firebreak.core.envelope.signer import Signer
from firebreak.core.line.identity import Identity


@dataclass(slots=True)
class Writer:
    """Signs in one segment. Not to be used before the segment is open."""

    identity: Identity
    signer: Signer = field(repr=False)
    dice: Dice = field(repr=False)
    prev: bytes = NOWHERE
    segment: bytes = field(init=False)
    "Fresh and random: chosen by the signer at every start."
    seq: int = 0

    def __post_init__(self) -> None:
        self.segment = self.signer.open_segment(self.identity.line)

    def continue_from(self, prev: bytes) -> None:
        """Our newest entry, once we may begin to sign."""
        assert self.seq == 0
        self.prev = prev

    def check(self, draft: Draft) -> None:
        """Raise LocalError for what cannot become an entry, before the segment is open."""
        commitment = commit(draft.kind, bytes(SALT_BYTES), draft.body.to_bytes())
        _payload(self._header(draft, WIDEST, LONGEST, commitment, NOWHERE))

    def write(self, draft: Draft, time: Span, seen: Ref | None, witness: bytes | None = None) -> Entry:
        """Sign a draft. Raises LocalError for what cannot be an entry; then nothing has changed."""
        body = draft.body.to_bytes()
        salt = self.dice.draw(b"salt")
        header = self._header(draft, time, seen, commit(draft.kind, salt, body), witness)
        payload = _payload(header)
        shown = (salt, body) if may_need_two(draft.kind, draft.precedence) else ()
        signature = self.signer.sign_entry(payload, *shown)
        entry = Entry(header, payload, signature, salt, body, hash_of(HASH, payload))
        self.prev, self.seq = entry.hash, header.seq
        return entry

    def _header(
        self, draft: Draft, time: Span, seen: Ref | None, commitment: bytes, witness: bytes | None
    ) -> Header:
        return Header(
            environment=self.identity.environment,
            line=self.identity.line,
            writer=self.identity.ours.writer,
            segment=self.segment,
            seq=self.seq + 1,
            prev=self.prev,
            seen=seen,
            kind=int(draft.kind),
            precedence=draft.precedence,
            time=time,
            refs=draft.refs,
            commitment=commitment,
            key_id=self.signer.key_id,
            witness=witness,
        )


LONGEST: Final = Ref(bytes(16), SEQ_MAX, bytes(32))
WIDEST: Final = Span(SEQ_MAX, SEQ_MAX)


def _payload(header: Header) -> bytes:
    payload = header.to_bytes()
    if len(payload) > HEADER_BYTES_MAX or len(header.refs) > REFERENCES_MAX:
        raise LocalError(
            f"{len(header.refs)} references are too many", code="FB141", hint="refer to fewer entries"
        )
    return payload
