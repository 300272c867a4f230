"""The process at work, with real sockets and files; time stands where a test puts it."""

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.tracking import receiving
from firebreak.tracking.receiving import PER_SECOND_MAX, Feed, FeedState
from firebreak.tracking.settings import FeedKind, FeedSettings, TrackingSettings, read_tracking
from firebreak.tracking.watch import Watch
from tests.tracking.test_ais import sentence

NOW: Final = Instant(1_700_000_000_000)
PATIENCE_SECONDS: Final = 20
SITES: Final = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "PS-07", "threshold_m": 24_000},
            "geometry": {"type": "Point", "coordinates": [20.0, 54.0]},
        }
    ],
}
EVENT: Final = (
    'type="a-f-G" time="2023-11-14T22:13:15Z" start="2023-11-14T22:13:15Z" stale="2023-11-14T22:23:15Z" '
    'how="m-g">\n<point lat="54.6" lon="20.1" hae="1" ce="1" le="1"/></event>'
)
PLANE: Final = {"hex": "4bb1c5", "flight": "THY9BP", "lat": 54.1, "lon": 20.0, "alt_baro": 30_000}


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> Instant:
        return self.now

    def on(self, seconds: int) -> None:
        self.now = Instant(self.now + seconds * 1_000)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def watching(folder: Path, clock: Clock, *feeds: FeedSettings, sites: Any = SITES) -> Watch:
    (folder / "sites.geojson").write_text(json.dumps(sites))
    return Watch(TrackingSettings(folder, folder / "sites.geojson", feeds), clock)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not condition():  # noqa: ASYNC110 - what is waited for says nothing by itself
            await asyncio.sleep(0.02)


def ran(work: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), PATIENCE_SECONDS * 2))


def free_port(kind: socket.SocketKind) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_datagrams_of_a_receiver_become_tracks(tmp_path: Path, clock: Clock) -> None:
    async def work() -> None:
        port = free_port(socket.SOCK_DGRAM)
        watch = watching(tmp_path, clock, FeedSettings("sea", FeedKind.AIS_UDP, f"127.0.0.1:{port}"))
        running = asyncio.create_task(watch.run())
        sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        while not watch.tracks.by_key:
            sender.sendto(sentence() + b"\r\n!nonsense", ("127.0.0.1", port))
            await asyncio.sleep(0.05)
        sender.close()
        assert watch.tick()["feeds"][0]["faults"]["no AIS sentence"] >= 1
        assert watch.feeds[0].state(clock()) is FeedState.LIVE
        running.cancel()

    ran(work)


def test_a_server_that_goes_away_is_asked_again(tmp_path: Path, clock: Clock) -> None:
    async def work() -> None:
        asked = 0

        async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal asked
            asked += 1
            writer.write(json.dumps(PLANE).encode() + b"\n")
            await writer.drain()
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        watch = watching(tmp_path, clock, FeedSettings("air", FeedKind.ADSB_TCP, f"127.0.0.1:{port}"))
        running = asyncio.create_task(watch.run())
        await until(lambda: asked > 1)
        assert [each.report.label for each in watch.tracks.by_key.values()] == ["THY9BP"]
        running.cancel()
        server.close()

    ran(work)


def test_events_are_read_wherever_lines_end_in_them(tmp_path: Path, clock: Clock) -> None:
    events = "\n".join(f'<event uid="U{number}" {EVENT}' for number in range(3))
    served = f'<?xml version="1.0"?>{events}<event uid="U3"\n{EVENT}{"x" * 70_000}'

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(served.encode())
        await writer.drain()
        writer.close()

    async def work() -> None:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        watch = watching(tmp_path, clock, FeedSettings("own", FeedKind.COT_TCP, f"127.0.0.1:{port}"))
        running = asyncio.create_task(watch.run())
        await until(lambda: watch.feeds[0].broken == "an event that does not end")
        assert [each.report.id for each in watch.tracks.by_key.values()] == ["U0", "U1", "U2", "U3"]
        running.cancel()
        server.close()

    ran(work)


def test_a_connection_that_says_nothing_is_made_anew(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "SILENCE_SECONDS", 0.05)
    asked: list[asyncio.StreamWriter] = []

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(writer)

    async def work() -> None:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        watch = watching(tmp_path, clock, FeedSettings("sea", FeedKind.AIS_TCP, f"127.0.0.1:{port}"))
        running = asyncio.create_task(watch.run())
        await until(lambda: len(asked) > 1)
        running.cancel()
        for each in asked:
            each.close()
            await each.wait_closed()
        server.close()

    ran(work)


def test_a_feed_that_only_tells_of_long_ago_is_not_live_and_what_it_sent_is_counted(
    tmp_path: Path, clock: Clock
) -> None:
    watch = watching(tmp_path, clock, FeedSettings("air", FeedKind.ADSB_FILE, "aircraft.json"))
    (feed,) = watch.feeds
    assert feed.state(clock()) is FeedState.WAITING
    clock.on(61)
    feed.hear(json.dumps({"now": NOW / 1000 - 7_200, "aircraft": [PLANE]}).encode())
    assert feed.state(clock()) is FeedState.STALLED
    assert watch.tick()["counts"]["refused"] == {"stale": 1}


def test_a_file_is_read_whenever_it_was_written(tmp_path: Path, clock: Clock) -> None:
    async def work() -> None:
        file = tmp_path / "aircraft.json"
        watch = watching(tmp_path, clock, FeedSettings("air", FeedKind.ADSB_FILE, str(file)))
        running = asyncio.create_task(watch.run())
        await until(lambda: bool(watch.feeds[0].broken))
        assert watch.feeds[0].state(clock()) is FeedState.BROKEN
        file.write_text(json.dumps({"now": NOW / 1000, "aircraft": [PLANE]}))
        await until(lambda: bool(watch.tracks.by_key))
        assert watch.feeds[0].state(clock()) is FeedState.LIVE
        clock.on(61)
        assert watch.feeds[0].state(clock()) is FeedState.STALLED
        running.cancel()

    ran(work)


def test_programs_of_ours_get_the_picture_and_acknowledge(tmp_path: Path, clock: Clock) -> None:
    async def work() -> None:
        watch = watching(tmp_path, clock, FeedSettings("air", FeedKind.ADSB_TCP, "127.0.0.1:9"))
        running = asyncio.create_task(watch.run())
        await until(watch.settings.socket.exists)
        reader, writer = await asyncio.open_unix_connection(str(watch.settings.socket), limit=1 << 20)
        for _ in range(2):
            watch.feeds[0].hear(json.dumps(PLANE).encode())
            watch.tick()
            clock.on(5)
        picture = await _picture(reader, lambda held: bool(held["approaches"]))
        (approach,) = picture["approaches"]
        assert (approach["state"], approach["site_name"], approach["label"]) == ("warning", "PS-07", "THY9BP")
        assert approach["distance_m"] == pytest.approx(11_132, abs=5)
        assert approach["to"] == [54.0, 20.0]
        writer.write(b'[1]\n{"acknowledge": 7}\n{"acknowledge": "x-y"}\n{"acknowledge": "1-0"}\n')
        await _picture(reader, lambda held: held["approaches"][0]["state"] == "known")
        writer.close()
        running.cancel()

    async def _picture(reader: asyncio.StreamReader, wanted: Callable[[Any], bool]) -> Any:
        while True:
            held = json.loads(await reader.readline())
            if wanted(held):
                return held

    ran(work)


def test_the_socket_is_for_our_own_user(tmp_path: Path, clock: Clock) -> None:
    async def work() -> None:
        watch = watching(tmp_path, clock)
        running = asyncio.create_task(watch.run())
        await until(watch.settings.socket.exists)
        await until(lambda: watch.settings.socket.stat().st_mode & 0o777 == 0o600)
        running.cancel()

    ran(work)


def test_sites_are_read_anew_and_a_broken_file_changes_nothing(tmp_path: Path, clock: Clock) -> None:
    watch = watching(tmp_path, clock)
    file = tmp_path / "sites.geojson"
    file.write_text("{")
    held = watch.tick()
    assert [each["name"] for each in held["sites"]] == ["PS-07"]
    assert "not JSON" in held["fault"]
    moved = json.loads(json.dumps(SITES).replace("PS-07", "PS-08 with a longer name"))
    file.write_text(json.dumps(moved))
    held = watch.tick()
    assert ([each["name"] for each in held["sites"]], held["fault"]) == (["PS-08 with a longer name"], "")


def test_an_alarm_outlives_a_new_file_of_sites_while_its_site_is_there(tmp_path: Path, clock: Clock) -> None:
    watch = watching(tmp_path, clock, FeedSettings("air", FeedKind.ADSB_TCP, "127.0.0.1:9"))
    for _ in range(2):
        watch.feeds[0].hear(json.dumps(PLANE).encode())
        watch.tick()
        clock.on(5)
    first, moved = SITES["features"][0], json.loads(json.dumps(SITES["features"][0]))
    moved["properties"]["name"] = "another"
    moved["geometry"]["coordinates"] = [60.0, 10.0]
    for sites, expected in (([moved, first], [("warning", "1-1")]), ([moved], [])):
        (tmp_path / "sites.geojson").write_text(json.dumps(SITES | {"features": sites}))
        held = watch.tick()
        assert [(each["state"], each["id"]) for each in held["approaches"]] == expected


def test_a_flood_is_dropped_and_counted(clock: Clock) -> None:
    taken: list[str] = []
    settings = FeedSettings("air", FeedKind.ADSB_TCP, "127.0.0.1:9")
    feed = Feed(settings, clock, lambda name, _: taken.append(name) or 1)
    line = json.dumps(PLANE).encode()
    for _ in range(PER_SECOND_MAX + 7):
        feed.hear(line)
    assert (len(taken), feed.dropped) == (PER_SECOND_MAX, 7)
    clock.on(1)
    feed.hear(line)
    assert len(taken) == PER_SECOND_MAX + 1


def test_the_table_is_read_and_goes_to_the_process_and_back(tmp_path: Path) -> None:
    table = {
        "sites": "sites.geojson",
        "feeds": [
            {"name": "air", "kind": "adsb-file", "file": "aircraft.json"},
            {"name": "sea", "kind": "ais-udp", "address": "[::1]:10110"},
        ],
    }
    settings = read_tracking(table, tmp_path)
    assert settings.feeds[0].source == str(tmp_path / "aircraft.json")
    assert TrackingSettings.from_line(settings.to_line()) == settings


@pytest.mark.parametrize(
    ("table", "setting"),
    [
        ([], "[proximity]"),
        ({"site": "x"}, "'site'"),
        ({"sites": 5}, "proximity.sites"),
        ({"feeds": {}}, "proximity.feeds"),
        ({"feeds": [{"name": "Air!", "kind": "ais-udp", "address": "a:1"}]}, "name"),
        ({"feeds": [{"name": "a", "kind": "radar", "address": "a:1"}]}, "kind"),
        ({"feeds": [{"name": "a", "kind": "ais-udp", "address": "a:99999"}]}, "address"),
        ({"feeds": [{"name": "a", "kind": "ais-udp", "file": "a"}]}, "address"),
        ({"feeds": [{"name": "a", "kind": "adsb-file", "address": "a:1"}]}, "file"),
        ({"feeds": [{"name": "a", "kind": "ais-udp", "address": "a:1"}] * 2}, "twice"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, table: Any, setting: str) -> None:
    with pytest.raises(LocalError) as error:
        read_tracking(table, tmp_path)
    assert setting in error.value.text
    assert error.value.code == "FB660"
