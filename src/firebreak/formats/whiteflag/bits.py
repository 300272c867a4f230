"""Bits in and out: four to a digit, eight to a byte of text, one to a sign."""

import re
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.formats.bounds import unreadable
from firebreak.formats.whiteflag.fields import FORMS, Code, Field

NIBBLE: Final = 4
OCTET: Final = 8
TEN: Final = 10
_DIGITS: Final = re.compile(r"\D")


def wrong(why: str) -> LocalError:
    """The one error for a message that is none."""
    return unreadable("a Whiteflag message", why)


@dataclass
class Writer:
    """Collects bits."""

    bits: list[str] = field(default_factory=list[str])

    def put(self, one: Field, value: str) -> None:
        """Raises LocalError when a value has not the form of its field."""
        form = FORMS.get(one.code)
        if form is not None and not form.fullmatch(value):
            raise wrong(f"{one.name} {value[:40]!r} is not {one.code.value}")
        self.bits.append(self._bits(one, value))

    def _bits(self, one: Field, value: str) -> str:
        if one.code is Code.UTF8:
            octets = value.encode()
            self._check(one, len(octets))
            return "".join(f"{each:08b}" for each in octets)
        if one.code is Code.BINARY:
            self._check(one, len(value))
            return value
        digits = value if one.code is Code.HEX else _DIGITS.sub("", value)
        self._check(one, len(digits))
        sign = {"+": "1", "-": "0"}.get(value[:1], "")
        return sign + "".join(f"{int(each, 16):04b}" for each in digits)

    @staticmethod
    def _check(one: Field, size: int) -> None:
        if one.size is not None and size != one.size:
            raise wrong(f"{one.name} has {size} characters, {one.size} are meant")
        if one.size is None and one.code is Code.HEX and size % 2:
            raise wrong(f"{one.name} has half a byte")

    def octets(self) -> bytes:
        """The message, filled up with noughts."""
        row = "".join(self.bits)
        row += "0" * (-len(row) % OCTET)
        return bytes(int(row[at : at + OCTET], 2) for at in range(0, len(row), OCTET))


@dataclass
class Reader:
    """Takes bits."""

    row: str
    at: int = 0

    @classmethod
    def of(cls, data: bytes) -> "Reader":
        return cls("".join(f"{each:08b}" for each in data))

    @property
    def left(self) -> int:
        return len(self.row) - self.at

    def take(self, one: Field) -> str:
        """The value of a field. Raises LocalError."""
        if one.code is Code.UTF8:
            return self._text(one)
        if one.code is Code.BINARY:
            return self._some(one.size or 0)
        sign = {"1": "+", "0": "-"}[self._some(1)] if one.code in {Code.LATITUDE, Code.LONGITUDE} else ""
        size = one.size if one.size is not None else self.left // OCTET * 2
        digits = "".join(self._digit(one) for _ in range(size))
        return _punctuated(one.code, sign, digits)

    def _text(self, one: Field) -> str:
        size = one.size if one.size is not None else self.left // OCTET
        octets = bytes(int(self._some(OCTET), 2) for _ in range(size))
        try:
            return octets.decode()
        except UnicodeDecodeError:
            raise wrong(f"{one.name} is not UTF-8") from None

    def _digit(self, one: Field) -> str:
        found = int(self._some(NIBBLE), 2)
        if found >= TEN and one.code is not Code.HEX:
            raise wrong(f"{one.name} has a digit that is none")
        return f"{found:x}"

    def _some(self, bits: int) -> str:
        if bits > self.left:
            raise wrong("it is cut off")
        self.at += bits
        return self.row[self.at - bits : self.at]

    def end(self) -> None:
        """Raises LocalError unless only filling is left."""
        if self.left >= OCTET or "1" in self.row[self.at :]:
            raise wrong("something stands after its last field")


def _punctuated(code: Code, sign: str, digits: str) -> str:
    if code is Code.INSTANT:
        year, month, day, hour, minute, second = digits[:4], *(digits[at : at + 2] for at in range(4, 14, 2))
        return f"{year}-{month}-{day}T{hour}:{minute}:{second}Z"
    if code is Code.DURATION:
        return f"P{digits[:2]}D{digits[2:4]}H{digits[4:]}M"
    return f"{sign}{digits[:-5]}.{digits[-5:]}" if sign else digits
