"""Streams of events: who may hold one, how long, and what becomes of those who do not read."""

import asyncio
from pathlib import Path

import pytest

from firebreak.console.views import Board, Change
from firebreak.console.views.streams import OF_SESSION_MAX, Streams
from tests.console.serving import events, pair, played, until


def test_a_stream_ends_with_its_session_at_once_and_says_so(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as browser:
            async with events(browser) as stream:
                await browser.post("/api/logout", json={})
                assert await stream.next() == {
                    "type": "session", "line": None, "key": "session", "value": None
                }  # fmt: skip
                with pytest.raises(EOFError):
                    await stream.next()
            assert (await browser.get("/api/events")).status_code == 401

    played(work)


def test_one_session_has_a_bounded_number_of_streams_and_gets_them_back(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as browser:
            streams = both.site.watching.streams
            opened = [events(browser) for _ in range(OF_SESSION_MAX)]
            for each in opened:
                await each.__aenter__()
            refused = await browser.get("/api/events")
            assert (refused.status_code, refused.json()["code"]) == (429, "FB521")
            async with both.site.browser("ben") as other, events(other) as stream:
                await both.north.ask("send", text="still served")
                await stream.next()
            for each in opened:
                await each.__aexit__(None, None, None)
            await until(lambda: not streams._open)
            async with events(browser):
                pass

    played(work)


def test_an_administrator_sees_no_line(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("root", "administrator") as browser:
            for place in ("/api/snapshot", "/api/events", "/api/lines/south/entries"):
                assert (await browser.get(place)).status_code == 403, place

    played(work)


class Reader:
    """The server's side of a connection whose reader takes only so many writes."""

    def __init__(self, takes: int) -> None:
        self.takes, self.written = takes, list[bytes]()
        self.left = asyncio.Event()

    async def receive(self) -> dict[str, object]:
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, object]) -> None:
        if message["type"] == "http.response.body":
            if len(self.written) >= self.takes:
                await asyncio.Event().wait()
            self.written.append(message["body"])  # type: ignore[arg-type]


def change(number: int) -> Change:
    return Change("position", None, "one", {"id": "one", "number": number})


def test_a_reader_that_does_not_read_is_cut_off_and_others_are_not(tmp_path: Path) -> None:
    async def work() -> None:
        board = Board()
        streams = Streams(board, lambda _: {}, slow_seconds=0.05)
        slow, quick = Reader(2), Reader(1_000)
        running = [
            asyncio.create_task(streams.stream(name, "")({}, each.receive, each.send))  # type: ignore[arg-type]
            for name, each in (("slow", slow), ("quick", quick))
        ]
        for number in range(3):
            board.publish([change(number)])
            told = f'"number":{number}'.encode()
            await until(lambda told=told: told in b"".join(quick.written))
        with pytest.raises(TimeoutError):
            await running[0]
        assert not running[1].done()
        assert streams._open.total() == 1
        quick.left.set()
        await running[1]
        assert not streams._open and not streams._over

    played(work)


def test_heartbeats_tell_a_living_page_from_a_dead_line_and_look_at_the_session(tmp_path: Path) -> None:
    async def work() -> None:
        held: dict[str, str] | None = {}
        streams = Streams(Board(), lambda _: held, heartbeat_seconds=0.01)
        reader = Reader(1_000)
        running = asyncio.create_task(streams.stream("one", "")({}, reader.receive, reader.send))  # type: ignore[arg-type]
        await until(lambda: b"".join(reader.written).count(b'"type":"clock"') >= 3)
        held = {"name": "ann"}
        await until(lambda: b'"value":{"name":"ann"}' in b"".join(reader.written))
        held = None
        await running
        told = [each for each in reader.written if b'"type":"session"' in each]
        assert [b'"value":null' in each for each in told] == [False, False, True]

    played(work)


def test_a_page_that_falls_behind_the_ring_is_told_to_begin_anew(tmp_path: Path) -> None:
    async def work() -> None:
        board = Board()
        board.publish([change(0)])
        first = board.cursor
        for number in range(1, 5_000):
            board.publish([change(number)])
        reader = Reader(1_000)
        await Streams(board, lambda _: {}).stream("one", first)({}, reader.receive, reader.send)  # type: ignore[arg-type]
        assert b'"type":"reset"' in reader.written[1]

    played(work)
