"""A bundle of a thousand entries: how large it is, packed and not, and how long each verifier takes for it.

The second verifier is started anew for each run, as a reader starts it, and once more to tell its start from
its work. It needs Node; without it only the first one is measured.
"""

import io
import resource
import shutil
import subprocess
import zlib
from pathlib import Path
from typing import Final

from bench.figures import Figure
from bench.record import bundle
from bench.scale import Scale
from firebreak.core.envelope.card import Card, SignedCard
from firebreak.core.envelope.entry import read_entry
from firebreak.core.record.bundle import Head, withhold, write_bundle
from firebreak.core.record.bundle_reader import BundleReader, RawCard, RawEntry
from firebreak.verify import verify_bundle

ENTRIES: Final = 1_000
VERIFIER: Final = Path(__file__).parents[1] / "verifiers" / "js" / "verify.mjs"


async def figures(scale: Scale) -> list[Figure]:
    """Sizes, and seconds of processor time."""
    entries = min(ENTRIES, scale.entries)
    file = bundle(scale, entries)
    data = file.read_bytes()
    name = f"a bundle of {entries:,} entries"
    found = [
        Figure(name=name, values=(len(data) / 1000,), unit="kB"),
        Figure(name=f"{name}, zlib", values=(len(zlib.compress(data, 9)) / 1000,), unit="kB"),
        Figure(name=f"{name}, without bodies", values=(len(_bare(data)) / 1000,), unit="kB"),
        Figure(name=f"verify {name}, first verifier", values=_first(data, scale), unit="s", note="cpu"),
    ]
    node = shutil.which("node")
    if node is not None:
        values = _second([node, str(VERIFIER), str(file)], scale)
        found.append(Figure(name=f"verify {name}, second verifier", values=values, unit="s", note="cpu"))
        values = _second([node, "-e", "0"], scale)
        found.append(Figure(name="start of Node alone", values=values, unit="s", note="cpu"))
    return found


def _first(data: bytes, scale: Scale) -> tuple[float, ...]:
    seconds: list[float] = []
    for _ in scale.each_run("bundles"):
        before = _cpu(resource.RUSAGE_SELF)
        assert verify_bundle(io.BytesIO(data)).ok
        seconds.append(_cpu(resource.RUSAGE_SELF) - before)
    return tuple(seconds)


def _second(command: list[str], scale: Scale) -> tuple[float, ...]:
    seconds: list[float] = []
    for _ in scale.each_run("bundles"):
        before = _cpu(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds.append(_cpu(resource.RUSAGE_CHILDREN) - before)
    return tuple(seconds)


def _cpu(whose: int) -> float:
    usage = resource.getrusage(whose)
    return usage.ru_utime + usage.ru_stime


def _bare(data: bytes) -> bytes:
    """The same bundle without what people said."""
    pieces = list(BundleReader(io.BytesIO(data)).pieces())
    head = next(each for each in pieces if isinstance(each, Head))
    cards = [SignedCard(Card.from_bytes(each.payload), *each) for each in pieces if isinstance(each, RawCard)]
    entries = (read_entry(*each) for each in pieces if isinstance(each, RawEntry))
    stream = io.BytesIO()
    write_bundle(stream, head, cards, withhold(entries))
    return stream.getvalue()
