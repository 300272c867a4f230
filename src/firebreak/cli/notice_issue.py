"""`firebreak notice issue`: a notice out of options or out of a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OfficerName, PassphraseFile

if TYPE_CHECKING:
    from firebreak.api.client import Client

File = Annotated[
    Path | None,
    typer.Option("--file", "-f", metavar="FILE", help="A notice as JSON; options stand before it."),
]
Code = Annotated[
    str, typer.Option("--code", metavar="CODE", help="What it is about; `firebreak notice codes` lists them.")
]
Shape = Annotated[
    str,
    typer.Option(
        "--shape",
        metavar="SHAPE",
        help="point, circle, polygon, line, corridor, named; by the places if left out.",
    ),
]
Places = Annotated[
    list[str] | None,
    typer.Option("--place", metavar="POSITION", help="A corner, in any usual form; repeat it in order."),
]
Radius = Annotated[int | None, typer.Option("--radius-m", min=1, metavar="METRES", help="Of a circle.")]
Buffer = Annotated[int, typer.Option("--buffer-m", min=0, metavar="METRES", help="On either side of a line.")]
AreaName = Annotated[str, typer.Option("--area-name", metavar="NAME", help="Of the area.")]
Opens = Annotated[
    str | None, typer.Option("--from-time", metavar="WHEN", help="Beginning: an instant, or +4d.")
]
Closes = Annotated[str | None, typer.Option("--to-time", metavar="WHEN", help="End: an instant, or +5d.")]
Text = Annotated[str, typer.Option("--text", metavar="TEXT", help="Your words for the counterpart.")]
Language = Annotated[str, typer.Option("--language", metavar="LANGUAGE", help="Of those words.")]
Activity = Annotated[str, typer.Option("--activity", metavar="TEXT", help="What is done there, in a line.")]
Danger = Annotated[
    list[str] | None,
    typer.Option("--danger", metavar="WHOM", help="ships, aircraft, ground, submarines; repeat it."),
]
Authority = Annotated[str, typer.Option("--authority", metavar="NAME", help="Who announces it.")]
Contact = Annotated[str, typer.Option("--contact", metavar="TEXT", help="Whom to reach about it.")]
ConfirmBy = Annotated[
    str | None,
    typer.Option("--confirm-by", metavar="WHEN", help="Of a site: when you will confirm it again, or +30d."),
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
Emergency = Annotated[
    bool, typer.Option("--emergency", help="Lives depend on it: the shorter lead time holds.")
]
Replaces = Annotated[
    str | None, typer.Option("--replaces", metavar="NOTICE", help="Notice of ours in whose place it stands.")
]
Precedence = Annotated[
    str, typer.Option("--precedence", "-p", metavar="WORD", help="routine, priority, immediate or flash.")
]
Desk = Annotated[str | None, typer.Option("--desk", "-d", metavar="DESK", help="Their desk.")]
Release = Annotated[
    list[str] | None,
    typer.Option(
        "--release", metavar="OFFICER", help="Who releases it besides, where two persons have to: repeat it."
    ),
]
Draft = Annotated[
    Path | None,
    typer.Option(
        "--draft", metavar="FILE", help="Sign it, send nothing, and leave it there for a second officer."
    ),
]
Look = Annotated[bool, typer.Option("--look", help="Only say what would be found in it; nothing is signed.")]


def register(notice: typer.Typer) -> None:
    """Add the verb to the group."""
    notice.command("issue")(issue)


def issue(
    file: File = None,
    code: Code = "",
    shape: Shape = "",
    place: Places = None,
    radius_m: Radius = None,
    buffer_m: Buffer = 0,
    area_name: AreaName = "",
    from_time: Opens = None,
    to_time: Closes = None,
    text: Text = "",
    language: Language = "en",
    activity: Activity = "",
    danger: Danger = None,
    authority: Authority = "",
    contact: Contact = "",
    confirm_by: ConfirmBy = None,
    phrase: Phrase = None,
    value: Value = None,
    emergency: Emergency = False,
    replaces: Replaces = None,
    precedence: Precedence = "routine",
    desk: Desk = None,
    release: Release = None,
    draft: Draft = None,
    look: Look = False,
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Issue a notice, or put one in the place of another with --replaces.

    Exit code 1 with --look: something was found in it.

    Example: firebreak notice issue --code DF2 --place '54.9N 19.5E' --place '54.9N 20.5E' --place '55.4N 20E'
    --from-time +4d --to-time +5d --text 'Gunnery off the coast'

    Where two officers release what is flash: firebreak notice issue --code DF0 -p flash --draft launch.draft
    """
    from firebreak.cli.asking import house_at
    from firebreak.cli.notice_form import area, form_of, given_window, read_form
    from firebreak.cli.notice_releasing import Issue, issue_one
    from firebreak.cli.send import values_of
    from firebreak.cli.signing import Signer
    from firebreak.cli.stating import Statement

    words = {"activity": activity, "authority": authority, "contact": contact, "code": code}
    shaped = area(shape, place or [], radius_m, buffer_m, area_name)
    held = read_form(file)

    def arguments(now: int) -> dict[str, Any]:
        options: dict[str, Any] = {
            **{name: value for name, value in words.items() if value},
            **given_window(from_time, to_time, confirm_by, now),
            "area": shaped,
            "texts": {language: text} if text else None,
            "danger": danger or None,
            "phrase": phrase,
            "values": values_of(value),
            "desk": desk,
            "emergency": emergency or None,
        }
        return {"form": form_of(held, options), "replaces": replaces, "precedence": precedence}

    if look:
        raise typer.Exit(_look(config, line, arguments, as_json=as_json))
    said = Statement(
        "notice.issue", arguments, "The notice is issued. Answers show in: firebreak notice list"
    )
    house = house_at(config)
    others = [Signer.of(house, each, passphrase_file) for each in release or []]
    issue_one(config, line, officer, passphrase_file, Issue(said, others, draft), as_json=as_json)


def _look(config: Path, line: str | None, arguments: Any, *, as_json: bool) -> int:
    from firebreak.cli.asking import at_node, house_at, line_of
    from firebreak.cli.notice_showing import finding_lines
    from firebreak.cli.run import GOOD, REFUSED
    from firebreak.cli.terminal import say, say_json

    async def work(client: "Client") -> dict[str, Any]:
        name, _, now = await line_of(client, line)
        return await client.ask("notice.check", line=name, form=arguments(now)["form"])

    found = at_node(house_at(config), work)
    if as_json:
        say_json(found)
    else:
        say(*finding_lines(found["findings"]) or ("Nothing is found in it.",))
    return REFUSED if found["findings"] else GOOD
