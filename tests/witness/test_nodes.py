"""Two nodes and their witnesses: checkpoints go out, stamps come back and reach counterpart and export."""

import asyncio
import io
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from firebreak.api.client import Client
from firebreak.app.agreeing import agreement
from firebreak.app.ceremony import Ceremony
from firebreak.app.house import House
from firebreak.app.running import Node
from firebreak.app.stamps import proven_time, stamped_notes
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.header import Ref
from firebreak.core.linecheck.bodies import Trouble
from firebreak.keyring.keys import OfficerKey
from firebreak.runtime.clocks import SystemClock
from firebreak.verify.bundles import verify_bundle
from firebreak.witness.known import add_line
from tests.api.running import played, running, until_open
from tests.covering import covers
from tests.plays.paired import PARTIES, PASSPHRASE, copy_paired
from tests.witness.foreign import ForeignClient
from tests.witness.house import Running, settle
from tests.witness.house import running as witness_running

SECONDS = 30.0
OPERATORS = ("First Institute", "Second Institute", "Third Institute")


@contextmanager
def witnesses(folder: Path, operators: tuple[str, ...] = OPERATORS) -> Generator[list[ExitStack]]:
    """Witnesses that serve the line of north and south, agreed by both; closing one's stack stops it."""
    copy_paired(folder)
    for name, other in PARTIES.items():
        offer = Ceremony(House.at(folder / name), other).offer()
        (folder / f"{name}.fboffer").write_bytes(offer.to_bytes())
    with ExitStack() as all_of_them:
        stacks = [all_of_them.enter_context(ExitStack()) for _ in operators]
        found = list[Running]()
        for number, operator in enumerate(operators):
            settings = settle(folder / f"w{number}", name=f"w{number}.example/w", operator=operator)
            add_line(settings.lines, settings.environment, *(folder / f"{name}.fboffer" for name in PARTIES))
            found.append(stacks[number].enter_context(witness_running(settings)))
        for name in PARTIES:
            _configure(folder / name, found, operators)
        yield stacks


def _configure(folder: Path, found: list[Running], operators: tuple[str, ...]) -> None:
    with (folder / "firebreak.toml").open("a") as file:
        for each, operator in zip(found, operators, strict=True):
            printed = ForeignClient(each.address).get("/keys").decode().splitlines()
            keys = ", ".join(f'"{key}"' for key in printed)
            name = each.running.settings.name
            file.write(f'\n[[witnesses]]\nname = "{name}"\noperator = "{operator}"\n')
            file.write(f'url = "{each.url}"\nkeys = [{keys}]\n')
    agree(folder)


def agree(folder: Path) -> None:
    """An officer of the party signs what its configuration now wants agreed."""
    house = House.at(folder)
    ceremony = Ceremony(house, PARTIES[folder.name])
    officer = f"{folder.name} one"
    key = OfficerKey.load(house.officer_key(officer), PASSPHRASE, environment=Environment.EXERCISE)
    agreed = agreement(ceremony.config, house.config.witnesses, house.config.quorum)
    ceremony.agree(agreed, [key], SystemClock().read().wall)


async def until(holds: Callable[[], object]) -> None:
    """Look again and again; what is waited for happens in the nodes of this very loop."""
    async with asyncio.timeout(SECONDS):
        while not holds():  # noqa: ASYNC110 - many things are waited for, and none tells of itself
            await asyncio.sleep(0.02)


async def checkpoint(node: Node, name: str) -> Ref:
    """Have our log summed up now."""
    line = node.lanes[name].line
    before = line.memory.witnessing.checkpoint

    await until(lambda: node.lanes[name].line.opening.heard)
    await node.pump.ask(name, lambda line, at: line.memory.checkpointing.take(at, now=True))
    await until(lambda: line.memory.witnessing.checkpoint not in (None, before))
    found = line.memory.witnessing.checkpoint
    assert found is not None
    return found


async def message(client: Client, node: Node, name: str, text: str) -> Ref:
    await client.ask("send", text=text)
    tip = node.lanes[name].line.logs.ours.tip
    assert tip is not None
    return tip


def agreed(node: Node, name: str) -> bool:
    return bool(node.lanes[name].line.machines.agreements.in_force.witnesses)


@covers("WITNESS-030", "WITNESS-031", "WITNESS-033")
def test_stamps_of_three_witnesses_reach_both_sides_and_the_export(tmp_path: Path) -> None:
    async def work() -> None:
        async with (
            running(tmp_path / "north") as (north, client),
            running(tmp_path / "south") as (south, other),
        ):
            await until_open(client)
            await until_open(other)
            await until(lambda: agreed(north, "south") and agreed(south, "north"))
            said = await message(client, north, "south", "all quiet")
            line, mirror = north.lanes["south"].line, south.lanes["north"].line
            assert proven_time(north.store, line, said, ours=True) is None
            waiting = (await client.ask("status"))["lines"]["south"]["witnesses"]
            assert [each["stamped_at"] for each in waiting] == [None] * 3, "named before they stamp anything"
            summed = await checkpoint(north, "south")
            await until(lambda: proven_time(north.store, line, said, ours=True))
            await until(lambda: proven_time(south.store, mirror, said, ours=False))
            after = await message(client, north, "south", "still quiet")
            kept = north.store.find(line.identity.line, after.hash)
            assert kept is not None
            assert kept.entry.header.witness == line.memory.witnessing.newest
            assert proven_time(north.store, line, after, ours=True) is None
            states = (await client.ask("status"))["lines"]["south"]["witnesses"]
            assert [each["silent_since"] for each in states] == [None] * 3
            assert all(each["size"] == states[0]["size"] for each in states)
            assert summed == line.memory.witnessing.checkpoint
            notes = list(stamped_notes(south.store, mirror.identity.line))
            assert notes
            target = tmp_path / "export.fbundle"
            await client.ask("export", line="south", to=str(target), bodies=False)
            report = verify_bundle(io.BytesIO(target.read_bytes()))
            assert report.findings == ()
            assert {each.witness for each in report.stamps} == {f"w{number}.example/w" for number in range(3)}
            assert {each.form for each in report.stamps} == {"Ed25519", "ML-DSA-44"}

    with witnesses(tmp_path):
        played(work)


@covers("WITNESS-032", "I30")
def test_one_of_three_may_be_down_and_comes_back(tmp_path: Path) -> None:
    async def work(gone: ExitStack) -> None:
        async with running(tmp_path / "north") as (north, client), running(tmp_path / "south") as (south, _):
            await until_open(client)
            await until(lambda: agreed(north, "south") and agreed(south, "north"))
            await asyncio.to_thread(gone.close)
            said = await message(client, north, "south", "all quiet")
            line = north.lanes["south"].line
            await checkpoint(north, "south")
            await until(lambda: proven_time(north.store, line, said, ours=True))
            await until(lambda: [each["silent_since"] for each in north.witnesses.status("south")][2])
            await until(lambda: Trouble.WITNESS in north.lanes["south"].line.machines.checks.answers.trouble)
            states = north.witnesses.status("south")
            assert [each["silent_since"] is None for each in states] == [True, True, False]

    with witnesses(tmp_path) as stacks:
        played(lambda: work(stacks[2]))


@covers("WITNESS-031")
def test_a_party_that_runs_a_witness_itself_and_one_operator_twice_prove_nothing(tmp_path: Path) -> None:
    async def work() -> None:
        async with running(tmp_path / "north") as (north, client), running(tmp_path / "south") as (south, _):
            await until_open(client)
            await until(lambda: agreed(north, "south") and agreed(south, "north"))
            said = await message(client, north, "south", "all quiet")
            line = north.lanes["south"].line
            await checkpoint(north, "south")
            await until(lambda: len(line.memory.witnessing.stamps[True]) >= 1)
            states = north.witnesses.status("south")
            assert [each["witness"] for each in states] == ["w0.example/w", "w1.example/w"]
            await until(lambda: all(each["stamped_at"] for each in north.witnesses.status("south")))
            assert proven_time(north.store, line, said, ours=True) is None
            assert (await client.ask("send", text="works on without"))["hash"]

    with witnesses(tmp_path, ("First Institute", " first institute", "South")):
        played(work)


@covers("WITNESS-035", "I10")
def test_a_call_to_a_node_that_is_away_existed_by_the_time_of_the_stamps(tmp_path: Path) -> None:
    async def work() -> None:
        async with running(tmp_path / "north") as (north, client):
            async with running(tmp_path / "south") as (south, _):
                await until_open(client)
                await until(lambda: agreed(north, "south") and agreed(south, "north"))
                await until(lambda: north.lanes["south"].line.opening.heard)
            await client.ask("call.place", desk="duty")
            (before,) = (await client.ask("calls"))["calls"]
            assert before["words"] == ["attempted"]
            await checkpoint(north, "south")
            book = north.lanes["south"].line.machines.calls.book
            await until(lambda: book.stamped)
            (after,) = (await client.ask("calls"))["calls"]
            assert sorted(after["words"]) == ["attempted", "existed_by"]

    with witnesses(tmp_path):
        played(work)
