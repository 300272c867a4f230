"""Alerts and their history in `console.db`: written before a page is told."""

import json
from dataclasses import dataclass
from typing import Any, Final

from firebreak.console.alerts.alert import Alert
from firebreak.console.alerts.book import SEEN_MS, Book, Happening, Seen
from firebreak.console.alerts.table import State
from firebreak.console.database import Database
from firebreak.core.base.instants import DAY

KEPT_DAYS: Final = 366  # closed alerts: whoever looks into a watch a year ago still finds them


@dataclass(slots=True)
class Kept:
    """See the top of this file."""

    database: Database

    def book(self, now: int) -> Book:
        """As it was when it was last written."""
        last = self.database.row("SELECT max(CAST(substr(id, 2) AS INTEGER)) FROM alerts")
        book = Book(number=last[0] or 0 if last else 0)
        for (text,) in self.database.rows("SELECT value FROM alerts WHERE closed_at IS NULL ORDER BY rowid"):
            book.put(Alert.of(json.loads(text)))
        closed = "SELECT situation, closed_at, value FROM alerts WHERE closed_at > ? ORDER BY rowid"
        for situation, at, text in self.database.rows(closed, now - SEEN_MS):
            book.seen[situation] = Seen(at, frozenset(Alert.of(json.loads(text)).subjects))
        return book

    def write(self, alerts: list[Alert], happened: list[Happening], now: int) -> None:
        """Alerts as they are now, and what happened to them. Raises StorageError."""
        if not alerts and not happened:
            return
        with self.database.change() as change:
            for each in alerts:
                closed = now if each.state is State.CLOSED else None
                change.write(
                    "INSERT INTO alerts VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
                    " SET value = excluded.value, closed_at = excluded.closed_at",
                    *(each.id, each.situation, json.dumps(each.value()), closed),
                )
            for each in happened:
                change.write(
                    "INSERT INTO alert_history (alert, at, what, who, detail) VALUES (?, ?, ?, ?, ?)",
                    *(each.alert.id, now, each.what, each.who, each.detail),
                )

    def clear(self, now: int) -> None:
        """Forget what was closed a year ago."""
        with self.database.change() as change:
            change.write("DELETE FROM alerts WHERE closed_at < ?", now - KEPT_DAYS * DAY)
            change.write("DELETE FROM alert_history WHERE alert NOT IN (SELECT id FROM alerts)")

    def history(self, alert: str) -> list[dict[str, Any]]:
        """Who did what with an alert, and when, the oldest first."""
        rows = self.database.rows(
            "SELECT at, what, who, detail FROM alert_history WHERE alert = ? ORDER BY number", alert
        )
        return [dict(zip(("at", "what", "who", "detail"), row, strict=True)) for row in rows]

    def newest(self, limit: int) -> list[dict[str, Any]]:
        """Alerts, open and closed, the newest first."""
        rows = self.database.rows("SELECT value FROM alerts ORDER BY rowid DESC LIMIT ?", limit)
        return [json.loads(text) for (text,) in rows]

    def known(self, alert: str) -> bool:
        """Whether there ever was one of this id."""
        return self.database.row("SELECT 1 FROM alerts WHERE id = ?", alert) is not None
