"""An entry: signed header, signature, and the body as long as it is kept."""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import ENTRY, HASH
from firebreak.core.envelope.cose import SIGNATURE_BYTES, hash_of, signed_bytes
from firebreak.core.envelope.header import Header, Ref, commit, read_header
from firebreak.core.envelope.verifying import verify_ed25519

SALT_BYTES: Final = 32


class BadSignature(CounterpartError):
    """An entry whose signature is not its writer's."""

    def __init__(self, ref: Ref) -> None:
        text = f"the signature of entry {ref} does not verify"
        super().__init__(text, code="FB121", hint="nothing was stored; compare keys with the counterpart")


@dataclass(frozen=True, slots=True)
class Entry:
    """One signed item of a log. `salt` and `body` are None when the body is withheld or destroyed."""

    header: Header
    payload: bytes
    "The exact bytes of the header that were signed."
    signature: bytes
    salt: bytes | None
    body: bytes | None
    hash: bytes
    "SHA-256 of protected header and payload under the purpose `hash`."

    @property
    def ref(self) -> Ref:
        """How other entries name this one."""
        return Ref(self.header.segment, self.header.seq, self.hash)

    def bare(self) -> "Entry":
        """The same entry without its body."""
        return Entry(self.header, self.payload, self.signature, None, None, self.hash)


def read_entry(payload: bytes, signature: bytes, salt: bytes | None, body: bytes | None) -> Entry:
    """Put an entry together from its parts; nothing is verified yet. Raises NotStrict or BadHeader."""
    return Entry(read_header(payload), payload, signature, salt, body, hash_of(HASH, payload))


def check_signature(entry: Entry, key: bytes) -> None:
    """Raise BadSignature unless the holder of the Ed25519 key signed exactly these bytes."""
    signed = signed_bytes(ENTRY, entry.header.environment, entry.payload)
    if len(entry.signature) != SIGNATURE_BYTES or not verify_ed25519(key, entry.signature, signed):
        raise BadSignature(entry.ref)


def keeps_its_commitment(entry: Entry) -> bool:
    """Whether the body at hand is the one that was signed; True when there is none at hand."""
    if entry.body is None or entry.salt is None:
        return True
    return commit(entry.header.kind, entry.salt, entry.body) == entry.header.commitment
