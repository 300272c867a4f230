"""What notices refuse of our own side, with which value and what to do instead."""

from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.officer import StatedBody


def no_such(what: str, name: bytes) -> LocalError:
    """Nothing of that name stands in the record."""
    return LocalError(
        f"there is no {what} {name.hex()[:16]} on this line", code="FB603", hint="see `firebreak notice list`"
    )


def not_now(text: str, hint: str) -> LocalError:
    """It stands there, and this cannot be done with it."""
    return LocalError(text, code="FB604", hint=hint)


def unfit(text: str, hint: str) -> LocalError:
    """A notice that would mislead whoever reads it."""
    return LocalError(text, code="FB606", hint=hint)


def check_statement(body: StatedBody, entry: bytes, commitment: bytes) -> None:
    """Raise unless an officer states this action over these words about that very entry."""
    wrong = body.misstated(entry, commitment)
    if wrong:
        hint = "prepare it again and have it signed"
        raise LocalError(f"{type(body).__name__} {wrong}", code="FB605", hint=hint)
