"""The contact ledger for a person, from the same facts that `--json` prints.

One block for each direction and channel, so that it fits every terminal and every printer.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from firebreak.cli.terminal import safe, say, styled, table, wrapped


def print_ledger(facts: Mapping[str, Any], *, reasons: bool = True) -> None:
    """The whole ledger; `reasons`: with what was not counted and why."""
    since, until = facts.get("since"), facts.get("until")
    window = (
        "all days"
        if since is None and until is None
        else f"{since or 'the beginning'} to {until or 'the end'}"
    )
    say(f"Contact ledger, {window}.", "")
    for line in facts["lines"]:
        say(*_block(line), "")
    if not facts["lines"]:
        say("No attempt to reach anybody is counted here.", "")
    left = _left_out(facts)
    if left and reasons:
        say("Not counted, and why:")
        for reason, refs in left.items():
            say(*wrapped(f"{safe(reason)}: {', '.join(safe(each) for each in refs)}", "  "))


def between(least: int, most: int | None) -> str:
    """`3`, `71 to 142`, or `4 or more` where the greatest number is not known."""
    if most is None:
        return f"{least} or more"
    return f"{least}" if least == most else f"{least} to {most}"


def summary_lines(lines: Iterable[Mapping[str, Any]], indent: str) -> Iterator[str]:
    """One line for each direction and channel."""
    rows = [["way, channel and kind", "attempts", "answered", "last contact"]]
    rows += [
        [
            _heading(each),
            between(each["attempts_min"], each["attempts_max"]),
            between(each["answered_min"], each["answered_max"]),
            each["last_contact"] or "none known",
        ]
        for each in lines
    ]
    return table(rows, indent=indent)


def _heading(line: Mapping[str, Any]) -> str:
    channel = safe(str(line["channel"]).replace("_", " "))
    return f"{safe(line['from'])} to {safe(line['to'])}, {channel}: {safe(str(line['kind']))}"


def _block(line: Mapping[str, Any]) -> Iterator[str]:
    yield styled(_heading(line), "bold")
    yield from table([[f"  {name}", text] for name, text in _rows(line)])


def _rows(line: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "attempts", between(line["attempts_min"], line["attempts_max"])
    yield "answered", between(line["answered_min"], line["answered_max"])
    for name in ("declined", "no_answer", "not_known_which"):
        if line[name]:
            yield _NAMES[name], str(line[name])
    others = {name: count for name, count in line["outcomes"].items() if name not in _OWN_ROW and count}
    for name, count in others.items():
        yield safe(name.replace("_", " ")), str(count)
    yield "last contact", line["last_contact"] or "none known"
    if line["unanswered_since"]:
        yield "unanswered since", line["unanswered_since"]
    if line["longest_silence_days"] is not None:
        most = line.get("longest_silence_days_max", line["longest_silence_days"])
        yield "longest silence", f"{between(line['longest_silence_days'], most)} days"
    yield "counted", ", ".join(safe(each) for each in line["rows"]) or "nothing"


_NAMES = {
    "declined": "declined",
    "no_answer": "no answer",
    "not_known_which": "declined or not answered, not known which",
}
_OWN_ROW = frozenset({"answered", *_NAMES})


_OUTSIDE = "lies outside the window"


def _left_out(facts: Mapping[str, Any]) -> dict[str, list[str]]:
    """Every reason with all it applies to."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for each in (*facts["lines"], facts):
        for ref, reason in each["left_out"].items():
            groups[_OUTSIDE if reason.endswith(_OUTSIDE) else reason].append(ref)
    return {reason: sorted(refs) for reason, refs in sorted(groups.items())}
