"""A line whose link is cut: what is left at witnesses, what is fetched there, and what may be said of it."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from firebreak.api.client import Client
from firebreak.app.running import Node
from firebreak.app.stamps import counting
from firebreak.cli.app import app
from firebreak.core.base.events import Event
from firebreak.core.envelope.kinds import Kind
from firebreak.core.ledger.days import Window
from firebreak.core.ledger.facts import Evidence as LedgerEvidence
from firebreak.core.line.witnessing import WitnessesAttested
from firebreak.publishing.facts import bundle_facts
from firebreak.publishing.readouts import record_readout
from firebreak.runtime.showing import event_value
from firebreak.verify.bundles import verify_bundle
from firebreak.witness.settings import read_settings
from tests.api.running import played, running, until_open
from tests.covering import covers
from tests.witness.house import running as witness_running
from tests.witness.test_nodes import OPERATORS, agreed, checkpoint, until, witnesses


async def joined(north: Node, south: Node) -> None:
    """Both sides have agreed on the witnesses and heard each other."""
    await until(lambda: agreed(north, "south") and agreed(south, "north"))
    await until(lambda: north.lanes["south"].line.opening.heard and south.lanes["north"].line.opening.heard)


@asynccontextmanager
async def alone(folder: Path) -> AsyncIterator[tuple[Node, Client]]:
    """North, after South was there and went away."""
    async with running(folder / "north") as (north, client):
        async with running(folder / "south") as (south, _):
            await until_open(client)
            await joined(north, south)
        await until(lambda: not north.lanes["south"].up)
        yield north, client


async def cut(*nodes: Node) -> None:
    """No link any more; the nodes run on."""
    for node in nodes:
        node.attesting.mailboxes.fetch_seconds = 0.2
        await node.links.close()
    await until(lambda: all(not lane.up for node in nodes for lane in node.lanes.values()))


async def place(node: Node, client: Client, *at: str) -> dict[str, Any]:
    """Place a call, and wait until its offer lies at these witnesses, or at all."""
    placed = await client.ask("call.place", desk="duty", subject="aircraft over the border")
    boxes = node.attesting.mailboxes.boxes["south"]
    offer = bytes.fromhex(placed["hash"])
    wanted = at or tuple(each.name for each in counting(node.lanes["south"].line))
    await until(lambda: all(each in boxes and offer in boxes[each].left.at for each in wanted))
    return placed


def collecting(node: Node) -> list[dict[str, Any]]:
    """Every event that this node shows from now on."""
    shown: list[dict[str, Any]] = []
    show = node.pump.show

    def noted(line: str, event: Event) -> None:
        shown.append(event_value(line, event))
        show(line, event)

    node.pump.show = noted
    return shown


async def call(client: Client) -> dict[str, Any]:
    (found,) = (await client.ask("calls"))["calls"]
    return found


@covers("WITNESS-037", "WITNESS-041", "WITNESS-048", "CALL-020", "I10", "I20")
def test_a_call_to_a_node_that_is_away_was_not_collected(tmp_path: Path) -> None:
    async def work() -> None:
        async with alone(tmp_path) as (north, client):
            shown = collecting(north)
            placed = await place(north, client)
            await client.ask("call.withdraw", call=placed["call"])
            book = north.lanes["south"].line.machines.calls.book
            await until(lambda: book.uncollected and book.stamped)
            found = await call(client)
            assert found["evidence"] == "e2"
            assert sorted(found["words"]) == ["attempted", "existed_by", "not_collected"]
            (event,) = [each for each in shown if each["event"] == WitnessesAttested.__name__]
            assert event["word"] == "not collected"
            assert event["since"] <= event["until"]
            assert event["entry"]["hash"] == placed["hash"]
            target = tmp_path / "north.fbundle"
            await client.ask("export", line="south", to=str(target))
            report = verify_bundle(io.BytesIO(target.read_bytes()))
            assert report.findings == ()
            (said,) = report.silences
            assert (said.word.value, said.hash.hex()) == ("not collected", placed["hash"])
            assert '"E2"' in json.dumps(await client.ask("ledger", line="south"))
            facts = bundle_facts(target)
            ever = Window(date(2020, 1, 1), date(2120, 1, 1))
            told = (facts.items, facts.names, facts.witnessed)
            readout = record_readout(*told, title="Calls", period=ever, exercise=True)
            assert LedgerEvidence.E2 in readout.evidence

    with witnesses(tmp_path):
        played(work)


@covers("WITNESS-042", "WITNESS-043")
def test_a_call_rings_through_the_witnesses_while_the_link_is_cut(tmp_path: Path) -> None:
    async def work() -> None:
        async with (
            running(tmp_path / "north") as (north, client),
            running(tmp_path / "south") as (south, other),
        ):
            await until_open(client)
            await joined(north, south)
            await cut(north, south)
            placed = await place(north, client)
            unreceipted = north.lanes["south"].line.memory.unreceipted
            await until(lambda: bytes.fromhex(placed["hash"]) not in unreceipted)
            found = await call(client)
            assert (found["outcome"], found["evidence"]) == ("unattended", "e3")
            assert (await call(other))["call"] == placed["call"]
            for line in (north.lanes["south"].line, south.lanes["north"].line):
                kept = list(north.store.entries(line.identity.line))
                assert len({each.entry.hash for _, each in kept}) == len(kept)
            boxes = south.attesting.mailboxes.boxes["north"].values()
            await until(lambda: all(each.held for each in boxes))
            states = (await client.ask("status"))["lines"]["south"]["witnesses"]
            assert all(each["mailbox"]["fetched_at"] for each in states)

    with witnesses(tmp_path):
        played(work)


@covers("WITNESS-040", "WITNESS-042", "WITNESS-043")
def test_a_node_that_starts_again_reads_what_was_left_for_the_one_before(tmp_path: Path) -> None:
    async def work() -> None:
        async with alone(tmp_path) as (north, client):
            await cut(north)
            said = await client.ask("send", text="left for you", precedence="flash")
            boxes = north.attesting.mailboxes.boxes["south"].values()
            await until(lambda: all(bytes.fromhex(said["hash"]) in each.left.at for each in boxes))
            async with running(tmp_path / "south") as (south, other):
                await cut(south)
                log = south.lanes["north"].line.logs.theirs
                await until(
                    lambda: any(bytes.fromhex(said["hash"]) in each.hashes for each in log.segments.values())
                )
                inbox = (await other.ask("inbox"))["messages"]
                assert [each["text"] for each in inbox] == ["left for you"]

    with witnesses(tmp_path):
        played(work)


@asynccontextmanager
async def answering(reply: bytes | None) -> AsyncIterator[str]:
    """A server that answers everything with these bytes, or never at all."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        if reply is None:
            await reader.read()
        else:
            writer.write(reply)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        host, port = server.sockets[0].getsockname()
        yield f"http://{host}:{port}"
    finally:
        server.close()


def move(folder: Path, witness: str, url: str) -> None:
    """This party's node asks another address for a witness."""
    file = folder / "firebreak.toml"
    before, name, after = file.read_text().partition(f'name = "{witness}"')
    head, _, rest = after.partition('url = "')
    file.write_text(before + name + head + f'url = "{url}"' + rest.partition('"')[2])


@covers("WITNESS-044")
def test_a_silent_and_a_lying_witness_hold_up_nobody(tmp_path: Path) -> None:
    lie = b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\nconnection: close\r\n\r\n\xa2\x01\x02\x03"

    async def work() -> None:
        async with answering(None) as silent, answering(lie) as liar:
            move(tmp_path / "north", "w2.example/w", silent)
            move(tmp_path / "north", "w3.example/w", liar)
            async with alone(tmp_path) as (north, client):
                placed = await place(north, client, "w0.example/w", "w1.example/w")
                await client.ask("call.withdraw", call=placed["call"])
                book = north.lanes["south"].line.machines.calls.book
                await until(lambda: book.uncollected)
                states = {each["witness"]: each for each in north.witnesses.status("south")}
                assert states["w0.example/w"]["mailbox"]["reason"] == ""
                liar_box = north.attesting.mailboxes.boxes["south"]["w3.example/w"]
                await until(lambda: liar_box.reasons)

    with witnesses(tmp_path, (*OPERATORS, "Fourth Institute")):
        played(work)


@covers("WITNESS-044", "WITNESS-048")
def test_witnesses_that_were_away_are_asked_again(tmp_path: Path) -> None:
    async def work(stacks: list[ExitStack]) -> None:
        async with alone(tmp_path) as (north, client):
            placed = await place(north, client)
            url = north.attesting.mailboxes.boxes["south"]["w0.example/w"].desk.url
            for stack in stacks[:2]:
                await asyncio.to_thread(stack.close)
            await client.ask("call.withdraw", call=placed["call"])
            book, opened = north.lanes["south"].line.machines.calls.book, north.attesting.open
            await until(lambda: bytes.fromhex(placed["hash"]) in opened)
            assert (await client.ask("send", text="the line works on"))["hash"]
            assert not book.uncollected
            settings = replace(read_settings(tmp_path / "w0"), listen=url.removeprefix("http://"))
            again = witness_running(settings)
            await asyncio.to_thread(again.__enter__)
            try:
                await until(lambda: book.uncollected)
            finally:
                await asyncio.to_thread(again.__exit__, None, None, None)

    with witnesses(tmp_path) as stacks:
        played(lambda: work(stacks))


@covers("WITNESS-010", "WITNESS-036")
def test_a_stamp_that_is_given_again_is_not_written_again(tmp_path: Path) -> None:
    def stamps(node: Node) -> int:
        line = node.lanes["south"].line.identity.line
        return sum(1 for _, each in node.store.entries(line) if each.entry.header.kind == Kind.WITNESS_STAMP)

    async def work() -> None:
        async with alone(tmp_path) as (north, client):
            await client.ask("send", text="all quiet")
            await checkpoint(north, "south")
            await until(lambda: all(each["stamped_at"] for each in north.witnesses.status("south")))
            await until(lambda: north.lanes["south"].line.memory.witnessing.stamps[True])
            before = stamps(north)
            states = north.witnesses.states["south"]
            states.clear()
            await until(lambda: states and all(each.done for each in states.values()))
            await client.ask("send", text="later")
            assert stamps(north) == before

    with witnesses(tmp_path):
        played(work)


@covers("WITNESS-024", "WITNESS-045")
def test_a_person_asks_for_a_statement_over_a_time(tmp_path: Path) -> None:
    def said(*arguments: str) -> "tuple[int, str]":
        told = CliRunner().invoke(app, ["silence", "--config", str(tmp_path / "north"), *arguments])
        return told.exit_code, " ".join(told.output.split())

    async def work() -> None:
        async with alone(tmp_path) as (north, client):
            start = (await client.ask("status"))["now"]
            placed = await place(north, client)
            await until(lambda: north.pump.clock.read().wall > start + 1_500)
            code, text = await asyncio.to_thread(said)
            assert code == 0
            assert "was not collected by" in text
            code, text = await asyncio.to_thread(said, "--json")
            facts = json.loads(text)
            assert [each["answered"] for each in facts["witnesses"]] == [True] * 3
            offers = [each for each in facts["left"] if each["kind"] == "call_offer"]
            assert [(each["word"], each["entry"]) for each in offers] == [("not collected", placed["entry"])]
            assert facts["statement"]
            code, text = await asyncio.to_thread(said, "--language", "de")
            assert "nicht abgeholt" in text
            code, text = await asyncio.to_thread(said, "--since", "2030-01-01", "--until", "2031-01-01")
            assert code != 0
            code, text = await asyncio.to_thread(said, "--until", "2022-03-23T15:00Z")
            assert code == 1

    with witnesses(tmp_path):
        played(work)


def test_a_line_without_mailboxes_says_so(tmp_path: Path) -> None:
    async def work() -> None:
        async with alone(tmp_path) as (_, client):
            (answer,) = await asyncio.gather(client.ask("silence"), return_exceptions=True)
            assert "FB416" in str(answer)

    with witnesses(tmp_path, ("North", "South", " north")):
        played(work)
