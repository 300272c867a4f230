"""Voice notes: a page leaves one that its officer signed, lists them, and fetches one to listen to."""

from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Path, Query
from pydantic import Field
from starlette.responses import Response

from firebreak.console.asking import asked
from firebreak.console.fields import BodyHex, Desk, Hash, Language, LineInPath, PrecedenceName
from firebreak.console.roles import Speaking
from firebreak.console.routes.speaking import Duty, check_word
from firebreak.console.strict import Strict
from firebreak.console.watching import Seen
from firebreak.core.envelope.header import HASH_BYTES
from firebreak.core.envelope.kinds import Kind
from firebreak.core.message.voice.bodies import (
    DURATION_MS_MAX,
    GIST_CODE_POINTS_MAX,
    NOTE_BYTES_MAX,
    PARTS_MAX,
)

router = APIRouter(prefix="/api/lines/{line}/voice-notes", tags=["voice notes"])

OPAQUE: Final = "application/octet-stream"
"What the bytes are called: no browser plays them by itself. The page says what they are to be decoded as."
DataHex = Annotated[str, Field(min_length=2, max_length=2 * NOTE_BYTES_MAX, pattern="^([0-9a-f]{2})*$")]
NoteInPath = Annotated[str, Path(alias="note", pattern=f"^[0-9a-f]{{{2 * HASH_BYTES}}}$")]
Before = Annotated[str | None, Query(pattern=f"^[0-9a-f]{{{2 * HASH_BYTES}}}$")]
Few = Annotated[int, Query(ge=1, le=50)]


class LeaveNote(Strict):
    """I have listened to this note, and leave it."""

    what: Literal["voice.note"]
    desk: Desk | None = None
    from_desk: Desk | None = None
    duration_ms: Annotated[int, Field(ge=1, le=DURATION_MS_MAX)]
    size_bytes: Annotated[int, Field(ge=1, le=NOTE_BYTES_MAX)]
    sha256: Hash
    parts: Annotated[list[Hash], Field(min_length=1, max_length=PARTS_MAX)]
    gist: Annotated[str, Field(max_length=GIST_CODE_POINTS_MAX)] = ""
    language: Language = ""
    precedence: PrecedenceName = "routine"


class Left(Strict):
    """A note with the statement of an officer, and its bytes."""

    body: BodyHex
    precedence: PrecedenceName = "routine"
    data: DataHex


@router.post("")
async def leave(line: LineInPath, body: Left, session: Duty, seen: Seen) -> dict[str, Any]:
    """Leave a note; the answer comes when all of it is signed and durable here."""
    check_word(session, Kind.VOICE_NOTE, bytes.fromhex(body.body))
    return await asked(seen.views, "voice.send", line=line, **{**body.model_dump(), "data": [body.data]})


@router.get("")
async def notes(
    line: LineInPath, _session: Speaking, seen: Seen, before: Before = None, limit: Few = 50
) -> dict[str, Any]:
    """Notes both ways, without their sound: the newest, or those before one of them."""
    return await asked(seen.views, "voice.notes", line=line, before=before, last=limit)


@router.get(
    "/{note}/sound",
    response_class=Response,
    responses={200: {"content": {OPAQUE: {"schema": {"type": "string", "format": "binary"}}}}},
)
async def sound(line: LineInPath, note: NoteInPath, _session: Speaking, seen: Seen) -> Response:
    """The bytes of a note that is whole, and are what its officer signed."""
    told = await asked(seen.views, "voice.note", line=line, note=note)
    kept = {"content-disposition": f'attachment; filename="{note[:16]}.webm"'}
    return Response(bytes.fromhex(told["data"]), media_type=OPAQUE, headers=kept)
