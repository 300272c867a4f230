"""A run over two real nodes that is broken off again and again; and what is told without the libraries."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest

from firebreak.api.client import Client
from firebreak.cli.matching_files import Given, zones
from firebreak.cli.matching_working import Running
from firebreak.cli.stderr import Progress
from firebreak.core.base.errors import LocalError
from firebreak.matching import stepping
from firebreak.matching.extra import grid
from firebreak.matching.opening import alone, keep, place, read
from firebreak.matching.running import prepare
from tests.api import test_matchings
from tests.api.running import played
from tests.matching.run import site, terms
from tests.plays.paired import copy_paired

pytestmark = pytest.mark.usefixtures("library")
ITEMS = 2_000
SITES = {"north": ("Radar", [19.9, 54.6]), "south": ("Ship", [20.1, 54.7])}


class Impatient:
    """A client that gives up after so many requests."""

    def __init__(self, client: Client, asks: int) -> None:
        self.client, self.left = client, asks

    async def ask(self, do: str, **arguments: Any) -> dict[str, Any]:
        """Pass a request on, or break off."""
        if not self.left:
            raise LocalError("broken off")
        self.left -= 1
        return await self.client.ask(do, **arguments)

    def events(self) -> Any:
        """Those of the real one."""
        return self.client.events()


def files(folder: Path, side: str) -> Given:
    name, corner = SITES[side]
    path = folder / f"{side}.geojson"
    geometry = {"type": "Point", "coordinates": corner}
    path.write_text(json.dumps({"type": "Feature", "properties": {"name": name}, "geometry": geometry}))
    return Given(path, None)


async def one(client: Any, folder: Path, side: str, name: str, given: Given) -> dict[str, Any]:
    facts = await client.ask("matching", matching=name)
    return await Running(client, facts, folder / side, Progress(quiet=True)).through(given, 60)


def test_a_run_of_the_largest_sets_comes_to_its_end_however_often_it_is_broken_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(test_matchings, "SETTINGS", f"{test_matchings.SETTINGS}items_max = {ITEMS}\n")

    async def often(client: Client, name: str) -> tuple[int, dict[str, Any]]:
        """Break off after the first request, then after more and more."""
        openings: set[bytes] = set()
        for asks in (1, 2, 3, 4, 9, 15, 200):
            try:
                return asks, await one(
                    Impatient(client, asks), tmp_path, "north", name, files(tmp_path, "north")
                )
            except LocalError as error:
                if error.text != "broken off":
                    raise
            path = place(tmp_path / "north", bytes.fromhex(name))
            bound = (await client.ask("matching", matching=name))["commitments"]["ours"]
            if bound:
                assert read(path).commitment.hex() == bound
                openings.add(path.read_bytes())
            assert len(openings) <= 1
        raise AssertionError("it never ended")

    async def work() -> None:
        async with test_matchings.willing(tmp_path) as ((_, north), (_, south)):
            name = await test_matchings.proposed(tmp_path, north, items_max=ITEMS)
            await test_matchings.event(south, "MatchingProposed")
            who = test_matchings.signer(tmp_path, "south")
            await test_matchings.stated(south, who, "north", "matching.answer", matching=name, word="accept")
            await test_matchings.until(north, name, "accepted")
            theirs = asyncio.create_task(one(south, tmp_path, "south", name, files(tmp_path, "south")))
            broken, ours = await often(north, name)
            assert broken > 3
            told = [ours, await theirs]
            assert [each["names"] for found in told for each in found["common"]] == [["Radar"], ["Ship"]]
            assert told[0]["common"][0]["cell"] == told[1]["common"][0]["cell"]
            messages = (await north.ask("matching", matching=name))["messages"]
            assert {role: each["of"] for role, each in messages["theirs"].items()} == dict.fromkeys(
                ("request", "setup", "response"), 6
            )

    played(work)


class Node:
    """A node that shows one matching, whatever it is asked."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self.facts = facts

    async def ask(self, do: str, **_arguments: Any) -> dict[str, Any]:
        """The matching; nothing else is asked for."""
        assert do == "matching"
        return self.facts


def test_a_set_whose_commitment_stands_but_counts_no_more_is_not_made_anew(tmp_path: Path) -> None:
    """The other side's node lets an acceptance out that stands before the one to which we committed."""
    own = prepare(terms(proposer=True), [site("Radar", 54.6, 19.9)], os.urandom)
    with alone(tmp_path):
        keep(place(tmp_path, own.matching), own)
    facts: dict[str, Any] = {
        "line": "north", "matching": own.matching.hex(), "state": "accepted", "ours": True, "now": 0,
        "from_at": 1, "until_at": 60_001, "grid": "h3", "resolution": 5, "reach_m": 24_000, "we_expand": True,
        "items_max": len(own.items), "commitments": {"ours": None, "theirs": None},
        "bound": own.commitment.hex(), "messages": {"ours": {}, "theirs": {}},
    }  # fmt: skip
    before = place(tmp_path, own.matching).read_bytes()
    for given in (files(tmp_path, "north"), Given(None, None)):
        running = Running(cast("Any", Node(facts)), facts, tmp_path, Progress(quiet=True))
        with pytest.raises(LocalError, match="counts for nothing") as refused:
            asyncio.run(running.through(given, 1))
        assert refused.value.code == "FB692"
    assert place(tmp_path, own.matching).read_bytes() == before


def test_a_run_before_the_bucket_is_over_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for now, told in ((9, True), (10, False)):
        facts = {"now": now, "from_at": 1, "until_at": 10}
        assert len(zones(files(tmp_path, "north"), facts)) == 1
        assert ("the bucket is not over" in capsys.readouterr().err) is told


BARE = """
import ctypes, pathlib, sys
from firebreak.cli.matching_files import Given
from firebreak.cli.matching_working import work
from firebreak.core.base.errors import LocalError
try:
    work(pathlib.Path(sys.argv[1]), None, "7f3a", Given(None, None), 0, quiet=True)
except LocalError as error:
    print("dumpable", ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), error.code)
"""


def test_no_core_file_and_no_debugger_sees_our_set(tmp_path: Path) -> None:
    copy_paired(tmp_path)
    command = [sys.executable, "-c", BARE, str(tmp_path / "north")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("dumpable 0 FB")


def test_without_its_libraries_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "h3.api.basic_int", None)
    with pytest.raises(LocalError, match="h3, which is not installed") as refused:
        grid()
    assert refused.value.code == "FB696" and "extra `matching`" in refused.value.hint
    monkeypatch.setattr(stepping, "COMMAND", (sys.executable, "-I", "-c", "import sys; sys.exit(3)"))
    with pytest.raises(LocalError, match="openmined-psi, which is not installed"):
        stepping.offer(["a"])
