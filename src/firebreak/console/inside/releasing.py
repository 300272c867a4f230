"""Two officers release a message or notice: one signs and leaves it here, the second reads and signs it.

The server checks both words against the card before the node does, so that a page hears at once what is
wrong. It can neither make up a word nor change what waits: the node and the other side check the same again.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.console.asking import asked
from firebreak.console.context import Console
from firebreak.console.inside import releasing_notices as notices
from firebreak.console.inside.refusals import no_release
from firebreak.console.inside.waiting import WAIT_SECONDS, Drafts, State, Waiting
from firebreak.console.roles import Role
from firebreak.console.sessions import Session
from firebreak.console.views.changes import Change, Value
from firebreak.console.watching import Watching
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.instants import SECOND
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.envelope.release import About
from firebreak.core.message.bodies import Message
from firebreak.core.notice.bodies import Notice

WHY: Final = {
    "statement-action": "this word does not release a message",
    "statement-detail": "this word is about another text than the one that waits",
    "officer-unknown": "the officer is not on the roster",
    "officer-power": "the officer may not release messages by the card",
    "statement-signature": "the signature is not that of the officer on the roster",
    "statement-officer": "this was signed by another officer",
}


@dataclass(slots=True)
class Releasing:
    """What waits for a second officer, as long as the server runs."""

    console: Console
    watching: Watching
    drafts: Drafts = field(default_factory=Drafts)
    wait_seconds: float = WAIT_SECONDS

    async def draft(self, session: Session, line: str, message: dict[str, Any], said: bytes) -> Value:
        """The first officer has signed. Raises Refused."""
        prepared = await self._prepared(line, message)
        body = bytes.fromhex(prepared["body"])
        self._check(session, prepared, body, said)
        return self._wait(session, line=line, message=message, body=body, statement=said)

    def draft_notice(self, session: Session, line: str, body: bytes) -> Value:
        """Its issuer has signed. Raises Refused."""
        notice, said = notices.read(body)
        self._check_notice(session.officer or "", line, notice, said, Action.ISSUE)
        fields = {"message": notices.head(notice), "body": body, "statement": said.to_bytes()}
        return self._wait(session, kind="notice", line=line, **fields)

    def _wait(self, session: Session, **what: Any) -> Value:
        board = self.watching.views.board
        at, ends_at = board.now, board.now + int(self.wait_seconds * SECOND)
        made = Waiting(account=session.account, officer=session.officer or "", at=at, ends_at=ends_at, **what)
        for each in self.drafts.add(made):
            board.publish([Change("release", None, each, None)])
        asyncio.get_running_loop().call_later(self.wait_seconds, self._expire, made)
        self._tell(made)
        return {"id": made.id, "ends_at": made.ends_at, "releasers": self._releasers(made.officer)}

    async def release(self, session: Session, line: str, name: str, said: bytes) -> dict[str, Any]:
        """The second officer has signed: it is sent. Raises Refused, and then it goes on waiting."""
        found = self.drafts.waiting(line, name)
        self._check_other(session, found)
        found.busy = True
        try:
            send = self._send_notice if found.kind == "notice" else self._send
            sent = await send(session, found, said)
        finally:
            found.busy = False
            if self.watching.views.board.now >= found.ends_at:
                self._expire(found)
        found.hash = sent["hash"]
        self._end(found, "sent", session.officer or "")
        return sent

    async def _send(self, session: Session, found: Waiting, said: bytes) -> dict[str, Any]:
        prepared = await self._prepared(found.line, found.message)
        self._check_all(session, found, prepared, said)
        fields = {**found.message, "release": [found.statement.hex(), said.hex()]}
        return await asked(self.watching.views, "send", line=found.line, **fields)

    async def _send_notice(self, session: Session, found: Waiting, said: bytes) -> dict[str, Any]:
        notice, first = notices.read(found.body)
        second = self._word(said)
        self._check_notice(found.officer, found.line, notice, first, Action.ISSUE)
        self._check_notice(session.officer or "", found.line, notice, second, Action.RELEASE)
        fields = notices.stated(found, second)
        return await asked(self.watching.views, "state", line=found.line, **fields)

    def _check_notice(self, name: str, line: str, notice: Notice, said: Statement, action: Action) -> None:
        status = self.watching.views.board.picture.lines.get(line, {})
        wrong = notices.check(self.console.roster, status, notice, said, name, action)
        if wrong:
            raise no_release(f"{name!r}: {WHY[wrong]}", "have it written and signed anew")

    def _word(self, said: bytes) -> Statement:
        try:
            return Statement.from_bytes(said)
        except (CounterpartError, ValueError) as error:
            raise no_release("this is no officer's word", "sign it on a page of this console") from error

    def give_back(self, session: Session, line: str, name: str, reason: str) -> None:
        """The second officer does not release it, and says why. Raises Refused."""
        found = self.drafts.waiting(line, name)
        self._check_other(session, found)
        self._end(found, "given_back", session.officer or "", reason)

    def take_back(self, session: Session, line: str, name: str) -> None:
        """Whoever wrote it takes it back, or puts away how it ended. Raises Refused."""
        found = self.drafts.named(line, name)
        if found.account != session.account:
            raise no_release("only whoever wrote it takes it back", "give it back with a reason")
        if found.state == "waiting":
            self.drafts.waiting(line, name)
        del self.drafts.held[name]
        self.watching.views.board.publish([Change("release", None, name, None)])

    async def _prepared(self, line: str, message: dict[str, Any]) -> dict[str, Any]:
        return await asked(self.watching.views, "send", line=line, **{**message, "prepare": True})

    def _check_all(self, session: Session, found: Waiting, prepared: dict[str, Any], said: bytes) -> None:
        """What would be sent is what the first officer signed, and the second too. Raises Refused."""
        if bytes.fromhex(prepared["body"]) != found.body:
            hint = "give it back; it has to be written anew"
            raise no_release("the node would now send other words than those that were signed", hint)
        self._check_word(found.officer, prepared, found.body, found.statement)
        self._check(session, prepared, found.body, said)

    def _check(self, session: Session, prepared: dict[str, Any], body: bytes, said: bytes) -> None:
        self._check_word(session.officer or "", prepared, body, said)

    def _check_word(self, name: str, prepared: dict[str, Any], body: bytes, said: bytes) -> None:
        """A word by which this officer releases this body. Raises Refused."""
        try:
            word, message = Statement.from_bytes(said), Message.from_bytes(body)
        except (CounterpartError, ValueError) as error:
            raise no_release("this is no officer's word", "sign it on a page of this console") from error
        if not name or word.officer != name:
            raise no_release("this was signed by another officer", "the officer who signs logs in")
        environment = Environment(prepared["environment"])
        about = About(environment, bytes.fromhex(prepared["line"]), Action.RELEASE, message.detail())
        officer = self.console.roster.officer(name)
        wrong = about.broken(word, [] if officer is None else [officer])
        if wrong:
            raise no_release(f"{name!r}: {WHY[wrong]}", "have it written and signed anew")

    def _check_other(self, session: Session, found: Waiting) -> None:
        """Two officers are two people. Raises Refused."""
        if session.officer is None or session.officer == found.officer or session.account == found.account:
            raise no_release(
                "whoever signed first cannot be the second", "another officer on the roster releases it"
            )

    def _releasers(self, besides: str) -> int:
        """How many who may release it have a page open now."""
        found = map(self.console.sessions.named, self.watching.streams.here())
        able = (each for each in found if each is not None and Role.RELEASER in each.roles)
        return len({each.officer for each in able if each.officer not in (None, besides)})

    def _expire(self, found: Waiting) -> None:
        if found.state == "waiting" and not found.busy and found.id in self.drafts.held:
            self._end(found, "expired")

    def _end(self, found: Waiting, state: State, by: str = "", reason: str = "") -> None:
        found.state, found.by, found.reason = state, by, reason
        found.ended_at = self.watching.views.board.now
        self._tell(found)

    def _tell(self, found: Waiting) -> None:
        self.watching.views.board.publish([Change("release", None, found.id, found.value())])
