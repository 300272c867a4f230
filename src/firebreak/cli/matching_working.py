"""Our side of a run over the desk socket: look what the record holds, do what is next, wait, look again.

Nothing is kept in this process that would be lost with it: the opening file holds the set and the keys, the
record all that was said. So a run that was broken off goes on where it stood.
"""

import asyncio
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from firebreak.cli.asking import at_node, given, house_at
from firebreak.cli.matching_files import Given, zones
from firebreak.cli.stderr import Progress, note
from firebreak.core.base.errors import LocalError
from firebreak.keyring.confinement import keep_private
from firebreak.matching.opening import Opening, alone, keep, place, read
from firebreak.matching.running import (
    cells_of,
    first_messages,
    found_facts,
    in_common,
    our_answer,
    parts_of,
    prepare,
    terms_of,
)

if TYPE_CHECKING:
    from firebreak.api.client import Client

OVER: Final = frozenset({"declined", "lapsed"})
Facts = dict[str, Any]


def work(config: Path, line: str | None, name: str, files: Given, seconds: int, *, quiet: bool) -> Facts:
    """Do our side of a run as far as it goes within the time. Raises LocalError, CounterpartError."""
    house = house_at(config)
    keep_private()  # our cells and the keys of the run are in this process

    async def at(client: "Client") -> Facts:
        await client.subscribe()
        facts = await client.ask("matching", **given({"line": line, "matching": name}))
        running = Running(client, facts, house.root, Progress(quiet=quiet))
        try:
            return await running.through(files, seconds)
        finally:
            running.progress.end()

    return at_node(house, at)


@dataclass(slots=True)
class Running:
    """One run."""

    client: "Client"
    facts: Facts
    root: Path
    progress: Progress

    @property
    def about(self) -> Facts:
        """Which matching, for every request."""
        return {"line": self.facts["line"], "matching": self.facts["matching"]}

    async def through(self, files: Given, seconds: int) -> Facts:
        """From wherever it stands to the end, or to where the other side has to go on."""
        with alone(self.root):
            await self._look()
            opening = await self._committed(files)
        own = await asyncio.to_thread(first_messages, opening)
        waiting = "the other side"
        try:
            async with asyncio.timeout(seconds or None):
                while waiting := await self._step(opening, own):
                    if not seconds:
                        return {**found_facts(opening), "waiting_for": waiting}
                    self.progress.say(f"waiting for {waiting} ...")
                    await self._news()
        except TimeoutError:
            return {**found_facts(opening), "waiting_for": waiting}
        return found_facts(await self._concluded(opening, own))

    async def _step(self, opening: Opening, own: dict[str, bytes]) -> str:
        """Say all that can be said now. What the other side has to say before more can be; or nothing."""
        if self.facts["state"] in OVER:
            raise self._refused()
        if not self.facts["commitments"]["theirs"]:
            return "their commitment"
        for role, data in own.items():
            await self._send(role, data)
        if "response" not in self._whole("ours"):
            if "request" not in self._whole("theirs"):
                return "their request"
            answer = await asyncio.to_thread(our_answer, opening, await self._message("request"), own)
            await self._send("response", answer)
        return "" if {"setup", "response"} <= self._whole("theirs") else "their response"

    async def _concluded(self, opening: Opening, own: dict[str, bytes]) -> Opening:
        setup, response = await self._message("setup"), await self._message("response")
        common = await asyncio.to_thread(in_common, opening, setup, response, own)
        found = replace(opening, common=common)
        with alone(self.root):
            keep(place(self.root, opening.matching), found)
        return found

    async def _committed(self, files: Given) -> Opening:
        """Our set, and the commitment to it in the record; the file that opens it is written first."""
        terms = terms_of(self.facts)
        path = place(self.root, terms.matching)
        said = self.facts["commitments"]["ours"]
        if said is None and self.facts["bound"]:
            raise _uncounted()
        if said is None and files.any:
            if self.facts["state"] != "accepted":
                raise self._refused()
            opening = await asyncio.to_thread(prepare, terms, zones(files, self.facts), secrets.token_bytes)
            self._tell(opening)
            keep(path, opening)
        elif path.exists():
            opening = read(path)
            if files.any:
                note("note: our set was committed before; the files given now are not looked at")
        else:
            raise _no_set(path, committed=said is not None)
        if said is None:
            await self.client.ask("matching.commit", **self.about, commitment=opening.commitment.hex())
            await self._look()
        elif said != opening.commitment.hex():
            raise LocalError(
                f"{path} does not open the commitment in the record", code="FB699", hint="find the right file"
            )
        return opening

    def _refused(self) -> LocalError:
        hint = "only one that was accepted can be run, and within a day of its bucket"
        return LocalError(f"this matching is {self.facts['state']}", code="FB692", hint=hint)

    def _tell(self, opening: Opening) -> None:
        if not self.progress.quiet:
            cells, items = len(cells_of(opening)), len(opening.items)
            note(f"our set: {cells:,} cells, filled up to {items:,} items")

    async def _send(self, role: str, data: bytes) -> None:
        if role in self._whole("ours"):
            return
        for part in parts_of(role, data):
            self.progress.say(f"our {role}: part {part.number} of {part.of} ...")
            await self.client.ask("matching.part", **self.about, **asdict(part))
        await self._look()

    async def _message(self, role: str) -> bytes:
        return bytes.fromhex((await self.client.ask("matching.message", **self.about, role=role))["data"])

    def _whole(self, side: str) -> set[str]:
        return {role for role, each in self.facts["messages"][side].items() if each["complete"]}

    async def _look(self) -> None:
        self.facts = await self.client.ask("matching", **self.about)

    async def _news(self) -> None:
        """Wait for an event about this matching, and look again. Raises LocalError when the node ends."""
        async for event in self.client.events():
            if event.get("matching") == self.facts["matching"]:
                await self._look()
                return
        raise LocalError("the node ended the connection", code="FB336", hint="run it again to go on")


def _uncounted() -> LocalError:
    """An answer came late that stands in their log before the one that we had: no honest node does so."""
    return LocalError(
        "our side committed itself, and that counts for nothing: the first answer of theirs is another one",
        code="FB692",
        hint="propose another bucket, and keep the opening file of this one",
    )


def _no_set(path: Path, *, committed: bool) -> LocalError:
    if committed:
        text = f"our side has committed itself, and {path} is not here"
        return LocalError(text, code="FB699", hint="run it on the machine on which it was begun")
    return LocalError("there are no positions of ours", code="FB333", hint="name files: --sites, --tracks")
