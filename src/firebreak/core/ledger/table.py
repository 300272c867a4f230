"""The contact ledger as plain text for a terminal: columns aligned, unknown said as unknown.

Meaning never hangs on colour or on box-drawing; the text reads the same on a printer.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final
from unicodedata import combining, east_asian_width

from firebreak.core.base.sinks import for_terminal
from firebreak.core.ledger.days import Days
from firebreak.core.ledger.facts import LeftOut, Reason
from firebreak.core.ledger.lines import Ledger, LedgerLine

HEADINGS: Final = (
    "from", "to", "channel", "kind", "attempts", "answered", "declined", "no answer", "not known which",
    "last contact", "unanswered since", "longest silence",
)  # fmt: skip
NUMBERS: Final = range(4, 9)  # columns that stand right
GAP: Final = "  "
NOTE: Final = "not known which: declined or not answered, the sources do not say which."


def to_table(ledger: Ledger) -> str:
    """Headings, one row for each line, then what was left out and why."""
    rows = [_row(line) for line in ledger.lines]
    widths = [max(width(row[column]) for row in (HEADINGS, *rows)) for column in range(len(HEADINGS))]
    rule = tuple("-" * each for each in widths)
    out = [each for line in ledger.lines for each in line.left_out] + list(ledger.left_out)
    table = [_joined(row, widths) for row in (HEADINGS, rule, *rows)]
    return "\n".join([_window(ledger), "", *table, "", NOTE, *_left_out(out)]) + "\n"


def width(text: str) -> int:
    """Columns of a terminal that `text` takes."""
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def between(least: int, most: int | None) -> str:
    """`3`, `71 to 142`, or `4 or more` where the greatest number is not known."""
    if most is None:
        return f"{least} or more"
    return f"{least}" if least == most else f"{least} to {most}"


def _row(line: LedgerLine) -> tuple[str, ...]:
    return (
        _safe(line.from_party),
        _safe(line.to_party),
        _safe(line.channel),
        line.kind.value,
        between(line.attempts_min, line.attempts_max),
        between(line.answered_min, line.answered_max),
        f"{line.declined}",
        f"{line.no_answer}",
        f"{line.not_known_which}",
        _days(line.last_contact),
        _days(line.unanswered_since),
        _silence(line),
    )


def _days(days: Days | None) -> str:
    return "-" if days is None else f"{days}"


def _silence(line: LedgerLine) -> str:
    if line.longest_silence_days is None:
        return "-"
    return between(line.longest_silence_days, line.longest_silence_days_max) + " days"


def _joined(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (_padded(text, widths[column], right=column in NUMBERS) for column, text in enumerate(row))
    return GAP.join(cells).rstrip()


def _padded(text: str, columns: int, *, right: bool) -> str:
    space = " " * (columns - width(text))
    return space + text if right else text + space


def _window(ledger: Ledger) -> str:
    since, until = ledger.window.since, ledger.window.until
    if since is None and until is None:
        return "Contact ledger, all days"
    return f"Contact ledger, {since or 'from the beginning'} to {until or 'the end'}, both days included"


def _left_out(out: Sequence[LeftOut]) -> list[str]:
    """One line for each reason, with all it applies to."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for each in sorted(out, key=lambda one: one.ref):
        groups[each.reason if each.reason is Reason.OUTSIDE else each.text].append(each.ref)
    lines = (f"  {_safe(', '.join(refs))}: {_safe(text)}" for text, refs in groups.items())
    return ["", "Not counted:", *lines] if groups else []


def _safe(text: str) -> str:
    return for_terminal(text, one_line=True)
