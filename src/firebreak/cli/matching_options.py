"""Options of the verbs of private matching, and what is told before an officer signs."""

import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from firebreak.core.base.errors import LocalError

Name = Annotated[str, typer.Argument(help="The matching, by the beginning of its name in `matching list`.")]
Understood = Annotated[
    bool, typer.Option("--understood", help="You have read what a run tells the other side; do not ask.")
]
Text = Annotated[str, typer.Option("--text", metavar="TEXT", help="Your words for the counterpart.")]


def make_sure(resolution: int, items: int, *, understood: bool) -> None:
    """Print what a run tells, and have it confirmed. Raises LocalError."""
    from firebreak.cli.stderr import note

    if understood:
        return
    for each in told(resolution, items):
        note(each)
    if not sys.stdin.isatty() or input("Type yes to go on:  ").strip().lower() != "yes":
        hint = "read docs/private-matching.md, then type yes or say --understood"
        raise LocalError("nobody said that this is understood; nothing was signed", code="FB363", hint=hint)


def told(resolution: int, items: int) -> Iterator[str]:
    """What a run gives away, in short."""
    from firebreak.matching.cells import cell_km2

    cell = cell_km2(resolution)
    yield "Private matching is experimental. What a run tells, even if both sides keep to the rules:"
    yield "  - that you asked or answered, when, for which hours, for cells of which size;"
    yield f"  - of each cell that both sides named: this cell, on average {cell:,.3g} km2, to both."
    yield "What it may tell a side that breaks the rules:"
    searched = f"{items * cell:,.0f} km2"
    yield f"  - {items:,} items can be any {items:,} cells: up to {searched} searched for your positions;"
    yield "  - it can learn its result and not let you learn yours."
    yield "Several runs together tell more than each. What is sent stays in the record: whoever one day"
    yield "breaks P-256 reads both sets. Nothing in common proves nothing."
    yield "All of it: docs/private-matching.md"


def bounds(facts: dict[str, Any]) -> tuple[int, int]:
    """Resolution and number of items of a matching that the node shows. Raises LocalError."""
    from firebreak.matching.running import terms_of

    terms = terms_of(facts)
    terms.check()
    return terms.resolution, terms.items_max
