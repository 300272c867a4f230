"""A node that writes down how many transactions it has committed. For the figure of commits only."""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from firebreak.app.house import House
from firebreak.app.running import build
from firebreak.ports import Kept

FILE = "commits"


def commits(house: House) -> int:
    """What the node has written down."""
    return int.from_bytes((house.root / FILE).read_bytes(), "big")


async def main(folder: Path) -> None:
    """Run the node of a folder until SIGTERM."""
    house = House.at(folder)
    node = build(house, house.passphrase() or "", lambda line, text: print(line, text, flush=True))
    file, count, append = os.open(folder / FILE, os.O_RDWR | os.O_CREAT, 0o600), 0, node.store.append

    def counted(entries: Sequence[Kept]) -> None:
        nonlocal count
        append(entries)
        count += 1
        os.pwrite(file, count.to_bytes(8, "big"), 0)

    node.store.append = counted
    task = asyncio.ensure_future(node.run())
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await asyncio.gather(task, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
