"""After a restore the folder of a line holds an older agreement than the log, once that is given back."""

from pathlib import Path
from typing import cast

from firebreak.app.ceremony import Ceremony
from firebreak.app.house import House
from firebreak.app.lanes import newest_agreed, owed_drafts
from firebreak.app.signing import show_agreements
from firebreak.keyring.signer_client import SignerClient
from tests.api.running import played, running, until_open
from tests.plays.paired import copy_paired
from tests.witness.test_nodes import agree, until


class Shown:
    """What a signer was told."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def take_agreement(self, line: bytes, body: bytes) -> None:
        assert line
        self.bodies.append(body)


def test_an_agreement_of_the_backup_is_neither_signed_again_nor_shown_to_the_signer(tmp_path: Path) -> None:
    copy_paired(tmp_path)
    folder = tmp_path / "north"
    house = House.at(folder)

    async def start() -> None:
        async with running(folder) as (node, client), running(tmp_path / "south"):
            await until_open(client)
            line = node.lanes["south"].line
            wanted = Ceremony(house, "south").agreed()
            assert wanted is not None
            await until(lambda: line.machines.agreements.ours == wanted)
            if not older:
                return
            for path, data in older.items():
                path.write_bytes(data)
            assert Ceremony(house, "south").agreed() != wanted
            assert newest_agreed(house, "south", line) == wanted
            assert owed_drafts(house, node.configs["south"], line) == []
            signer = Shown()
            show_agreements(cast("SignerClient", signer), house, node.lanes, lambda _line, _text: None)
            assert signer.bodies == [wanted.to_bytes()]

    older: dict[Path, bytes] = {}
    agree(folder)
    played(start)
    files = [each for each in (folder / "lines" / "south").iterdir() if each.is_file()]
    older.update({each: each.read_bytes() for each in files})
    text = (folder / "firebreak.toml").read_text()
    (folder / "firebreak.toml").write_text(f"{text}\nring_seconds = 7\n")
    agree(folder)
    played(start)
