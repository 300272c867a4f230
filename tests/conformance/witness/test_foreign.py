"""Somebody else's witness and client against ours. Made by `tools/foreign_witness.sh`; skipped without it."""

import asyncio
import base64
import json
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from firebreak.api.client import Client
from firebreak.app.asking_witness import Asking, Refusal, ask_for_stamp
from firebreak.app.ceremony import Ceremony
from firebreak.app.house import House
from firebreak.app.running import Node
from firebreak.app.stamps import proven_time
from firebreak.core.record.checkpoint import Origin
from firebreak.core.record.note import ED25519
from firebreak.core.record.quorum import AgreedWitness
from firebreak.core.record.vkey import VerifierKey
from tests.api.running import played, running, until_open
from tests.covering import covers
from tests.plays.paired import PARTIES, copy_paired, free_port
from tests.witness.foreign import ForeignLog
from tests.witness.house import running as witness_running
from tests.witness.house import settle
from tests.witness.test_asking import LOG, note, tree
from tests.witness.test_nodes import agree, agreed, checkpoint, message, until
from tools.tree import ROOT

FOREIGN = ROOT / ".venv-foreign" / "bin"
pytestmark = pytest.mark.skipif(
    not (FOREIGN / "aics-witness").exists(),
    reason="no foreign witness here: it needs Python 3.12 or newer, and tools/foreign_witness.sh makes it",
)
NAME = "foreign.example/w1"


PROGRAM = str(FOREIGN / "aics-witness")


def foreign_key(folder: Path) -> VerifierKey:
    """Found their witness; its key."""
    folder.mkdir(exist_ok=True)
    command = [PROGRAM, "init", "--config", str(folder / "witness.json"), "--name", NAME]
    printed = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder).stdout
    return VerifierKey.parse(next(word for word in printed.split() if word.startswith(f"{NAME}+")))


@contextmanager
def foreign_witness(folder: Path, address: str, *logs: VerifierKey) -> Generator[None]:
    """Their witness, trusting these logs."""
    config = ("--config", str(folder / "witness.json"))
    for each in logs:
        command = [PROGRAM, "add-log", *config, "--origin", each.name, "--vkey", str(each)]
        subprocess.run(command, capture_output=True, check=True, cwd=folder)
    command = [PROGRAM, "serve", *config, "--listen", address]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            while "listen" not in (line := process.stderr.readline()) and address not in line:
                assert line, "it ended"
            yield
        finally:
            process.terminate()


@covers("WITNESS-001", "WITNESS-008", "WITNESS-030")
def test_our_node_gets_its_stamps_from_a_foreign_witness(tmp_path: Path) -> None:
    copy_paired(tmp_path)
    house = House.at(tmp_path / "north")
    line = Ceremony(house, "south").line_id
    address, key = f"127.0.0.1:{free_port()}", foreign_key(tmp_path / "w")

    async def work() -> None:
        async with running(tmp_path / "north") as (north, client), running(tmp_path / "south") as (south, _):
            await until_open(client)
            segment = north.lanes["south"].line.writer.segment
            origin = str(Origin(line, house.card().card.party, segment))
            log = VerifierKey(origin, ED25519, house.card().card.log_key)
            with foreign_witness(tmp_path / "w", address, log):
                await stamped(north, south, client)

    async def stamped(north: Node, south: Node, client: Client) -> None:
        await until(lambda: agreed(north, "south") and agreed(south, "north"))
        for text in ("all quiet", "still quiet"):
            said = await message(client, north, "south", text)
            await checkpoint(north, "south")
            await until(
                lambda said=said: proven_time(north.store, north.lanes["south"].line, said, ours=True)
            )
        assert north.witnesses.status("south")[0]["reason"] == ""

    for name in PARTIES:
        with (tmp_path / name / "firebreak.toml").open("a") as file:
            file.write(f'\n[[witnesses]]\nname = "{NAME}"\noperator = "Somebody else"\n')
            file.write(f'url = "http://{address}"\nkeys = ["{key}"]\n')
        text = (tmp_path / name / "firebreak.toml").read_text()
        (tmp_path / name / "firebreak.toml").write_text(text.replace("[node]\n", "[node]\nquorum = 1\n"))
        agree(tmp_path / name)
    played(work)


@covers("WITNESS-004", "WITNESS-005", "WITNESS-006")
def test_a_foreign_witness_refuses_what_ours_refuses(tmp_path: Path) -> None:
    log = VerifierKey("log.example/ours", ED25519, bytes(LOG.verify_key))
    address, key = f"127.0.0.1:{free_port()}", foreign_key(tmp_path / "w")
    with foreign_witness(tmp_path / "w", address, log):
        agreed = AgreedWitness(name=NAME, operator="I", ed25519=key.public)

        def ask(size: int) -> int:
            asking = Asking(f"http://{address}", agreed, note(size), tree(max(size, 9)))
            return asyncio.run(ask_for_stamp(asking)).size

        assert [ask(3), ask(9), ask(9)] == [3, 9, 9]
        with pytest.raises(Refusal, match="holds 9 entries of our log, we have 5"):
            ask(5)


@covers("WITNESS-001", "WITNESS-004", "WITNESS-008")
def test_a_foreign_client_gets_its_stamps_from_our_witness(tmp_path: Path) -> None:
    log = ForeignLog("log.example/theirs")
    log.grow(12)
    other = ForeignLog(log.origin, log.key, [*log.leaves[:5], *(b"another" for _ in range(15))])
    with witness_running(settle(tmp_path, log.vkey)) as ours:
        vkey = str(ours.running.service.cosigner.verifier_keys[0])
        steps = [_step(log, 4), _step(log, 12), _step(log, 12), _step(other, 20), _step(log, 4)]
        asked = json.dumps({"url": ours.url, "vkey": vkey, "steps": steps})
        command = [str(FOREIGN / "python"), str(Path(__file__).with_name("feed.py"))]
        printed = subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout
    answers = json.loads(printed)
    assert [each.startswith("— witness.example/w1 ") for each in answers[:3]] == [True] * 3
    assert answers[1] == answers[2], "one cosignature per size"
    assert answers[3:] == ["WitnessRejected", "WitnessAhead"]


def _step(log: ForeignLog, size: int) -> dict[str, object]:
    proofs = {
        old: [base64.b64encode(each).decode() for each in log.proof(old, size)] for old in range(size + 1)
    }
    return {"note": log.note(size), "proofs": proofs}
