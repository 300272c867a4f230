"""`firebreak witness`: a third party that stamps how long logs are, and keeps what is left for somebody."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firebreak.cli.options import HERE, Json, PassphraseFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from firebreak.witness.running import RunningWitness
    from firebreak.witness.settings import Settings

witness = typer.Typer(
    help="The witness: a third party that stamps when it saw how long a log was.", no_args_is_help=True
)
line = typer.Typer(help="Lines that this witness serves.", no_args_is_help=True)
witness.add_typer(line, name="line")

Place = Annotated[
    Path,
    typer.Option(
        "--config",
        "-c",
        envvar="FIREBREAK_WITNESS",
        help="Folder of the witness, or its witness.toml.",
        show_default="this folder",
    ),
]
Folder = Annotated[Path, typer.Argument(help="Folder of the new witness.")]
Name = Annotated[str, typer.Option("--name", "-n", help="Its name for ever, such as witness.example/w1.")]
Operator = Annotated[str, typer.Option("--operator", help="The organisation that runs it.")]
Listen = Annotated[str, typer.Option("--listen", help="host:port on which it answers.")]
Real = Annotated[bool, typer.Option("--real", help="For real lines. Without it, for exercises only.")]
OfferFile = Annotated[Path, typer.Argument(help="An offer file that one party of the line made.")]
CardFile = Annotated[Path, typer.Argument(help="A newer card of a party known here.")]


@witness.command()
def init(
    folder: Folder,
    name: Name,
    operator: Operator,
    listen: Listen = "127.0.0.1:7411",
    real: Real = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Found a witness: keys and configuration.

    Example: firebreak witness init w1 --name witness.example/w1 --operator "Example Institute"
    """
    from firebreak.cli.passphrases import new_passphrase
    from firebreak.cli.terminal import say
    from firebreak.core.base.purposes import Environment
    from firebreak.witness.founding import Founding, found

    plan = Founding(
        directory=folder,
        name=name,
        operator=operator,
        environment=Environment.REAL if real else Environment.EXERCISE,
        listen=listen,
        passphrase=new_passphrase(passphrase_file, "the witness"),
        passphrase_file=None if passphrase_file is None else passphrase_file.resolve(),
    )
    settings = found(plan)
    say(f"The witness is in {settings.directory}.", "Its keys, for whoever is to trust it:")
    say(*(f"  {each}" for each in _verifier_keys(settings, plan.passphrase)))


@witness.command()
def run(config: Place = HERE, passphrase_file: PassphraseFile = None) -> None:
    """Run the witness until SIGTERM or Ctrl-C.

    Example: firebreak witness run --config w1
    """
    import asyncio

    from firebreak.cli.stderr import note
    from firebreak.cli.terminal import say
    from firebreak.runtime.clocks import SystemClock
    from firebreak.witness.running import build
    from firebreak.witness.settings import read_settings

    settings = read_settings(config)
    secret = _passphrase(settings, passphrase_file)
    running = build(settings, secret, SystemClock(), note)
    asyncio.run(_until_told(running, lambda address: say(f"witness {settings.name} answers on {address}")))


@witness.command()
def keys(config: Place = HERE, passphrase_file: PassphraseFile = None) -> None:
    """Print the public keys of this witness, one a line, as others configure them.

    Example: firebreak witness keys --config w1
    """
    from firebreak.cli.terminal import say
    from firebreak.witness.settings import read_settings

    settings = read_settings(config)
    say(*_verifier_keys(settings, _passphrase(settings, passphrase_file)))


@line.command()
def add(one: OfferFile, other: OfferFile, config: Place = HERE) -> None:
    """Serve a line, by the two offers that its parties exchanged. The witness may be running.

    Example: firebreak witness line add north.fboffer south.fboffer --config w1
    """
    from firebreak.cli.terminal import say
    from firebreak.witness.known import add_line
    from firebreak.witness.settings import read_settings

    settings = read_settings(config)
    added = add_line(settings.lines, settings.environment, one, other)
    say(f"Line {added.hex()} is served.")


@line.command()
def card(file: CardFile, config: Place = HERE) -> None:
    """Take in a newer card of a party; its key and the one before it then hold.

    Example: firebreak witness line card north-2.fbcard --config w1
    """
    from firebreak.cli.terminal import safe, say
    from firebreak.witness.known import add_card
    from firebreak.witness.settings import read_settings

    settings = read_settings(config)
    taken = add_card(settings.lines, settings.environment, file)
    say(f"Card {taken.serial} of {safe(taken.name)} is taken in.")


@line.command("list")
def list_lines(config: Place = HERE, as_json: Json = False) -> None:
    """List the lines this witness serves.

    Example: firebreak witness line list --config w1
    """
    from firebreak.cli.terminal import safe, say, say_json
    from firebreak.witness.known import Known
    from firebreak.witness.settings import read_settings

    settings = read_settings(config)
    known = Known(settings.lines, settings.environment)
    known.refresh()
    lines = {
        found.line.hex(): [cards[0].card.name for cards in found.cards.values()]
        for found in known.lines.values()
    }
    if as_json:
        say_json({"lines": lines, "problems": known.problems})
        return
    say(*(f"{each}  {' and '.join(map(safe, names))}" for each, names in lines.items()))
    say(*known.problems)


def _passphrase(settings: "Settings", file: Path | None) -> str:
    from firebreak.cli.passphrases import passphrase

    return passphrase(file or settings.passphrase_file, f"the witness {settings.name}")


def _verifier_keys(settings: "Settings", secret: str) -> list[str]:
    from firebreak.keyring.witness import WitnessKeys
    from firebreak.witness.cosigner import verifier_keys
    from firebreak.witness.journal import log_key

    found = WitnessKeys.load(settings.keys, secret, environment=settings.environment)
    return [str(each) for each in (*verifier_keys(settings.name, found), log_key(settings.name, found))]


async def _until_told(running: "RunningWitness", ready: "Callable[[str], None]") -> None:
    """Run until a signal asks for the end; a failing database ends it with its own error."""
    import asyncio
    import signal

    task = asyncio.create_task(running.run(ready))
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        return
