"""The fields of Whiteflag messages and how many bits each of their characters takes.

Whiteflag specification v1-draft.6, 4.1 and 4.3. A message is a row of bits without gaps, filled up with
noughts to whole bytes. Exactly one row of bytes belongs to a message: others are refused.
"""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Code(Enum):
    """How the characters of a field become bits."""

    UTF8 = "text"
    BINARY = "bits"
    HEX = "hexadecimal digits"
    DECIMAL = "decimal digits"
    INSTANT = "a date and a time"
    DURATION = "days, hours and minutes"
    LATITUDE = "a latitude"
    LONGITUDE = "a longitude"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. Without a size it takes the rest of the message."""

    name: str
    code: Code
    size: int | None
    "Characters of a text, digits otherwise."


def _sign() -> tuple[Field, ...]:
    return (
        Field("SubjectCode", Code.HEX, 2),
        Field("DateTime", Code.INSTANT, 14),
        Field("Duration", Code.DURATION, 6),
        Field("ObjectType", Code.HEX, 2),
        Field("ObjectLatitude", Code.LATITUDE, 7),
        Field("ObjectLongitude", Code.LONGITUDE, 8),
        Field("ObjectSizeDim1", Code.DECIMAL, 4),
        Field("ObjectSizeDim2", Code.DECIMAL, 4),
        Field("ObjectOrientation", Code.DECIMAL, 3),
    )


HEADER: Final = (
    Field("Prefix", Code.UTF8, 2),
    Field("Version", Code.UTF8, 1),
    Field("EncryptionIndicator", Code.UTF8, 1),
    Field("DuressIndicator", Code.BINARY, 1),
    Field("MessageCode", Code.UTF8, 1),
    Field("ReferenceIndicator", Code.HEX, 1),
    Field("ReferencedMessage", Code.HEX, 64),
)
SIGN: Final = _sign()
SIGNS: Final = "PEDSIMQ"
PSEUDO: Final = Field("PseudoMessageCode", Code.UTF8, 1)
BODIES: Final = dict.fromkeys(SIGNS, SIGN) | {
    "A": (Field("VerificationMethod", Code.HEX, 1), Field("VerificationData", Code.UTF8, None)),
    "K": (Field("CryptoDataType", Code.HEX, 2), Field("CryptoData", Code.HEX, None)),
    "R": (Field("ResourceMethod", Code.HEX, 1), Field("ResourceData", Code.UTF8, None)),
    "F": (Field("Text", Code.UTF8, None),),
}
REQUEST: Final = (Field("ObjectType", Code.HEX, 2), Field("ObjectTypeQuant", Code.DECIMAL, 2))
REQUESTS: Final = "requestObjects"
REQUESTS_MAX: Final = 8  # 4.3.1.9
TEST: Final = "T"
BYTES_MAX: Final = 1_024  # a sign has 63; the rest is for texts and keys

NOWHERE: Final = ("+99.99999", "+999.99999")
"The place of an object whose place is not told."
NOTHING: Final = "0" * 64

FORMS: Final = {
    Code.BINARY: re.compile("[01]+"),
    Code.HEX: re.compile("[0-9A-Fa-f]*"),
    Code.DECIMAL: re.compile("[0-9]+"),
    Code.INSTANT: re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", re.ASCII),
    Code.DURATION: re.compile(r"P\d{2}D\d{2}H\d{2}M", re.ASCII),
    Code.LATITUDE: re.compile(r"[+-]\d{2}\.\d{5}", re.ASCII),
    Code.LONGITUDE: re.compile(r"[+-]\d{3}\.\d{5}", re.ASCII),
}
