"""`firebreak notice import`: what a file of another program says, and its notices as forms to be issued."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from firebreak.cli.options import FoundIn, Json

if TYPE_CHECKING:
    from firebreak.core.geo.place import Place
    from firebreak.formats.drafts import Draft

FILE_BYTES_MAX: Final = 4 * 1024 * 1024 + 1  # the bound of the readers, and one more to see it passed

Source = Annotated[Path, typer.Argument(metavar="FILE", help="A file of one of the formats.")]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="cap, cot, ed318, f3548, geojson, kml, text, whiteflag; auto looks at how the file begins.",
    ),
]
Near = Annotated[
    str | None,
    typer.Option(
        "--near", metavar="POSITION", help="Where it should lie: swapped coordinates are asked about."
    ),
]
Pick = Annotated[
    int | None, typer.Option("--pick", min=1, metavar="NUMBER", help="Which notice goes to --out.")
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FORM", help="Write it as a form for `firebreak notice issue --file`."),
]

ComparedBy = Annotated[
    str,
    typer.Option("--compared-by", metavar="NAME", help="Who compared area and windows with the file."),
]


def register(notice: typer.Typer) -> None:
    """Add the verb to the group."""
    notice.command("import")(import_file)


def import_file(
    file: Source,
    kind: Format = "auto",
    near: Near = None,
    pick: Pick = None,
    out: Out = None,
    compared_by: ComparedBy = "",
    language: FoundIn = "en",
    as_json: Json = False,
) -> None:
    """Read a file of another program and say what was understood. Nothing is signed or sent.

    Each notice of the file is shown with what is doubtful in it. With --out one of them becomes a form, with
    the source word for word: look through it, compare it with what you expected, then issue it. What was read
    with doubt is not signed before --compared-by says who compared.

    Exit code 0: nothing is doubtful. 1: findings. 2: the file could not be read.

    Example: firebreak notice import range.geojson --near '54.7N 20.5E'
    """
    from firebreak.app.house import write_file
    from firebreak.cli.finding_words import read_in
    from firebreak.cli.run import GOOD, REFUSED

    read_in(language)
    data = bounded(file)
    drafts = _read(data, kind, _place(near))
    for number, each in enumerate(drafts, start=1):
        _show(number, each, data, as_json=as_json)
    if out is not None:
        write_file(out, _form(drafts, pick, data, compared_by))
    raise typer.Exit(REFUSED if any(each.findings for each in drafts) else GOOD)


def bounded(file: Path) -> bytes:
    """A file, or as much of it as shows that it is too large. Raises LocalError."""
    from firebreak.core.base.errors import LocalError

    try:
        with file.open("rb") as opened:
            return opened.read(FILE_BYTES_MAX)
    except OSError as error:
        text = f"cannot read {file}: {error.strerror}"
        raise LocalError(text, code="FB350", hint="check the path") from error


def _read(data: bytes, kind: str, near: "Place | None") -> "list[Draft]":
    from datetime import UTC, datetime

    from firebreak.core.base.errors import LocalError
    from firebreak.core.base.instants import SECOND
    from firebreak.formats.files import read
    from firebreak.runtime.clocks import SystemClock

    now = datetime.fromtimestamp(SystemClock().read().wall / SECOND, UTC)
    found = read(data, kind, near, now)
    if not found:
        raise LocalError("the file holds no notice", code="FB626", hint="look whether it is the right file")
    return found


def _place(text: str | None) -> "Place | None":
    from firebreak.cli.notice_form import typed_place

    return None if text is None else typed_place(text)


def _form(drafts: "list[Draft]", pick: int | None, data: bytes, compared_by: str) -> bytes:
    """The form of one notice. Raises LocalError when it is not clear of which."""
    import json

    from firebreak.core.base.errors import LocalError
    from firebreak.formats.forms import form_of

    number = 1 if pick is None and len(drafts) == 1 else pick
    if number is None or number > len(drafts):
        raise LocalError(
            f"the file holds {len(drafts)} notices", code="FB626", hint="say which one with --pick NUMBER"
        )
    chosen = drafts[number - 1]
    if chosen.act == "cancel":
        text = f"notice {number} of the file cancels another and is none itself"
        raise LocalError(text, code="FB626", hint="say `firebreak notice cancel NAME`, or pick another")
    return (json.dumps(form_of(chosen, data, compared_by), ensure_ascii=False, indent=1) + "\n").encode()


def _show(number: int, draft: "Draft", data: bytes, *, as_json: bool) -> None:
    from firebreak.cli.terminal import say, say_json

    if as_json:
        say_json(facts(number, draft, data))
    else:
        from firebreak.cli.notice_drafts import lines

        say(*lines(number, draft))


def facts(number: int, draft: "Draft", data: bytes) -> dict[str, Any]:
    """One notice of a file for programs."""
    from firebreak.formats.forms import form_of

    form = form_of(draft, data)
    return {
        "number": number,
        "format": draft.source_format,
        "identifier": draft.identifier,
        "act": draft.act,
        "refers_to": list(draft.refers_to),
        "issued_at": draft.issued_at.isoformat() if draft.issued_at else None,
        "area": form.get("area", {"kind": "none"}),
        "windows": [each.as_json() for each in draft.windows],
        "findings": [{"code": each.code, "text": each.text} for each in draft.findings],
        "form": form,
    }
