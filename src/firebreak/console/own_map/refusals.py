"""What can be wrong with the map of one's own, and with a question for a part of it."""

from typing import Final

from firebreak.console.refusals import CONFLICT, Refused
from firebreak.core.base.errors import LocalError

OUTSIDE: Final = 416
HINT: Final = "the console works without it; docs/configuration.md tells what `map_tiles` may be"


def unreadable(why: str) -> LocalError:
    """It is not there, or nobody may read it."""
    return LocalError(f"the own map cannot be read: {why}", code="FB680", hint=HINT)


def other_format(why: str) -> LocalError:
    """Not a PMTiles file of the version we read."""
    return LocalError(f"the own map is no PMTiles file of version 3: {why}", code="FB681", hint=HINT)


def damaged(why: str) -> LocalError:
    """It contradicts itself, or ends too early."""
    hint = "copy the file anew and compare its size; the console works without it"
    return LocalError(f"the own map is damaged: {why}", code="FB682", hint=hint)


def not_drawn(why: str) -> LocalError:
    """A file in order, with something in it that the page does not draw."""
    return LocalError(f"the own map has nothing that is drawn here: {why}", code="FB683", hint=HINT)


def bad_range(most: int) -> Refused:
    """Not one range, outside the file, or too much at once."""
    hint = f"ask with `Range: bytes=FIRST-LAST` for at most {most} bytes"
    return Refused(
        "this part of the own map is not there to be asked for", code="FB684", hint=hint, status=OUTSIDE
    )


def changed() -> Refused:
    """Somebody wrote into the file after it was checked."""
    hint = "start the console anew; replace the file by another one instead of writing into it"
    return Refused("the own map was changed since it was opened", code="FB685", hint=hint, status=CONFLICT)
