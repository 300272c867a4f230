"""Every file of `vectors/bundle` is judged as its header says, today and in every later version."""

import io
from pathlib import Path

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.card import read_signed_card
from firebreak.verify import verify_bundle, verify_proof
from tests.covering import covers
from tests.verify.proof_vectors import FOLDER as PROOFS
from tests.verify.vectors import FOLDER


def read(path: Path) -> tuple[dict[str, str], bytes]:
    head, _, data = path.read_text(encoding="utf-8").partition("\n\n")
    fields = (line.partition(":") for line in head.split("\n"))
    return {key: value.strip() for key, _, value in fields}, bytes.fromhex(data)


@covers("BUNDLE-001", "BUNDLE-016", "BUNDLE-020", "I26")
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_the_file_is_judged_as_its_header_says(path: Path) -> None:
    header, data = read(path)
    if header["expect"] == "local error":
        with pytest.raises(LocalError) as caught:
            verify_bundle(io.BytesIO(data))
        assert caught.value.code == header["code"]
        return
    report = verify_bundle(io.BytesIO(data))
    assert sorted(each.code for each in report.findings) == sorted(header["findings"].split())
    assert [each.entries for each in report.parties] == [int(each) for each in header["entries"].split()]


@covers("PROOF-011")
@pytest.mark.parametrize("path", sorted(PROOFS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_proof_is_judged_as_its_header_says(path: Path) -> None:
    head, proof, *cards = path.read_text(encoding="utf-8").split("\n\n")
    header = dict(line.split(": ", 1) for line in head.split("\n") if ": " in line)
    data = bytes.fromhex(proof)
    if header["expect"] == "local error":
        with pytest.raises(LocalError) as caught:
            verify_proof(data)
        assert caught.value.code == header["code"]
        return
    report = verify_proof(data, [read_signed_card(bytes.fromhex(each)) for each in cards])
    assert sorted(each.code for each in report.findings) == sorted(header.get("findings", "").split())
    assert ("key-unconfirmed" in {each.code for each in report.remarks}) is not bool(cards)


def test_there_are_vectors() -> None:
    assert len(list(FOLDER.glob("*.txt"))) >= 40
    assert len(list(PROOFS.glob("*.txt"))) >= 6
