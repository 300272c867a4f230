"""Every file of `vectors/checkpoint` is judged as its header says (`spec/checkpoint.md` explains them)."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment
from firebreak.core.record.checkpoint import (
    SignedCheckpoint,
    verify_ed25519_signature,
    verify_mldsa65_signature,
)
from firebreak.core.record.cosignature import find_cosignature, verify_cosignature
from tests.covering import covers

FOLDER = Path(__file__).parents[3] / "vectors" / "checkpoint"
ENVIRONMENTS = {"real": Environment.REAL, "exercise": Environment.EXERCISE}


@dataclass(frozen=True)
class Vector:
    header: list[tuple[str, str]]
    data: bytes

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.header if key == name]

    def value(self, name: str) -> str:
        (value,) = self.values(name)
        return value


def read(path: Path) -> Vector:
    head, _, data = path.read_bytes().partition(b"\n\n")
    fields = [line.partition(": ") for line in head.decode().split("\n")]
    return Vector([(key, value) for key, _, value in fields], data)


def signatures_hold(signed: SignedCheckpoint, vector: Vector) -> bool:
    good = [verify_ed25519_signature(signed, bytes.fromhex(key)) for key in vector.values("ed25519")]
    for key in vector.values("mldsa65"):
        environment = ENVIRONMENTS[vector.value("environment")]
        good.append(verify_mldsa65_signature(signed, bytes.fromhex(key), environment))
    for line in vector.values("cosigner"):
        name, key, seconds = line.split(" ")
        found = find_cosignature(signed, name, bytes.fromhex(key))
        assert found is not None
        assert found.seconds == int(seconds)
        good.append(verify_cosignature(signed.checkpoint, found, bytes.fromhex(key)))
    assert good, "the file names no key"
    return all(good)


@covers("CHECKPOINT-005", "CHECKPOINT-007", "CHECKPOINT-008", "CHECKPOINT-010", "CHECKPOINT-012")
@covers("CHECKPOINT-013", "CHECKPOINT-014", "CHECKPOINT-016", "CHECKPOINT-017", "CHECKPOINT-018", "I12")
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_the_file_is_judged_as_its_header_says(path: Path) -> None:
    vector = read(path)
    if vector.value("expect") == "ok":
        signed = SignedCheckpoint.parse(vector.data)
        assert signed.render() == vector.data
        assert signatures_hold(signed, vector)
    elif vector.value("code") == "none":
        assert not signatures_hold(SignedCheckpoint.parse(vector.data), vector)
    else:
        with pytest.raises(CounterpartError) as caught:
            signatures_hold(SignedCheckpoint.parse(vector.data), vector)
        assert caught.value.code == vector.value("code")
