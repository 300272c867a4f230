"""Signals: what events say of the sound of a call, passed on at once to the pages that talk."""

from collections.abc import Iterator
from typing import Final

from firebreak.console.views.changes import Change, Value
from firebreak.core.call.sound import events
from firebreak.core.call.sound.events import SoundEvent

SOUND: Final = frozenset(
    name for name, each in vars(events).items() if isinstance(each, type) and issubclass(each, SoundEvent)
)


def signals(event: Value) -> Iterator[Change]:
    """A signal for each event about sound. What it says may count no more: ask how the call stands."""
    if event["event"] in SOUND:
        yield Change("media", event["line"], event["call"], event)
