"""What officers say of a notice: answers, to whom it was passed on, that it is still so, that it is over."""

from typing import Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OfficerName, OurDesk, PassphraseFile

Name = Annotated[str, typer.Argument(help="The notice, by the beginning of its name in `notice list`.")]
Text = Annotated[str, typer.Option("--text", metavar="TEXT", help="Your words for the counterpart.")]
REASONS = "none-given, too-late, area, time, not-understood, cannot, not-accepted"
Reason = Annotated[str, typer.Option("--reason", metavar="REASON", help=f"{REASONS}.")]
ReadBack = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="N=DD",
        help="Number of a place and the check digits on your chart: 3=47. Repeat it.",
    ),
]
All = Annotated[bool, typer.Option("--all", help="Send back every place as this node has it.")]
To = Annotated[str, typer.Option("--to", metavar="WHOM", help="Units, ships, services.")]
At = Annotated[
    str | None, typer.Option("--at", metavar="WHEN", help="When it was passed on; now if left out.")
]
By = Annotated[
    str | None, typer.Option("--by", metavar="WHEN", help="Until when you will confirm it again, or +30d.")
]


def register(notice: typer.Typer) -> None:
    """Add the verbs to the group."""
    for verb in (acknowledge, confirm, comply, reject, passed, renew, cancel):
        notice.command(verb.__name__)(verb)


def acknowledge(
    name: Name, text: Text = "", desk: OurDesk = None, line: LineName = None, officer: OfficerName = None,
    passphrase_file: PassphraseFile = None, config: ConfigPath = HERE, as_json: Json = False,
) -> None:  # fmt: skip
    """Say that a notice is understood. It does not say that you agree.

    Example: firebreak notice acknowledge 7f3a
    """
    fields = {"notice": name, "word": "acknowledge", "text": text, "desk": desk}
    _state(config, line, officer, passphrase_file, "notice.answer", fields, as_json=as_json)


def confirm(
    name: Name, place: ReadBack = None, everything: All = False, text: Text = "", desk: OurDesk = None,
    line: LineName = None, officer: OfficerName = None, passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE, as_json: Json = False,
) -> None:  # fmt: skip
    """Read the places of a notice back. One that is not the notice's is an alarm on both sides.

    Example: firebreak notice confirm 7f3a --place 1=30 --place 2=57
    """
    from firebreak.core.base.errors import LocalError

    if not place and not everything:
        hint = "give --place 1=47 for each place, or --all; `firebreak notice show` numbers them"
        raise LocalError("no place is read back", code="FB608", hint=hint)
    fields = {"notice": name, "word": "confirm", "text": text, "desk": desk}
    fields |= {"all": True} if everything else {"places": place}
    _state(config, line, officer, passphrase_file, "notice.answer", fields, as_json=as_json)


def comply(
    name: Name, text: Text = "", desk: OurDesk = None, line: LineName = None, officer: OfficerName = None,
    passphrase_file: PassphraseFile = None, config: ConfigPath = HERE, as_json: Json = False,
) -> None:  # fmt: skip
    """Say that your side acts by a notice.

    Example: firebreak notice comply 7f3a
    """
    fields = {"notice": name, "word": "comply", "text": text, "desk": desk}
    _state(config, line, officer, passphrase_file, "notice.answer", fields, as_json=as_json)


def reject(
    name: Name, reason: Reason = "none-given", text: Text = "", desk: OurDesk = None, line: LineName = None,
    officer: OfficerName = None, passphrase_file: PassphraseFile = None, config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Say that your side does not accept a notice.

    Example: firebreak notice reject 7f3a --reason time --text 'Two weeks is too long.'
    """
    fields = {"notice": name, "word": "reject", "reason": reason, "text": text, "desk": desk}
    _state(config, line, officer, passphrase_file, "notice.answer", fields, as_json=as_json)


def passed(
    name: Name, to: To, at: At = None, text: Text = "", line: LineName = None, officer: OfficerName = None,
    passphrase_file: PassphraseFile = None, config: ConfigPath = HERE, as_json: Json = False,
) -> None:  # fmt: skip
    """State to whom you passed a notice on, and again when you asked again.

    Example: firebreak notice passed 7f3a --to 'coast guard, Gdynia'
    """
    fields = {"notice": name, "to": to, "text": text}
    times = {"passed_at": ("--at", at)}
    _state(config, line, officer, passphrase_file, "notice.passed", fields, times, as_json=as_json)


def renew(
    name: Name, by: By = None, text: Text = "", line: LineName = None, officer: OfficerName = None,
    passphrase_file: PassphraseFile = None, config: ConfigPath = HERE, as_json: Json = False,
) -> None:  # fmt: skip
    """Confirm a notice of ours again: what it says is still so.

    Example: firebreak notice renew 7f3a --by +30d
    """
    fields = {"notice": name, "text": text}
    times = {"confirm_by": ("--by", by)}
    _state(config, line, officer, passphrase_file, "notice.renew", fields, times, as_json=as_json)


def cancel(
    name: Name, text: Text = "", line: LineName = None, officer: OfficerName = None,
    passphrase_file: PassphraseFile = None, config: ConfigPath = HERE, as_json: Json = False,
) -> None:  # fmt: skip
    """Cancel a notice of ours, and put nothing in its place.

    Example: firebreak notice cancel 7f3a --text 'Put off by weather.'
    """
    fields = {"notice": name, "text": text}
    _state(config, line, officer, passphrase_file, "notice.cancel", fields, as_json=as_json)


def _state(
    config: Any, line: str | None, officer: str | None, file: Any, what: str, fields: dict[str, Any],
    times: dict[str, tuple[str, str | None]] | None = None, *, as_json: bool,
) -> None:  # fmt: skip
    from firebreak.cli.stating import Statement, state_one
    from firebreak.cli.times import parse

    def arguments(now: int) -> dict[str, Any]:
        given = (times or {}).items()
        return fields | {key: parse(option, text, now) for key, (option, text) in given if text is not None}

    state_one(config, line, officer, file, Statement(what, arguments, "It is said."), as_json=as_json)
