"""Private matchings for a person at a terminal."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from firebreak.cli.terminal import instant, listed, safe, styled, table

Facts = dict[str, Any]
STATES: Final = {
    "proposed": "proposed, nobody has answered",
    "accepted": "accepted; each side has to run it",
    "declined": "declined",
    "committed": "both sides have committed themselves",
    "running": "running",
    "complete": "complete",
    "done": "done",
    "lapsed": "lapsed",
}
ANSWERS: Final = {"accept": "accepted", "decline": "declined", "off": "switched off on their node"}
RESULTS: Final = {"hits": "cells in common", "nothing": "nothing in common", "not_told": "does not say"}


def matching_lines(facts: Facts) -> Iterator[str]:
    """One matching: what was agreed, and where it stands."""
    whose = "ours" if facts["ours"] else "theirs"
    state = STATES.get(facts["state"], safe(facts["state"]))
    yield styled(f"{facts['matching'][:12]}  {whose}: {state}", "bold")
    who = "our side adds" if facts["we_expand"] else "their side adds"
    rows = [
        ["bucket", f"{instant(facts['from_at'])} to {instant(facts['until_at'])}"],
        ["cells", f"{safe(facts['grid'])} {facts['resolution']}; {who} those within {facts['reach_m']:,} m"],
        ["items", f"{facts['items_max']:,} on each side"],
    ]
    if facts["text"]:
        rows.append(["text", safe(facts["text"])])
    yield from table(rows + list(_run(facts)), indent="  ")
    for each in facts["findings"]:
        yield styled(f"  ? {safe(each['text'])}", "yellow")


def _run(facts: Facts) -> Iterator[list[str]]:
    answer = facts["answer"]
    if answer:
        by = f" by {safe(answer['officer'])}" if answer["officer"] else ""
        more = f": {safe(answer['text'])}" if answer["text"] else ""
        yield ["answer", ANSWERS.get(answer["word"], safe(answer["word"])) + by + more]
    for side, word in (("ours", "our side"), ("theirs", "their side")):
        whole = [role for role, each in facts["messages"][side].items() if each["complete"]]
        if facts["commitments"][side]:
            yield [word, f"committed; sent: {listed(whole, 'nothing yet')}"]
        done = facts["done"][side]
        if done:
            count = f"{done['hits']} " if done["result"] == "hits" else ""
            yield ["", f"{safe(done['officer'])}: {count}{RESULTS.get(done['result'], safe(done['result']))}"]


def result_lines(found: Facts) -> Iterator[str]:
    """What a run found."""
    if found["common"] is None:
        yield "Not complete yet: " + safe(found["waiting_for"])
        yield "Run it again to go on; what was sent stands."
        return
    if not found["common"]:
        yield "Nothing in common: their side named none of the cells that ours did."
        yield "That proves nothing. A side that does not keep to the rules names what it likes."
        return
    yield styled(f"In common: {len(found['common'])} of our cells, in the bucket of the proposal.", "bold")
    yield from table([_row(each) for each in found["common"]], indent="  ")
    yield "That is some time in the bucket and not at one moment, at any height."
    yield "If they kept to the rules, their side sees the same cells. If not, it can make a hit of a cell"
    yield "that it does not know, so a hit proves nothing. Do not name a cell before they have named it."


def _row(cell: Mapping[str, Any]) -> list[str]:
    return [cell["cell"], _middle(cell), listed(cell["names"])]


def _middle(cell: Mapping[str, Any]) -> str:
    return "no cell" if cell["lat"] is None else f"{cell['lat']:.4f} {cell['lon']:.4f}"


def check_lines(facts: Facts) -> Iterator[str]:
    """What a neutral witness is told."""
    words = {True: ("right", "green"), False: ("WRONG", "red"), None: ("not in the bundle", "yellow")}
    yield from table([[styled(*words[each["good"]]), each["name"], each["text"]] for each in facts["checks"]])
    yield f"The set: {len(facts['cells'])} cells, {facts['fillers']} random items."
    yield from table([[each["cell"], _middle(each)] for each in facts["cells"]], indent="  ")
    yield "Whether the set was honest, no file can show: what was left out of it is not in it."
