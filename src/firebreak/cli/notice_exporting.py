"""`firebreak notice export`: notices of the record, or forms, in a format of other programs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName

if TYPE_CHECKING:
    from firebreak.api.client import Client
    from firebreak.formats.drafts import Draft
    from firebreak.formats.files import Desk

Name = Annotated[
    str | None,
    typer.Argument(metavar="NOTICE", help="The notice, by the beginning of its name in `notice list`."),
]
Everything = Annotated[bool, typer.Option("--all", help="All notices that are to be reckoned with.")]
Forms = Annotated[
    list[Path] | None,
    typer.Option(
        "--file", "-f", metavar="FORM", help="A form instead of the record; needs no node. Repeat it."
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="cap, cot, cot-protobuf, ed318, f3548, geojson, kml, whiteflag.",
    ),
]
Out = Annotated[
    Path, typer.Option("--out", metavar="FILE", help="Where to; of cap one numbered file for each notice.")
]
Sender = Annotated[
    str, typer.Option("--sender", metavar="NAME", help="Who sends a CAP alert, as hubs know you.")
]


def register(notice: typer.Typer) -> None:
    """Add the verb to the group."""
    notice.command("export")(export)


def export(
    out: Out,
    name: Name = None,
    everything: Everything = False,
    file: Forms = None,
    kind: Format = "geojson",
    sender: Sender = "firebreak",
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Write notices in a format of other programs, and say what that format leaves out.

    What is written is a copy: it carries no signature and counts for nothing on the line.

    Exit code 0: everything is said. 1: something is left out or changed, and named.

    Example: firebreak notice export --all --format kml --out notices.kml
    """
    from firebreak.cli.run import GOOD, REFUSED
    from firebreak.cli.stderr import note
    from firebreak.cli.terminal import safe, say, say_json

    drafts = _of_forms(file) if file else _of_record(config, line, name, everything=everything)
    paths, losses = _write(drafts, kind, _desk(sender), out)
    if as_json:
        lost = [{"code": each.code, "text": each.text} for each in losses]
        unsaid = sum(each.code == "notice-lost" for each in losses)
        say_json({"files": paths, "notices": len(drafts) - unsaid, "losses": lost})
    else:
        for each in losses:
            note(f"left out or changed: {each.text} ({each.code})")
        say(*(f"written: {safe(each)}" for each in paths))
    raise typer.Exit(REFUSED if losses else GOOD)


def _desk(sender: str) -> "Desk":
    from datetime import UTC, datetime

    from firebreak.core.base.instants import SECOND
    from firebreak.formats.files import Desk
    from firebreak.runtime.clocks import SystemClock

    return Desk(now=datetime.fromtimestamp(SystemClock().read().wall // SECOND, UTC), sender=sender)


def _write(drafts: "list[Draft]", kind: str, desk: "Desk", out: Path) -> tuple[list[str], list[Any]]:
    """The files, and what they do not say. Raises LocalError before anything is written."""
    from firebreak.app.house import write_file
    from firebreak.formats.files import ONE_EACH, sayable, writer

    drafts, unsaid = sayable(kind, drafts, desk)
    apart = kind in ONE_EACH and len(drafts) > 1
    made = [writer(kind)(each, desk) for each in ([[draft] for draft in drafts] if apart else [drafts])]
    paths = [out.with_stem(f"{out.stem}-{number}") if apart else out for number in range(1, len(made) + 1)]
    for path, each in zip(paths, made, strict=True):
        write_file(path, each.data)
    found = {
        (each.code, each.text): each for each in (*unsaid, *(loss for one in made for loss in one.losses))
    }
    return [str(each) for each in paths], list(found.values())


def _of_forms(files: list[Path]) -> "list[Draft]":
    from firebreak.cli.notice_importing import bounded
    from firebreak.formats.forms import draft_of
    from firebreak.formats.json_text import mapping, read_json

    return [draft_of(mapping(read_json(bounded(each), "a form of a notice"))) for each in files]


def _of_record(config: Path, line: str | None, name: str | None, *, everything: bool) -> "list[Draft]":
    from firebreak.cli.asking import at_node, house_at
    from firebreak.core.base.errors import LocalError

    if everything == (name is not None):
        raise LocalError("which notices?", code="FB626", hint="name one, or say --all, or give --file FORM")

    async def work(client: "Client") -> "list[Draft]":
        return await _asked(client, line, name)

    return at_node(house_at(config), work)


NOTICES_MAX: Final = 500  # as many as the node lists


async def _asked(client: "Client", line: str | None, name: str | None) -> "list[Draft]":
    from dataclasses import replace

    from firebreak.cli.asking import line_of

    chosen, facts, _ = await line_of(client, line)
    exercise = facts["environment"] != "real"
    names = [name]
    if name is None:
        listed = await client.ask("notices", line=chosen, last=NOTICES_MAX)
        names = [each["notice"] for each in listed["notices"]]
    found = [await _one(client, chosen, str(each)) for each in names]
    return [replace(each, exercise=exercise) for each in found]


async def _one(client: "Client", line: str, name: str) -> "Draft":
    """One notice of the record; of a cancelled one its cancellation."""
    from dataclasses import replace

    from firebreak.formats.forms import draft_of

    found = await client.ask("notice", line=line, notice=name)
    draft = draft_of(found)
    if found["state"] == "cancelled":
        ended = str(found["ended"]["by"])
        return replace(
            draft, act="cancel", identifier=ended, refers_to=(draft.identifier,), refers_at=draft.issued_at
        )
    if draft.act == "replace":
        before = draft_of(await client.ask("notice", line=line, notice=draft.refers_to[0]))
        return replace(draft, refers_at=before.issued_at)
    return draft
