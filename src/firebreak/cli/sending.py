"""Sending one message and waiting for the receipt of their node."""

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from firebreak.cli.asking import given, line_of
from firebreak.cli.stderr import Progress
from firebreak.cli.times import parse
from firebreak.core.base.errors import LocalError

if TYPE_CHECKING:
    from firebreak.api.client import Client
    from firebreak.cli.signing import Signer


@dataclass(frozen=True, slots=True)
class Post:
    """A message on its way to the node."""

    client: "Client"
    line: str | None
    fields: dict[str, Any]
    times: dict[str, str | None]
    named: dict[str, str]
    "How it relates to an earlier message, by the beginning of its name."
    releasing: "list[Signer]"
    "Who releases it, where two persons have to."

    async def send(self, wait_seconds: int, *, quiet: bool) -> dict[str, Any]:
        """Send it; with a wait, until their node has receipted it or the time is up."""
        client = self.client
        name, _, now = await line_of(client, self.line)
        if wait_seconds:
            await client.subscribe()
        instants = {each: parse(f"--{each}", text, now) for each, text in self.times.items() if text}
        relation = await _relation(client, name, self.named)
        asked = {**given(self.fields), **instants, **relation}
        asked |= await self._released(name, asked)
        sent = await client.ask("send", line=name, **asked)
        facts = {"line": name, **sent, "stored_there": False}
        if wait_seconds:
            facts["stored_there"] = await _receipted(client, sent["hash"], wait_seconds, quiet=quiet)
        return facts

    async def _released(self, line: str, asked: dict[str, Any]) -> dict[str, Any]:
        """The words of the officers who release it, signed here over the message as the node will sign it."""
        if not self.releasing:
            return {}
        from firebreak.core.base.instants import Instant
        from firebreak.core.base.purposes import Environment
        from firebreak.core.envelope.officer import Action
        from firebreak.core.message.bodies import Message
        from firebreak.keyring.officer import word

        found = await self.client.ask("send", line=line, prepare=True, **asked)
        message = Message.from_bytes(bytes.fromhex(found["body"]))
        if message.text != (asked.get("text") or "") or message.asked != (asked.get("asked") or ""):
            hint = "look after the node before anybody signs for it"
            raise LocalError("the node wants other words signed", code="FB438", hint=hint)
        words = (
            word(
                each.key(),
                Action.RELEASE,
                message.detail(),
                time=Instant(found["now"]),
                environment=Environment(found["environment"]),
                line=bytes.fromhex(found["line"]),
            )
            for each in self.releasing
        )
        return {"release": [each.to_bytes().hex() for each in words]}


async def _relation(client: "Client", line: str, named: dict[str, str]) -> dict[str, str]:
    """The full name of the earlier message."""
    for relation, start in named.items():
        found = await client.ask("message", line=line, message=start)
        return {"relation": relation, "about": found["hash"]}
    return {}


async def _receipted(client: "Client", hash: str, seconds: int, *, quiet: bool) -> bool:
    progress = Progress(quiet=quiet)
    progress.say("stored here, waiting for the receipt of their node ...")
    try:
        async with asyncio.timeout(seconds):
            async for event in client.events():
                if event["event"] == "MessagesStored" and hash in event["entries"]:
                    return True
    except TimeoutError:
        return False
    finally:
        progress.end()
    return False
