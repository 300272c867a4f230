"""Two officers release a flash message: one signs and leaves it in the house, another signs and sends it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from firebreak.app.ceremony import Ceremony
from firebreak.app.house import House
from firebreak.console.inside.waiting import OF_ACCOUNT_MAX
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.officer import Action
from firebreak.core.notice.bodies import Notice
from firebreak.keyring.officer import word
from tests.console.access import code
from tests.console.agreeing import key_of, signed, two_person_pair
from tests.console.officers import signed as stated
from tests.console.serving import Pair, events, played, until

FLASH: dict[str, Any] = {"text": "Your boats are in our firing area.", "precedence": "flash", "desk": "duty"}
LINE = "/api/lines/south"
ONE, TWO = "north one", "north two"


@dataclass
class Room:
    """Ann writes; Bob may release; Sue is a supervisor."""

    both: Pair
    ann: httpx.AsyncClient
    bob: httpx.AsyncClient
    sue: httpx.AsyncClient

    @property
    def folder(self) -> Path:
        return self.both.folder / "north"

    async def prepared(self, **changes: Any) -> dict[str, Any]:
        return (await self.ann.post(f"{LINE}/messages", json={**FLASH, **changes, "prepare": True})).json()

    async def word(self, officer: str, **changes: Any) -> str:
        return signed(await self.prepared(**changes), self.folder, officer)

    async def draft(self, **changes: Any) -> dict[str, Any]:
        """Ann signs and leaves it."""
        body = {"message": {**FLASH, **changes}, "statement": await self.word(ONE, **changes)}
        answer = await self.ann.post(f"{LINE}/releases", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def issued(self, officer: str) -> bytes:
        """A flash notice that its issuer has signed, not sent."""
        form = {"code": "DF0", "activity": "Test launch", "texts": {"en": "Launch."}}
        prepared = await self.both.north.ask("prepare", what="notice.issue", form=form, precedence="flash")
        now = (await self.both.north.ask("status"))["now"]
        return bytes.fromhex(stated(self.folder, officer, prepared | {"now": now}))

    def word_on(self, issued: bytes, officer: str, action: Action) -> str:
        """An officer's word on a notice, in hexadecimal."""
        notice = Notice.from_bytes(issued)
        said = word(
            key_of(self.folder, officer),
            action,
            notice.detail(),
            time=Instant(1),
            environment=Environment.EXERCISE,
            line=Ceremony(House.at(self.folder), "south").line_id,
        )
        return said.to_bytes().hex()

    async def release(self, who: httpx.AsyncClient, name: str, statement: str) -> httpx.Response:
        return await who.post(f"{LINE}/releases/{name}/release", json={"statement": statement})

    async def listed(self) -> list[dict[str, Any]]:
        return (await self.ann.get("/api/snapshot")).json()["releases"]

    async def messages(self) -> list[dict[str, Any]]:
        return (await self.both.south.ask("inbox"))["messages"]


@asynccontextmanager
async def room(folder: Path, consoles: int = 1) -> AsyncIterator[Room]:
    async with two_person_pair(folder, consoles=consoles) as both, AsyncExitStack() as stack:
        people = [
            ("ann", ONE, ("duty", "releaser")),
            ("bob", TWO, ("duty", "releaser")),
            ("sue", None, ("supervisor",)),
        ]
        made = [
            await stack.enter_async_context(both.site.browser(name, *roles, officer=officer))
            for name, officer, roles in people
        ]
        yield Room(both, *made)


def test_the_second_officer_releases_and_both_records_show_both(tmp_path: Path) -> None:
    async def work() -> None:
        async with room(tmp_path, consoles=2) as r, events(r.bob) as stream:
            assert code(await r.ann.post(f"{LINE}/messages", json=FLASH))[0] == 409
            left = await r.draft()
            assert left["releasers"] == 1
            (told,) = await stream.until(lambda each: each["type"] == "release")
            assert (told["value"]["state"], told["value"]["officer"]) == ("waiting", ONE)
            assert "text" not in told["value"]
            assert await r.messages() == []
            detail = (await r.bob.get(f"{LINE}/releases/{left['id']}")).json()
            assert detail["body"] == (await r.prepared())["body"]
            sent = await r.release(r.bob, left["id"], await r.word(TWO))
            assert sent.status_code == 200, sent.text
            (told,) = await r.listed()
            assert (told["state"], told["by"], told["hash"]) == ("sent", TWO, sent.json()["hash"])
            assert r.both.other is not None
            board = r.both.other.watching.views.board.picture
            await until(lambda: board.held("message", "north", sent.json()["hash"]) is not None)
            assert code(await r.release(r.bob, left["id"], await r.word(TWO))) == (409, "FB527")
            for site, line in ((r.both.site, "south"), (r.both.other, "north")):
                held = site.watching.views.board.picture.of("entry", line)
                (at,) = (key for key, each in held.items() if each["kind"] == "message")
                async with site.browser("reader", "duty") as reader:
                    entry = (await reader.get(f"/api/lines/{line}/entries/{at}")).json()
                assert [each["officer"] for each in entry["officers"]] == [ONE, TWO]

    played(work)


def test_nobody_releases_alone_for_another_or_without_the_role(tmp_path: Path) -> None:
    async def work() -> None:
        async with room(tmp_path) as r:
            name = (await r.draft())["id"]
            async with r.both.site.browser("nobody", "releaser") as nobody:
                wrong = [(r.ann, ONE), (r.ann, TWO), (nobody, TWO), (r.bob, ONE)]
                for who, officer in wrong:
                    assert code(await r.release(who, name, await r.word(officer))) == (403, "FB528")
            back = await r.ann.post(f"{LINE}/releases/{name}/give-back", json={"reason": "no"})
            assert code(back) == (403, "FB528")
            assert code(await r.release(r.bob, name, "a0")) == (403, "FB528")
            assert code(await r.release(r.sue, name, await r.word(TWO))) == (403, "FB502")
            assert code(await r.sue.get(f"{LINE}/releases/{name}")) == (403, "FB502")
            assert [each["state"] for each in await r.listed()] == ["waiting"]
            assert await r.messages() == []

    played(work)


def test_what_was_changed_after_the_first_signature_is_not_released(tmp_path: Path) -> None:
    async def work() -> None:
        async with room(tmp_path) as r:
            said = await r.word(ONE)
            other = {"message": {**FLASH, "text": "All quiet."}, "statement": said}
            assert code(await r.ann.post(f"{LINE}/releases", json=other)) == (403, "FB528")
            name = (await r.draft())["id"]
            assert code(await r.release(r.bob, name, await r.word(TWO, text="All quiet."))) == (403, "FB528")
            held = r.both.site.app.state.house.releasing.drafts.held[name]
            held.message["text"] = "All quiet."
            assert code(await r.release(r.bob, name, await r.word(TWO, text="All quiet."))) == (403, "FB528")
            held.message["text"] = FLASH["text"]
            assert (await r.release(r.bob, name, await r.word(TWO))).status_code == 200

    played(work)


def test_it_is_given_back_with_a_reason_or_taken_back_by_whoever_wrote_it(tmp_path: Path) -> None:
    async def work() -> None:
        async with room(tmp_path) as r:
            first, second = [(await r.draft(text=text))["id"] for text in ("one", "two")]
            back = f"{LINE}/releases/{first}/give-back"
            assert (await r.bob.post(back, json={"reason": ""})).status_code == 422
            assert (await r.bob.post(back, json={"reason": "Name the area."})).status_code == 200
            assert code(await r.bob.post(back, json={"reason": "Again."})) == (409, "FB527")
            told = {each["id"]: each for each in await r.listed()}[first]
            assert (told["state"], told["by"], told["reason"]) == ("given_back", TWO, "Name the area.")
            taken = await r.bob.post(f"{LINE}/releases/{second}/take-back", json={})
            assert code(taken) == (403, "FB528")
            for name in (first, second):
                assert (await r.ann.post(f"{LINE}/releases/{name}/take-back", json={})).status_code == 200
            assert await r.listed() == []
            assert code(await r.release(r.bob, second, await r.word(TWO, text="two"))) == (404, "FB527")

    played(work)


def test_what_waits_is_bounded_and_ends_by_the_clock(tmp_path: Path) -> None:
    async def work() -> None:
        async with room(tmp_path) as r:
            releasing = r.both.site.app.state.house.releasing
            releasing.wait_seconds = 0.2
            short = (await r.draft(text="short"))["id"]
            await until(lambda: releasing.drafts.held[short].state == "expired")
            assert code(await r.release(r.bob, short, await r.word(TWO, text="short"))) == (409, "FB527")
            releasing.wait_seconds = 900
            for number in range(OF_ACCOUNT_MAX):
                await r.draft(text=f"number {number}")
            body = {"message": {**FLASH, "text": "more"}, "statement": await r.word(ONE, text="more")}
            assert code(await r.ann.post(f"{LINE}/releases", json=body)) == (429, "FB527")
            assert (await r.ann.get("/api/snapshot")).json()["releases"] == await r.listed()

    played(work)


def test_an_officer_taken_off_the_roster_has_released_nothing(tmp_path: Path) -> None:
    async def work() -> None:
        async with room(tmp_path) as r:
            name = (await r.draft())["id"]
            words = await r.word(TWO)
            roster = r.both.site.console.roster
            del roster._officers[ONE]  # pyright: ignore[reportPrivateUsage]
            assert code(await r.release(r.bob, name, words)) == (403, "FB528")
            assert await r.messages() == []

    played(work)


def test_a_notice_waits_for_another_officer_and_only_as_it_was_signed(tmp_path: Path) -> None:
    async def work() -> None:
        async with room(tmp_path) as r:
            issued = await r.issued(ONE)
            for body, code in (("00", "FB528"), (issued.hex()[:-2] + "00", "FB528")):
                answer = await r.ann.post(f"{LINE}/releases", json={"notice": body})
                assert (answer.status_code, answer.json()["code"]) == (403, code)
            other = await r.bob.post(f"{LINE}/releases", json={"notice": issued.hex()})
            assert other.status_code == 403
            left = await r.ann.post(f"{LINE}/releases", json={"notice": issued.hex()})
            assert left.status_code == 200, left.text
            (waiting,) = await r.listed()
            assert (waiting["kind"], waiting["precedence"], waiting["state"]) == (
                "notice",
                "flash",
                "waiting",
            )
            assert (await r.both.south.ask("notices"))["notices"] == []
            for officer, action in ((TWO, Action.ISSUE), (ONE, Action.RELEASE)):
                refused = await r.release(r.bob, waiting["id"], r.word_on(issued, officer, action))
                assert refused.status_code == 403
            released = await r.release(r.bob, waiting["id"], r.word_on(issued, TWO, Action.RELEASE))
            assert released.status_code == 200, released.text
            (ended,) = await r.listed()
            assert (ended["state"], ended["by"]) == ("sent", TWO)

    played(work)
