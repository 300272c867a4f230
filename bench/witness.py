"""What a witness costs: one round of a cosignature over HTTP, how many a second, and bytes each way."""

import asyncio
import hashlib
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from nacl.signing import SigningKey

from bench.figures import Figure, percentile
from bench.scale import Scale
from firebreak.app.asking_witness import Asking, ask_for_stamp
from firebreak.core.base.purposes import Environment
from firebreak.core.record.adding import AddCheckpoint
from firebreak.core.record.checkpoint import Checkpoint, SignedCheckpoint, ed25519_signature
from firebreak.core.record.merkle import Tree
from firebreak.core.record.note import ED25519
from firebreak.core.record.quorum import AgreedWitness
from firebreak.core.record.vkey import VerifierKey
from firebreak.runtime.clocks import SystemClock
from firebreak.witness.founding import Founding, found
from firebreak.witness.running import RunningWitness, build
from firebreak.witness.settings import FILE, read_settings

LOG: Final = SigningKey(bytes(32))
ORIGIN: Final = "log.example/bench"
LEAVES: Final = 10_000  # a line of some weeks: proofs of thirteen hashes
PASSPHRASE: Final = "for figures only"


async def figures(scale: Scale) -> list[Figure]:
    """Rounds one after another: verify, prove, sign twice, sync, answer, verify."""
    rounds: list[float] = []
    rates: list[float] = []
    notes, tree = _notes(scale.alone)
    lines = b""
    for number in scale.each_run("witness"):
        async with _witness(scale.folder / f"witness-{number}") as (witness, agreed):
            began, taken, old = time.perf_counter(), list[float](), 0
            for note in notes:
                before = time.perf_counter()
                stamped = await ask_for_stamp(
                    Asking(f"http://{witness.server.address}", agreed, note, tree, old)
                )
                taken.append(1_000 * (time.perf_counter() - before))
                old, lines = stamped.size, stamped.lines
            rates.append(len(notes) / (time.perf_counter() - began))
            rounds += [percentile(taken, 50)]
    size = SignedCheckpoint.parse(notes[-1]).checkpoint.size
    request = AddCheckpoint(1, tree.consistency_proof(1, size), SignedCheckpoint.parse(notes[-1]))
    return [
        Figure(name="cosignature round, p50, one connection each", values=tuple(rounds), unit="ms"),
        Figure(name="cosignature rounds, one after another", values=tuple(rates), unit="1/s"),
        Figure(name="cosignature request", values=(float(len(request.render())),), unit="B"),
        Figure(name="cosignature answer, both forms", values=(float(len(lines)),), unit="B"),
    ]


def _notes(count: int) -> tuple[list[bytes], Tree]:
    """Checkpoints of a growing log, and its tree."""
    tree = Tree(hashlib.sha256(f"entry {number}".encode()).digest() for number in range(LEAVES + count))
    return [_note(tree, LEAVES + number) for number in range(1, count + 1)], tree


def _note(tree: Tree, size: int) -> bytes:
    checkpoint = Checkpoint(ORIGIN, size, tree.root(size))
    signature = LOG.sign(checkpoint.text).signature
    line = ed25519_signature(checkpoint, bytes(LOG.verify_key), signature)
    return SignedCheckpoint(checkpoint, (line,)).render()


def _found(folder: Path) -> RunningWitness:
    folder.mkdir(parents=True)
    plan = Founding(
        directory=folder,
        name="witness.example/bench",
        operator="Bench",
        environment=Environment.EXERCISE,
        listen="127.0.0.1:0",
        passphrase=PASSPHRASE,
    )
    found(plan)
    key = VerifierKey(ORIGIN, ED25519, bytes(LOG.verify_key))
    with (folder / FILE).open("a", encoding="utf-8") as file:
        file.write(f'[logs]\nkeys = ["{key}"]\n')
    return build(read_settings(folder), PASSPHRASE, SystemClock(), print)


@asynccontextmanager
async def _witness(folder: Path) -> AsyncGenerator[tuple[RunningWitness, AgreedWitness]]:
    witness = _found(folder)
    ready = asyncio.Event()
    task = asyncio.create_task(witness.run(lambda _address: ready.set()))
    await ready.wait()
    older, newer = witness.service.cosigner.verifier_keys
    agreed = AgreedWitness(name=older.name, operator="Bench", ed25519=older.public, mldsa44=newer.public)
    try:
        yield witness, agreed
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
