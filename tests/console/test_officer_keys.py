"""The public half of an officer's key: from the browser to the next card."""

from pathlib import Path

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.keyring.keys import OfficerKey
from firebreak.keyring.officer_file import OfficerFile
from tests.console.access import ANA, code, door, played, roster


def test_a_key_waits_as_a_file_until_a_card_lists_it(tmp_path: Path) -> None:
    key = OfficerKey.generate(ANA)

    async def work() -> None:
        roster(tmp_path, "Bo Lind")
        async with door(tmp_path) as at:
            ana = at.logged_in(ANA, officer=ANA)
            answer = await ana.post("/api/officer-key", json={"key": key.public.hex()})
            assert answer.json()["officer"]["key"] == "waiting"
            (path,) = (tmp_path / "console" / "officers").iterdir()
            read = OfficerFile.parse(path.read_text(encoding="utf-8"))
            assert read == OfficerFile(ANA, key.public)
            roster(tmp_path, key)
            found = (await ana.get("/api/session")).json()["officer"]
            assert (found["key"], found["listed"], found["waiting"]) == ("listed", key.public.hex(), None)
            newer = OfficerKey.generate(ANA)  # another browser
            await ana.post("/api/officer-key", json={"key": newer.public.hex()})
            (path,) = (tmp_path / "console" / "officers").iterdir()  # the older file waits no more
            assert OfficerFile.parse(path.read_text(encoding="utf-8")).key == newer.public
            found = (await ana.get("/api/session")).json()["officer"]
            assert (found["key"], found["listed"], found["waiting"]) == (
                "waiting",
                key.public.hex(),
                newer.public.hex(),
            )

    played(work)


SMALL_ORDER = "01" + "00" * 31


def test_a_key_that_proves_nothing_or_is_in_use_does_not_wait(tmp_path: Path) -> None:
    bo = OfficerKey.generate("Bo Lind")

    async def work() -> None:
        roster(tmp_path, ANA, bo)
        async with door(tmp_path) as at:
            ana = at.logged_in(ANA, officer=ANA)
            assert code(await ana.post("/api/officer-key", json={"key": SMALL_ORDER})) == (422, "FB514")
            assert code(await ana.post("/api/officer-key", json={"key": bo.public.hex()})) == (409, "FB514")
            assert code(await ana.post("/api/officer-key", json={"key": "AB" * 32})) == (422, "FB506")
            assert code(await ana.post("/api/officer-key", json={"key": "ab" * 31})) == (422, "FB506")
            plain = at.logged_in("No Officer")
            key = OfficerKey.generate(ANA).public.hex()
            assert code(await plain.post("/api/officer-key", json={"key": key})) == (409, "FB514")

    played(work)


def test_a_file_may_be_written_as_name_and_digits_and_nothing_else() -> None:
    key = OfficerKey.generate("Ana = Vogt").public
    file = OfficerFile("Ana = Vogt", key)
    assert OfficerFile.parse(f"Ana = Vogt={key.hex()}") == OfficerFile.parse(file.to_bytes().decode()) == file
    for wrong in (
        "",
        "Ana Vogt",
        f"={key.hex()}",
        f"Ana={key.hex()[1:]}",
        f"Ana={SMALL_ORDER}",
        "\n\n",
    ):
        with pytest.raises(LocalError) as refused:
            OfficerFile.parse(wrong)
        assert refused.value.code == "FB515"


def test_the_fingerprint_is_the_beginning_of_the_hash_in_groups() -> None:
    file = OfficerFile(ANA, bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
    assert file.fingerprint == "21fe 31df a154 a261 626b f854"
    assert file.name == "ana-vogt-21fe.pub"
