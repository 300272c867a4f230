"""Notices in full, what would be found in one, questions and incidents; and reading texts of others."""

from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Path
from pydantic import Field

from firebreak.console.asking import asked
from firebreak.console.fields import Hash, LineInPath, Reader
from firebreak.console.reading import drafted, positioned, with_forms
from firebreak.console.refusals import WRONG_VALUE, Refused
from firebreak.console.roles import Speaking
from firebreak.console.routes.noticing import Form
from firebreak.console.strict import Strict
from firebreak.console.watching import Seen
from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.header import HASH_BYTES

router = APIRouter(prefix="/api/lines/{line}", tags=["notices"])
texts = APIRouter(prefix="/api/notices", tags=["notices"])

READ_CHARACTERS_MAX: Final = 60_000  # a bulletin of a day; a notice carries 8,000
NoticeInPath = Annotated[str, Path(alias="notice", pattern=f"^[0-9a-f]{{{2 * HASH_BYTES}}}$")]


class Checked(Strict):
    """A notice that is being written."""

    form: Form
    replaces: Hash | None = None


class Text(Strict):
    """A warning, a NOTAM or another file, as it was received."""

    text: Annotated[str, Field(min_length=1, max_length=READ_CHARACTERS_MAX)]
    format: Literal["auto", "cap", "cot", "ed318", "f3548", "geojson", "kml", "text", "whiteflag"] = "auto"


class Positions(Strict):
    """Positions as a person typed them, in any usual form, one on each line."""

    lines: Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=256)]


@router.get("/notices/{notice}")
async def notice(
    line: LineInPath, name: NoticeInPath, _session: Speaking, seen: Seen, show_in: Reader = "en"
) -> dict[str, Any]:
    """One notice with its texts, its source word for word, and its places in all forms."""
    return with_forms(await asked(seen.views, "notice", line=line, notice=name, show_in=show_in))


@router.post("/notices/check")
async def check(line: LineInPath, body: Checked, _session: Speaking, seen: Seen) -> dict[str, Any]:
    """What would be found in a notice if it were written now; nothing is written."""
    form = body.form if body.replaces is None else {**body.form, "replaces": body.replaces}
    return await asked(seen.views, "notice.check", line=line, form=form)


@router.get("/register")
async def register(line: LineInPath, _session: Speaking, seen: Seen) -> dict[str, Any]:
    """The register of protected sites of both sides, those that ended too."""
    return await asked(seen.views, "notices", line=line, group="site", all=True)


@router.get("/explanations")
async def explanations(line: LineInPath, _session: Speaking, seen: Seen) -> dict[str, Any]:
    """Questions, both ways, with their clocks and replies."""
    return await asked(seen.views, "explanations", line=line)


@router.get("/incidents")
async def incidents(line: LineInPath, _session: Speaking, seen: Seen) -> dict[str, Any]:
    """Incidents, with the versions of both sides beside each other."""
    return await asked(seen.views, "incidents", line=line)


@texts.post("/read")
def read(body: Text, _session: Speaking) -> dict[str, Any]:
    """What a text says, as forms of notices with everything that is doubtful. A person compares them."""
    try:
        return {"drafts": drafted(body.text, body.format)}
    except LocalError as error:
        raise Refused(error.text, code=error.code, hint=error.hint, status=WRONG_VALUE) from error


@texts.post("/positions")
def positions(body: Positions, _session: Speaking) -> dict[str, Any]:
    """Typed positions in every other form, with check digits; a line without a position says so."""
    return {"positions": [positioned(each) for each in body.lines if each.strip()]}
