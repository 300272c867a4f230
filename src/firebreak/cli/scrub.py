"""`firebreak scrub` and `firebreak repair`: damage to the record on our own disk."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, PassphraseFile

if TYPE_CHECKING:
    from firebreak.app.house import House

FromNothing = Annotated[
    bool,
    typer.Option(
        "--from-nothing",
        help="Begin an empty database: for one of which nothing can be read, when there is no backup.",
    ),
]


def scrub(passphrase_file: PassphraseFile = None, config: ConfigPath = HERE, as_json: Json = False) -> None:
    """Look at every page and entry of the record. Nothing is changed.

    The node may go on running; it does the same by itself once a day. Without one the passphrase of its keys
    is needed. Exit code 1 when something is damaged.

    Example: firebreak scrub
    """
    from firebreak.cli.asking import house_at
    from firebreak.cli.terminal import say, say_json

    house = house_at(config)
    facts = _by_node(house) or _directly(house, passphrase_file)
    if as_json:
        say_json(facts)
    else:
        say(*_told(facts))
        if not facts["sound"]:
            say("Next: end the node, then firebreak repair. See docs/crashes.md")
    if not facts["sound"]:
        raise typer.Exit(1)


def repair(
    from_nothing: FromNothing = False,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Make a sound database from a damaged one. The node must not run.

    What can be read and verified is taken over, the damaged file is kept beside it. What is missing then
    comes back from the counterpart when the node runs. A sound database is left alone.

    Example: firebreak repair --config north
    """
    from firebreak.app.repairing import repair as mend
    from firebreak.cli.asking import house_at
    from firebreak.cli.passphrases import node_passphrase
    from firebreak.cli.terminal import say, say_json

    house = house_at(config)
    facts = mend(house, node_passphrase(house, passphrase_file), house.now(), from_nothing=from_nothing)
    if as_json:
        say_json(facts)
        return
    say(*_told(facts))
    if facts["aside"] is not None:
        say(
            f"The damaged database is kept as {facts['aside']}.",
            f"Next: firebreak node run --config {house.root}",
            "It listens before it signs. Then look at: firebreak line show",
        )


def _by_node(house: "House") -> dict[str, Any] | None:
    """Let the running node look; None when none runs."""
    from firebreak.cli.asking import at_node
    from firebreak.core.base.errors import LocalError

    try:
        return at_node(house, lambda client: client.ask("scrub"))
    except LocalError as error:
        if error.code != "FB335":
            raise
        return None


def _directly(house: "House", passphrase_file: Path | None) -> dict[str, Any]:
    from firebreak.app.repairing import look_through
    from firebreak.cli.passphrases import node_passphrase

    return look_through(house, node_passphrase(house, passphrase_file))


def _told(facts: dict[str, Any]) -> list[str]:
    """What was found, in words."""
    from firebreak.cli.terminal import safe, styled

    found: list[str] = []
    if facts["pages"]:
        named = ", ".join(map(str, facts["pages"][:NAMED_MAX])) + ("…" if facts["pages"][NAMED_MAX:] else "")
        found.append(styled(f"Damaged pages: {len(facts['pages'])} ({named})", "red"))
    found += [styled(f"Not what was signed: {safe(each)}", "red") for each in facts["wrong"]]
    lost = facts.get("unreadable", 0) + facts.get("bodies", 0)
    if lost:
        found.append(styled(f"Entries that cannot be read whole: {lost}", "red"))
    if facts.get("behind"):
        found.append("Entries are missing that were here before: the counterpart is asked for them.")
    if facts["sound"]:
        found.append(f"Sound: {facts['entries']} entries.")
    elif facts["entries"]:
        found.append(f"{facts['entries']} entries can be read and verify.")
    return found


NAMED_MAX = 12
