"""Pages of one house in a call: an officer asks a colleague, who comes; both speak by their own path."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path
from pydantic import Field

from firebreak.console.fields import BodyHex, CallInPath, Desk, Hash, LineInPath
from firebreak.console.inside.house import Description as InsideDescription
from firebreak.console.inside.legs import LEG_MAX, LEG_MIN
from firebreak.console.inside.part import Inside
from firebreak.console.routes.lines import Nothing
from firebreak.console.routes.sound import Candidate, Description
from firebreak.console.routes.speaking import Duty, Voiced
from firebreak.console.strict import Strict
from firebreak.core.call.sound.bodies import CANDIDATES_MAX

router = APIRouter(prefix="/api/lines/{line}/calls/{id}/inside", tags=["sound"])

AskInPath = Annotated[str, Path(alias="ask", pattern="^[0-9a-f]{16}$")]
HouseLeg = Annotated[int, Field(ge=LEG_MIN, le=LEG_MAX)]


class Asked(Strict):
    """A colleague, by the name that `people` gives, and for what."""

    to: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    want: Literal["interpret", "take"]


class Given(Strict):
    """A hand-over that the giver has signed."""

    body: BodyHex


class DescribedInside(Strict):
    """Our end of a path in the house."""

    leg: HouseLeg
    sdp: Literal["offer", "answer"]
    fingerprint: Hash
    description: Description
    desk: Desk | None = None


class NamedInside(Strict):
    """Addresses of our end."""

    leg: HouseLeg
    candidates: Annotated[list[Candidate], Field(max_length=CANDIDATES_MAX)]
    last: bool = False


@router.get("/people")
async def people(line: LineInPath, _call: CallInPath, session: Duty, house: Inside) -> dict[str, Any]:
    """Colleagues who have a page open and could come, with the desk at which they sit."""
    found = (
        {"id": name, "name": who.account, "officer": who.officer, "desk": who.desk, "roles": [*each.roles]}
        for name, each, who in house.people(line, session.id)
    )
    return {"people": sorted(found, key=lambda each: (each["name"], each["id"]))}


@router.post("/asks")
async def ask(
    line: LineInPath, call: CallInPath, body: Asked, session: Duty, house: Inside
) -> dict[str, Any]:
    """Ask a colleague to interpret, or to take the call over."""
    return {"ask": house.ask(line, call, body.want, session, body.to).id}


@router.post("/asks/{ask}/signed")
async def signed(
    line: LineInPath, call: CallInPath, name: AskInPath, body: Given, session: Duty, house: Inside
) -> dict[str, Any]:
    """Bring to the colleague what the officer who gives the call has signed."""
    house.asks.signed(house.asks.named(line, call, name, session.id), session.id, body.body)
    house.tell(line, call)
    return {}


@router.post("/asks/{ask}/{answer}")
async def answered(
    line: LineInPath,
    call: CallInPath,
    name: AskInPath,
    answer: Literal["accept", "refuse", "end"],
    _body: Nothing,
    session: Voiced,
    house: Inside,
) -> dict[str, Any]:
    """Come, not come, or end what was asked."""
    found = house.asks.named(line, call, name, session.id)
    if answer == "end":
        house.end(found)
    else:
        house.asks.answer(found, session.id, answer == "accept")
        house.tell(line, call)
    return {}


@router.post("/media")
async def media(
    line: LineInPath, call: CallInPath, body: DescribedInside, session: Voiced, house: Inside
) -> dict[str, Any]:
    """Describe our end of a path to a colleague."""
    rest = InsideDescription(fingerprint=body.fingerprint, description=body.description, desk=body.desk or "")
    house.describe((line, call), session, body.sdp, body.leg, rest)
    return {}


@router.post("/candidates")
async def candidates(
    line: LineInPath, call: CallInPath, body: NamedInside, session: Voiced, house: Inside
) -> dict[str, Any]:
    """Addresses at which our end may be reached."""
    house.legs.name((line, call), body.leg, session.id, body.candidates, body.last)
    house.tell(line, call)
    return {}
