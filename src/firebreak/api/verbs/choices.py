"""Names of enumerations in requests."""

from enum import IntEnum
from typing import TypeVar

from firebreak.api.arguments import Arguments, wrong

C = TypeVar("C", bound=IntEnum)


def choice(members: type[C], arguments: Arguments, name: str, default: C | None = None) -> C:
    """A member by its name in small letters. Raises LocalError naming those there are."""
    text = arguments.text(name, None if default is None else default.name.lower())
    found = members.__members__.get(text.upper().replace("-", "_"))
    if found is None:
        names = ", ".join(each.lower() for each in members.__members__)
        raise wrong(name, f"is {text!r}, not one of {names}")
    return found
