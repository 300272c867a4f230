"""`firebreak call`: place, answer, decline, and everything else about calls. Voice comes with the console."""

from typing import Annotated, Any

import typer

from firebreak.cli.call_recording import register as register_recording
from firebreak.cli.call_request import register as register_requests
from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OfficerName, OurDesk, PassphraseFile

call = typer.Typer(help="Calls: place, answer, decline, withdraw, hang up, request.", no_args_is_help=True)
register_requests(call)
register_recording(call)

CallName = Annotated[
    str, typer.Argument(help="The call, by the beginning of its name; the newest when left out.")
]
TheirDesk = Annotated[
    str | None,
    typer.Option("--desk", "-d", metavar="DESK", help="Their desk; the first on their card when left out."),
]
From = Annotated[str | None, typer.Option("--from", metavar="DESK", help="Our desk, the one to call back.")]
Precedence = Annotated[
    str, typer.Option("--precedence", "-p", metavar="WORD", help="routine, priority, immediate or flash.")
]
Subject = Annotated[str, typer.Option("--subject", metavar="TEXT", help="What it is about, in a few words.")]
Ring = Annotated[
    int | None,
    typer.Option("--ring-seconds", metavar="SECONDS", help="How long it rings; as agreed when left out."),
]
NoWait = Annotated[bool, typer.Option("--no-wait", help="Do not follow the call; only place it.")]
REASONS = "none-given, busy, off-hours, wrong-level, principal-absent, needs-agenda, not-now, refused"
Reason = Annotated[str, typer.Option("--reason", metavar="REASON", help=f"{REASONS}.")]
Text = Annotated[str, typer.Option("--text", metavar="TEXT", help="Your words for the caller.")]
Back = Annotated[
    str | None, typer.Option("--call-back", metavar="WHEN", help="Instant to call back, or +30m.")
]
Last = Annotated[
    int,
    typer.Option("--last", "-n", min=1, max=500, metavar="NUMBER", help="How many, counted from the newest."),
]


@call.command()
def place(
    desk: TheirDesk = None,
    from_desk: From = None,
    precedence: Precedence = "priority",
    subject: Subject = "",
    ring_seconds: Ring = None,
    no_wait: NoWait = False,
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Call a desk of the counterpart and follow what becomes of it.

    Exit code 0 when a person answered, 1 for every other outcome. Ctrl-C stops following, not the call.

    Example: firebreak call place --desk duty --subject "convoy at the bridge"
    """
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.placing import place_and_follow
    from firebreak.cli.terminal import say_json

    fields: dict[str, Any] = {
        "desk": desk,
        "from_desk": from_desk,
        "precedence": precedence,
        "subject": subject,
        "ring_seconds": ring_seconds,
    }
    house = house_at(config)
    facts = at_node(
        house, lambda client: place_and_follow(client, line, fields, follow=not no_wait, quiet=as_json)
    )
    if as_json:
        say_json(facts)
    if not no_wait and facts.get("outcome") != "answered":
        raise typer.Exit(1)


@call.command()
def answer(
    name: CallName = "",
    desk: OurDesk = None,
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Take a call. Only an officer can; the caller is shown who.

    Example: firebreak call answer
    """
    from firebreak.cli.stating import Statement, state_one

    said = Statement(
        "answer", lambda _: {"call": name, "desk": desk}, "Answered. Hang up with: firebreak call hangup"
    )
    state_one(config, line, officer, passphrase_file, said, as_json=as_json)


@call.command()
def decline(
    name: CallName = "",
    reason: Reason = "none-given",
    text: Text = "",
    call_back: Back = None,
    desk: OurDesk = None,
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Do not take a call, and say so. A decline is contact, not silence.

    Example: firebreak call decline --reason not-now --call-back +30m
    """
    from firebreak.cli.stating import Statement, state_one
    from firebreak.cli.times import parse

    def arguments(now: int) -> dict[str, Any]:
        back = None if call_back is None else parse("--call-back", call_back, now)
        return {"call": name, "reason": reason, "text": text, "desk": desk, "call_back_at": back}

    said = Statement("decline", arguments, "Declined. The caller is told your reason.")
    state_one(config, line, officer, passphrase_file, said, as_json=as_json)


@call.command()
def busy(
    name: CallName = "",
    call_back: Back = None,
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Say that you are in another call.

    Example: firebreak call busy --call-back +10m
    """
    from firebreak.cli.stating import Statement, state_one
    from firebreak.cli.times import parse

    def arguments(now: int) -> dict[str, Any]:
        back = None if call_back is None else parse("--call-back", call_back, now)
        return {"call": name, "call_back_at": back}

    said = Statement("busy", arguments, "The caller is told that you are in another call.")
    state_one(config, line, officer, passphrase_file, said, as_json=as_json)


@call.command()
def withdraw(
    name: CallName = "", line: LineName = None, config: ConfigPath = HERE, as_json: Json = False
) -> None:
    """Give up a call of ours that nobody has taken.

    Example: firebreak call withdraw
    """
    _plain("call.withdraw", name, line, config, "Withdrawn. It stays in the record as such.", as_json=as_json)


@call.command()
def hangup(
    name: CallName = "", line: LineName = None, config: ConfigPath = HERE, as_json: Json = False
) -> None:
    """End a call that was answered.

    Example: firebreak call hangup
    """
    _plain("call.hangup", name, line, config, "Hung up.", as_json=as_json)


@call.command("list")
def list_(
    name: CallName = "",
    last: Last = 20,
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """List calls, both ways, with what may be said of each; then requests for calls.

    Example: firebreak call list --last 5
    """
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.call_list import fetch, print_calls
    from firebreak.cli.terminal import say_json

    facts = at_node(house_at(config), lambda client: fetch(client, line, name, last))
    if as_json:
        say_json(facts)
    else:
        print_calls(facts)


def _plain(do: str, name: str, line: str | None, config: Any, done: str, *, as_json: bool) -> None:
    from firebreak.cli.asking import ask
    from firebreak.cli.terminal import say, say_json

    written = ask(config, do, call=name, line=line)
    if as_json:
        say_json(written)
    else:
        say(done)
