"""The Ed25519 key of a TLS certificate: one strict form, read the same way by every program (CARD-026).

Libraries differ in what they still take for a certificate, and two verifiers that differ on one card differ
on everything it signs. So nothing but the structure of `spec/card.md` is read, each length in its shortest
form and nothing left over. What the certificate says of itself is not looked at: the card names its hash.
"""

import re
from typing import Final

SEQUENCE: Final = 0x30
SET: Final = 0x31
INTEGER: Final = 0x02
BIT_STRING: Final = 0x03
OCTET_STRING: Final = 0x04
OBJECT: Final = 0x06
UTF8_STRING: Final = 0x0C
PRINTABLE_STRING: Final = 0x13
EXTENSIONS: Final = 0xA3

VERSION_3: Final = bytes.fromhex("a003020102")
ED25519: Final = bytes.fromhex("300506032b6570")
CRITICAL: Final = bytes.fromhex("0101ff")
SERIAL_BYTES_MAX: Final = 20
KEY_BYTES: Final = 32
SIGNATURE_BYTES: Final = 64

_OBJECT: Final = re.compile(rb"(?:[\x00-\x7f]|[\x81-\xff][\x80-\xff]*[\x00-\x7f])+")
"Numbers in base 128, none of them with a zero in front."
_TIME: Final = re.compile(rb"\x17\x0d[0-9]{12}Z|\x18\x0f[0-9]{14}Z")
_PRINTABLE: Final = re.compile(rb"[\x20-\x7e]*")
_SERIAL: Final = re.compile(rb"[\x01-\x7f].*|\x00[\x80-\xff].*", re.DOTALL)


class NotReadable(ValueError):
    """Bytes that are no certificate of this form."""


def certified_key(der: bytes) -> bytes:
    """The Ed25519 key that a certificate is for. Raises NotReadable."""
    outer = _Reader(der)
    certificate = outer.inside(SEQUENCE)
    outer.end()
    facts = certificate.inside(SEQUENCE)
    certificate.exactly(ED25519)
    certificate.bits(SIGNATURE_BYTES)
    certificate.end()
    return _facts(facts)


def _facts(facts: "_Reader") -> bytes:
    facts.exactly(VERSION_3)
    serial = facts.take(INTEGER)
    _need(len(serial) <= SERIAL_BYTES_MAX and _SERIAL.fullmatch(serial))
    facts.exactly(ED25519)
    _name(facts.inside(SEQUENCE))
    validity = facts.inside(SEQUENCE)
    _need(re.fullmatch(b"(?:" + _TIME.pattern + b"){2}", validity.data))
    _name(facts.inside(SEQUENCE))
    info = facts.inside(SEQUENCE)
    info.exactly(ED25519)
    key = info.bits(KEY_BYTES)
    info.end()
    if facts.more:
        _extensions(facts.inside(EXTENSIONS))
    facts.end()
    return key


def _name(name: "_Reader") -> None:
    """Sets of one attribute each: what it is, and a text."""
    while name.more:
        only = name.inside(SET)
        attribute = only.inside(SEQUENCE)
        only.end()
        _need(_OBJECT.fullmatch(attribute.take(OBJECT)))
        if attribute.data[attribute.at : attribute.at + 1] == bytes([PRINTABLE_STRING]):
            _need(_PRINTABLE.fullmatch(attribute.take(PRINTABLE_STRING)))
        else:
            _need(_is_utf8(attribute.take(UTF8_STRING)))
        attribute.end()


def _extensions(outer: "_Reader") -> None:
    """Of each extension its name and bytes; what they say is not read."""
    listed = outer.inside(SEQUENCE)
    outer.end()
    _need(listed.more)
    while listed.more:
        extension = listed.inside(SEQUENCE)
        _need(_OBJECT.fullmatch(extension.take(OBJECT)))
        if extension.data.startswith(CRITICAL, extension.at):
            extension.exactly(CRITICAL)
        extension.take(OCTET_STRING)
        extension.end()


class _Reader:
    """Elements of DER one after the other, each with a length of at most two bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    @property
    def more(self) -> bool:
        return self.at < len(self.data)

    def take(self, tag: int) -> bytes:
        """What stands in the next element, which has this tag."""
        _need(self.data[self.at : self.at + 1] == bytes([tag]))
        start = self.at + 2
        length = int.from_bytes(self.data[self.at + 1 : start])
        if length > 0x7F:  # noqa: PLR2004
            size = length - 0x80
            _need(size in (1, 2))
            length = int.from_bytes(self.data[start : start + size])
            _need(length >= (0x80, 0x100)[size - 1])
            start += size
        _need(start + length <= len(self.data))
        self.at = start + length
        return self.data[start : self.at]

    def inside(self, tag: int) -> "_Reader":
        return _Reader(self.take(tag))

    def bits(self, size: int) -> bytes:
        """A string of so many whole bytes."""
        held = self.take(BIT_STRING)
        _need(len(held) == size + 1 and held[0] == 0)
        return held[1:]

    def exactly(self, expected: bytes) -> None:
        _need(self.data.startswith(expected, self.at))
        self.at += len(expected)

    def end(self) -> None:
        _need(not self.more)


def _need(good: object) -> None:
    if not good:
        raise NotReadable


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
