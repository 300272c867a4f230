"""What a signature costs: of an entry, with the key in this process or the signer's, and of a checkpoint."""

from collections.abc import Callable
from hashlib import sha256
from time import perf_counter

from bench.figures import Figure, percentile
from bench.scale import Scale
from bench.world import PASSPHRASE, World
from firebreak.app.house import House
from firebreak.core.envelope.header import Header, Span
from firebreak.core.envelope.signer import Signer
from firebreak.core.record.checkpoint import Checkpoint, Origin
from firebreak.core.record.merkle import Tree
from firebreak.keyring.keys import SignerKeys
from firebreak.keyring.signer import InProcessSigner
from firebreak.keyring.signer_client import SignerClient

LINE = sha256(b"a line for the bench").digest()
MICROSECONDS = 1_000_000
EVERY = 20  # entries between two checkpoints


async def figures(scale: Scale) -> list[Figure]:
    """One after another, without pause: a busy node. After a pause the other process has to wake first."""
    house = World(scale.folder).found().houses["north"]
    within: list[float] = []
    beside: list[float] = []
    summed: list[float] = []
    for _ in scale.each_run("signing"):
        within.append(_median(_within(house), house, scale.flood))
        client = _beside(house)
        try:
            beside.append(_median(client, house, scale.flood))
            summed.append(_checkpoints(client, house, scale.flood))
        finally:
            client.close()
    return [
        Figure(name="a signature, key in the same process, p50", values=tuple(within), unit="µs"),
        Figure(name="a signature, key in the signer's process, p50", values=tuple(beside), unit="µs"),
        Figure(name="a checkpoint: root and both signatures, p50", values=tuple(summed), unit="µs"),
    ]


def _within(house: House) -> Signer:
    environment = house.config.environment
    keys = SignerKeys.load(house.signer_keys, PASSPHRASE, environment=environment)
    return InProcessSigner(keys, environment)


def _beside(house: House) -> SignerClient:
    client = SignerClient.spawn()
    client.begin(house.signer_keys, PASSPHRASE, house.config.environment)
    return client


def _median(signer: Signer, house: House, count: int) -> float:
    segment = signer.open_segment(LINE)
    payloads = [_header(signer, house, segment, seq) for seq in range(1, count + 1)]
    return percentile([_seconds(signer.sign_entry, each) for each in payloads], 50) * MICROSECONDS


def _checkpoints(signer: Signer, house: House, count: int) -> float:
    """Entries come in between; the root is taken over all of them."""
    segment = signer.open_segment(LINE)
    origin, tree = str(Origin(LINE, house.card().card.party, segment)), Tree()

    def sum_up(_: bytes) -> bytes:
        return b"".join(signer.sign_checkpoint(Checkpoint(origin, len(tree), tree.root()).text))

    times: list[float] = []
    for number in range(max(1, count // EVERY)):
        for each in range(EVERY):
            tree.append(sha256(f"{number} {each}".encode()).digest())
        times.append(_seconds(sum_up, b""))
    return percentile(times, 50) * MICROSECONDS


def _seconds(sign: Callable[[bytes], bytes], payload: bytes) -> float:
    begun = perf_counter()
    sign(payload)
    return perf_counter() - begun


def _header(signer: Signer, house: House, segment: bytes, seq: int) -> bytes:
    return Header(
        environment=house.config.environment,
        line=LINE,
        writer=bytes(16),
        segment=segment,
        seq=seq,
        prev=bytes(32),
        seen=None,
        kind=16,
        time=Span(seq, seq),
        commitment=bytes(32),
        key_id=signer.key_id,
    ).to_bytes()
