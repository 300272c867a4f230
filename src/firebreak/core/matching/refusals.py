"""What matchings refuse of our own side, with which value and what to do instead."""

from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.officer import StatedBody


def switched_off() -> LocalError:
    """The settings do not allow it."""
    return LocalError(
        "private matching is switched off on this node",
        code="FB690",
        hint="read docs/private-matching.md; then `[private_matching] enabled = true` in firebreak.toml",
    )


def no_such_matching(start: str, found: int = 0) -> LocalError:
    """No name begins so, or several do."""
    count = f"{found} matchings" if found else "no matching"
    return LocalError(
        f"{count} of this line begin{'' if found else 's'} with {start[:64]!r}",
        code="FB691",
        hint="take the name from `firebreak matching list`, with more of its digits",
    )


def not_now(text: str, hint: str) -> LocalError:
    """It stands there, and this cannot be done with it."""
    return LocalError(text, code="FB692", hint=hint)


def unfit(text: str, hint: str) -> LocalError:
    """What was brought is not what belongs there."""
    return LocalError(text, code="FB693", hint=hint)


def too_often(text: str, hint: str) -> LocalError:
    """It would tell more than one run may."""
    return LocalError(text, code="FB694", hint=hint)


def not_whole(name: bytes, why: str) -> LocalError:
    """A message that cannot be read."""
    return LocalError(
        f"a message of matching {name.hex()[:16]} {why}",
        code="FB695",
        hint="wait for the rest; if it stays so, propose another bucket and ask the other side by phone",
    )


def check_statement(body: StatedBody, entry: bytes, commitment: bytes) -> None:
    """Raise unless an officer states this action over these words about that very entry."""
    wrong = body.misstated(entry, commitment)
    if wrong:
        raise unfit(f"{type(body).__name__} {wrong}", "prepare it again and have it signed")
