"""Keys and cards kept elsewhere: what is copied, what opens which backup, what is told if it does not fit."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from firebreak.app.backing_up import back_up_idle
from firebreak.app.cards import bring_into_use
from firebreak.app.house import House
from firebreak.app.key_copies import copy_keys
from firebreak.app.putting_back import put_back
from firebreak.app.renewing import Changes, Renewal
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.header import key_id
from firebreak.keyring.keys import NodeKeys, OfficerKey, RootKeys
from firebreak.store.sqlite import SqliteStore
from tests.api.running import played, running
from tests.covering import covers
from tests.plays.paired import PASSPHRASE, copy_paired

EXERCISE = Environment.EXERCISE
NOW = Instant(1_648_044_000_000)
NEW_KEYS = Changes(new_node_keys=True)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A party with an open line, whose node never ran."""
    copy_paired(tmp_path)
    return House.at(tmp_path / "north")


def renewed(house: House, changes: Changes) -> None:
    root = RootKeys.load(house.root / "keys" / "root.key", PASSPHRASE, environment=EXERCISE)
    Renewal(house, root, house.now()).renew(changes, [], PASSPHRASE)


def backup(house: House, name: str) -> Path:
    if not house.database.exists():
        storage = NodeKeys.load(house.node_keys, PASSPHRASE, environment=EXERCISE).storage
        SqliteStore.open(house.database, storage).close()
    file = house.root.parent / name
    back_up_idle(house, PASSPHRASE, file, NOW)
    return file


def names(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


USUAL = {"node.key", "signer.key", "officers/north-one.key", "officers/north-two.key", "card.fbcard"}


@covers("RESTORE-011")
def test_a_copy_holds_what_a_restore_needs_and_no_root_keys(house: House, tmp_path: Path) -> None:
    copy_keys(house, tmp_path / "stick")
    assert names(tmp_path / "stick") == USUAL
    renewed(house, NEW_KEYS)
    copy_keys(house, tmp_path / "stick")
    waiting = {"next-node.key", "next-signer.key"}
    more = {"cards/0000000001.fbcard", "lines/south/ours/2"}
    assert names(tmp_path / "stick") == USUAL | waiting | more
    for each in waiting | USUAL - {"card.fbcard"}:
        assert (tmp_path / "stick" / each).read_bytes() == (house.root / "keys" / each).read_bytes()
    shutil.rmtree(house.root / "lines" / "south")
    store = SqliteStore.open(
        house.database, NodeKeys.load(house.node_keys, PASSPHRASE, environment=EXERCISE).storage
    )
    assert "new keys are in use" in bring_into_use(house, store, [])
    store.close()
    copy_keys(house, tmp_path / "stick")
    assert names(tmp_path / "stick") == USUAL | more, "those that waited have come into use"
    assert {each.stat().st_mode & 0o77 for each in (tmp_path / "stick").rglob("*") if each.is_file()} == {0}


@covers("RESTORE-011")
def test_a_copy_never_replaces_the_keys_of_another(house: House, tmp_path: Path) -> None:
    south = House.at(tmp_path / "south")
    copy_keys(south, tmp_path / "stick")
    shutil.copytree(south.root / "keys", tmp_path / "bare")
    before = {each: each.read_bytes() for each in tmp_path.rglob("*.key")}
    for place in ("stick", "bare", "north", "north/keys"):
        with pytest.raises(LocalError, match="FB429"):
            copy_keys(house, tmp_path / place)
    assert {each: each.read_bytes() for each in tmp_path.rglob("*.key")} == before


@covers("RESTORE-011")
def test_keys_from_a_stick_without_rights_can_be_used(house: House, tmp_path: Path) -> None:
    file = backup(house, "north.fbbackup")
    copy_keys(house, tmp_path / "stick")
    for each in (tmp_path / "stick").rglob("*.key"):
        each.chmod(0o755)
    facts = put_back(file, tmp_path / "again", tmp_path / "stick", PASSPHRASE)
    assert len(facts["open_keys"]) == 4
    assert {each.stat().st_mode & 0o77 for each in (tmp_path / "again").rglob("*") if each.is_file()} == {0}
    again = House.at(tmp_path / "again")
    OfficerKey.load(again.officer_key("north two"), PASSPHRASE, environment=EXERCISE)


@covers("RESTORE-009")
def test_keys_and_cards_of_different_days_are_told_before_there_is_a_folder(
    house: House, tmp_path: Path
) -> None:
    early = backup(house, "early")
    copy_keys(house, tmp_path / "old")
    renewed(house, replace(NEW_KEYS, at_once=True))
    late = backup(house, "late")
    shutil.copytree(house.root / "keys", tmp_path / "no cards")
    (tmp_path / "no cards" / "next-root.key").unlink()
    shutil.copytree(tmp_path / "old", tmp_path / "mixed")
    shutil.copy(house.node_keys, tmp_path / "mixed")
    shutil.copytree(tmp_path / "old", tmp_path / "foreign")
    shutil.copy(tmp_path / "south" / "card.fbcard", tmp_path / "foreign")
    for file, keys in ((late, "old"), (early, "no cards"), (early, "mixed"), (early, "foreign")):
        with pytest.raises(LocalError, match="FB428"):
            put_back(file, tmp_path / "again", tmp_path / keys, PASSPHRASE)
        assert not [each for each in tmp_path.iterdir() if "again" in each.name]


@covers("RESTORE-009")
@pytest.mark.parametrize("day", ["before", "after"])
def test_a_backup_of_any_day_opens_with_the_keys_of_today(house: House, tmp_path: Path, day: str) -> None:
    """Also when the keys were changed since, or new ones wait: then the cards come with the keys."""
    if day == "before":
        file = backup(house, "before")
        renewed(house, replace(NEW_KEYS, at_once=True))
    else:
        renewed(house, NEW_KEYS)
        file = backup(house, "after")
    copy_keys(house, tmp_path / "stick")
    put_back(file, tmp_path / "again", tmp_path / "stick", PASSPHRASE)
    again = House.at(tmp_path / "again")
    assert [each.card.serial for each in again.cards()] == [1, 2]
    assert again.waits() == (day == "after")
    assert (again.root / "lines/south/ours/2").exists()
    assert not [each for each in names(again.root) if "root" in each]

    async def work() -> None:
        async with running(again.root) as (node, client):
            assert (await client.ask("status"))["party"] == "North"
            wanted = again.cards()[0 if day == "after" else 1].card.log_key
            assert node.signer.key_id == key_id(wanted)

    played(work)
