"""Looking at notices: the list, one of them, and the codes there are."""

from typing import Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, FoundIn, Json, LineName

Name = Annotated[str, typer.Argument(help="The notice, by the beginning of its name in `notice list`.")]
Everything = Annotated[bool, typer.Option("--all", help="Those that ended too.")]
Sites = Annotated[bool, typer.Option("--sites", help="The register of protected sites.")]
Ended = Annotated[bool, typer.Option("--all", help="Sites whose notice ended too.")]


def register(notice: typer.Typer) -> None:
    """Add the verbs to the group."""
    notice.command("list")(list_notices)
    notice.command("show")(show)
    notice.command("register")(register_of_sites)
    notice.command("codes")(codes)


def list_notices(
    everything: Everything = False,
    sites: Sites = False,
    language: FoundIn = "en",
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """List the notices of both sides that are to be reckoned with.

    Example: firebreak notice list
    """
    from firebreak.cli.asking import ask
    from firebreak.cli.finding_words import read_in
    from firebreak.cli.notice_showing import notice_lines
    from firebreak.cli.terminal import safe, say, say_json

    read_in(language)
    group = "site" if sites else None
    facts = ask(config, "notices", line=line, all=everything, group=group)
    if as_json:
        say_json(facts)
        return
    for each in facts["notices"]:
        say(*notice_lines(each))
    if not facts["notices"]:
        say(f"No notices on line {safe(facts['line'])}.")


def register_of_sites(
    ended: Ended = False, line: LineName = None, config: ConfigPath = HERE, as_json: Json = False
) -> None:
    """Print the register of protected sites: what is to be confirmed again soonest first.

    It is no guarantee: it says what was told to the other side, and to whom it was passed on.

    Exit code 1: a site is overdue.

    Example: firebreak notice register
    """
    from firebreak.cli.asking import ask
    from firebreak.cli.notice_register import in_order, lines
    from firebreak.cli.run import GOOD, REFUSED
    from firebreak.cli.terminal import say, say_json

    facts = ask(config, "notices", line=line, all=ended, group="site")
    if as_json:
        say_json({**facts, "notices": in_order(facts["notices"])})
    else:
        say(*lines(facts["notices"], facts["line"], facts["now"]))
    raise typer.Exit(REFUSED if any(each["confirm_overdue"] for each in facts["notices"]) else GOOD)


def show(
    name: Name, language: FoundIn = "en", line: LineName = None, config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Show one notice: its places with their check digits, its texts, its source, what was said of it.

    Example: firebreak notice show 7f3a
    """
    from firebreak.cli.asking import ask
    from firebreak.cli.finding_words import read_in
    from firebreak.cli.notice_showing import whole_lines
    from firebreak.cli.terminal import say, say_json

    read_in(language)
    facts = ask(config, "notice", line=line, notice=name)
    if as_json:
        say_json(facts)
    else:
        say(*whole_lines(facts))


def codes(as_json: Json = False) -> None:
    """List what a notice can be about, and how long before each is to be announced.

    Example: firebreak notice codes
    """
    from firebreak.cli.notice_showing import sort_text
    from firebreak.cli.terminal import say, say_json, table
    from firebreak.core.base.instants import HOUR
    from firebreak.core.notice.kinds import SORTS

    if as_json:
        say_json({"codes": {code: _facts(code) for code in SORTS}})
        return
    say(
        *table(
            [
                [
                    code,
                    each.group.value,
                    f"{each.lead_ms // HOUR} h" if each.lead_ms else "",
                    sort_text(each.name),
                ]
                for code, each in SORTS.items()
            ]
        )
    )


def _facts(code: str) -> dict[str, Any]:
    from firebreak.core.notice.kinds import sort_of

    found = sort_of(code)
    return {"sort": found.name, "group": found.group.value, "lead_ms": found.lead_ms}
