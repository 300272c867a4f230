"""`firebreak call check-recording`: the file of a recording, held against the record."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName

if TYPE_CHECKING:
    from firebreak.core.call.sound.recording import RecordingFile

File = Annotated[Path, typer.Argument(help="The file, as the console saved it.", exists=True, dir_okay=False)]


def register(call: typer.Typer) -> None:
    """Put the verb into its group."""
    call.command()(check_recording)


def check_recording(
    file: File, line: LineName = None, config: ConfigPath = HERE, as_json: Json = False
) -> None:
    """Hold the file of a recording against the record: is it what was recorded, and whole?

    Exit code 0 when the record names the end of exactly this file, 1 otherwise.

    Example: firebreak call check-recording 7f3a0c5be1d24f6688a90b1c2d3e4f50-2026-11-22T120311Z.webm
    """
    from firebreak.cli.asking import at_node, house_at, line_of
    from firebreak.cli.terminal import say, say_json
    from firebreak.core.call.sound.recording import read_recording

    recording = read_recording(file.read_bytes())

    async def fetch(client: Any) -> list[dict[str, Any]]:
        chosen, _, _ = await line_of(client, line)
        return (await client.ask("call", line=chosen, call=recording.call.hex()))["calls"]

    facts = _judged(recording, at_node(house_at(config), fetch))
    if as_json:
        say_json(facts)
    else:
        say(*_told(facts))
    if not facts["whole"]:
        raise typer.Exit(1)


def _judged(recording: "RecordingFile", calls: list[dict[str, Any]]) -> dict[str, Any]:
    """What the record says of the call, and which of it holds for the file."""
    by = recording.by.name.lower()
    said = [each for call in calls for each in call["sound"]["recorded"] if each["by"] == by]
    held = [each for each in said if _holds(recording, each)]
    return {
        "call": recording.call.hex(),
        "by": by,
        "seconds": len(recording.sizes),
        "known": bool(calls),
        "said": len(said),
        "held_seconds": max((each["chunks"] for each in held), default=0),
        "whole": any(each["ended"] and each["chunks"] == len(recording.sizes) for each in held),
    }


def _holds(recording: "RecordingFile", said: dict[str, Any]) -> bool:
    last = bytes.fromhex(said["last"])
    return recording.is_what(chunks=said["chunks"], size_bytes=said["size_bytes"], last=last)


def _told(facts: dict[str, Any]) -> list[str]:
    side = "the caller's side" if facts["by"] == "caller" else "the side that was called"
    head = f"Call {facts['call'][:8]}, {facts['seconds']} s, recorded by {side}."
    if not facts["known"]:
        return [head, "This record knows no such call."]
    if facts["whole"]:
        return [head, "Every second of it is what that side's node has signed as recorded."]
    if facts["held_seconds"]:
        return [
            head,
            f"Only the first {facts['held_seconds']} s are in the record; it says nothing of the rest.",
        ]
    if facts["said"]:
        return [head, "This is NOT what was recorded: the record names another file."]
    return [head, "The record does not say that this side recorded this call."]
