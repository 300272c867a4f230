"""C2SP tlog-proof: one entry of a log, shown without the rest (`spec/proof.md`).

    c2sp.org/tlog-proof@v1
    extra <base64>
    index 416
    <one hash of the inclusion proof on each line>

    <the checkpoint as a signed note>

The extra data is the entry itself: whoever holds the file computes the leaf from it and checks the signature.
It is not covered by the checkpoint as such, and nothing in it is believed before it was checked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from firebreak.core.base.cbor import decode, encode
from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.shape import BODY_BYTES_MAX, BadShape, Body, Octets, item
from firebreak.core.envelope.cose import SIGNATURE_BYTES
from firebreak.core.envelope.entry import SALT_BYTES, Entry, read_entry
from firebreak.core.envelope.header import HEADER_BYTES_MAX
from firebreak.core.envelope.verifying import ED25519_KEY_BYTES
from firebreak.core.record.merkle import HASH_BYTES, TREE_SIZE_MAX, Tree
from firebreak.core.record.note import NOTE_BYTES_MAX, decode_base64, decode_text, encode_base64

FIRST_LINE: Final = "c2sp.org/tlog-proof@v1"
PROOF_BYTES_MAX: Final = NOTE_BYTES_MAX + 65_536  # an entry, sixty hashes and a note
HASHES_MAX: Final = 63  # no tree is higher
NOTHING: Final = b""

_INDEX: Final = re.compile(r"index (0|[1-9][0-9]{0,18})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(Body):
    """The extra data: one entry, and the log key under which its signature is to be checked."""

    header: bytes = item(1, Octets(most=HEADER_BYTES_MAX))
    signature: bytes = item(2, Octets(exactly=SIGNATURE_BYTES))
    salt: bytes = item(3, Octets(most=SALT_BYTES), default=NOTHING)
    body: bytes = item(4, Octets(most=BODY_BYTES_MAX), default=NOTHING)
    "Withheld together with the salt."
    log_key: bytes = item(5, Octets(exactly=ED25519_KEY_BYTES))
    "Says only which key it is; whose it is, a card says."

    def entry(self) -> Entry:
        """The entry, unverified. Raises CounterpartError."""
        if bool(self.salt) != bool(self.body) or len(self.salt) not in (0, SALT_BYTES):
            raise BadShape("only one of salt and body")
        return read_entry(self.header, self.signature, self.salt or None, self.body or None)

    @classmethod
    def of(cls, entry: Entry, log_key: bytes) -> Self:
        """What shows this entry."""
        salt, body = entry.salt or NOTHING, entry.body or NOTHING
        return cls(header=entry.payload, signature=entry.signature, salt=salt, body=body, log_key=log_key)


@dataclass(frozen=True, slots=True)
class EntryProof:
    """A proof as it stands in the file, none of it verified."""

    shown: Shown
    index: int
    hashes: tuple[bytes, ...]
    checkpoint: bytes
    "A signed note."

    def render(self) -> bytes:
        """The file."""
        lines = (FIRST_LINE, f"extra {encode_base64(encode(self.shown.to_map()))}", f"index {self.index}")
        text = "\n".join((*lines, *map(encode_base64, self.hashes)))
        return f"{text}\n\n".encode() + self.checkpoint

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """Read a file. Raises LocalError: what cannot be read is damaged or something else."""
        try:
            return cls._parsed(data)
        except CounterpartError as error:
            raise LocalError(
                f"this is not a proof of an entry: {error.text}",
                code="FB349",
                hint="copy the whole file again; a proof is made by `firebreak export --proof`",
            ) from error

    @classmethod
    def _parsed(cls, data: bytes) -> Self:
        if len(data) > PROOF_BYTES_MAX:
            raise BadShape(f"{len(data)} bytes, at most {PROOF_BYTES_MAX}")
        text, parting, note = decode_text(data).partition("\n\n")
        first, *lines = text.split("\n")
        if first != FIRST_LINE or not parting or len(lines) < 2:  # noqa: PLR2004
            raise BadShape("not the lines of one")
        extra, index, *hashes = lines
        match = _INDEX.fullmatch(index)
        if not extra.startswith("extra ") or match is None or len(hashes) > HASHES_MAX:
            raise BadShape("no extra data, no index or too many hashes")
        shown = Shown.from_map(decode(decode_base64(extra.removeprefix("extra "), "the extra data")))
        return cls(shown, int(match[1]), tuple(_hash(each) for each in hashes), note.encode())


def prove(entry: Entry, log_key: bytes, leaves: Sequence[bytes], checkpoint: bytes) -> EntryProof:
    """The proof that an entry is one of the leaves that a checkpoint sums up."""
    index = leaves.index(entry.hash)
    return EntryProof(Shown.of(entry, log_key), index, Tree(leaves).inclusion_proof(index), checkpoint)


def _hash(line: str) -> bytes:
    read = decode_base64(line, "a hash")
    if len(read) != HASH_BYTES:
        raise BadShape(f"a hash of {len(read)} bytes")
    return read


assert TREE_SIZE_MAX < 1 << HASHES_MAX
