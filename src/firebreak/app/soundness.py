"""Whether stored entries are still what was signed: body and signature.

A body that does not fit its header may be what the counterpart really sent: then our own log says so, with a
receipt that names the entry as bad, and nothing is wrong with our disk.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.entry import Entry, check_signature, keeps_its_commitment
from firebreak.core.envelope.kinds import Kind

KeyOf = Callable[[Entry], bytes | None]
"The log key that should have signed an entry, where it is known."


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
        if not keeps_its_commitment(entry):
            return "the body is not the one that was signed"
        key = self.key_of(entry)
        try:
            if key is not None:
                check_signature(entry, key)
        except CounterpartError:
            return "the signature does not verify"
        return ""
