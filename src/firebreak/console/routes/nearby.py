"""What is near our sites: our own tracks and how near announced areas come. For our pages only."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends

from firebreak.console.roles import Role, acting
from firebreak.console.sessions import Session
from firebreak.console.watching import Seen

router = APIRouter(prefix="/api", tags=["map"])

Looking = Annotated[Session, Depends(acting(Role.DUTY, Role.SUPERVISOR, Role.LINGUIST, Role.RELEASER))]
"Looks at the map: an administrator does not."


@router.get("/nearby")
async def nearby(_: Looking, seen: Seen) -> dict[str, Any]:
    """The newest picture; `following` is false where nothing follows tracks, or it does not answer."""
    value = seen.nearby.value
    return {"following": value is not None, **(value or {})}
