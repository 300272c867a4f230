"""C2SP signed notes: a text, a blank line, and signature lines under it.

    — <key name> <base64 of 4-byte key hash ‖ signature>

Anyone may add lines; a reader looks only at those whose name and key hash belong to a key it already
holds. The key hash finds a key, it proves nothing. Parsing is strict: what parses renders to the same bytes.
"""

import base64
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from firebreak.core.base.errors import CounterpartError

NOTE_BYTES_MAX: Final = 128 * 1024  # sixteen of the largest post-quantum signatures in base64
SIGNATURES_MAX: Final = 16  # the number every reader of notes has to accept
SIGNATURE_BYTES_MAX: Final = 5_000  # "up to nearly 5 kB" is the largest in use
KEY_NAME_BYTES_MAX: Final = 255
KEY_HASH_BYTES: Final = 4
DASH: Final = "\N{EM DASH} "

ED25519: Final = b"\x01"
COSIGNATURE: Final = b"\x04"
MLDSA44_COSIGNATURE: Final = b"\x06"
MLDSA65: Final = b"\xfffirebreak-mldsa65"  # 0xff opens a name of one's own: ML-DSA-65 has no number

_LINE: Final = re.compile(f"{DASH}([^ ]*) ([^ ]*)")
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f]")


@dataclass(frozen=True, slots=True)
class NoteSignature:
    """One signature line. Unverified: it says only which key it claims."""

    name: str
    "Key name; for a log the origin of its checkpoints."
    key_hash: bytes
    "See `key_hash`."
    signature: bytes
    "The rest, as the signature type defines it."

    @property
    def line(self) -> str:
        """The line with its newline."""
        return f"{DASH}{self.name} {encode_base64(self.key_hash + self.signature)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text and its signature lines."""

    text: bytes
    "What is signed: the text with its final newline, without the blank line."
    signatures: tuple[NoteSignature, ...]

    def render(self) -> bytes:
        """The note as it travels."""
        return self.text + b"\n" + "".join(one.line for one in self.signatures).encode()

    def under(self, name: str, key_hash: bytes) -> bytes | None:
        """The signature that claims this key, if there is one."""
        found = (one.signature for one in self.signatures if (one.name, one.key_hash) == (name, key_hash))
        return next(found, None)


def key_hash(name: str, algorithm: bytes, public: bytes) -> bytes:
    """SHA-256(name ‖ 0x0A ‖ signature type ‖ public key), its first four bytes."""
    return sha256(name.encode() + b"\n" + algorithm + public).digest()[:KEY_HASH_BYTES]


def parse_note(data: bytes) -> Note:
    """Read a signed note; the last empty line parts text and signatures. Raises `CounterpartError`."""
    if len(data) > NOTE_BYTES_MAX:
        raise malformed(f"{len(data)} bytes, more than {NOTE_BYTES_MAX}")
    text, parting, block = decode_text(data).rpartition("\n\n")
    if not parting or not block.endswith("\n"):
        raise malformed("no blank line with signature lines after it")
    lines = block[:-1].split("\n")
    if len(lines) > SIGNATURES_MAX:
        raise malformed(f"{len(lines)} signatures, more than {SIGNATURES_MAX}")
    signatures = tuple(_parse_line(line) for line in lines)
    if len({(one.name, one.key_hash) for one in signatures}) < len(signatures):
        raise malformed("two signatures under one key")
    return Note(f"{text}\n".encode(), signatures)


def decode_text(data: bytes) -> str:
    """UTF-8 without control characters other than newline."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise malformed("not UTF-8") from error
    if _CONTROL.search(text):
        raise malformed("a control character")
    return text


def encode_base64(data: bytes) -> str:
    """Standard base64 with padding."""
    return base64.b64encode(data).decode("ascii")


def decode_base64(text: str, what: str) -> bytes:
    """Read base64 in its one canonical spelling."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise malformed(f"{what} is not base64") from error
    if encode_base64(data) != text:
        raise malformed(f"{what} is not canonical base64")
    return data


def malformed(why: str) -> CounterpartError:
    """The one error for a checkpoint, note or cosignature that is not of the form."""
    return CounterpartError(f"malformed checkpoint: {why}", code="FB148")


def _parse_line(line: str) -> NoteSignature:
    match = _LINE.fullmatch(line)
    if match is None:
        raise malformed("a signature line that is not dash, name and base64")
    name, raw = match[1], decode_base64(match[2], "a signature")
    if not is_key_name(name):
        raise malformed("a key name that is empty, too long or has a space or plus")
    if not KEY_HASH_BYTES < len(raw) <= KEY_HASH_BYTES + SIGNATURE_BYTES_MAX:
        raise malformed(f"a signature of {len(raw)} bytes with its key hash")
    return NoteSignature(name, raw[:KEY_HASH_BYTES], raw[KEY_HASH_BYTES:])


def is_key_name(name: str) -> bool:
    """Not empty, no kind of space, no plus sign, bounded."""
    plain = not any(char.isspace() or char == "+" for char in name)
    return plain and 0 < len(name.encode()) <= KEY_NAME_BYTES_MAX
