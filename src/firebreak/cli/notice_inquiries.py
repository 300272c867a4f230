"""Questions with a clock, and what each side says of an incident."""

from typing import Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OfficerName, PassphraseFile

Question = Annotated[str, typer.Argument(help="What you want to have explained.")]
AskName = Annotated[
    str, typer.Argument(help="The question, by the beginning of its name in `notice questions`.")
]
Basis = Annotated[str, typer.Option("--basis", metavar="TEXT", help="Agreement and article.")]
By = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="WHEN", help="Reply asked for until, or +2d; by its precedence if left out."
    ),
]
Notices = Annotated[
    list[str] | None, typer.Option("--notice", metavar="NOTICE", help="A notice it is about.")
]
Precedence = Annotated[
    str, typer.Option("--precedence", "-p", metavar="WORD", help="routine, priority, immediate or flash.")
]
Text = Annotated[str, typer.Option("--text", metavar="TEXT", help="Your words for the counterpart.")]
Language = Annotated[str, typer.Option("--language", metavar="LANGUAGE", help="Of those words.")]
Meeting = Annotated[str, typer.Option("--meeting", metavar="TEXT", help="A meeting that you propose.")]
Incident = Annotated[
    str | None,
    typer.Option(
        "--incident", metavar="NAME", help="An incident that stands already; a new one if left out."
    ),
]
From = Annotated[str, typer.Option("--from-time", metavar="WHEN", help="When it began.")]
To = Annotated[
    str | None, typer.Option("--to-time", metavar="WHEN", help="When it ended; when it began if left out.")
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="POSITION",
        help="Where, in any usual form; several in order are a line or outline.",
    ),
]
Radius = Annotated[
    int | None, typer.Option("--radius-m", min=1, metavar="METRES", help="How far round the one place.")
]
Objects = Annotated[str, typer.Option("--objects", metavar="TEXT", help="Ships, aircraft, vehicles.")]
Damage = Annotated[str, typer.Option("--damage", metavar="TEXT", help="What was damaged.")]


def register(notice: typer.Typer) -> None:
    """Add the verbs to the group."""
    for verb in (ask, explain, questions, incident, incidents):
        notice.command(verb.__name__)(verb)


def ask(
    question: Question, basis: Basis = "", by: By = None, notice: Notices = None, place: Places = None,
    radius_m: Radius = None, precedence: Precedence = "routine", language: Language = "en",
    line: LineName = None, officer: OfficerName = None, passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE, as_json: Json = False,
) -> None:  # fmt: skip
    """Ask the other side for an explanation, by an instant.

    Example: firebreak notice ask 'What fell into the sea at 09:10?' --basis 'art. 3' --by +2d
    """
    fields = {"question": question, "basis": basis, "notices": notice, "precedence": precedence}
    fields |= {"language": language} | _area(place, radius_m)
    _state(
        config, line, officer, passphrase_file, "explanation.ask", fields, {"reply_by": ("--by", by)}, as_json
    )


def explain(
    name: AskName, text: Text, meeting: Meeting = "", language: Language = "en", line: LineName = None,
    officer: OfficerName = None, passphrase_file: PassphraseFile = None, config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Reply to a question of the other side.

    Example: firebreak notice explain 7f3a --text 'A target drone that lost its way.'
    """
    fields = {"ask": name, "text": text, "meeting": meeting, "language": language}
    _state(config, line, officer, passphrase_file, "explanation.reply", fields, {}, as_json)


def questions(line: LineName = None, config: ConfigPath = HERE, as_json: Json = False) -> None:
    """List the questions of both sides, with their clocks and replies.

    Example: firebreak notice questions
    """
    _list(config, line, "explanations", as_json=as_json)


def incident(
    text: Text, from_time: From, name: Incident = None, to_time: To = None, place: Places = None,
    radius_m: Radius = None, objects: Objects = "", damage: Damage = "", notice: Notices = None,
    language: Language = "en", line: LineName = None, officer: OfficerName = None,
    passphrase_file: PassphraseFile = None, config: ConfigPath = HERE, as_json: Json = False,
) -> None:  # fmt: skip
    """State your side's version of an incident: data first, adjectives never.

    Example: firebreak notice incident --text 'Object entered from the east.' --from-time 2022-11-15T14:40Z
    """
    fields = {"incident": name, "texts": {language: text}, "objects": objects, "damage": damage}
    fields |= {"notices": notice} | _area(place, radius_m)
    times = {"from_at": ("--from-time", from_time), "until_at": ("--to-time", to_time)}
    _state(config, line, officer, passphrase_file, "incident.report", fields, times, as_json)


def incidents(line: LineName = None, config: ConfigPath = HERE, as_json: Json = False) -> None:
    """Show incidents with the versions of both sides beside each other.

    Example: firebreak notice incidents
    """
    _list(config, line, "incidents", as_json=as_json)


def _area(places: list[str] | None, radius_m: int | None) -> dict[str, Any]:
    from firebreak.cli.notice_form import area

    found = area("", places or [], radius_m, 0, "")
    return {} if found is None else {"area": found}


def _list(config: Any, line: str | None, what: str, *, as_json: bool) -> None:
    from firebreak.cli.asking import ask as ask_node
    from firebreak.cli.inquiry_showing import incident_lines, question_lines
    from firebreak.cli.notice_showing import exercise_mark
    from firebreak.cli.terminal import say, say_json

    facts = ask_node(config, what, line=line)
    if as_json:
        say_json(facts)
        return
    show = question_lines if what == "explanations" else incident_lines
    for each in facts[what]:
        say(*show(each, exercise_mark(facts)))
    if not facts[what]:
        say(f"No {'questions' if what == 'explanations' else 'incidents'} on line {facts['line']}.")


def _state(
    config: Any, line: str | None, officer: str | None, file: Any, what: str, fields: dict[str, Any],
    times: dict[str, tuple[str, str | None]], as_json: bool,
) -> None:  # fmt: skip
    from firebreak.cli.stating import Statement, state_one
    from firebreak.cli.times import parse

    def arguments(now: int) -> dict[str, Any]:
        given = times.items()
        return fields | {key: parse(option, text, now) for key, (option, text) in given if text is not None}

    state_one(config, line, officer, file, Statement(what, arguments, "It is said."), as_json=as_json)
