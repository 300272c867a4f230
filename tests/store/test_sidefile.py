"""The early warning that a database came from a backup."""

import shutil
from pathlib import Path

import pytest

from firebreak.store.sqlite import SqliteStore
from tests.conformance.store.making import LINE, OTHER_LINE, made, run
from tests.covering import covers


@pytest.fixture
def node(tmp_path: Path) -> "Node":
    """A node's two places."""
    return Node(tmp_path)


class Node:
    """A database in one folder, the side file in another, a backup of the first."""

    def __init__(self, folder: Path) -> None:
        self.data, self.side, self.backup = folder / "data", folder / "side", folder / "backup"
        self.data.mkdir()

    def work(self, first: int, last: int, line: bytes = LINE, *, heard: bool = True) -> bool:
        """One life of the node; says whether it was warned at the start."""
        store = SqliteStore.open(self.data / "record.db", None, side=self.side)
        warned = store.restored
        store.append(run(first, last, line=line))
        if heard:
            store.goes_on()
        store.close()
        return warned

    def save(self) -> None:
        shutil.copytree(self.data, self.backup)

    def restore(self) -> None:
        shutil.rmtree(self.data)
        shutil.copytree(self.backup, self.data)


@covers("STORE-060")
def test_an_ordinary_restart_gives_no_warning(node: Node) -> None:
    assert [node.work(1, 2), node.work(3, 3, OTHER_LINE), node.work(4, 4), node.work(5, 4)] == [False] * 4


@covers("STORE-060")
def test_a_restored_database_is_noticed_once(node: Node) -> None:
    node.work(1, 2)
    node.save()
    node.work(3, 3)
    node.restore()
    assert [node.work(4, 4), node.work(5, 5)] == [True, False]


@covers("STORE-060", "RESTORE-007")
@pytest.mark.parametrize("other_machine", [False, True])
def test_a_restored_database_stays_one_until_the_counterpart_was_heard(
    node: Node, other_machine: bool
) -> None:
    """A start that ends before the node may sign, by a crash or an impatient hand, changes nothing."""
    node.work(1, 2)
    node.save()
    node.work(3, 3)
    node.restore()
    if other_machine:
        node.side.unlink()
    assert [node.work(4, 4, heard=False), node.work(5, 5, heard=False)] == [True, True]
    assert [node.work(6, 6), node.work(7, 7)] == [True, False]


@covers("STORE-060")
def test_a_database_restored_on_another_machine_is_noticed(node: Node) -> None:
    node.work(1, 2)
    node.side.unlink()
    assert node.work(3, 3)


@covers("STORE-060")
def test_a_database_that_went_another_way_is_noticed(node: Node) -> None:
    node.work(1, 1)
    node.save()
    node.work(2, 2)
    beside = node.side.read_bytes()
    node.restore()
    node.work(3, 5)
    node.side.write_bytes(beside)
    assert node.work(6, 6)


@covers("STORE-060")
def test_a_side_file_that_is_behind_or_torn_gives_no_false_warning(node: Node) -> None:
    node.work(1, 1)
    beside = node.side.read_bytes()
    node.work(2, 3)
    node.side.write_bytes(beside)  # the system lost the last write, as it may
    assert not node.work(4, 4)


def test_a_restored_database_without_a_line_is_noticed(node: Node) -> None:
    node.work(1, 1)
    node.save()
    node.work(1, 1, OTHER_LINE)
    node.restore()
    assert node.work(2, 2)


def test_a_second_store_can_use_another_side_file(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "record.db", None)
    store.append([made(1)])
    assert (tmp_path / "record.db.side").stat().st_size == 128
    store.close()
