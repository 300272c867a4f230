"""`firebreak notice`: what is announced, by either side and by the rest of the world."""

from pathlib import Path
from typing import Annotated

import typer

from firebreak.cli import (
    notice_answers,
    notice_exporting,
    notice_importing,
    notice_inquiries,
    notice_issue,
    notice_list,
    notice_releasing,
)
from firebreak.cli.options import FoundIn, Json

notice = typer.Typer(no_args_is_help=True, help="Notices: issue, list, answer, ask; read warnings and NOTAM.")
for _part in (
    notice_issue,
    notice_releasing,
    notice_list,
    notice_answers,
    notice_inquiries,
    notice_importing,
    notice_exporting,
):
    _part.register(notice)


@notice.command("parse")
def parse(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE", help="JSON lines with id, text and dtg.", show_default="standard input"
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="One pasted warning instead of JSON lines.")
    ] = None,
    dtg: Annotated[
        str, typer.Option("--dtg", metavar="DTG", help="When the pasted warning was issued: 031234Z AUG 26.")
    ] = "",
    raw: Annotated[
        bool, typer.Option("--raw", help="The input is one warning as it was received, not JSON lines.")
    ] = False,
    language: FoundIn = "en",
    as_json: Json = False,
) -> None:
    """Read navigational warnings, PRIP and NOTAM: positions, shape, windows, and what is doubtful.

    Exit code 0: nothing is doubtful. 1: findings. 2: nothing could be read.

    Example: firebreak notice parse --json < warnings.jsonl
    """
    from firebreak.cli.finding_words import read_in
    from firebreak.cli.notice_parse import parse_lines, parse_one

    read_in(language)
    if text is not None or raw:
        raise typer.Exit(parse_one(file, text, dtg, as_json=as_json))
    raise typer.Exit(parse_lines(file, as_json=as_json))


@notice.command("coordinates")
def coordinates(
    position: Annotated[str, typer.Argument(metavar="POSITION", help="A position in any usual form.")],
    language: FoundIn = "en",
    as_json: Json = False,
) -> None:
    """Show a position in all other forms, to be read back.

    Example: firebreak notice coordinates "55°45'21\\"с.ш. 37°37'02\\" в.д."
    """
    from firebreak.cli.finding_words import read_in
    from firebreak.cli.notice_coordinates import show

    read_in(language)
    raise typer.Exit(show(position, as_json=as_json))
