"""`firebreak ledger`: the contact ledger of a line, or of an imported timeline."""

from pathlib import Path
from typing import Annotated, Any

import typer

from firebreak.cli.options import HERE, Bundle, ConfigPath, Json, LineName

Import = Annotated[
    Path | None,
    typer.Option("--import", metavar="FILE", help="A timeline as CSV; needs no node and no party."),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DAY", help="First day that is counted, such as 2022-02-24.")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Last day that is counted.")]


def ledger(
    import_: Import = None,
    bundle: Bundle = None,
    since: Since = None,
    until: Until = None,
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Who tried to reach whom, how often, with what outcome.

    What is not known stays unknown.

    Rows that overlap are never added up; what was left out is listed with the reason.

    Examples: firebreak ledger --since 2022-02-24

    firebreak ledger --import contacts.csv --until 2022-05-13 --json
    """
    from firebreak.cli.asking import ask
    from firebreak.cli.ledger_text import print_ledger
    from firebreak.cli.terminal import say_json

    if import_ is not None or bundle is not None:
        facts = _folded(import_, bundle, since, until)
    else:
        facts = ask(config, "ledger", line=line, since=since, until=until)
    if as_json:
        say_json(facts)
    else:
        print_ledger(facts)


def _folded(path: Path | None, bundle: Path | None, since: str | None, until: str | None) -> dict[str, Any]:
    from firebreak.cli.own_record import record_facts
    from firebreak.cli.timeline import rows_of
    from firebreak.core.ledger.days import read_window
    from firebreak.core.ledger.entries import facts_of_entries
    from firebreak.core.ledger.fold import fold
    from firebreak.core.ledger.imported import facts_of
    from firebreak.core.ledger.lines import to_plain

    window = read_window(since, until)
    if path is not None:
        return {**to_plain(fold(*facts_of(rows_of(path)), window))}
    found = record_facts(bundle, HERE, None, quiet=True)
    return {**to_plain(fold(*facts_of_entries(found.items, found.names, found.witnessed), window))}
