"""The state of lines in words: from the running node, or from the folder when none runs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from firebreak.cli.history_text import history_lines
from firebreak.cli.terminal import instant, listed, safe, say, styled, table
from firebreak.cli.words import word

if TYPE_CHECKING:
    from firebreak.app.house import House

SHOWN_MS = 1_000
COLOURS = {"green": "green", "amber": "yellow", "red": "red", "unknown": "faint"}


def stage(house: "House", name: str) -> str:
    """How far the ceremony of a line has come, as the folder shows it."""
    from firebreak.app.ceremony import THEIRS, Ceremony

    ceremony = Ceremony(house, name)
    if ceremony.opening() is not None:
        return "compared"
    return "exchanged" if (ceremony.folder / THEIRS).exists() else "draft"


def folder_facts(house: "House") -> dict[str, Any]:
    """What can be said of the lines without a node."""
    return {
        "party": house.config.party,
        "running": False,
        "lines": {name: {"stage": stage(house, name)} for name in house.lines()},
    }


def headline(name: str, line: dict[str, Any]) -> str:
    """One line on a line: state, colour with its reasons, links."""
    state = state_word(line)
    colour = styled(word("colour", line["colour"]), COLOURS[line["colour"]])
    reasons = ", ".join(word("status", each) for each in line["reasons"])
    return f"{safe(name)} with {safe(line['counterpart'])}: {state}, {colour} ({reasons})"


def state_word(line: dict[str, Any]) -> str:
    """Open, suspended, closed ..."""
    if line["contradictions"]:
        return word("line-state", "contradiction")
    if line["closed"]:
        return word("line-state", "closed")
    if line["suspended"]:
        return word("line-state", "suspended")
    return word("line-state", "open" if line["open"] else "compared")


def links_word(line: dict[str, Any]) -> str:
    """Whether anything carries the line now."""
    if not line["links"]:
        return "no link is up: what is sent waits here"
    return "1 link is up" if line["links"] == 1 else f"{line['links']} links are up"


def witness_lines(line: dict[str, Any]) -> list[str]:
    """A line of text for each witness: when it stamped last, that it is silent, or holds another log."""
    found: list[str] = []
    for each in line.get("witnesses", []):
        if each["contradicts"] is not None:
            held = f"holds {each['contradicts']} entries of our log, more than we do"
            found.append(styled(f"witness {safe(each['witness'])} {held}: were we restored?", "red"))
        elif each["silent_since"] is not None:
            since = f"silent since {instant(each['silent_since'])}"
            found.append(f"witness {safe(each['witness'])} {since}: {safe(each['reason'])}")
        elif each["stamped_at"] is not None:
            stamped = f"stamped {each['size']} entries of our log at {instant(each['stamped_at'])}"
            found.append(f"witness {safe(each['witness'])} {stamped}")
        else:
            found.append(f"witness {safe(each['witness'])} has stamped nothing since this node started")
    return found


WAITING = {
    "differing": ("notice with a place read back otherwise", "notices with places read back otherwise"),
    "urgent": ("urgent notice that nobody here has answered", "urgent notices that nobody here has answered"),
    "unanswered": ("notice not answered in time", "notices not answered in time"),
    "unconfirmed": ("site not confirmed again in time", "sites not confirmed again in time"),
    "unexplained": ("question not replied to in time", "questions not replied to in time"),
}
GRAVE = frozenset({"differing", "urgent"})


def waiting_lines(line: dict[str, Any]) -> Iterator[str]:
    """A line of text for each sort of notice or question that somebody has to look at."""
    for kind, (one, several) in WAITING.items():
        names = line["notices"][kind]
        if names:
            text = (
                f"{len(names)} {one if len(names) == 1 else several}: {listed(each[:12] for each in names)}"
            )
            yield styled(text, "red" if kind in GRAVE else "yellow")


def health_lines(health: dict[str, Any]) -> Iterator[str]:
    """A line of text for each thing around the node that a person should look at."""
    space, clock = health["space"], health["clock"]
    if space["low"]:
        free, reserve = space["free"] >> 20, space["reserve"] >> 20
        name = word("status", "our-space") if space["spent"] else word("health", "space-low")
        yield styled(f"{name}: {free} MiB free, {reserve} MiB are the reserve", "yellow")
    if clock["grown_ms"] > SHOWN_MS:
        yield f"the clock follows no source of time: {clock['grown_ms'] / 1_000:.1f} s less certain"


def print_line(name: str, line: dict[str, Any], party: str) -> None:
    """Everything about one line."""
    say(headline(name, line))
    rows = [
        ["  links", links_word(line)],
        ["  signing", signing_word(line)],
        ["  last sign of theirs", instant(line["heard_at"])],
        ["  entries", ", ".join(f"{safe(who)} {count}" for who, count in line["entries"].items())],
        ["  missing of theirs", str(line["missing"])],
        ["  environment", line["environment"]],
        ["  line id", line["line"]],
        ["  our desks", listed(line["desks"])],
        ["  their desks", listed(line["their_desks"])],
    ]
    say(*table(rows))
    say(*watch_lines(party, line["desks"], line["watches"]))
    say(*watch_lines(line["counterpart"], line["their_desks"], line["their_watches"]))
    say(*witness_lines(line))
    say(*_suspensions(line, party))
    say(*history_lines(line, party))


def signing_word(line: dict[str, Any]) -> str:
    """Whether the node writes on a line, and what to do if not."""
    if line["key_revoked"]:
        return styled("no: the log key of this process was revoked; start the node again", "red")
    return "yes" if line["signing"] else "not yet: this node first listens for what it may have lost"


def watch_lines(party: str, desks: list[str], watches: list[dict[str, Any]]) -> Iterator[str]:
    held = {each["desk"]: each for each in watches}
    rows = [[f"  {safe(each)}", _watch(held.get(each))] for each in desks]
    yield f"Watch of {safe(party)}"
    yield from table(rows)


def _watch(watch: dict[str, Any] | None) -> str:
    if watch is None:
        return "unattended: calls do not ring here"
    told = f"{safe(watch['officer'])} since {instant(watch['since'])}"
    role = f", {safe(watch['role'])}" if watch["role"] else ""
    return told + role + (f", speaks {listed(watch['languages'])}" if watch["languages"] else "")


def _suspensions(line: dict[str, Any], party: str) -> Iterator[str]:
    for each in line["suspended"]:
        who = party if each["ours"] else line["counterpart"]
        yield f"Suspended by {safe(who)}: {word('suspension-scope', each['scope'])}"
        until = instant(each["until"]) if each["until"] else "further notice"
        rows = [["  since", instant(each["since"])], ["  until", until], ["  officer", safe(each["officer"])]]
        rows += [[f"  {name}", safe(each[name])] for name in ("reason", "contact") if each[name]]
        yield from table(rows)
