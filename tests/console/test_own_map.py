"""A map of one's own: what of a file is refused, and who is given a part of it."""

import gzip
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.console.own_map.archive import RANGE_BYTES_MAX, OwnMap
from firebreak.console.own_map.header import HEADER_BYTES, Section, check_directory, read_header, unpacked
from firebreak.console.routes.own_map import asked
from firebreak.core.base.errors import LocalError
from tests.console.access import Door, door
from tests.console.serving import played
from tests.console.tiles import NEUTRAL, pmtiles, raster_map, vector_map

GOOD: Final = vector_map()
ADDRESS: Final = "/api/own-map/tiles"


def kept(folder: Path, content: bytes) -> Path:
    path = folder / "site.pmtiles"
    path.write_bytes(content)
    return path


def at(place: int, value: bytes, content: bytes = GOOD) -> bytes:
    return content[:place] + value + content[place + len(value) :]


def test_a_good_file_is_taken_and_its_boundaries_and_names_are_left_out(tmp_path: Path) -> None:
    found = OwnMap.open(kept(tmp_path, GOOD))
    assert found.told()["form"] == "mvt"
    assert {each["name"]: each["role"] for each in found.told()["layers"]} == {
        "earth": "land",
        "water": "water",
        "roads": "road",
        "buildings": "building",
    }
    assert found.left_out == ["boundaries", "places"]
    assert found.told()["zooms"] == [0, 6]
    found.close()
    found = OwnMap.open(kept(tmp_path, raster_map()))
    assert (found.told()["form"], found.told()["layers"]) == ("png", [])
    found.close()


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("FB681", b""),
        ("FB681", b"SQLite format 3\0" + bytes(200)),
        ("FB681", at(7, b"\2")),
        ("FB681", b"PMTiles"),
        ("FB682", GOOD[:100]),
        ("FB682", GOOD[:-1]),
        ("FB682", at(8, bytes(8))),
        ("FB682", at(16, bytes(8))),
        ("FB682", at(16, (20_000).to_bytes(8, "little"))),
        ("FB682", at(64, (1 << 63).to_bytes(8, "little"))),
        ("FB682", at(64, bytes(8))),
        ("FB682", at(HEADER_BYTES, b"no gzip at all")),
        ("FB682", at(101, b"\x63")),
        ("FB682", at(100, b"\x07")),
        ("FB682", at(102, b"\xff\xff\xff\x7f")),
        ("FB683", at(99, b"\0")),
        ("FB683", at(99, b"\6")),
        ("FB683", at(97, b"\4")),
        ("FB683", at(98, b"\3")),
        ("FB683", vector_map({"boundaries": NEUTRAL["roads"]})),
        ("FB682", pmtiles({(0, 0, 0): b"tile"}, packed=False, layers=())),
    ],
)
def test_a_wrong_file_is_refused_with_what_is_wrong(tmp_path: Path, code: str, content: bytes) -> None:
    path = kept(tmp_path, content)
    before = len([*Path("/proc/self/fd").iterdir()])
    with pytest.raises(LocalError) as refused:
        OwnMap.open(path)
    assert refused.value.code == code
    assert len([*Path("/proc/self/fd").iterdir()]) == before


def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "missing", tmp_path, tmp_path / "pipe", tmp_path / "x\0y"):
        with pytest.raises(LocalError) as refused:
            OwnMap.open(path)
        assert refused.value.code == "FB680"


@given(st.integers(0, 400), st.binary(min_size=1, max_size=40))
def test_any_damage_to_the_head_gives_a_file_or_an_error(place: int, value: bytes) -> None:
    content = at(place, value)
    with suppress(LocalError):
        header = read_header(content[:HEADER_BYTES], len(content))
        root = content[header.root.offset : header.root.end]
        assert check_directory(unpacked(root, packed=header.packed), header) > 0


def test_a_packed_part_that_would_fill_the_memory_is_refused() -> None:
    with pytest.raises(LocalError, match="larger than such a part can be"):
        unpacked(gzip.compress(bytes(64 * 1_024 * 1_024)), packed=True)


@pytest.mark.parametrize(
    ("wanted", "given_out"),
    [
        ("bytes=0-9", Section(0, 10)),
        ("bytes=990-5000", Section(990, 10)),
        ("bytes=999-999", Section(999, 1)),
        ("bytes=1000-1001", None),
        ("bytes=9-0", None),
        ("bytes=0-", None),
        ("bytes=-5", None),
        ("bytes=0-1,3-4", None),
        ("lines=0-1", None),
        ("", None),
    ],
)
def test_one_range_of_the_file_is_answered_and_nothing_else(wanted: str, given_out: Section | None) -> None:
    assert asked(wanted, 1_000) == given_out
    assert asked(f"bytes=0-{RANGE_BYTES_MAX}", 1 << 40) is None
    assert asked(f"bytes=0-{RANGE_BYTES_MAX - 1}", 1 << 40) == Section(0, RANGE_BYTES_MAX)


def held(tmp_path: Path, content: bytes | None, work: Callable[[Door], Any]) -> None:
    """Run this at a console whose configuration names the file."""
    path = tmp_path / "site.pmtiles"
    (tmp_path / "north").mkdir()
    if content is not None:
        path.write_bytes(content)

    async def all_of_it() -> None:
        async with door(tmp_path / "north", map_tiles=path) as found:
            await work(found)

    played(all_of_it)


def test_a_part_is_for_whoever_may_see_the_map_and_for_nobody_else(tmp_path: Path) -> None:
    async def work(found: Door) -> None:
        nobody, root = found.browser(), found.logged_in("root", "administrator")
        ana = found.logged_in("ana", "duty")
        part = {"range": "bytes=0-6"}
        assert (await nobody.get(ADDRESS, headers=part)).status_code == 401
        assert (await nobody.get("/api/own-map")).status_code == 401
        assert (await root.get(ADDRESS, headers=part)).status_code == 403
        answer = await ana.get(ADDRESS, headers=part)
        assert (answer.status_code, answer.content) == (206, b"PMTiles")
        assert answer.headers["content-range"] == f"bytes 0-6/{len(GOOD)}"
        assert answer.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        for wrong in ({}, {"range": f"bytes={len(GOOD)}-{len(GOOD)}"}):
            refused = await ana.get(ADDRESS, headers=wrong)
            assert (refused.status_code, refused.json()["code"]) == (416, "FB684")
            assert refused.headers["content-range"] == f"bytes */{len(GOOD)}"
        assert (await ana.get(ADDRESS + "/../../console.db")).status_code == 404
        told = (await ana.get("/api/own-map")).json()
        assert (told["fault"], told["map"]["form"]) == (None, "mvt")

    held(tmp_path, GOOD, work)


def test_moving_the_map_does_not_use_up_what_an_acknowledgement_needs(tmp_path: Path) -> None:
    async def work(found: Door) -> None:
        ana = found.logged_in("ana", "duty")
        rates = found.console.rates
        rates.drawing.at_once = rates.drawing.a_minute = 3
        answers = [(await ana.get(ADDRESS, headers={"range": "bytes=0-6"})).status_code for _ in range(5)]
        assert (answers[0], answers[-1]) == (206, 429)
        assert (await ana.get("/api/session")).status_code == 200

    held(tmp_path, GOOD, work)


def test_a_file_that_was_put_in_its_place_waits_for_the_next_start(tmp_path: Path) -> None:
    async def work(found: Door) -> None:
        ana = found.logged_in("ana", "duty")
        kept(tmp_path / "north", raster_map()).replace(tmp_path / "site.pmtiles")
        answer = await ana.get(ADDRESS, headers={"range": "bytes=0-199"})
        assert answer.content == GOOD[:200]

    held(tmp_path, GOOD, work)


def test_a_file_that_somebody_wrote_into_is_given_out_no_more(tmp_path: Path) -> None:
    async def work(found: Door) -> None:
        ana = found.logged_in("ana", "duty")
        with (tmp_path / "site.pmtiles").open("ab") as opened:
            opened.write(b"more")
        answer = await ana.get(ADDRESS, headers={"range": "bytes=0-6"})
        assert (answer.status_code, answer.json()["code"]) == (409, "FB685")

    held(tmp_path, GOOD, work)


def test_a_console_starts_without_a_file_that_is_missing_and_says_so(tmp_path: Path) -> None:
    async def work(found: Door) -> None:
        ana = found.logged_in("ana", "duty")
        assert (await ana.get("/api/own-map")).json() == {"map": None, "fault": "FB680"}
        assert (await ana.get(ADDRESS, headers={"range": "bytes=0-6"})).status_code == 404
        assert [each for each in found.said if each.startswith("FB680")]

    held(tmp_path, None, work)
