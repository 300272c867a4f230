"""The shape of what is said about notices: code, area and source, and the notice that an entry is about.

Whether a notice is late or its outline crosses itself is for whoever acts on it; here stands only what makes
a body one or none (`spec/notice.md`).
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from firebreak.core.base.cbor import Value
from firebreak.core.base.shape import BadShape, Body, Inside, Octets, Several, Text, item
from firebreak.core.envelope.header import HASH_BYTES
from firebreak.core.envelope.kinds import Kind
from firebreak.core.geo.area import Area

CODE: Final = re.compile("[PEDSIMQ][0-9A-F]{2}")
CODE_KEY, AREA_KEY, SOURCE_KEY, NAMED_KEY = 4, 5, 19, 2
AREAS: Final = {Kind.NOTICE: AREA_KEY, Kind.EXPLANATION_ASKED: 6, Kind.EXPLANATION_GIVEN: 6, Kind.INCIDENT: 5}
"Kinds whose bodies may hold an area, and under which key."
NAMING: Final = frozenset(
    {
        Kind.NOTICE_CANCEL,
        Kind.NOTICE_ANSWER,
        Kind.NOTICE_PASSED,
        Kind.NOTICE_RENEWED,
        Kind.EXPLANATION_GIVEN,
    }
)
"Kinds that are about one entry, under key 2."


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Body):
    """What was doubtful when a source was read."""

    code: str = item(1, Text(most=40, least=1))
    text: str = item(2, Text(most=200), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Body):
    """A text with its hash."""

    format: str = item(1, Text(most=24, least=1))
    text: str = item(2, Text(most=8_000, least=1))
    sha256: bytes = item(3, Octets(exactly=HASH_BYTES))
    doubts: tuple[Doubt, ...] = item(4, Several(Inside(Doubt), most=32), default=())
    compared_by: str = item(5, Text(most=64), default="")

    def __post_init__(self) -> None:
        if self.sha256 != sha256(self.text.encode()).digest():
            raise ValueError("a source text under another hash")


def hold(kind: int, body: dict[int, Value]) -> None:
    """Raise BadShape unless the body has the shape of its kind."""
    found = next((each for each in AREAS if each == kind), None)
    if found is not None and AREAS[found] in body:
        Area.from_map(body[AREAS[found]])
    if kind in NAMING:
        _hash(body.get(NAMED_KEY))
    if kind == Kind.NOTICE:
        _notice(body)


def _notice(body: dict[int, Value]) -> None:
    code = body.get(CODE_KEY)
    if not isinstance(code, str) or not CODE.fullmatch(code):
        raise BadShape("a notice without a code")
    if SOURCE_KEY in body:
        Source.from_map(body[SOURCE_KEY])


def _hash(value: Value) -> None:
    if not isinstance(value, bytes) or len(value) != HASH_BYTES:
        raise BadShape("an entry is not named by a hash of 32 bytes")
