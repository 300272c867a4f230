"""The public key of an officer as a file, on its way from a console to the root keys.

    firebreak officer key
    officer: Ana Vogt
    key: 5c2fb0…64 hex digits

Whoever signs the card compares `fingerprint` with the officer: the file proves nothing by itself.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Self

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.envelope.officer import OFFICER_NAME_MAX
from firebreak.core.envelope.points import check_ed25519_point

FIRST_LINE: Final = "firebreak officer key"
FORM: Final = re.compile(rf"{FIRST_LINE}\nofficer: ([^\n]{{1,{OFFICER_NAME_MAX}}})\nkey: ([0-9a-f]{{64}})\n?")
FILE_BYTES_MAX: Final = 1_024
GROUPS: Final = 6  # of four hex digits: 96 bits, which nobody can match by trying
GROUP: Final = 4


@dataclass(frozen=True, slots=True)
class OfficerFile:
    """Whose key it is said to be, and the key."""

    officer: str
    key: bytes

    @classmethod
    def parse(cls, text: str) -> Self:
        """A file's text, or `NAME=HEX`. Raises LocalError."""
        name, _, digits = text.strip().rpartition("=")
        short = re.fullmatch("[0-9a-f]{64}", digits) if name and "\n" not in text.strip() else None
        match = FORM.fullmatch(text)
        if short is None and match is None:
            hint = "name the file that the console wrote, or write NAME=HEX with its 64 digits"
            raise LocalError("this is no officer's key", code="FB515", hint=hint)
        made = cls(name, bytes.fromhex(digits)) if match is None else cls(match[1], bytes.fromhex(match[2]))
        try:
            check_ed25519_point(made.key)
        except CounterpartError as error:
            hint = "have the officer make a new key in the console"
            raise LocalError(f"the key of {made.officer} is not sound", code="FB515", hint=hint) from error
        return made

    def to_bytes(self) -> bytes:
        """The file."""
        return f"{FIRST_LINE}\nofficer: {self.officer}\nkey: {self.key.hex()}\n".encode()

    @property
    def name(self) -> str:
        """Its file name: letters and digits of the officer's name, then a part of the key's hash."""
        plain = "".join(
            each if each.isalnum() else "-" for each in unicodedata.normalize("NFC", self.officer)
        )
        return f"{plain.lower()}-{self.fingerprint[:GROUP]}.pub"

    @property
    def fingerprint(self) -> str:
        """What both read aloud: the beginning of SHA-256 of the key, in groups of four."""
        digits = hashlib.sha256(self.key).hexdigest()
        return " ".join(digits[start : start + GROUP] for start in range(0, GROUPS * GROUP, GROUP))
