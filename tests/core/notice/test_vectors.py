"""The files of `vectors/notice` are judged as their headers say."""

from pathlib import Path

import pytest

from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.header import Span
from firebreak.core.envelope.kinds import Kind
from firebreak.core.line.registry import BODIES
from firebreak.core.notice.bodies import Notice
from firebreak.core.notice.lead import findings
from tests.core.notice.vectors import FOLDER, made
from tests.covering import covers

FILES = sorted(FOLDER.glob("*.txt"))


def read(path: Path) -> tuple[dict[str, str], bytes]:
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    pairs = (line.partition(":") for line in head.split("\n"))
    return {name: value.strip() for name, _, value in pairs}, bytes.fromhex(rest)


def test_the_files_are_what_this_version_writes() -> None:
    assert {f"{name}.txt": text for name, text in made()} == {
        each.name: each.read_text(encoding="utf-8") for each in FILES
    }


@covers("NOTICE-006", "NOTICE-015", "NOTICE-017")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_body_is_judged_as_its_header_says(path: Path) -> None:
    header, data = read(path)
    kind = BODIES[Kind(int(header["kind"]))]
    if header["expect"] == "counterpart error":
        with pytest.raises(CounterpartError):
            kind.from_bytes(data)
        return
    body = kind.from_bytes(data)
    assert body.to_bytes() == data
    if isinstance(body, Notice):
        written = int(header["written"])
        assert [each.code for each in findings(body, Span(written, written))] == header["findings"].split()
