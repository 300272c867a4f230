"""One line for an event about a voice note."""

from typing import Any, Final

from firebreak.cli.terminal import safe, styled
from firebreak.cli.words import word

VOICE: Final = ("VoiceNoteAnnounced", "VoiceNoteCompleted", "VoiceNoteDoubted")


def voice_event(event: dict[str, Any], they: str) -> str:
    """`voice note 7f3a0c5b is here in full (North)`."""
    who = "us" if event["ours"] else they
    name = event["event"].removeprefix("VoiceNote").lower()
    said = f"{event['note'][:8]}: {word('voice', f'note-{name}')} ({who})"
    if name == "doubted":
        return styled(f"{said}: {safe(event['finding']['text'])}", "yellow")
    if name == "completed":
        return said
    gist = f": {safe(event['gist'])}" if event["gist"] else ""
    length = f"{event['duration_ms'] / 1_000:.0f} s"
    return f"{said}, {safe(event['officer'])}, {event['precedence']}, {length}{gist}"
