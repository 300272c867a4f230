"""The record of a line: its entries and messages page by page, the ledger, verifying it, taking it along."""

import re
from contextlib import AsyncExitStack
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from firebreak.console.asking import asked
from firebreak.console.fields import INSTANT_MAX, Day, LineInPath, Reader
from firebreak.console.records import bundle_of, one_at_a_time, told, verified
from firebreak.console.refusals import TOO_LARGE, Refused
from firebreak.console.roles import Here, Speaking
from firebreak.console.routes.speaking import Supervising
from firebreak.console.strict import Strict
from firebreak.console.watching import Seen
from firebreak.core.envelope.header import HASH_BYTES

router = APIRouter(prefix="/api/lines/{line}", tags=["record"])

Before = Annotated[int | None, Query(ge=1, le=INSTANT_MAX)]
Limit = Annotated[int, Query(ge=1, le=500)]
Few = Annotated[int, Query(ge=1, le=50)]
Position = Annotated[int, Path(ge=1, le=INSTANT_MAX)]
BeforeMessage = Annotated[str, Query(pattern=f"^([0-9a-f]{{{2 * HASH_BYTES}}})?$")]


class Asking(Strict):
    """In which language findings are told."""

    language: Reader = "en"


class Exporting(Strict):
    """What a bundle is to hold."""

    without_bodies: bool = False


@router.get("/entries")
async def entries(
    line: LineInPath, _session: Speaking, seen: Seen, before: Before = None, limit: Limit = 100
) -> dict[str, Any]:
    """Entries of both logs: the newest, or those before a position."""
    return await asked(seen.views, "entries", line=line, before=before, last=limit)


@router.get("/entries/{position}")
async def entry(line: LineInPath, position: Position, _session: Speaking, seen: Seen) -> dict[str, Any]:
    """One entry with all that is known of it."""
    return await asked(seen.views, "entry", line=line, position=position)


@router.get("/messages")
async def messages(
    line: LineInPath, _session: Speaking, seen: Seen, before: BeforeMessage = "", limit: Few = 50
) -> dict[str, Any]:
    """Messages: the newest, or those before one of them; fewer where they are long."""
    try:
        return await asked(seen.views, "inbox", line=line, before=before, last=limit, show_in="all")
    except Refused as error:
        if error.status != TOO_LARGE or limit == 1:
            raise
    return await messages(line, _session, seen, before, max(1, limit // 4))


@router.get("/ledger")
async def ledger(
    line: LineInPath, _session: Speaking, seen: Seen, since: Day = "", until: Day = ""
) -> dict[str, Any]:
    """Attempts and outcomes by direction, desk and kind, between two days."""
    return await asked(seen.views, "ledger", line=line, since=since, until=until)


@router.post("/verify")
async def verify(line: LineInPath, body: Asking, _session: Speaking, seen: Seen) -> dict[str, Any]:
    """Check the whole record as a stranger would, in the reader's language."""
    return told(await verified(seen.views, line), body.language)


@router.post("/export", response_class=Response)
async def export(
    line: LineInPath, body: Exporting, _session: Supervising, console: Here, seen: Seen
) -> Response:
    """The record of a line as a bundle, for a witness or a court."""
    async with AsyncExitStack() as stack:
        async with one_at_a_time():
            choice = {"without_bodies": body.without_bodies}
            path = await stack.enter_async_context(bundle_of(seen.views, line, **choice))
        kept = stack.pop_all()
    name = NOT_IN_NAMES.sub("-", f"{console.settings.party}-{line}")
    return FileResponse(
        path,
        media_type="application/octet-stream",
        filename=f"{name}.fbundle",
        background=BackgroundTask(kept.aclose),
    )


NOT_IN_NAMES: Final = re.compile("[^A-Za-z0-9]")
