"""Messages and notices that one officer has signed and a second one has to release. They wait, unsent.

What waits is never changed: the fields are those that the node made the body from, and both officers name the
digest of that body. It ends when somebody releases it, gives it back or takes it back, or when its time is
over. How it ended stays to be read by whoever wrote it.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from firebreak.console.inside.refusals import no_draft, not_waiting, too_many_drafts
from firebreak.console.views.changes import Value

State = Literal["waiting", "sent", "given_back", "expired"]
WAIT_SECONDS: Final = 15 * 60  # what was urgent a quarter of an hour ago is to be written anew
WAITING_MAX: Final = 16  # in the house
OF_ACCOUNT_MAX: Final = 4  # that wait at once
KEPT_MAX: Final = 32  # with those that ended; the oldest of these goes first


@dataclass(slots=True, kw_only=True)
class Waiting:
    """One message or notice with the word of one officer."""

    line: str
    kind: Literal["message", "notice"] = "message"
    message: dict[str, Any]
    "The fields, as the node is asked to send them; of a notice what every page sees of it."
    body: bytes
    "What the node makes of them: both officers sign its digest. A notice has its issuer's word in it."
    statement: bytes
    "The first officer's word."
    account: str
    officer: str
    at: int
    ends_at: int
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    state: State = "waiting"
    busy: bool = False
    "It is being sent now."
    by: str = ""
    "The officer who released it or gave it back."
    reason: str = ""
    ended_at: int = 0
    hash: str = ""
    "Of the entry that it became."

    def value(self) -> Value:
        """As every page of the house sees it; the text is asked for by itself."""
        shown = ("id", "line", "kind", "state", "account", "officer", "at", "ends_at")
        ended = ("by", "reason", "ended_at", "hash")
        told = {name: self.message.get(name) for name in ("precedence", "from_desk", "desk", "to")}
        return {name: getattr(self, name) for name in (*shown, *ended)} | told

    def detail(self) -> Value:
        """With what is to be signed."""
        return {
            **self.value(),
            "body": self.body.hex(),
            "statement": self.statement.hex(),
            "message": self.message,
        }


@dataclass(slots=True)
class Drafts:
    """All of them, the oldest first."""

    held: dict[str, Waiting] = field(default_factory=dict[str, Waiting])

    def add(self, made: Waiting) -> Iterator[str]:
        """Let one wait; the ids of those that had to go for it. Raises Refused."""
        waiting = [each for each in self.held.values() if each.state == "waiting"]
        own = [each for each in waiting if each.account == made.account]
        if len(waiting) >= WAITING_MAX or len(own) >= OF_ACCOUNT_MAX:
            raise too_many_drafts()
        self.held[made.id] = made
        ended = [each.id for each in self.held.values() if each.state != "waiting"]
        for name in ended[: max(0, len(self.held) - KEPT_MAX)]:
            del self.held[name]
            yield name

    def named(self, line: str, name: str) -> Waiting:
        """One of a line. Raises Refused."""
        found = self.held.get(name)
        if found is None or found.line != line:
            raise no_draft()
        return found

    def waiting(self, line: str, name: str) -> Waiting:
        """One that still waits, and is not being sent. Raises Refused."""
        found = self.named(line, name)
        if found.state != "waiting" or found.busy:
            raise not_waiting(found.state)
        return found
