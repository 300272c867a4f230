"""Whether stored entries are still what was signed: body and signature.

A body that does not fit its header may be what the counterpart really sent: then our own log says so, with a
receipt that names the entry as bad, and nothing is wrong with our disk. Such a receipt of theirs is never
answered with another one: when they signed its header, a body beside it that does not fit is theirs too.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.entry import Entry, check_signature, keeps_its_commitment
from firebreak.core.envelope.kinds import Kind

KeyOf = Callable[[Entry], bytes | None]
"The log key that should have signed an entry, where it is known."
BODY: Final = "the body is not the one that was signed"
SIGNATURE: Final = "the signature does not verify"


@dataclass(slots=True)
class Soundness:
    """Goes through the entries of one line."""

    writer: bytes
    "How headers name our own party."
    key_of: KeyOf
    _doubtful: dict[bytes, str] = field(default_factory=dict[bytes, str])
    _excused: set[bytes] = field(default_factory=set[bytes])

    def look(self, entry: Entry) -> None:
        """Look at one more entry."""
        header = entry.header
        if header.writer == self.writer and header.kind == Kind.RECEIPT_BAD:
            self._excused.update(each.hash for each in header.refs)
        if reason := self._fault(entry):
            self._doubtful[entry.hash] = f"{entry.ref}: {reason}"

    @property
    def wrong(self) -> dict[bytes, str]:
        """By hash, the entries that are not what was signed, with the reason."""
        return {hash: told for hash, told in self._doubtful.items() if hash not in self._excused}

    def _fault(self, entry: Entry) -> str:
        key = self.key_of(entry)
        signed = key is None or _is_signed(entry, key)
        if not keeps_its_commitment(entry):
            theirs = key is not None and signed and entry.header.writer != self.writer
            return "" if theirs and entry.header.kind == Kind.RECEIPT_BAD else BODY
        return "" if signed else SIGNATURE


def _is_signed(entry: Entry, key: bytes) -> bool:
    try:
        check_signature(entry, key)
    except CounterpartError:
        return False
    return True
