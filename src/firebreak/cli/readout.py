"""`firebreak readout`: what may be said in public about the contacts, and nothing beyond the evidence."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firebreak.cli.options import HERE, Bundle, ConfigPath, LineName

if TYPE_CHECKING:
    from firebreak.core.ledger.days import Window
    from firebreak.core.readout.sentences import Readout
    from firebreak.publishing.facts import BundleFacts

Import = Annotated[
    Path | None,
    typer.Option("--import", metavar="FILE", help="A timeline as CSV; needs no node and no party."),
]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="First day, such as 2022-02-24.")]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DAY", help="Last day; the readout is as of this day.")
]
Language = Annotated[str, typer.Option("--language", metavar="LANGUAGE", help="de, en, ru or uk.")]
Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="text, html or pdf (PDF/A with the facts attached).")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="File to write; a PDF needs one.")]
Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="Title of the readout.")]
LimitKm = Annotated[
    int | None,
    typer.Option(
        "--limit-km",
        metavar="KILOMETRES",
        min=1,
        max=5_000,
        help="Of a timeline: say too whether a site so near to its incidents would have had an alarm.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the facts behind the sentences as JSON.")]


def readout(
    import_: Import = None,
    bundle: Bundle = None,
    since: Since = None,
    until: Until = None,
    language: Language = "en",
    format_: Format = "text",
    out: Out = None,
    title: Title = "",
    limit_km: LimitKm = None,
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Write a public account of the contacts. Each sentence names its entries or sources.

    Of our own record as the running node holds it, of a bundle, or of an imported timeline. A record is
    verified first.

    Example: firebreak readout --import contacts.csv --until 2022-03-23 --language de --format pdf --out a.pdf
    """
    from firebreak.cli.own_record import record_facts
    from firebreak.cli.terminal import say_json
    from firebreak.core.base.errors import LocalError
    from firebreak.core.ledger.days import read_window
    from firebreak.publishing.readouts import FORMATS, facts_value, rendered

    if format_ not in FORMATS:
        known = ", ".join(FORMATS)
        raise LocalError(f"--format {format_!r} is not known", code="FB363", hint=f"take one of {known}")
    if format_ == "pdf" and out is None and not as_json:
        raise LocalError("a PDF is not for a terminal", code="FB363", hint="name a file with --out")
    period = read_window(since, until)
    if import_ is not None:
        from firebreak.cli.timeline import rows_of
        from firebreak.publishing.readouts import timeline_readout

        rows = rows_of(import_)
        built = timeline_readout(
            rows, name=import_.name, title=title or "Contacts", period=period, limit_km=limit_km
        )
    else:
        built = _of_record(record_facts(bundle, config, line, quiet=as_json), title, period)
    if as_json:
        say_json(facts_value(built))
    if out is not None or not as_json:
        _write(rendered(built, language, format_), out)


def _of_record(facts: "BundleFacts", title: str, period: "Window") -> "Readout":
    from firebreak.publishing.readouts import record_readout

    names = facts.names
    chosen = title or f"Contacts between {names.ours} and {names.theirs}"
    return record_readout(
        facts.items, names, facts.witnessed, title=chosen, period=period, exercise=facts.exercise
    )


def _write(data: bytes, out: Path | None) -> None:
    from firebreak.app.house import write_file
    from firebreak.cli.stderr import note
    from firebreak.cli.terminal import say

    if out is None:
        say(data.decode().rstrip("\n"))
        return
    write_file(out, data)
    note(f"written: {out}")
