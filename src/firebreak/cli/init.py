"""`firebreak init`: found a party."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firebreak.cli.options import Json, PassphraseFile

if TYPE_CHECKING:
    from firebreak.core.base.instants import Instant

Folder = Annotated[Path, typer.Argument(help="Folder of the new party.")]
Party = Annotated[
    str, typer.Option("--party", "-p", metavar="NAME", help="Name of the party, as the counterpart reads it.")
]
Real = Annotated[
    bool, typer.Option("--real", help="Keys for a real line. Without it they are for exercises only.")
]
Desks = Annotated[
    list[str], typer.Option("--desk", "-d", metavar="DESK", help="A desk of ours; repeat it for more.")
]
Officers = Annotated[
    list[str],
    typer.Option("--officer", "-o", metavar="NAME", help="An officer with a key; repeat it for more."),
]
Listen = Annotated[
    str | None,
    typer.Option("--listen", metavar="HOST:PORT", help="host:port on which the counterpart's node may call."),
]
Start = Annotated[
    str | None,
    typer.Option(
        "--exercise-start", metavar="INSTANT", help="Where the clock of an exercise begins, ISO 8601."
    ),
]

REAL_OFFICERS = 2  # who compare the digits of a real line


def init(
    folder: Folder,
    party: Party,
    real: Real = False,
    desk: Desks = ["duty"],  # noqa: B006 - typer copies it
    officer: Officers = ["Duty Officer"],  # noqa: B006
    listen: Listen = None,
    exercise_start: Start = None,
    passphrase_file: PassphraseFile = None,
    as_json: Json = False,
) -> None:
    """Found a party: keys, card, configuration.

    Example: firebreak init north --party North --listen 192.0.2.7:7401

    For a real line each officer chooses a passphrase of their own. In exercises one does for all keys.
    """
    from firebreak.app.founding import Founding, found
    from firebreak.cli.passphrases import new_passphrase
    from firebreak.core.base.errors import LocalError
    from firebreak.core.base.purposes import Environment
    from firebreak.runtime.clocks import SystemClock

    if not party.strip():
        raise LocalError("the party has no name", code="FB363", hint="name it with --party")
    start = _start(exercise_start)
    if real and start is not None:
        hint = "leave out --exercise-start, or leave out --real"
        raise LocalError("a real line has no exercise clock", code="FB363", hint=hint)
    if real and len(set(officer)) < REAL_OFFICERS:
        hint = "name each with --officer: a line is opened by two officers of each side"
        raise LocalError(f"a real line needs {REAL_OFFICERS} officers", code="FB363", hint=hint)
    secret = new_passphrase(passphrase_file, "the root and the node")
    own = {each: new_passphrase(None, f"officer {each}") for each in officer} if real else {}
    plan = Founding(
        directory=folder,
        party=party,
        environment=Environment.REAL if real else Environment.EXERCISE,
        passphrase=secret,
        officer_passphrases=own,
        now=SystemClock().read().wall if start is None else start,
        desks=tuple(desk),
        officers=tuple(officer),
        listen=listen,
        exercise_start=exercise_start,
        passphrase_file=None if passphrase_file is None else passphrase_file.resolve(),
    )
    house = found(plan)
    _tell(house.root, party, real=real, as_json=as_json)


def _start(text: str | None) -> "Instant | None":
    from firebreak.cli.times import parse

    return None if text is None else parse("--exercise-start", text)


def _tell(root: Path, party: str, *, real: bool, as_json: bool) -> None:
    from firebreak.cli.terminal import safe, say, say_json

    keys = root / "keys"
    if as_json:
        say_json({"directory": str(root), "party": party, "environment": "real" if real else "exercise"})
        return
    say(
        f"Party {safe(party)} is in {root}, for {'real lines' if real else 'exercises only'}.",
        f"Configuration: {root / 'firebreak.toml'}",
        f"Root keys: {keys / 'root.key'} and {keys / 'next-root.key'}",
        "Move both root keys to a stick or another machine and keep copies: they are who you are.",
        "",
        "Next: make an offer for a line and hand it to the counterpart.",
        f"  firebreak card export offer.fboffer --line NAME --config {root}",
    )
