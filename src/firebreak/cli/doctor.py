"""`firebreak doctor`: what on this machine could keep the line from working, and what to do about it."""

from firebreak.cli.options import HERE, ConfigPath, Json

MARKS = {"ok": "green", "warn": "yellow", "fail": "red"}


def doctor(config: ConfigPath = HERE, as_json: Json = False) -> None:
    """Check this machine and this party's folder.

    Each finding says what to do.

    Exit code 1 when something fails.

    Example: firebreak doctor --config north
    """
    from dataclasses import asdict

    import typer

    from firebreak.cli.examining import examine
    from firebreak.cli.terminal import say, say_json, styled, table

    found = examine(config)
    good = all(each.state != "fail" for each in found)
    if as_json:
        say_json({"ok": good, "checks": [asdict(each) for each in found]})
    else:
        rows = [[styled(each.state.ljust(4), MARKS[each.state]), each.name, each.told] for each in found]
        say(*table(rows))
        if good:
            say("Nothing here keeps a line from working.")
    if not good:
        raise typer.Exit(1)
