"""What voice notes refuse of our own side, with which value and what to do instead."""

from firebreak.core.base.errors import LocalError


def no_such_note(name: bytes) -> LocalError:
    """Nothing of that name stands in the record."""
    return LocalError(
        f"there is no voice note {name.hex()[:16]} on this line",
        code="FB550",
        hint="take its name from the list of voice notes",
    )


def other_note(why: str) -> LocalError:
    """What was brought is not what was signed."""
    return LocalError(why, code="FB551", hint="record it again, listen to it and sign it as it is")


def not_whole(name: bytes, why: str) -> LocalError:
    """A note that nobody may listen to."""
    return LocalError(
        f"voice note {name.hex()[:16]} {why}",
        code="FB552",
        hint="ask the other side to leave it again, or to write a message",
    )


def released_by_two() -> LocalError:
    """A flash of one officer where two were agreed."""
    return LocalError(
        "flash messages of this line need two officers, and a voice note has one",
        code="FB553",
        hint="leave it with a lower precedence, or write a message",
    )
