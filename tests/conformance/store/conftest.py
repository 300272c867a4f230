"""The stores under test. An adapter opens, opens again after an orderly end, and after a sudden one."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from firebreak.ports import Store
from firebreak.store.memory import Fault, MemoryStore
from firebreak.store.sqlite import SqliteStore
from tests.store.failing import failing_at

KEY = bytes(range(32))


class Adapter(Protocol):
    """How the suite drives one kind of store."""

    @property
    def store(self) -> Store:
        """The store as it is open now."""
        ...

    def reopen(self) -> Store:
        """End the process that has the store, and start the next one."""
        ...

    def fail_at(self, write: int, *, took: bool) -> None:
        """Let a write after the next `write - 1` fail, either without effect or with one nobody confirmed."""
        ...

    def done(self) -> None:
        """Let go."""
        ...


class Memory:
    """The adapter of `MemoryStore`."""

    def __init__(self, folder: Path) -> None:
        self.store = MemoryStore()

    def reopen(self) -> Store:
        self.store = self.store.reopened()
        return self.store

    def fail_at(self, write: int, *, took: bool) -> None:
        self.store.fault = Fault(self.store.writes + write, took=took)

    def done(self) -> None:
        self.store.close()


class Sqlite:
    """The adapter of `SqliteStore`; a write here is any of its statements."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "record.db"
        self._factory, self._faults = failing_at()
        self.store = self._open()

    def _open(self) -> SqliteStore:
        return SqliteStore.open(self._path, KEY, factory=self._factory)

    def reopen(self) -> Store:
        self.store.close()
        self._faults.at = 0
        self.store = self._open()
        return self.store

    def fail_at(self, write: int, *, took: bool) -> None:
        self._faults.arm(write, took=took)

    def done(self) -> None:
        self.store.close()


ADAPTERS: dict[str, Callable[[Path], Adapter]] = {"memory": Memory, "sqlite": Sqlite}


@pytest.fixture(params=ADAPTERS)
def adapter(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Adapter]:
    """One store, freshly made."""
    made = ADAPTERS[request.param](tmp_path)
    yield made
    made.done()


@pytest.fixture
def store(adapter: Adapter) -> Store:
    """The store of the adapter, for tests that open it once."""
    return adapter.store
