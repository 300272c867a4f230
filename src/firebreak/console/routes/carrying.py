"""What a line carries, as its node measured it last: how much sound a call may have."""

from typing import Any

from fastapi import APIRouter

from firebreak.console.asking import asked
from firebreak.console.fields import LineInPath
from firebreak.console.roles import Speaking
from firebreak.console.watching import Seen

router = APIRouter(prefix="/api/lines/{line}", tags=["sound"])


@router.get("/carried")
async def carried(line: LineInPath, _session: Speaking, seen: Seen) -> dict[str, Any]:
    """Round trip, rate and loss; null where no link was measured yet."""
    status = await asked(seen.views, "status", line=line)
    return {"carried": status["lines"][line]["carried"]}
