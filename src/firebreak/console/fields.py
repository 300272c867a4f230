"""Fields of requests, with the bounds that the core has for what is signed."""

from typing import Annotated, Final, Literal

from fastapi import Path, Query
from pydantic import Field

from firebreak.core.base.text import TEXT_CODE_POINTS_MAX
from firebreak.core.call.bodies import (
    CALL_ID_BYTES,
    DESK_CODE_POINTS_MAX,
    NOTE_CODE_POINTS_MAX,
    RING_SECONDS_MAX,
    RING_SECONDS_MIN,
    SUBJECT_CODE_POINTS_MAX,
)
from firebreak.core.envelope.header import HASH_BYTES
from firebreak.core.message.bodies import LANGUAGE_CODE_POINTS_MAX

BODY_DIGITS_MAX: Final = 2 * 16_384  # a body in hexadecimal
INSTANT_MAX: Final = (1 << 53) - 1  # every language can hold it

_HASH: Final = f"^[0-9a-f]{{{2 * HASH_BYTES}}}$"
_ID: Final = f"^[0-9a-f]{{{2 * CALL_ID_BYTES}}}$"

LineName = Annotated[str, Field(min_length=1, max_length=64)]
LineInPath = Annotated[str, Path(alias="line", min_length=1, max_length=64)]
Desk = Annotated[str, Field(min_length=1, max_length=DESK_CODE_POINTS_MAX)]
Hash = Annotated[str, Field(pattern=_HASH)]
"Hash of an entry: 64 hexadecimal digits."
CallId = Annotated[str, Field(pattern=_ID)]
"32 hexadecimal digits."
CallInPath = Annotated[str, Path(alias="id", pattern=_ID)]
Instant = Annotated[int, Field(ge=0, le=INSTANT_MAX)]
"Milliseconds UTC."
Text = Annotated[str, Field(max_length=TEXT_CODE_POINTS_MAX)]
Note = Annotated[str, Field(max_length=NOTE_CODE_POINTS_MAX)]
Subject = Annotated[str, Field(max_length=SUBJECT_CODE_POINTS_MAX)]
RingSeconds = Annotated[int, Field(ge=RING_SECONDS_MIN, le=RING_SECONDS_MAX)]
Language = Annotated[str, Field(max_length=LANGUAGE_CODE_POINTS_MAX)]
BodyHex = Annotated[str, Field(max_length=BODY_DIGITS_MAX, pattern="^([0-9a-f]{2})*$")]
PrecedenceName = Literal["routine", "priority", "immediate", "flash"]
Reader = Literal["de", "en", "ru", "uk"]
"Language of whoever reads."
Day = Annotated[str, Query(pattern="^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
