"""Whose turn it is to ask, and when."""

from dataclasses import dataclass

from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.linecheck.calendar import CheckCalendar, Slot


@dataclass(slots=True)
class Schedule:
    """The slots of a calendar as one side keeps them, from the first tick on."""

    calendar: CheckCalendar
    first: bool
    "Whether our party is the calendar's first."
    _next: Slot | None = None
    _began: bool = False
    _speak_at: Instant = Instant(0)
    _open: Slot | None = None
    _announced: int = 0
    "Slot for which the counterpart has asked before it began by our clock."

    def due(self, now: Instant) -> Slot | None:
        """The slot to ask in now. A slot that passed while this node did not run is nobody's miss."""
        if not self._began:
            self._began, self._next = True, self.calendar.next(now)
        slot = self._next
        if slot is not None and slot.at <= now:
            self._next = self.calendar.next(Instant(now + 1))
            self._begin(slot, now)
        return self._take() if self._open is not None and self._speak_at <= now else None

    def heard(self, slot_at: int) -> Slot | None:
        """The counterpart has asked for a slot: the one in which it is our turn now, if one is open."""
        self._announced = slot_at
        return self._take()

    def deadline(self, now: Instant) -> Instant | None:
        """When `due` has something to say."""
        if not self._began:
            return now
        due = [self._speak_at] if self._open is not None else []
        due += [self._next.at] if self._next is not None else []
        return min(due, default=None)

    def _begin(self, slot: Slot, now: Instant) -> None:
        if now - slot.at >= self.calendar.missed_after_seconds * SECOND:
            return
        turn = slot.first is self.first or slot.at == self._announced
        wait = 0 if turn else self.calendar.late_after_seconds * SECOND
        self._open, self._speak_at = slot, Instant(slot.at + wait)

    def _take(self) -> Slot | None:
        slot, self._open = self._open, None
        return slot
