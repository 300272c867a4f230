"""`firebreak pair`: compare forty digits with the counterpart, by voice."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName, PassphraseFile

if TYPE_CHECKING:
    from firebreak.app.ceremony import Ceremony
    from firebreak.core.envelope.pairing import Pairing

Heard = Annotated[
    str | None,
    typer.Option(
        "--heard", metavar="DIGITS", help="The half they read aloud, when nobody is here to type it."
    ),
]
Officers = Annotated[
    list[str] | None,
    typer.Option("--officer", "-o", metavar="NAME", help="Who compared; a real line needs two: repeat it."),
]


def pair(
    line: LineName = None,
    officer: Officers = None,
    heard: Heard = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Compare the digits of a new line, by voice.

    Call somebody there whose voice you know, over another channel than this line. Read your half aloud,
    let them read theirs, type in what you hear. Whoever stands between shows other digits.

    Example: firebreak pair --line south --officer "Duty Officer"
    """
    from firebreak.app.ceremony import Ceremony
    from firebreak.cli.asking import house_at
    from firebreak.cli.signing import signers_of

    house = house_at(config)
    ceremony = Ceremony(house, line or _only_line(config))
    pairing = ceremony.pairing(house.now())
    signers = signers_of(house, officer, passphrase_file)
    _show(ceremony, pairing, as_json=as_json and heard is None)
    typed = heard if heard is not None else _typed()
    if typed is None:
        return
    pairing.compare(typed)  # before anybody types a passphrase
    ceremony.compare(typed, [each.key() for each in signers], house.now())
    _tell(ceremony, [each.name for each in signers], as_json=as_json)


def _only_line(config: Path) -> str:
    from firebreak.app.ceremony import Ceremony
    from firebreak.cli.asking import house_at
    from firebreak.core.base.errors import LocalError

    house = house_at(config)
    names = [each for each in house.lines() if Ceremony(house, each).opening() is None]
    if len(names) == 1:
        return names[0]
    what = "no line waits to be compared" if not names else f"several lines wait: {', '.join(names)}"
    hint = (
        "name the line: --line NAME"
        if names
        else "take in an offer: `firebreak card import FILE --line NAME`"
    )
    raise LocalError(what, code="FB357", hint=hint)


def _show(ceremony: "Ceremony", pairing: "Pairing", *, as_json: bool) -> None:
    from firebreak.cli.terminal import safe, say, say_json, styled

    assert pairing.theirs is not None
    theirs = pairing.theirs.signed.card
    digits = pairing.digits.ours
    if as_json:
        facts = {"line": ceremony.name, "counterpart": theirs.name, "ours": list(digits), "compared": False}
        say_json(facts)
        return
    say(
        f"Line {ceremony.name} with {safe(theirs.name)}. On the telephone, with a voice you know:",
        "",
        f"  Read this aloud:      {styled(' '.join(digits), 'bold')}",
        "",
    )


def _typed() -> str | None:
    """What the person hears; None when nobody can type: then only our half was shown."""
    from firebreak.cli.stderr import note

    if not sys.stdin.isatty():
        note("Give the half that they read with --heard.")
        return None
    return input("  Type what they read:  ")


def _tell(ceremony: "Ceremony", names: list[str], *, as_json: bool) -> None:
    from firebreak.cli.terminal import listed, say, say_json

    if as_json:
        say_json({"line": ceremony.name, "compared": True, "officers": names})
        return
    say(
        f"The digits agree. Signed by {listed(names)}.",
        "Start the node (or start it again): it opens the line.",
        f"  firebreak node run --config {ceremony.house.root}",
        f"  firebreak line open --line {ceremony.name} --config {ceremony.house.root}",
    )
