"""The alerts of one console while its server runs: seen, kept, shown, acted on, and passed along the chain.

Everything that is decided is decided by the book and the chain, which are pure; here are the clock, the
database, the board and the tasks.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Final

from firebreak.console.alerts.alert import Alert, Impossible
from firebreak.console.alerts.book import Book, Happening
from firebreak.console.alerts.chain import OUTSIDE, Channel, Delivery, due
from firebreak.console.alerts.kept import Kept
from firebreak.console.alerts.kinds import KINDS
from firebreak.console.alerts.knowing import Knowing
from firebreak.console.alerts.reach import Attempt, Reach
from firebreak.console.alerts.situations import Facts, situations
from firebreak.console.alerts.table import Step
from firebreak.console.guards import place_of_fault
from firebreak.console.refusals import CONFLICT, NOT_FOUND, Refused
from firebreak.console.views.board import Board
from firebreak.console.views.changes import Change
from firebreak.core.base.errors import StorageError
from firebreak.core.base.instants import MINUTE

LOOK_SECONDS: Final = 1.0


@dataclass(slots=True)
class Alerts:
    """See the top of this file."""

    board: Board
    kept: Kept
    reach: Reach
    knowing: Knowing
    wall: Callable[[], int]
    "This machine's clock."
    say: Callable[[str], None]
    book: Book = field(default_factory=Book)
    _begun: bool = False
    "Whether the node's clock was ever read."
    _said: str = ""
    _ways: "set[asyncio.Task[None]]" = field(default_factory=set)

    def begin(self) -> None:
        """Go on where the last process ended: an alert is open until it is closed, not until a restart."""
        self.kept.clear(self.wall())
        self.book = self.kept.book(self.wall())
        for alert in list(self.book.alerts.values()):
            begun = {each: now for each, now in alert.chain.items() if now != Delivery.UNDER_WAY}
            self.book.put(replace(alert, chain=begun))
        self._show()

    async def run(self) -> None:
        """Look every second until cancelled."""
        try:
            while True:
                self.look()
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            for each in self._ways:
                each.cancel()

    @property
    def now(self) -> int:
        """The node's clock, or this machine's until the node was heard for the first time."""
        self._begun = self._begun or self.board.ready
        return self.board.now if self._begun else self.wall()

    def look(self) -> None:
        """Once: fold in what holds now, show it, begin what is due. A fault of ours is told, not raised."""
        try:
            self._look()
        except Exception as error:  # noqa: BLE001 - whoever looks at the node goes on looking
            self._trouble(f"fault in the alerts: {place_of_fault(error)}")

    def acknowledge(self, name: str, person: str, *, at_map: bool = False) -> Alert | None:
        """A person has taken it; None for one that is closed. Raises Refused."""
        alert = self._found(name)
        if alert is None or not alert.asks:
            return alert
        if KINDS[alert.kind].at_map and not at_map:
            hint = "open the map, look at it, and acknowledge there"
            raise Refused("this is acknowledged at the map", code="FB568", hint=hint, status=CONFLICT)
        persons = {each["account"] for each in self.board.picture.whole["position"].values()}
        try:
            after, step = alert.acknowledged(person, self.now, persons=len({*persons, person}))
        except Impossible as error:
            raise _impossible(error) from error
        acted = self._acted(after, Happening(after, step.value, person))
        if alert.kind == "close_approach":
            self.knowing.nearby.acknowledge(list(alert.subjects))
        return acted

    def silence(self, name: str, person: str) -> Alert | None:
        """No sound for thirty seconds. Raises Refused."""
        alert = self._found(name)
        if alert is None:
            return None
        try:
            after = alert.silenced(self.now)
        except Impossible as error:
            raise _impossible(error) from error
        return self._acted(after, Happening(after, Step.SILENCED.value, person))

    def shelve(self, name: str, person: str, *, minutes: int, reason: str) -> Alert | None:
        """Put it aside for a while. Raises Refused."""
        alert = self._found(name)
        if alert is None:
            return None
        try:
            after = alert.shelved(person, reason, self.now + minutes * MINUTE)
        except Impossible as error:
            raise _impossible(error) from error
        detail = f"{minutes} min: {reason}" if reason else f"{minutes} min"
        return self._acted(after, Happening(after, Step.SHELVED.value, person, detail))

    def _found(self, name: str) -> Alert | None:
        """The open alert of that id; None for one that is closed. Raises Refused."""
        if name in self.book.alerts:
            return self.book.alerts[name]
        if self.kept.known(name):
            return None
        hint = "see the open ones in the console"
        raise Refused("there is no such alert", code="FB560", hint=hint, status=NOT_FOUND)

    def _acted(self, alert: Alert, happened: Happening) -> Alert:
        """Written first: what a person was told is done is done. Raises StorageError."""
        self.kept.write([alert], [happened], self.now)
        self.book.put(alert)
        self._show()
        return alert

    def _look(self) -> None:
        now, wall, ready = self.now, self.wall(), self.board.ready and not self.knowing.hangs
        self.knowing.remember()
        facts = Facts(
            picture=self.board.picture,
            now=now,
            wall=wall,
            ready=ready,
            health=self.knowing.health,
            beyond=self.knowing.beyond,
            certificate_until=self.knowing.certificate_until,
            card_until=self.knowing.card_until(),
            failed=tuple(sorted(self.reach.failed)),
            flood=self.book.floods(now),
            nearby=self.knowing.nearby.value,
        )
        happened = self.book.observe(situations(facts), now=now, wall=wall, blind=not ready)
        self._write({each.alert.id: each.alert for each in happened}, happened)
        for alert in list(self.book.alerts.values()):
            for channel in due(alert, now=now, wall=wall):
                self._go(alert.id, channel)
        self._show()

    def _write(self, alerts: dict[str, Alert], happened: list[Happening]) -> None:
        """What cannot be written is shown all the same: an alert that nobody sees helps nobody."""
        try:
            self.kept.write(list(alerts.values()), happened, self.now)
        except StorageError as error:
            self._trouble(f"alerts cannot be kept: {error}")

    def _show(self) -> None:
        """Bring the board up to the book."""
        gone = [each for each in self.board.picture.whole["alert"] if each not in self.book.alerts]
        open_ones = ((each.id, each.value()) for each in self.book.alerts.values())
        self.board.publish(
            [Change("alert", None, each, None) for each in gone]
            + [Change("alert", None, name, value) for name, value in open_ones]
        )

    def _go(self, name: str, channel: Channel) -> None:
        """Begin one step of the chain."""
        if channel not in OUTSIDE:
            self._call_positions(name, channel)
            return
        self._note(name, channel, Attempt(Delivery.UNDER_WAY, ""))
        way = asyncio.create_task(self._try(name, channel))
        self._ways.add(way)
        way.add_done_callback(self._ways.discard)

    async def _try(self, name: str, channel: Channel) -> None:
        asked_at = self.book.alerts[name].asked_at
        attempt = await self.reach.alarm(channel)
        alert = self.book.alerts.get(name)
        if alert is None or alert.asked_at != asked_at:
            return
        self._note(name, channel, attempt)
        self.look()

    def _call_positions(self, name: str, channel: Channel) -> None:
        """Pages sound by themselves; what is noted is whether there are any that can."""
        positions = sorted(self.board.picture.whole["position"].values(), key=lambda each: each["since"])
        audible = list(dict.fromkeys(each["account"] for each in positions if each["sound"]))
        told = audible if channel is Channel.CONSOLE else audible[1:]
        delivery = Delivery.DELIVERED if told else Delivery.FAILED
        alert = self.book.alerts[name]
        if told and channel is Channel.POSITIONS:
            moved = alert.stepped(Step.TRANSFERRED, transferred_to=tuple(told))
            self.book.put(moved)
            self._write({name: moved}, [Happening(moved, Step.TRANSFERRED.value, detail=", ".join(told))])
        self._note(name, channel, Attempt(delivery, ", ".join(told) or "no position with sound"))

    def _note(self, name: str, channel: Channel, attempt: Attempt) -> None:
        """Keep what became of a step, in the alert and in its history."""
        alert = self.book.alerts[name]
        alert = replace(alert, chain={**alert.chain, channel.value: attempt.delivery.value})
        self.book.put(alert)
        detail = f"{attempt.delivery.value}: {attempt.detail}" if attempt.detail else attempt.delivery.value
        self._write({name: alert}, [Happening(alert, f"chain {channel.value}", detail=detail)])

    def _trouble(self, text: str) -> None:
        if text != self._said:
            self._said = text
            self.say(text)


def _impossible(error: Impossible) -> Refused:
    hint = "look at it again: somebody else may have been quicker"
    return Refused(f"that cannot be done with this alert: {error}", code="FB561", hint=hint, status=CONFLICT)


def told(attempts: dict[Channel, Attempt]) -> list[dict[str, Any]]:
    """Results of a test, for people and programs."""
    return [
        {"channel": channel.value, "delivery": attempt.delivery.value, "detail": attempt.detail}
        for channel, attempt in attempts.items()
    ]
