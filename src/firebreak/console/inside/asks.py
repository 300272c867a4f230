"""Asks: one officer wants a colleague in a call, to interpret or to take it over."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from firebreak.console.inside.refusals import not_now, nothing_such, too_many

Want = Literal["interpret", "take"]
State = Literal["asked", "accepted", "refused"]
ASKS_MAX: Final = 8  # that stand in one call


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody logged in here."""

    session: str
    account: str
    officer: str
    desk: str
    "Where a page of theirs sits; empty for a linguist."


@dataclass(slots=True)
class Ask:
    """One ask, from its first word until either takes it back."""

    id: str
    line: str
    call: str
    want: Want
    by: Person
    to: Person
    state: State = "asked"
    body: str = ""
    "Of a hand-over: what the giver has signed, in hexadecimal."

    def value(self, session: str) -> dict[str, Any]:
        """As one of the two sees it."""
        ours = self.by.session == session
        other = self.to if ours else self.by
        named = {"name": other.account, "officer": other.officer, "desk": other.desk}
        known = {"id": self.id, "want": self.want, "state": self.state, "ours": ours}
        return {**known, **named, "body": self.body}


@dataclass(slots=True)
class Asks:
    """All that stand."""

    held: dict[str, Ask] = field(default_factory=dict[str, Ask])

    def of(self, line: str, call: str, session: str = "") -> Iterator[Ask]:
        """Those of a call, or of one session in it."""
        for each in self.held.values():
            mine = not session or session in (each.by.session, each.to.session)
            if (each.line, each.call) == (line, call) and mine:
                yield each

    def add(self, line: str, call: str, want: Want, by: Person, to: Person) -> Ask:
        """Ask. Raises Refused."""
        standing = list(self.of(line, call))
        if len(standing) >= ASKS_MAX:
            raise too_many()
        if any(each.to.session == to.session and each.state != "refused" for each in standing):
            raise not_now("this person is asked already", "wait for the answer, or take the ask back")
        if want == "take" and by.officer == to.officer:
            raise not_now("a call is handed over to another officer", "choose somebody else")
        made = Ask(secrets.token_hex(8), line, call, want, by, to)
        self.held[made.id] = made
        return made

    def named(self, line: str, call: str, name: str, session: str) -> Ask:
        """One that this session asked or was asked. Raises Refused."""
        found = self.held.get(name)
        if found is None or found not in self.of(line, call, session):
            raise nothing_such()
        return found

    def answer(self, ask: Ask, session: str, accept: bool) -> None:
        """Whoever is asked says whether they come. Raises Refused."""
        if ask.to.session != session or ask.state != "asked":
            raise not_now("this is not asked of you, or no more", "look at the call as it stands")
        ask.state = "accepted" if accept else "refused"

    def signed(self, ask: Ask, session: str, body: str) -> None:
        """Whoever gives a call has signed it; the other signs next. Raises Refused."""
        if ask.by.session != session or (ask.want, ask.state) != ("take", "accepted"):
            raise not_now("nobody has come to take this call", "ask somebody first")
        ask.body = body

    def accepted(self, line: str, call: str, session: str) -> bool:
        """Whether this session was asked into a call and came."""
        return any(
            each.to.session == session and each.state == "accepted" for each in self.of(line, call, session)
        )
