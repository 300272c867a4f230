"""Instants as people type them."""

import re
from typing import TYPE_CHECKING, Final

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY, HOUR, MINUTE, from_iso

if TYPE_CHECKING:
    from firebreak.core.base.instants import Instant

AHEAD: Final = re.compile(r"\+([0-9]{1,6})(m|h|d)", re.ASCII)
UNITS: Final = {"m": MINUTE, "h": HOUR, "d": DAY}


def parse(name: str, text: str, now: int | None = None) -> "Instant":
    """`2022-03-23T14:05Z`, or with a `now` also `+30m`, `+2h`, `+1d`. Raises LocalError."""
    from firebreak.core.base.instants import Instant

    ahead = AHEAD.fullmatch(text)
    if ahead and now is not None:
        return Instant(now + int(ahead[1]) * UNITS[ahead[2]])
    try:
        return from_iso(text)
    except (ValueError, OverflowError) as error:
        more = " or +30m, +2h, +1d" if now is not None else ""
        raise LocalError(
            f"{name} {text[:40]!r} is not an instant", code="FB363", hint=f"write 2022-03-23T14:05Z{more}"
        ) from error
