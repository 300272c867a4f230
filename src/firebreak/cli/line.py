"""`firebreak line`: a line from its opening to its end."""

from typing import Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OfficerName, PassphraseFile

line = typer.Typer(help="A line: open, show, suspend, restore, close.", no_args_is_help=True)

Wait = Annotated[
    int,
    typer.Option("--wait-seconds", min=0, metavar="SECONDS", help="How long to wait for the counterpart."),
]
SCOPES = "all, voice, messages, notices, all-but-emergency"
Scope = Annotated[str, typer.Option("--scope", metavar="SCOPE", help=f"What is suspended: {SCOPES}.")]
Reason = Annotated[
    str, typer.Option("--reason", metavar="REASON", help="In your own words, shown to the counterpart.")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="WHEN", help="Instant, or +2h; further notice when left out.")
]
Contact = Annotated[str, typer.Option("--contact", metavar="TEXT", help="How you can still be reached.")]


Officers = Annotated[
    list[str] | None,
    typer.Option("--officer", "-o", metavar="NAME", help="Who signs; a real line needs two: repeat it."),
]


@line.command("open")
def open_(
    line: LineName = None, wait_seconds: Wait = 60, config: ConfigPath = HERE, as_json: Json = False
) -> None:
    """Wait until both logs hold the opening of a line, and say where it stands.

    The running node writes our part by itself once the digits were compared.

    Example: firebreak line open --line south
    """
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.line_state import headline
    from firebreak.cli.opening import wait_until_open
    from firebreak.cli.terminal import say, say_json

    name, facts = at_node(
        house_at(config), lambda client: wait_until_open(client, line, wait_seconds, quiet=as_json)
    )
    if as_json:
        say_json({"line": name, **facts})
    else:
        say(headline(name, facts))
    if not facts["open"]:
        raise typer.Exit(1)


@line.command()
def show(line: LineName = None, config: ConfigPath = HERE, as_json: Json = False) -> None:
    """Show lines: state with its reasons, links, watches, suspensions, contradictions.

    Example: firebreak line show --line south
    """
    from firebreak.cli.line_state import print_line
    from firebreak.cli.status import facts_of
    from firebreak.cli.terminal import safe, say, say_json
    from firebreak.cli.words import word
    from firebreak.core.base.errors import LocalError

    facts = facts_of(config)
    lines: dict[str, dict[str, Any]] = facts["lines"]
    if line is not None and line not in lines:
        known = ", ".join(lines) or "none"
        raise LocalError(f"there is no line {line!r} here", code="FB332", hint=f"there are: {known}")
    chosen = {name: each for name, each in lines.items() if line in (None, name)}
    if as_json:
        say_json({**facts, "lines": chosen})
        return
    if not facts["running"]:
        say("No node runs here. What the folder says:")
    for name, each in chosen.items():
        if "counterpart" in each:
            print_line(name, each, facts["party"])
        else:
            say(f"{safe(name)}: {word('line-state', each['stage'])}")


@line.command()
def agree(
    line: LineName = None,
    officer: Officers = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Sign the settings of the line as the configuration now has them.

    The running node offers them after its next start. They are in force once both logs hold the same.

    Example: firebreak line agree --line south --officer "Duty Officer"
    """
    from firebreak.cli.agreeing import sign_agreement
    from firebreak.cli.asking import house_at
    from firebreak.cli.signing import signers_of

    house = house_at(config)
    sign_agreement(house, line, signers_of(house, officer, passphrase_file), as_json=as_json)


@line.command()
def suspend(
    scope: Scope = "all",
    reason: Reason = "",
    until: Until = None,
    contact: Contact = "",
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Suspend the line or part of it, announced and signed. Line checks and flash messages go on.

    Example: firebreak line suspend --scope voice --reason "maintenance" --until +2h
    """
    from firebreak.cli.stating import Statement, state_one
    from firebreak.cli.times import parse

    def arguments(now: int) -> dict[str, Any]:
        ends = 0 if until is None else parse("--until", until, now)
        return {"scope": scope, "reason": reason, "until": ends, "contact": contact}

    said = Statement("suspend", arguments, f"The line is suspended ({scope}). The counterpart is told.")
    state_one(config, line, officer, passphrase_file, said, as_json=as_json)


@line.command()
def restore(
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help="Words for the counterpart.")] = "",
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Restore what our side has suspended.

    Example: firebreak line restore --line south
    """
    from firebreak.cli.stating import Statement, state_one

    said = Statement("restore", lambda _: {"text": text}, "The line is restored.")
    state_one(config, line, officer, passphrase_file, said, as_json=as_json)


@line.command()
def close(
    reason: Reason = "",
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """End a line for good. A new one begins with new offers and a new comparison.

    Example: firebreak line close --line south --reason "replaced by line two"
    """
    from firebreak.cli.stating import Statement, state_one

    said = Statement("close", lambda _: {"reason": reason}, "The line is closed for good. Its record stays.")
    state_one(config, line, officer, passphrase_file, said, as_json=as_json)
