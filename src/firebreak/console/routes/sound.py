"""The sound of calls: what a page says without an officer's signature, and how the sound of a call stands."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import Field

from firebreak.console.asking import asked
from firebreak.console.fields import CallInPath, Desk, Hash, LineInPath
from firebreak.console.inside.part import Inside
from firebreak.console.roles import Speaking
from firebreak.console.routes.speaking import Duty, Voiced, check_came
from firebreak.console.strict import Strict
from firebreak.console.watching import Seen
from firebreak.core.call.sound.bodies import (
    CANDIDATE_BYTES_MAX,
    CANDIDATES_MAX,
    DESCRIPTION_BYTES_MAX,
    LEG_MAX,
)
from firebreak.core.call.sound.course_bodies import CHUNKS_MAX, RECORDED_BYTES_MAX, WHO_CODE_POINTS_MAX

router = APIRouter(prefix="/api/lines/{line}/calls/{id}", tags=["sound"])

Leg = Annotated[int, Field(ge=0, le=LEG_MAX)]
Description = Annotated[str, Field(min_length=1, max_length=DESCRIPTION_BYTES_MAX)]
Candidate = Annotated[str, Field(max_length=CANDIDATE_BYTES_MAX)]


class Described(Strict):
    """Our end of a leg, to warm the path up before anybody answers."""

    leg: Leg = 0
    sdp: Literal["offer", "answer"]
    fingerprint: Hash
    description: Description
    desk: Desk | None = None


class Candidates(Strict):
    """Addresses of our end of a leg."""

    leg: Leg = 0
    candidates: Annotated[list[Candidate], Field(max_length=CANDIDATES_MAX)]
    last: bool = False


class Secured(Strict):
    """What the page found on the live connection, good or bad."""

    leg: Leg = 0
    ours: Hash
    theirs: Hash
    description_matches: bool
    certificate_matches: bool


class Changed(Strict):
    """Hold, resume, take in a third person or let one go."""

    leg: Leg = 0
    who: Annotated[str, Field(max_length=WHO_CODE_POINTS_MAX)] = ""


class Recorded(Strict):
    """How much the page has recorded."""

    chunks: Annotated[int, Field(ge=0, le=CHUNKS_MAX)]
    size_bytes: Annotated[int, Field(ge=0, le=RECORDED_BYTES_MAX)]
    last: Hash
    ended: bool = False


@router.get("/sound")
async def sound(
    line: LineInPath, call: CallInPath, session: Speaking, seen: Seen, house: Inside
) -> dict[str, Any]:
    """Where the sound of a call stands, and each described end; and what stands inside the house."""
    answer = await asked(seen.views, "call.sound", line=line, call=call)
    inside = house.standing(line, call, session.id, answer["ours"])
    answer["ends"] += inside.pop("ends")
    return {**answer, "inside": inside}


@router.post("/media")
async def media(
    line: LineInPath, call: CallInPath, body: Described, _session: Duty, seen: Seen
) -> dict[str, Any]:
    """Describe our end of a leg without an officer."""
    return await asked(seen.views, "call.media", line=line, call=call, **body.model_dump())


@router.post("/candidates")
async def candidates(
    line: LineInPath, call: CallInPath, body: Candidates, session: Voiced, seen: Seen, house: Inside
) -> dict[str, Any]:
    """Addresses at which our end of a leg may be reached."""
    check_came(session, house, line, call)
    return await asked(seen.views, "call.candidate", line=line, call=call, **body.model_dump())


@router.post("/secured")
async def secured(
    line: LineInPath, call: CallInPath, body: Secured, session: Voiced, seen: Seen, house: Inside
) -> dict[str, Any]:
    """What both checks found on the live connection."""
    check_came(session, house, line, call)
    return await asked(seen.views, "call.secured", line=line, call=call, **body.model_dump())


@router.post("/recorded")
async def recorded(
    line: LineInPath, call: CallInPath, body: Recorded, _session: Duty, seen: Seen
) -> dict[str, Any]:
    """How much the page has recorded, as a chain of hashes."""
    return await asked(seen.views, "call.recorded", line=line, call=call, **body.model_dump())


@router.post("/join")
async def join(
    line: LineInPath, call: CallInPath, body: Changed, session: Voiced, seen: Seen, house: Inside
) -> dict[str, Any]:
    """A third person hears and speaks from now on, by a leg of their own."""
    check_came(session, house, line, call)
    return await asked(seen.views, "call.join", line=line, call=call, **body.model_dump())


@router.post("/leave")
async def leave(
    line: LineInPath, call: CallInPath, body: Changed, session: Voiced, seen: Seen, house: Inside
) -> dict[str, Any]:
    """A third person does so no more."""
    check_came(session, house, line, call)
    return await asked(seen.views, "call.leave", line=line, call=call, **body.model_dump())


@router.post("/{change}")
async def changed(
    line: LineInPath,
    call: CallInPath,
    change: Literal["hold", "resume"],
    body: Changed,
    _session: Duty,
    seen: Seen,
) -> dict[str, Any]:
    """Hold a call, or resume it."""
    return await asked(seen.views, f"call.{change}", line=line, call=call, **body.model_dump())
