"""Passphrases: from a file, or typed by a person without being shown."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from firebreak.core.base.errors import LocalError

if TYPE_CHECKING:
    from firebreak.app.house import House


def passphrase(file: Path | None, whose: str) -> str:
    """The passphrase of a file, or else what a person types. Raises LocalError."""
    return _typed(f"Passphrase of {whose}: ") if file is None else from_file(file)


def node_passphrase(house: "House", file: Path | None) -> str:
    """The passphrase of the node's keys: as given, as configured, or typed."""
    found = from_file(file) if file is not None else house.passphrase()
    return _typed(f"Passphrase of the node of {house.config.party}: ") if found is None else found


def new_passphrase(file: Path | None, whose: str) -> str:
    """A passphrase for new keys; typed twice. Raises LocalError."""
    if file is not None:
        return from_file(file)
    first = _typed(f"New passphrase of {whose}: ")
    if _typed("Once more: ") != first:
        raise LocalError("the two passphrases differ", code="FB363", hint="start again; nothing was written")
    return first


def from_file(path: Path) -> str:
    """The first line of a file. Raises LocalError."""
    from firebreak.app.house import read_file
    from firebreak.keyring.confinement import keep_private

    keep_private()
    try:
        return read_file(path).decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        hint = "write the passphrase as UTF-8 text"
        raise LocalError(f"{path} is not text", code="FB353", hint=hint) from error


def _typed(question: str) -> str:
    if not sys.stdin.isatty():
        raise LocalError(
            "a passphrase is needed and nobody is here to type it",
            code="FB363",
            hint=f"name its file with --passphrase-file or {_VARIABLE}",
        )
    from getpass import getpass

    from firebreak.keyring.confinement import keep_private

    keep_private()
    return getpass(question)


_VARIABLE = "FIREBREAK_PASSPHRASE_FILE"


def variable() -> Path | None:
    """The file that the environment names."""
    named = os.environ.get(_VARIABLE)
    return Path(named) if named else None
