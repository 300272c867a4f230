"""Looking at private matchings: all of them, or one."""

import typer

from firebreak.cli.matching_options import Name
from firebreak.cli.options import HERE, ConfigPath, Json, LineName


def register(matching: typer.Typer) -> None:
    """Add the verbs to the group."""
    matching.command("list")(list_matchings)
    matching.command("show")(show)


def list_matchings(line: LineName = None, config: ConfigPath = HERE, as_json: Json = False) -> None:
    """List the private matchings of both sides, the newest last.

    Example: firebreak matching list
    """
    from firebreak.cli.asking import ask
    from firebreak.cli.matching_text import matching_lines
    from firebreak.cli.terminal import safe, say, say_json

    facts = ask(config, "matchings", line=line)
    if as_json:
        say_json(facts)
        return
    for each in facts["matchings"]:
        say(*matching_lines(each))
    if not facts["matchings"]:
        say(f"No private matchings on line {safe(facts['line'])}.")
    if not facts["enabled"]:
        say("It is switched off on this node; see [private_matching] in docs/configuration.md.")


def show(name: Name, line: LineName = None, config: ConfigPath = HERE, as_json: Json = False) -> None:
    """Show one private matching, and what our last run of it found.

    Example: firebreak matching show 7f3a
    """
    from firebreak.cli.asking import ask, house_at
    from firebreak.cli.matching_text import matching_lines, result_lines
    from firebreak.cli.terminal import say, say_json
    from firebreak.matching.opening import place, read
    from firebreak.matching.running import found_facts

    facts = ask(config, "matching", line=line, matching=name)
    path = place(house_at(config).root, bytes.fromhex(facts["matching"]))
    found = found_facts(read(path)) if path.exists() else None
    if as_json:
        say_json({**facts, "found": found})
        return
    say(*matching_lines(facts))
    if found and found["common"] is not None:
        say(*result_lines(found))
