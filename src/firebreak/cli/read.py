"""`firebreak read`, `firebreak ack` and `firebreak refuse`: what only a person can say of a message."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OfficerName, OurDesk, PassphraseFile

if TYPE_CHECKING:
    from firebreak.api.client import Client

Message = Annotated[str, typer.Argument(help="The message, by the beginning of its name in the inbox.")]
Paraphrase = Annotated[
    str,
    typer.Option(
        "--paraphrase", metavar="TEXT", help="What it says, in your own words: a read-back for the author."
    ),
]
Reason = Annotated[
    str,
    typer.Option(
        "--reason",
        metavar="REASON",
        help="none-given, wrong-desk, wrong-level, not-understood, language, suspended, not-accepted, other.",
    ),
]
Text = Annotated[str, typer.Option("--text", metavar="TEXT", help="Your words for the author.")]


def read(
    message: Message,
    desk: OurDesk = None,
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Show a message and sign that you have read it. It says nothing about agreeing.

    Example: firebreak read 3a52c71005db --officer "Duty Officer"
    """
    said = ("read", message, {"desk": desk}, "Their node is told that you have read it.")
    _state(said, line, officer, passphrase_file, config, as_json=as_json)


def ack(
    message: Message,
    paraphrase: Paraphrase = "",
    desk: OurDesk = None,
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Show a message and sign that you have understood it. This is not agreement.

    Example: firebreak ack 3a52c71005db --paraphrase "Convoy at six, ten vehicles."
    """
    fields = {"desk": desk, "paraphrase": paraphrase}
    said = (
        "acknowledge",
        message,
        fields,
        "Their node is told that you have understood it. This is not agreement.",
    )
    _state(said, line, officer, passphrase_file, config, as_json=as_json)


def refuse(
    message: Message,
    reason: Reason = "none-given",
    text: Text = "",
    desk: OurDesk = None,
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Show a message and sign that you refuse it. It stays in both records.

    Example: firebreak refuse 3a52c71005db --reason wrong-desk
    """
    fields = {"desk": desk, "reason": reason, "text": text}
    said = ("refuse", message, fields, "Their node is told that you refuse it, and why.")
    _state(said, line, officer, passphrase_file, config, as_json=as_json)


def _state(
    said: tuple[str, str, dict[str, Any], str],
    line: str | None,
    officer: str | None,
    file: Path | None,
    config: Path,
    *,
    as_json: bool,
) -> None:
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.signing import Signer
    from firebreak.cli.terminal import say, say_json

    house = house_at(config)
    signer = Signer.of(house, officer, file)
    what, start, fields, done = said

    async def work(client: "Client") -> dict[str, Any]:
        return await _written(client, signer, line, what, start, fields, quiet=as_json)

    written = at_node(house, work)
    if as_json:
        say_json(written)
    else:
        say(done)


async def _written(
    client: "Client",
    signer: Any,
    line: str | None,
    what: str,
    start: str,
    fields: dict[str, Any],
    *,
    quiet: bool,
) -> dict[str, Any]:
    from firebreak.cli.asking import line_of
    from firebreak.cli.message_text import message_lines
    from firebreak.cli.stating import Statement, stated
    from firebreak.cli.terminal import say

    name, facts, _ = await line_of(client, line)
    message = await client.ask("message", line=name, message=start)
    if not quiet:
        say(*message_lines(message, facts["counterpart"]), "")
    desk = fields["desk"] or _desk(message, facts)
    arguments = {**fields, "desk": desk, "message": message["hash"]}
    return await stated(client, signer, name, Statement(what, lambda _: arguments, ""), quiet=quiet)


def _desk(message: dict[str, Any], facts: dict[str, Any]) -> str:
    """Our desk to which the message is addressed."""
    ours: list[str] = facts["desks"]
    return next((each for each in message["to"] if each in ours), ours[0])
