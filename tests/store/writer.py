"""A process that appends until it is killed, and says after each append how far it has come.

python -m tests.store.writer DATABASE FIRST BATCH
"""

import itertools
import resource
import signal
import sys
from pathlib import Path

from firebreak.core.base.errors import FirebreakError
from firebreak.store.sqlite import SqliteStore
from tests.conformance.store.making import run

KEY = bytes(range(32))


def main(database: str, first: str, batch: str, file_bytes_max: str = "0") -> None:
    """Append batches of entries from `first` on; with a limit, until a file may not grow any more."""
    if int(file_bytes_max):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(file_bytes_max), int(file_bytes_max)))
    store = SqliteStore.open(Path(database), KEY)
    print("open", flush=True)
    for start in itertools.count(int(first), int(batch)):
        last = start + int(batch) - 1
        try:
            store.append(run(start, last))
        except FirebreakError as error:
            print(error.code, flush=True)
            sys.stdin.read()
            return
        print(last, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
