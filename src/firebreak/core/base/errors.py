"""Errors say whose fault, which value, what next.

`LocalError` is ours to mend, `CounterpartError` is theirs and is kept as evidence; any other
exception is a bug of Firebreak itself. Each code has its section in `docs/errors.md`.
"""

from dataclasses import dataclass, field
from typing import Final

CODE_LENGTH: Final = 5  # "FB" and three digits


class FirebreakError(Exception):
    """Anything Firebreak refuses, with a code and what to do next."""

    def __init__(self, text: str, *, code: str = "FB100", hint: str = "") -> None:
        assert len(code) == CODE_LENGTH and code.startswith("FB"), code
        super().__init__(text)
        self.text = text
        self.code = code
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.code}: {self.text}"


class LocalError(FirebreakError):
    """Our own side's fault: a wrong command, file, setting or state."""


class CounterpartError(FirebreakError):
    """The counterpart's (or the wire's) fault: refused, counted and shown, never a stopped queue."""


class StorageError(FirebreakError):
    """The store did not take what we wrote. Nothing is signed or acknowledged after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong *in* a record: shown to people, never raised."""

    code: str
    "Stable short name, for example `equivocation`."
    text: str
    "One sentence a journalist understands."
    entry: str = field(default="")
    "The entry concerned as `segment/seq`, or empty."
