"""A witness in a process of its own, to be killed. `python -m tests.witness.child FOLDER [STORES]`

With STORES it kills itself when so many cosignatures are stored, before the last of them is answered.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from firebreak.runtime.clocks import SystemClock
from firebreak.witness.running import build
from firebreak.witness.settings import read_settings
from tests.witness.house import PASSPHRASE


def main() -> None:
    settings = read_settings(Path(sys.argv[1]))
    witness = build(settings, PASSPHRASE, SystemClock(), print)
    left = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    stores = iter(range(1, left + 1))

    def stored() -> None:
        if left and next(stores) == left:
            os.kill(os.getpid(), signal.SIGKILL)

    witness.service.cosigner.stored = stored
    asyncio.run(witness.run(lambda address: print(address, flush=True)))


if __name__ == "__main__":
    main()
