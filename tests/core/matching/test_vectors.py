"""The files of `vectors/private-matching` are judged as their headers say."""

from pathlib import Path
from typing import cast

import pytest

from firebreak.core.base.cbor import decode
from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.kinds import Kind
from firebreak.core.line.registry import BODIES
from firebreak.core.matching.commitment import commit
from tests.core.matching.vectors import FOLDER, made
from tests.core.notice.test_vectors import read
from tests.covering import covers

FILES = sorted(FOLDER.glob("*.txt"))


def test_the_files_are_what_this_version_writes() -> None:
    assert {f"{name}.txt": text for name, text in made()} == {
        each.name: each.read_text(encoding="utf-8") for each in FILES
    }


@covers("MATCHING-002", "MATCHING-010")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_judged_as_its_header_says(path: Path) -> None:
    header, data = read(path)
    if "commitment" in header:
        name, salt = bytes.fromhex(header["matching"]), bytes.fromhex(header["salt"])
        items = cast("list[bytes]", decode(data))
        for listed in (items, items[::-1]):
            found = commit(name, salt, listed, proposer=header["proposer"] == "true")
            assert found.hex() == header["commitment"]
        return
    kind = BODIES[Kind(int(header["kind"]))]
    if header["expect"] == "counterpart error":
        with pytest.raises(CounterpartError):
            kind.from_bytes(data)
        return
    assert kind.from_bytes(data).to_bytes() == data
