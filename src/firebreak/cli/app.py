"""All verbs under one roof. Importing this is cheap: each verb imports what it needs when it runs."""

from typing import Annotated

import typer

from firebreak.cli.backup import backup
from firebreak.cli.call import call
from firebreak.cli.card import card
from firebreak.cli.check import check
from firebreak.cli.console import console
from firebreak.cli.demo import demo
from firebreak.cli.doctor import doctor
from firebreak.cli.exercise import exercise
from firebreak.cli.export import export
from firebreak.cli.inbox import inbox
from firebreak.cli.init import init
from firebreak.cli.keys import keys
from firebreak.cli.ledger import ledger
from firebreak.cli.line import line
from firebreak.cli.matching import matching
from firebreak.cli.node import node
from firebreak.cli.notice import notice
from firebreak.cli.pair import pair
from firebreak.cli.phrases import phrases
from firebreak.cli.proximity import proximity
from firebreak.cli.read import ack, read, refuse
from firebreak.cli.readout import readout
from firebreak.cli.restore import restore
from firebreak.cli.scrub import repair, scrub
from firebreak.cli.send import send
from firebreak.cli.signer import signer
from firebreak.cli.silence import silence
from firebreak.cli.sim import sim
from firebreak.cli.status import status
from firebreak.cli.verify import verify
from firebreak.cli.watch import watch
from firebreak.cli.witness import witness

app = typer.Typer(
    name="firebreak",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        from firebreak import __version__

        typer.echo(f"firebreak {__version__}")
        raise typer.Exit


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Firebreak: a line between two organisations that do not trust each other.

    Begin: init, card, pair, node run, line open. On watch: status, watch, inbox, send, read, ack, call,
    check. The record: ledger, readout, export, verify. First time here: firebreak demo

    Exit codes: 0 good, 1 findings or a refusal, 2 usage or unreadable.
    """


for _verb in (init, pair, status, inbox, send, read, ack, refuse, check, phrases, ledger, readout, export):
    app.command()(_verb)
for _verb in (silence, verify, backup, restore, scrub, repair, demo, doctor):
    app.command()(_verb)
app.command()(sim)
for _name, _group in (
    ("card", card),
    ("keys", keys),
    ("signer", signer),
    ("line", line),
    ("node", node),
    ("notice", notice),
    ("matching", matching),
    ("watch", watch),
    ("call", call),
    ("console", console),
    ("exercise", exercise),
    ("witness", witness),
    ("proximity", proximity),
):
    app.add_typer(_group, name=_name)
