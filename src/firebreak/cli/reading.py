"""Showing messages at a desk as they come, and telling the node so."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from firebreak.cli.asking import given, line_of
from firebreak.cli.call_text import OPEN
from firebreak.cli.message_text import message_lines
from firebreak.cli.notice_event import NOTICES, rings
from firebreak.cli.terminal import ring_bell, say, say_json

if TYPE_CHECKING:
    from firebreak.api.client import Client

MESSAGES: Final = frozenset({"MessageArrived", "MessageSent"})
STEPS: Final = frozenset({"MessagesStored", "MessagesShown", "PersonStated", "MessageBad"})
TOLD: Final = frozenset(
    {
        "Placed",
        "Rang",
        "Answered",
        "Declined",
        "WasBusy",
        "RangOut",
        "WasUnattended",
        "Withdrawn",
        "NotReached",
    }
    | {"RequestMade", "RequestAnswered", "CallDue", "LineSuspended", "LineRestored", "LineClosed", "Overdue"}
    | {"CardInForce", "CardOffered", "CardNotTaken", "KeyRevoked", "RevocationNotTaken", "EntryVoid"}
    | {"ContradictionExplained", "NotReleased", "RecordDamaged"}
    | {"MediaSecured", "MediaContradicted", "Held", "Resumed", "Joined", "Left", "HandedOver"}
    | {"RecordingAsked", "RecordingAgreed", "RecordingEnded", "MinutesProposed", "MinutesAgreed"}
    | {"Contradicted", "Restarted", "Branched", "WatchTaken", "WatchHandedOver", "WatchEnded"}
    | {*NOTICES, "NoticeDoubted", "NoticesCrowd"}
)


@dataclass(slots=True)
class Reading:
    """One console at one desk, or at all of them."""

    client: "Client"
    desk: str | None
    language: str
    as_json: bool
    line: str = ""
    counterpart: str = ""
    exercise: bool = False
    desks: list[str] = field(default_factory=list[str])

    async def begin(self, line: str | None, last: int) -> None:
        """Show what is there."""
        await self.client.subscribe()
        self.line, facts, _ = await line_of(self.client, line)
        self.counterpart = facts["counterpart"]
        self.exercise = facts["environment"] == "exercise"
        self.desks = facts["desks"] if self.desk is None else [self.desk]
        if not self.as_json:
            for each in self.desks:
                await self.client.ask("attend", line=self.line, desk=each)
        asked = given({"desk": self.desk, "last": last, "show_in": self.language})
        answer = await self.client.ask("inbox", line=self.line, **asked)
        if self.as_json:
            say_json(answer)
            return
        if not answer["messages"]:
            say(f"No messages on line {self.line}.")
        await self._show(answer["messages"])
        await self._show_calls()
        await self._show_notices(facts["notices"]["urgent"])

    async def _show_calls(self) -> None:
        """Calls that wait for somebody here."""
        from firebreak.cli.event_text import waiting_call

        for each in (await self.client.ask("calls", line=self.line))["calls"]:
            if not each["ours"] and each["outcome"] in OPEN:
                say(waiting_call(each, self.counterpart))
                ring_bell()

    async def _show_notices(self, urgent: list[str]) -> None:
        """Notices of theirs that cannot wait and that nobody here has answered."""
        from firebreak.cli.notice_showing import notice_lines

        for each in urgent:
            say(*notice_lines(await self.client.ask("notice", line=self.line, notice=each, brief=True)))
            ring_bell()

    async def follow(self) -> None:
        """Show what comes."""
        async for event in self.client.events():
            if event["line"] == self.line:
                await self._event(event)

    async def _event(self, event: dict[str, Any]) -> None:
        from firebreak.cli.event_text import event_line

        if self.as_json:
            say_json(event)
        elif event["event"] in MESSAGES:
            await self._show([await self._message(event["ref"]["hash"])])
        elif event["event"] in STEPS and event["ours"]:
            for each in event.get("entries") or [event["entry"]]:
                say(*message_lines(await self._message(each), self.counterpart))
        elif event["event"] in TOLD:
            say(event_line({**event, "exercise": self.exercise}, self.counterpart))
            if (event["event"] == "Placed" and not event["ours"]) or rings(event):
                ring_bell()

    async def _message(self, hash: str) -> dict[str, Any]:
        return await self.client.ask("message", line=self.line, message=hash, show_in=self.language)

    async def _show(self, messages: list[dict[str, Any]]) -> None:
        """Draw messages, then say that they were drawn."""
        for each in messages:
            say(*message_lines(each, self.counterpart))
            if not each["ours"] and each["precedence"] == "flash":
                ring_bell()
        for desk in self.desks:
            drawn = [each["hash"] for each in messages if not each["ours"] and desk in each["to"]]
            if drawn:
                await self.client.ask("shown", line=self.line, desk=desk, messages=drawn)
