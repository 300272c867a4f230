"""What a line's logs show of restores and contradictions, in words. Neutral: none of it says why."""

from collections.abc import Iterator
from typing import Any

from firebreak.cli.terminal import instant, safe, styled, table

RESTORED = (
    "This is a restored database. Before it signs, this node listens for what it had signed and lost."
    " An older or second node of this party must not run."
)


def history_lines(line: dict[str, Any], party: str) -> Iterator[str]:
    """Nothing for a line on which nothing of it happened."""
    yield from _came_back(line["came_back"], party, line["counterpart"])
    for branch in line["branches"]:
        yield from _branch(branch, party if branch["ours"] else line["counterpart"])
    for number, versions in enumerate(line["versions"], 1):
        who = safe(party if versions[0]["ours"] else line["counterpart"])
        yield styled(f"Contradiction {number}: {who} signed two different entries under one number.", "red")
        yield f"Treat both as unreliable. Confirm by voice with {who} over another channel. Both versions:"
        for each in versions:
            yield from _version(each)
    if line["versions_left"]:
        yield styled(
            f"{line['versions_left']} more contradictions are in the record and in an export.", "red"
        )


def _came_back(count: dict[str, int], party: str, they: str) -> Iterator[str]:
    if count["ours"]:
        yield (
            f"{safe(party)} was restored from an older state: {count['ours']} entries came back from"
            f" {safe(they)} and stand."
        )
    if count["theirs"]:
        yield (
            f"{safe(they)} was restored from an older state: {count['theirs']} entries were given back to it."
            " What it signed before stays valid."
        )


def _branch(branch: dict[str, Any], who: str) -> Iterator[str]:
    after = f"entry {branch['after']}" if branch["after"] else "the beginning"
    yield f"The log of {safe(who)} goes on twice after {after}. Both parts count."
    parts = [(f"{each['segment']}/{each['from']}", f"{each['entries']} entries") for each in branch["parts"]]
    yield from table([["  from", *each] for each in parts])


def _version(version: dict[str, Any]) -> Iterator[str]:
    when = instant(version["time"]) if version["time"] is not None else "time not known"
    said = version["text"]
    yield f"  {version['entry']}  {version['hash'][:16]}  {when}  {safe(version['kind'] or 'not held here')}"
    if said is not None:
        yield f"    {safe(said)}"
