"""A readout as plain text: wrapped, for mail, terminals and printers."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from firebreak.core.base.sinks import for_terminal
from firebreak.core.readout.sentences import Readout
from firebreak.reports.sheet import Chapter, Origin, Sheet, sheet_of

COLUMNS: Final = 78  # fits a terminal and a printed page
INDENT: Final = 5  # three digits, a full stop and a space


def render_text(readout: Readout, language: str) -> str:
    """The whole readout; ends with a newline. Raises LocalError for an unknown language."""
    return "\n".join(_lines(sheet_of(readout, language))) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    if sheet.exercise:
        yield from _banner(sheet)
    yield sheet.kicker.upper()
    yield from _wrapped(sheet.title)
    yield "=" * COLUMNS
    for label, text in sheet.facts:
        yield from _wrapped(f"{label}: {text}", later="  ")
    yield ""
    yield from _wrapped(sheet.no_cause)
    for chapter in sheet.chapters:
        yield from _chapter(chapter)
    yield from _sources(sheet.sources_heading, sheet.sources_note, sheet.sources)
    if sheet.exercise:
        yield ""
        yield from _banner(sheet)


def _banner(sheet: Sheet) -> list[str]:
    return [f"*** {sheet.exercise} ***", *_wrapped(sheet.exercise_note), ""]


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield from ("", *_wrapped(chapter.heading), "-" * COLUMNS)
    for item in chapter.items:
        number = f"{item.number}.".ljust(INDENT)
        yield from _wrapped(f"{item.text} [{item.cited}]", first=number, later=" " * INDENT)


def _sources(heading: str, note: str, sources: Iterable[Origin]) -> Iterator[str]:
    yield from ("", heading, "-" * COLUMNS, *_wrapped(note))
    for each in sources:
        yield from _wrapped(": ".join(filter(None, (f"{each.ref}, {each.when}", each.desks))), later="  ")
        yield from (f"  {for_terminal(where, one_line=True)}" for where in each.where)


def _wrapped(text: str, first: str = "", later: str = "") -> list[str]:
    """Escaped before it is wrapped, so that no text of a counterpart can begin a line of its own."""
    safe = for_terminal(text, one_line=True)
    return wrap(
        safe,
        COLUMNS,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
