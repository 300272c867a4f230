"""The map of one's own: what it is, and parts of its file. For our pages only, and only with a session."""

import re
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Header
from starlette.responses import Response

from firebreak.console import refusals
from firebreak.console.answers import refusal
from firebreak.console.own_map.archive import RANGE_BYTES_MAX
from firebreak.console.own_map.header import Section
from firebreak.console.own_map.part import Grounded
from firebreak.console.own_map.refusals import OUTSIDE, bad_range
from firebreak.console.rates import TILES
from firebreak.console.roles import SPEAKING, acting
from firebreak.console.sessions import Session
from firebreak.console.strict import ErrorForm

router = APIRouter(tags=["map"])

RANGE: Final = re.compile(r"bytes=([0-9]{1,15})-([0-9]{1,15})")
BINARY: Final = "application/octet-stream"
PART: Final[dict[int | str, dict[str, Any]]] = {
    206: {"description": "The bytes that were asked for.", "content": {BINARY: {}}},
    OUTSIDE: {"model": ErrorForm},
}

Looking = Annotated[Session, Depends(acting(*SPEAKING))]
"Looks at the map: an administrator does not."
Drawing = Annotated[Session, Depends(acting(*SPEAKING, tiles=True))]
"The same; moving the map asks often, and must not use up what an acknowledgement needs."


@router.get("/api/own-map")
async def own_map(_: Looking, ground: Grounded) -> dict[str, Any]:
    """What there is under the common picture; `fault` is the code of what is wrong with the file."""
    return ground.told()


@router.get(TILES, status_code=206, response_class=Response, responses=PART)
async def part(
    _: Drawing, ground: Grounded, wanted: Annotated[str, Header(alias="range", max_length=64)] = ""
) -> Response:
    """One range of the file, as `Range: bytes=FIRST-LAST`; never the whole of it."""
    if ground.map is None:
        raise refusals.nothing_here(method=False)
    section = asked(wanted, ground.map.size)
    if section is None:
        answer = refusal(bad_range(RANGE_BYTES_MAX))
        answer.headers["content-range"] = f"bytes */{ground.map.size}"
        return answer
    content = await ground.map.read(section)
    said = f"bytes {section.offset}-{section.end - 1}/{ground.map.size}"
    return Response(content, 206, {"content-range": said, "accept-ranges": "bytes"}, media_type=BINARY)


def asked(wanted: str, size: int) -> Section | None:
    """The part that a Range header names; None for one that is not answered."""
    found = RANGE.fullmatch(wanted)
    if found is None:
        return None
    first, last = int(found[1]), min(int(found[2]), size - 1)
    length = last - first + 1
    return Section(first, length) if 0 < length <= RANGE_BYTES_MAX else None
