"""Opening a commitment to a neutral witness, and what such a witness does with it."""

from pathlib import Path
from typing import Annotated

import typer

from firebreak.cli.matching_options import Name
from firebreak.cli.options import HERE, ConfigPath, Json, LineName

Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write; it must not exist.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="Opening file of one side.")]
BundlePath = Annotated[Path, typer.Argument(metavar="BUNDLE", help="A bundle made by `firebreak export`.")]


def register(matching: typer.Typer) -> None:
    """Add the verbs to the group."""
    matching.command("open")(open_to)
    matching.command("check-opening")(check_opening)


def open_to(name: Name, out: Out, line: LineName = None, config: ConfigPath = HERE) -> None:
    """Write what opens our commitment of a run, for a neutral witness. It tells every cell of our set.

    The names of our sites and tracks are left out.

    Example: firebreak matching open 7f3a --out opening.json
    """
    from firebreak.cli.asking import ask, house_at
    from firebreak.cli.terminal import say
    from firebreak.matching.opening import hand_over, place, read

    matching = bytes.fromhex(ask(config, "matching", line=line, matching=name)["matching"])
    hand_over(out, read(place(house_at(config).root, matching)))
    say(f"Written: {out}", "Whoever has it knows every cell of our set. Hand it to the witness alone.")


def check_opening(file: File, bundle: BundlePath, as_json: Json = False) -> None:
    """Check an opening file against the record of a line, offline: a verb for the witness.

    Exit code 0: everything is right. 1: something is wrong, or cannot be checked. 2: not readable.

    Example: firebreak matching check-opening opening.json north.fbundle
    """
    from firebreak.cli.matching_text import check_lines
    from firebreak.cli.terminal import say, say_json
    from firebreak.cli.verify import checked
    from firebreak.matching.checking import Check, check
    from firebreak.matching.gathering import find
    from firebreak.matching.opening import read
    from firebreak.matching.running import cell_facts, cells_of

    opening = read(file, private=False)
    whole = checked(bundle, 1, quiet=as_json).ok
    record = Check("record", whole, "The bundle as a whole stands every check (firebreak verify).")
    checks = [record, *check(opening, find(bundle, opening.matching))]
    cells = cells_of(opening)
    facts = {
        "ok": all(each.good for each in checks),
        "matching": opening.matching.hex(),
        "proposer": opening.proposer,
        "checks": [{"name": each.name, "good": each.good, "text": each.text} for each in checks],
        "cells": [cell_facts(each) for each in cells],
        "fillers": len(opening.items) - len(cells),
    }
    if as_json:
        say_json(facts)
    else:
        say(*check_lines(facts))
    if not facts["ok"]:
        raise typer.Exit(1)
