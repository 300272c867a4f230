"""Single values of a table, checked; every error names the setting and the file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant, from_iso
from firebreak.core.base.purposes import Environment


@dataclass(frozen=True, slots=True)
class Values:
    """What a file says, value by value."""

    file: Path

    def table(
        self, holder: dict[str, Any], name: str, where: str, known: set[str], *, optional: bool = False
    ) -> dict[str, Any]:
        """A table in a table. Raises LocalError for a setting in it that nobody knows."""
        table = holder.get(name, {} if optional else None)
        if not isinstance(table, dict):
            raise self.wrong(f"[{name}]", f"is missing in {where}, or not a table")
        found = cast("dict[str, Any]", table)
        self.known(found, known, f"[{name}]")
        return found

    def known(self, table: dict[str, Any], known: set[str], where: str) -> None:
        """Raises LocalError for a setting that nobody knows."""
        for name in table:
            if name not in known:
                raise self.wrong(name, f"is not a setting of {where}; known are {', '.join(sorted(known))}")

    def text(self, table: dict[str, Any], name: str, default: str | None) -> str | None:
        """A text. Raises LocalError."""
        value = table.get(name, default)
        if value is not None and not isinstance(value, str):
            raise self.wrong(name, "is not a text")
        return value

    def number(self, table: dict[str, Any], name: str, default: int, most: int, least: int = 0) -> int:
        """A whole number within its bounds. Raises LocalError."""
        value = table.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self.wrong(name, f"is {value!r}, not a whole number from {least} to {most}")
        return value

    def instant(self, name: str, text: str) -> Instant:
        """A date. Raises LocalError."""
        try:
            return from_iso(text)
        except ValueError as error:
            raise self.wrong(name, f"is {text!r}, not a date like 2022-02-18T00:00:00Z") from error

    def environment(self, text: str | None) -> Environment:
        """Which kind of line. Raises LocalError."""
        found = {"exercise": Environment.EXERCISE, "real": Environment.REAL}.get(text or "")
        if found is None:
            raise self.wrong("party.environment", f"is {text!r}, not `exercise` or `real`")
        return found

    def missing(self, name: str) -> str:
        """For a setting that has to be there. Raises LocalError."""
        raise self.wrong(name, "is missing")

    def wrong(self, name: str, why: str) -> LocalError:
        """The one error for a setting."""
        hint = "see the configuration page of the documentation"
        return LocalError(f"{self.file}: {name} {why}", code="FB352", hint=hint)
