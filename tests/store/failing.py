"""A connection whose n-th writing statement fails, with or without having taken effect."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlcipher3 import dbapi2

WRITES = ("BEGIN", "INSERT INTO", "UPDATE", "COMMIT", "PRAGMA wal_checkpoint")


@dataclass
class Faults:
    """Which statement fails; `at` counts down."""

    at: int = 0
    took: bool = False
    seen: int = 0

    def arm(self, at: int, *, took: bool) -> None:
        """Let the `at`-th statement from now fail."""
        self.at, self.took, self.seen = at, took, 0

    def due(self, statement: str) -> bool:
        """Count a statement."""
        if not statement.startswith(WRITES) or "temp." in statement:
            return False
        self.seen += 1
        return self.seen == self.at


def failing_at() -> tuple[type[dbapi2.Connection], Faults]:
    """A class of connections and the faults that they share."""
    faults = Faults()

    class Failing(dbapi2.Connection):
        def execute(self, sql: str, parameters: Any = (), /) -> dbapi2.Cursor:
            return self._maybe(sql, parameters, super().execute)

        def executemany(self, sql: str, parameters: Iterable[Any], /) -> dbapi2.Cursor:
            return self._maybe(sql, parameters, super().executemany)

        def _maybe(self, sql: str, parameters: Any, run: Any) -> dbapi2.Cursor:
            if not faults.due(sql):
                return run(sql, parameters)
            if faults.took:
                run(sql, parameters)
            raise dbapi2.OperationalError("disk I/O error")

    return Failing, faults
