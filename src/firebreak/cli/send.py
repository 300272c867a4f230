"""`firebreak send`: a message to a desk of the counterpart."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName, PassphraseFile

if TYPE_CHECKING:
    from firebreak.api.client import Client

Text = Annotated[str | None, typer.Argument(help="The message; `-` reads standard input.")]
To = Annotated[
    list[str] | None, typer.Option("--to", "-t", metavar="DESK", help="Their desk; repeat it for more.")
]
From = Annotated[str | None, typer.Option("--from", metavar="DESK", help="Our desk.")]
Precedence = Annotated[
    str,
    typer.Option(
        "--precedence", "-p", metavar="WORD", help="routine, priority, immediate or flash (danger to life)."
    ),
]
Phrase = Annotated[
    str | None,
    typer.Option(
        "--phrase", metavar="PHRASE", help="Id of an agreed phrase; `firebreak phrases` lists them."
    ),
]
Value = Annotated[
    list[str] | None,
    typer.Option("--value", metavar="NAME=VALUE", help="Parameter of the phrase, NAME=VALUE."),
]
Language = Annotated[
    str | None, typer.Option("--language", metavar="LANGUAGE", help="Language of the text, such as de or uk.")
]
Asked = Annotated[
    str | None, typer.Option("--asked", metavar="TEXT", help="What they are asked to do, in one sentence.")
]
AnswerBy = Annotated[
    str | None, typer.Option("--answer-by", metavar="WHEN", help="Instant by which, or +30m.")
]
Expires = Annotated[
    str | None,
    typer.Option("--expires", metavar="WHEN", help="After this instant, or +2h, it no longer applies."),
]
Correct = Annotated[
    str | None, typer.Option("--correct", metavar="MESSAGE", help="Message of ours that was wrong.")
]
Replace = Annotated[
    str | None,
    typer.Option("--replace", metavar="MESSAGE", help="Message of ours in whose place this stands."),
]
Recall = Annotated[
    str | None, typer.Option("--recall", metavar="MESSAGE", help="Message of ours that no longer stands.")
]
Answer = Annotated[
    str | None, typer.Option("--answer", metavar="MESSAGE", help="Message of theirs that this answers.")
]
Release = Annotated[
    list[str] | None,
    typer.Option(
        "--release", metavar="OFFICER", help="Who releases it, where two persons have to: repeat it."
    ),
]
Wait = Annotated[bool, typer.Option("--wait", "-w", help="Wait until their node says that it holds it.")]
WaitSeconds = Annotated[
    int, typer.Option("--wait-seconds", min=1, metavar="SECONDS", help="How long `--wait` waits.")
]


def send(
    text: Text = None,
    to: To = None,
    from_desk: From = None,
    precedence: Precedence = "routine",
    phrase: Phrase = None,
    value: Value = None,
    language: Language = None,
    asked: Asked = None,
    answer_by: AnswerBy = None,
    expires: Expires = None,
    correct: Correct = None,
    replace: Replace = None,
    recall: Recall = None,
    answer: Answer = None,
    release: Release = None,
    passphrase_file: PassphraseFile = None,
    wait: Wait = False,
    wait_seconds: WaitSeconds = 60,
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Send a message.

    It is signed and stored here before this command says so.

    Examples:

    firebreak send "Convoy leaves at 06:00Z." --to duty --precedence immediate --wait

    firebreak send --phrase call-me-now --value desk=minister --to duty

    firebreak send "Shelling at the crossing." -p flash --release "Ana Vogt" --release "Jan Reis"
    """
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.signing import Signer
    from firebreak.cli.terminal import say_json

    relations = {"correct": correct, "replace": replace, "recall": recall, "answer": answer}
    named = {name: start for name, start in relations.items() if start is not None}
    words = _words(text, phrase, named)
    fields: dict[str, Any] = {
        "text": words,
        "to": to,
        "from_desk": from_desk,
        "precedence": precedence,
        "phrase": phrase,
        "values": values_of(value),
        "language": language,
        "asked": asked,
    }
    times = {"answer_by": answer_by, "expires_at": expires}
    house = house_at(config)
    signers = [Signer.of(house, each, passphrase_file) for each in release or []]

    async def work(client: "Client") -> dict[str, Any]:
        from firebreak.cli.sending import Post

        post = Post(client, line, fields, times, named, signers)
        return await post.send(wait_seconds if wait else 0, quiet=as_json)

    sent = at_node(house, work)
    if as_json:
        say_json(sent)
    else:
        _tell(sent, wait=wait)
    if wait and not sent["stored_there"]:
        raise typer.Exit(1)


def _words(text: str | None, phrase: str | None, named: dict[str, str]) -> str:
    from firebreak.core.base.errors import LocalError

    if len(named) > 1:
        hint = "give one of --correct, --replace, --recall, --answer"
        raise LocalError("a message relates to one other", code="FB363", hint=hint)
    if text == "-":
        return sys.stdin.read().rstrip("\n")
    if text is None and phrase is None and "recall" not in named:
        raise LocalError("there is nothing to send", code="FB363", hint="give the text, `-`, or --phrase")
    return text or ("Recalled." if "recall" in named and phrase is None else "")


def values_of(pairs: list[str] | None) -> dict[str, str] | None:
    """Parameters of a phrase as typed. Raises LocalError."""
    from firebreak.core.base.errors import LocalError

    values: dict[str, str] = {}
    for each in pairs or []:
        name, equals, value = each.partition("=")
        if not equals:
            raise LocalError(
                f"{each!r} is not NAME=VALUE", code="FB363", hint="write --value at=2022-03-23T06:00Z"
            )
        values[name] = value
    return values or None


def _tell(sent: dict[str, Any], *, wait: bool) -> None:
    from firebreak.cli.terminal import say

    say(f"Signed and stored here: {sent['hash'][:16]}")
    if not wait:
        return
    if sent["stored_there"]:
        say("Their node holds it. That a person has read it is not said by this.")
    else:
        say("No receipt yet. It waits here and goes out as soon as a link is up.")
