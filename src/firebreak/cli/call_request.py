"""`firebreak call request` and `firebreak call reply`: calls between principals are agreed first."""

from typing import Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OfficerName, PassphraseFile

SUBJECTS = "other, line, notice, incident, danger, explanation, exercise, humanitarian, infrastructure"
Desk = Annotated[str | None, typer.Option("--desk", "-d", metavar="DESK", help="Their desk.")]
From = Annotated[str | None, typer.Option("--from", metavar="DESK", help="Our desk.")]
Level = Annotated[
    str | None, typer.Option("--level", metavar="LEVEL", help="Who is to talk: minister, chief_of_staff ...")
]
Subject = Annotated[str, typer.Option("--subject", metavar="TEXT", help=f"{SUBJECTS}.")]
Opens = Annotated[
    str | None, typer.Option("--from-time", metavar="WHEN", help="Beginning of the window: instant, or +2h.")
]
Closes = Annotated[
    str | None, typer.Option("--to-time", metavar="WHEN", help="End of the window: instant, or +4h.")
]
Language = Annotated[str, typer.Option("--language", metavar="LANGUAGE", help="Language of the call.")]
Interpreter = Annotated[
    str,
    typer.Option(
        "--interpreter", metavar="WORD", help="Who brings one: nobody, asking-side, asked-side, both."
    ),
]
Text = Annotated[str, typer.Option("--text", metavar="TEXT", help="Your words for the counterpart.")]
Precedence = Annotated[
    str, typer.Option("--precedence", "-p", metavar="WORD", help="routine, priority, immediate or flash.")
]
Request = Annotated[str, typer.Argument(help="The request, by the beginning of its name in `call list`.")]
Answer = Annotated[
    str,
    typer.Option("--answer", metavar="WORD", help="accept, propose, decline, message (the desk takes one)."),
]
Reason = Annotated[
    str, typer.Option("--reason", metavar="REASON", help="Of a decline, as for `call decline`.")
]


def register(call: typer.Typer) -> None:
    """Add both verbs to the group of calls."""
    call.command("request")(request)
    call.command("reply")(reply)


def request(
    desk: Desk = None,
    level: Level = None,
    subject: Subject = "other",
    from_time: Opens = None,
    to_time: Closes = None,
    language: Language = "",
    interpreter: Interpreter = "nobody",
    text: Text = "",
    precedence: Precedence = "routine",
    from_desk: From = None,
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Ask for a call between principals, with level, subject and time.

    Example: firebreak call request --desk minister --subject incident --from-time +2h --to-time +4h
    """
    from firebreak.cli.stating import Statement, state_one

    def arguments(now: int) -> dict[str, Any]:
        fields = {"desk": desk, "level": level, "subject": subject, "language": language}
        return {
            **fields,
            "interpreter": interpreter,
            "text": text,
            "precedence": precedence,
            "from_desk": from_desk,
            **_window(from_time, to_time, now),
        }

    said = Statement("request", arguments, "The request is sent. Replies show in: firebreak call list")
    state_one(config, line, officer, passphrase_file, said, as_json=as_json)


def reply(
    name: Request,
    answer: Answer,
    from_time: Opens = None,
    to_time: Closes = None,
    reason: Reason = "none-given",
    text: Text = "",
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Reply to a request for a call, or to a proposed time.

    Example: firebreak call reply 7f3a --answer propose --from-time +4h --to-time +5h
    """
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.call_list import fetch
    from firebreak.cli.stating import Statement, state_one
    from firebreak.core.base.errors import LocalError

    facts = at_node(house_at(config), lambda client: fetch(client, line, name, 1))
    if len(facts["requests"]) != 1:
        what = "no request" if not facts["requests"] else f"{len(facts['requests'])} requests"
        hint = "see `firebreak call list`, and give more of its digits"
        raise LocalError(f"{what} on this line begins with {name!r}", code="FB158", hint=hint)
    full = facts["requests"][0]["request"]

    def arguments(now: int) -> dict[str, Any]:
        said = {"request": full, "answer": answer, "reason": reason, "text": text}
        return {**said, **_window(from_time, to_time, now)}

    said = Statement("reply", arguments, "The reply is sent.")
    state_one(config, facts["line"], officer, passphrase_file, said, as_json=as_json)


def _window(opens: str | None, closes: str | None, now: int) -> dict[str, int]:
    from firebreak.cli.times import parse
    from firebreak.core.base.errors import LocalError

    if opens is None and closes is None:
        return {}
    if opens is None or closes is None:
        hint = "give both --from-time and --to-time, or neither"
        raise LocalError("a window has two ends", code="FB363", hint=hint)
    return {"opens_at": parse("--from-time", opens, now), "closes_at": parse("--to-time", closes, now)}
