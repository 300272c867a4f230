"""Keys that officers made in a console, as whoever signs the card gives them: files, or `NAME=HEX`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firebreak.keyring.officer_file import OfficerFile


def officer_keys(given: Sequence[str]) -> "tuple[OfficerFile, ...]":
    """Read them, show what to compare, and at a terminal ask whether it was. Raises LocalError."""
    from firebreak.cli.stderr import note
    from firebreak.core.base.errors import LocalError

    found = tuple(_read(each) for each in given)
    for each in found:
        note(f"key of {each.officer}: {each.fingerprint}")
    if not found:
        return found
    note("Each officer reads it aloud from the screen of the console: a server broken into lies here.")
    if sys.stdin.isatty():
        import typer

        if not typer.confirm("Did all of them agree?", err=True):
            hint = "look who changed the file, and on which machine"
            raise LocalError("the keys were not compared", code="FB515", hint=hint)
    return found


def _read(given: str) -> "OfficerFile":
    from firebreak.app.house import read_file
    from firebreak.keyring.officer_file import FILE_BYTES_MAX, OfficerFile

    name, _, digits = given.rpartition("=")
    if name and "/" not in digits and not Path(given).exists():
        return OfficerFile.parse(given)
    return OfficerFile.parse(read_file(Path(given))[:FILE_BYTES_MAX].decode("utf-8", "replace"))
