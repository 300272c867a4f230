"""What officers say of a proposal and of its end: accept, decline, done."""

from typing import Annotated, Any

import typer

from firebreak.cli.matching_options import Name, Text, Understood
from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OfficerName, OurDesk, PassphraseFile

Hits = Annotated[
    int | None, typer.Option("--hits", min=1, max=2_000, metavar="NUMBER", help="So many cells in common.")
]
Nothing = Annotated[bool, typer.Option("--nothing", help="Nothing in common.")]
NotTold = Annotated[bool, typer.Option("--not-told", help="Your side does not say what came of it.")]


def register(matching: typer.Typer) -> None:
    """Add the verbs to the group."""
    for verb in (accept, decline, done):
        matching.command(verb.__name__)(verb)


def accept(
    name: Name, text: Text = "", understood: Understood = False, desk: OurDesk = None, line: LineName = None,
    officer: OfficerName = None, passphrase_file: PassphraseFile = None, config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Accept a proposal. Says first what a run tells the other side, and wants a yes.

    Example: firebreak matching accept 7f3a
    """
    from firebreak.cli.asking import ask
    from firebreak.cli.matching_options import bounds, make_sure
    from firebreak.cli.matching_text import matching_lines
    from firebreak.cli.terminal import say

    facts = ask(config, "matching", line=line, matching=name)
    if not as_json:
        say(*matching_lines(facts))
    make_sure(*bounds(facts), understood=understood)
    fields = {"matching": facts["matching"], "word": "accept", "text": text, "desk": desk}
    said = "It is accepted. Now both sides: firebreak matching run"
    _state(config, line, officer, passphrase_file, ("matching.answer", fields, said), as_json=as_json)


def decline(
    name: Name, text: Text = "", desk: OurDesk = None, line: LineName = None, officer: OfficerName = None,
    passphrase_file: PassphraseFile = None, config: ConfigPath = HERE, as_json: Json = False,
) -> None:  # fmt: skip
    """Decline a proposal; the reason is yours to give or not.

    Example: firebreak matching decline 7f3a --text 'Not for so large a region.'
    """
    fields = {"matching": name, "word": "decline", "text": text, "desk": desk}
    _state(
        config,
        line,
        officer,
        passphrase_file,
        ("matching.answer", fields, "It is declined."),
        as_json=as_json,
    )


def done(
    name: Name, hits: Hits = None, nothing: Nothing = False, not_told: NotTold = False, text: Text = "",
    desk: OurDesk = None, line: LineName = None, officer: OfficerName = None,
    passphrase_file: PassphraseFile = None, config: ConfigPath = HERE, as_json: Json = False,
) -> None:  # fmt: skip
    """Say what came of a run: your word, which nothing proves. Say one of the three.

    Example: firebreak matching done 7f3a --hits 1
    """
    from firebreak.core.base.errors import LocalError

    if [hits is not None, nothing, not_told].count(True) != 1:
        hint = "say --hits 2, --nothing or --not-told"
        raise LocalError("what came of it is not clear", code="FB333", hint=hint)
    result = "hits" if hits else "nothing" if nothing else "not_told"
    fields = {"matching": name, "result": result, "hits": hits, "text": text, "desk": desk}
    _state(config, line, officer, passphrase_file, ("matching.done", fields, "It is said."), as_json=as_json)


def _state(
    config: Any, line: str | None, officer: str | None, file: Any, said: tuple[str, dict[str, Any], str],
    *, as_json: bool,
) -> None:  # fmt: skip
    from firebreak.cli.stating import Statement, state_one

    what, fields, told = said
    state_one(config, line, officer, file, Statement(what, lambda _now: fields, told), as_json=as_json)
