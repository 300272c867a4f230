"""`firebreak readout`: what may be said in public about the contacts, and nothing beyond the evidence."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firebreak.cli.options import HERE, ConfigPath, LineName

if TYPE_CHECKING:
    from firebreak.core.readout.sentences import Readout

Import = Annotated[
    Path | None, typer.Option("--import", help="A timeline as CSV; needs no node and no party.")
]
Since = Annotated[str | None, typer.Option("--since", help="First day, such as 2022-02-24.")]
Until = Annotated[str | None, typer.Option("--until", help="Last day; the readout is as of this day.")]
Language = Annotated[str, typer.Option("--language", help="de, en, ru or uk.")]
Format = Annotated[str, typer.Option("--format", help="text, html or pdf (PDF/A with the facts attached).")]
Out = Annotated[Path | None, typer.Option("--out", help="File to write; a PDF needs one.")]
Title = Annotated[str, typer.Option("--title", help="Title of the readout.")]
Json = Annotated[bool, typer.Option("--json", help="Print the facts behind the sentences as JSON.")]


def readout(
    import_: Import = None,
    since: Since = None,
    until: Until = None,
    language: Language = "en",
    format_: Format = "text",
    out: Out = None,
    title: Title = "",
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Write a public account of the contacts. Each sentence names its entries or sources.

    Example: firebreak readout --import contacts.csv --until 2022-03-23 --language de --format pdf --out a.pdf
    """
    from firebreak.app.readouts import FORMATS, facts_value, rendered
    from firebreak.cli.terminal import say_json
    from firebreak.core.base.errors import LocalError

    if format_ not in FORMATS:
        known = ", ".join(FORMATS)
        raise LocalError(f"--format {format_!r} is not known", code="FB363", hint=f"take one of {known}")
    if format_ == "pdf" and out is None and not as_json:
        raise LocalError("a PDF is not for a terminal", code="FB363", hint="name a file with --out")
    built = _built(import_, since, until, title, line, config)
    if as_json:
        say_json(facts_value(built))
    if out is not None or not as_json:
        _write(rendered(built, language, format_), out)


def _built(
    path: Path | None, since: str | None, until: str | None, title: str, line: str | None, config: Path
) -> "Readout":
    from firebreak.core.ledger.days import read_window

    period = read_window(since, until)
    if path is None:
        from firebreak.cli.own_readout import own_readout

        return own_readout(config, line, title, period)
    from firebreak.app.readouts import timeline_readout
    from firebreak.cli.timeline import rows_of

    return timeline_readout(rows_of(path), name=path.name, title=title or "Contacts", period=period)


def _write(data: bytes, out: Path | None) -> None:
    from firebreak.app.house import write_file
    from firebreak.cli.stderr import note
    from firebreak.cli.terminal import say

    if out is None:
        say(data.decode().rstrip("\n"))
        return
    write_file(out, data)
    note(f"written: {out}")
