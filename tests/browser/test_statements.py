"""Statements in `vectors/entry`: what a browser has to sign, byte for byte, and what it must refuse."""

from pathlib import Path

import pytest

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import StatedBody, verifies
from firebreak.core.line.registry import BODIES
from tests.browser.statements import FOLDER, made, read

FILES = sorted(FOLDER.glob("*.txt"))
RIGHT = [each for each in FILES if each.name.startswith("statement-")]
WRONG = [each for each in FILES if each.name.startswith("body-")]


def test_the_vectors_are_what_this_version_writes() -> None:
    assert {f"{name}.txt": text for name, text in made()} == {
        each.name: each.read_text(encoding="utf-8") for each in FILES
    }


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: path.stem)
def test_a_statement_of_the_vectors_verifies_on_its_line_only(path: Path) -> None:
    header, body = read(path)
    stated = BODIES[Kind(int(header["kind"]))].from_bytes(bytes.fromhex(header["stated"]))
    assert isinstance(stated, StatedBody)
    assert stated.statement is not None
    key, line = bytes.fromhex(header["key"]), bytes.fromhex(header["line"])
    environment = Environment(int(header["environment"]))
    assert verifies(stated.statement, key, environment, line)
    assert not verifies(stated.statement, key, environment, bytes(32))
    assert stated.statement.detail == stated.detail() == type(stated).from_bytes(body).detail()


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path.stem)
def test_a_body_that_must_not_be_signed_is_refused_here_too(path: Path) -> None:
    header, body = read(path)
    with pytest.raises(CounterpartError):
        BODIES[Kind(int(header["kind"]))].from_bytes(body)
