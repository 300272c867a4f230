"""The house: who may be asked into a call, and what its pages say to each other there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypedDict

from firebreak.console.context import Console
from firebreak.console.inside.asks import Ask, Asks, Person, Want
from firebreak.console.inside.legs import Call, End, Legs, Sdp
from firebreak.console.inside.refusals import no_leg, not_now, nothing_such
from firebreak.console.inside.releasing import Releasing
from firebreak.console.roles import Role
from firebreak.console.sessions import Session
from firebreak.console.views.changes import Change
from firebreak.console.views.positions import position_id
from firebreak.console.watching import Watching

ABLE: Final = {"interpret": {Role.DUTY, Role.LINGUIST}, "take": {Role.DUTY}}
"Who may be asked for what."


class Description(TypedDict):
    """What a page says of its end of a path."""

    fingerprint: str
    description: str
    desk: str


@dataclass(slots=True)
class House:
    """What stands between the pages of this console: in calls, and of messages that wait for release."""

    console: Console
    watching: Watching
    asks: Asks = field(default_factory=Asks)
    legs: Legs = field(default_factory=Legs)
    releasing: Releasing = field(init=False)

    def __post_init__(self) -> None:
        self.releasing = Releasing(self.console, self.watching)

    def people(self, line: str, besides: str) -> Iterator[tuple[str, Session, Person]]:
        """Whoever has a page open now and could speak, with the name under which they are asked."""
        for name in self.watching.streams.here():
            found = self.console.sessions.named(name)
            if found is None or name == besides or not found.officer:
                continue
            if ABLE["interpret"] & {*found.roles}:
                yield position_id(name, "inside"), found, self.person(line, found)

    def person(self, line: str, session: Session) -> Person:
        """Somebody with the desk at which they sit."""
        held = self.watching.positions.held.values()
        desks = [each.beat.desk for each in held if each.session == session.id and each.beat.line == line]
        return Person(session.id, session.account, session.officer or "", next(iter(desks), ""))

    def ask(self, line: str, call: str, want: Want, by: Session, to: str) -> Ask:
        """Ask a colleague into a call that is spoken. Raises Refused."""
        self.look()
        if not self._goes_on((line, call)):
            raise not_now("nobody speaks in this call", "ask while it goes on")
        found = [each for each in self.people(line, by.id) if each[0] == to]
        if not found or not ABLE[want] & {*found[0][1].roles}:
            raise nothing_such("nobody of that name has a page open who could do this")
        made = self.asks.add(line, call, want, self.person(line, by), found[0][2])
        self.tell(line, call)
        return made

    def end(self, ask: Ask) -> None:
        """It is over; the paths that stand are the pages' to close."""
        self.asks.held.pop(ask.id, None)
        self.tell(ask.line, ask.call)

    def describe(self, call: Call, session: Session, sdp: Sdp, leg: int, rest: Description) -> None:
        """An end of a path: offered by whoever came, answered by whoever asked. Raises Refused."""
        if sdp == "offer":
            asks = self.asks.of(*call, session.id)
            found = next((e for e in asks if (e.to.session, e.state) == (session.id, "accepted")), None)
            other = "" if found is None else found.by.session
        else:
            offer = self.legs.offered_to(call, leg, session.id)
            other = "" if offer is None else offer.session
        if not other:
            raise no_leg("nobody has agreed with you on a path in the house")
        self.legs.describe(call, End(session.id, other, leg, sdp, **rest, officer=session.officer or ""))
        self.tell(*call)

    def standing(self, line: str, call: str, session: str, ours: bool) -> dict[str, Any]:
        """What one session may know of a call: paths that concern it, and what is asked of it or by it."""
        self.look()
        by = "caller" if ours else "callee"
        return {
            "ends": [each.value(by) for each in self.legs.of((line, call), session)],
            "asks": [each.value(session) for each in self.asks.of(line, call, session)],
            "legs": self.legs.taken((line, call)),
        }

    def ended(self, session: str) -> None:
        """A session is over, and with it all that it asked or was asked."""
        for each in [e for e in self.asks.held.values() if session in (e.by.session, e.to.session)]:
            self.end(each)

    def look(self) -> None:
        """Forget what belonged to calls that are over."""
        for call in [each for each in self.legs.held if not self._goes_on(each)]:
            del self.legs.held[call]
        for each in [e for e in self.asks.held.values() if not self._goes_on((e.line, e.call))]:
            del self.asks.held[each.id]

    def tell(self, line: str, call: str) -> None:
        """Have every page ask how this call stands; the signal itself says nothing."""
        self.watching.views.board.publish([Change("media", line, call, {"event": "Inside", "call": call})])

    def _goes_on(self, call: Call) -> bool:
        line, name = call
        held = self.watching.views.board.picture.of("call", line).values()
        return any((each["call"], each["state"]) == (name, "in call") for each in held)
