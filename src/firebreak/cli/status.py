"""`firebreak status`: how everything stands, at one glance."""

from pathlib import Path
from typing import Any

from firebreak.cli.options import HERE, ConfigPath, Json


def status(config: ConfigPath = HERE, as_json: Json = False) -> None:
    """How the node and its lines stand, and what waits for a person.

    Exit code 1 when no node runs.

    Example: firebreak status
    """
    import typer

    from firebreak.cli.terminal import say_json

    facts = facts_of(config)
    if as_json:
        say_json(facts)
    else:
        _print(facts)
    if not facts["running"]:
        raise typer.Exit(1)


def facts_of(config: Path) -> dict[str, Any]:
    """What the running node says; without one, what the folder says."""
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.line_state import folder_facts
    from firebreak.core.base.errors import LocalError

    house = house_at(config)
    try:
        return {"running": True, **at_node(house, lambda client: client.ask("status"))}
    except LocalError as error:
        if error.code != "FB335":
            raise
        return folder_facts(house)


def _print(facts: dict[str, Any]) -> None:
    from firebreak.cli.history_text import RESTORED
    from firebreak.cli.line_state import headline, health_lines, links_word, waiting_lines, witness_lines
    from firebreak.cli.terminal import instant, safe, say
    from firebreak.cli.words import word

    if not facts["running"]:
        say(f"{safe(facts['party'])}: no node runs here. Start it: firebreak node run")
        for name, each in facts["lines"].items():
            say(f"  {safe(name)}: {word('line-state', each['stage'])}")
        return
    say(f"{safe(facts['party'])}, {instant(facts['now'])}")
    if facts["restored"]:
        say(RESTORED)
    say(*(f"  {text}" for text in health_lines(facts["health"])))
    for name, each in facts["lines"].items():
        held = sorted(watch["desk"] for watch in each["watches"])
        empty = [desk for desk in each["desks"] if desk not in held]
        say(
            f"  {headline(name, each)}",
            f"    {links_word(each)}, last sign of theirs {instant(each['heard_at'])}",
        )
        say(*(f"    {text}" for text in witness_lines(each)))
        say(*(f"    {text}" for text in waiting_lines(each)))
        if each["slowed"]:
            say(f"    {word('health', 'floods')}: {each['waiting']} frames wait")
        if empty:
            say(
                f"    unattended: {', '.join(safe(desk) for desk in empty)}. firebreak watch take --desk DESK"
            )
