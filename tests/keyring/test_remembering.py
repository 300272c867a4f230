"""What a signer believed it believes at its next start too; what it forgot or cannot read it says."""

import os
import shutil
from pathlib import Path

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.header import key_id
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.signer import RefusedToSign
from firebreak.keyring.remembering import PLACE_BYTES, Agreed, Believed, Remembering
from tests.conformance.signer.making import KEYS, LINES, begun, key_file
from tests.conformance.signer.test_releasing import (
    AGREEMENT,
    FLASH,
    FLASHES,
    LINE,
    PARTY,
    REAL,
    body,
    signs,
    takeover,
)
from tests.covering import covers

EXERCISE = Environment.EXERCISE
KEY_ID_BYTES = 8


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """A signer's key file of a real line."""
    return Path(shutil.copy(key_file(REAL), tmp_path / "signer.key"))


@covers("SIGNER-055")
def test_an_older_card_or_agreement_is_refused_also_after_a_restart(keys: Path) -> None:
    with begun(keys, REAL) as signer:
        assert "no earlier card remembered" in signer.told
        signer.take_card(PARTY.signed(serial=5).to_bytes())
        signer.take_agreement(LINE, body(Kind.LINE_AGREE, FLASHES, "Vogt", "Reis", time=6))
    with begun(keys, REAL) as signer:
        assert "card 5 remembered" in signer.told
        with pytest.raises(RefusedToSign, match="older than card 5"):
            signer.take_card(PARTY.signed(serial=4).to_bytes())
        with pytest.raises(RefusedToSign, match="no card of ours was shown"):
            signer.take_agreement(LINE, body(Kind.LINE_AGREE, AGREEMENT, "Vogt", "Reis", time=7))
        signer.take_card(PARTY.signed(serial=5).to_bytes())
        flash = {"precedence": Precedence.FLASH}
        assert not signs(signer, Kind.MESSAGE, body(Kind.MESSAGE, FLASH), **flash)  # type: ignore[arg-type]
        with pytest.raises(RefusedToSign, match="signed before"):
            signer.take_agreement(LINE, body(Kind.LINE_AGREE, AGREEMENT, "Vogt", "Reis", time=5))
        signer.take_card(takeover(serial=6).to_bytes())
    with begun(keys, REAL) as signer, pytest.raises(RefusedToSign, match="our own root keys"):
        signer.take_card(PARTY.signed(serial=7).to_bytes())
    assert not [each for each in keys.parent.iterdir() if each.suffix not in {".key", ".state"}]
    assert keys.with_suffix(".state").stat().st_mode & 0o777 == 0o600


@covers("SIGNER-055")
def test_a_signer_that_lost_its_memory_says_so_and_begins_anew(keys: Path) -> None:
    with begun(keys, REAL) as signer:
        signer.take_card(PARTY.signed(serial=5).to_bytes())
    keys.with_suffix(".state").unlink()
    with begun(keys, REAL) as signer:
        assert "no earlier card remembered" in signer.told
        signer.take_card(PARTY.signed(serial=4).to_bytes())


@covers("SIGNER-055")
def test_a_memory_that_was_changed_is_not_believed(keys: Path) -> None:
    state = keys.with_suffix(".state")
    with begun(keys, REAL) as signer:
        signer.take_card(PARTY.signed(serial=5).to_bytes())
    data = state.read_bytes()
    bent = data.replace(b"\x05\x80", b"\x04\x80")
    assert bent != data
    state.write_bytes(bent)
    with pytest.raises(LocalError, match=r"FB470.*signer\.state"), begun(keys, REAL):
        pass


def memory(path: Path) -> Remembering:
    return Remembering(path, key_id(KEYS.log_public), KEYS.log, EXERCISE)


def believed(serial: int) -> Believed:
    kinds = frozenset({Kind.MESSAGE, Kind.CARD})
    return Believed(b"r" * 32, b"f" * 32, serial, {LINES[0]: Agreed(serial, bytes(32), kinds)})


@covers("SIGNER-055")
def test_a_power_cut_leaves_the_last_memory_or_the_one_before(tmp_path: Path) -> None:
    """Whatever of the last write reached the disk."""
    path = tmp_path / "signer.state"
    for serial in range(1, 6):
        before = path.read_bytes().ljust(2 * PLACE_BYTES, b"\0") if path.exists() else b""
        memory(path).keep(believed(serial))
        after = path.read_bytes().ljust(2 * PLACE_BYTES, b"\0")
        assert memory(path).held == believed(serial)
        place = PLACE_BYTES * (serial % 2)
        for cut in range(place, place + 300, 7) if before else ():
            path.write_bytes(before[:place] + after[place:cut] + before[cut:])
            assert memory(path).held in (believed(serial - 1), believed(serial))
        path.write_bytes(after)


@covers("SIGNER-055")
@pytest.mark.parametrize("former", [False, True], ids=["a new file", "a file of the key before"])
def test_a_power_cut_in_the_first_write_leaves_a_signer_that_begins_anew(
    tmp_path: Path, former: bool
) -> None:
    path = tmp_path / "signer.state"
    if former:
        for serial in (1, 2):
            Remembering(path, b"the-last", bytes(32), EXERCISE).keep(believed(serial))
    before = (path.read_bytes() if former else b"").ljust(2 * PLACE_BYTES, b"\0")
    memory(path).keep(believed(3))
    after = path.read_bytes().ljust(2 * PLACE_BYTES, b"\0")
    size = len(after[PLACE_BYTES:].rstrip(b"\0"))
    for cut in range(0, size + 1, 3):  # of the first place that is written, and then of the other
        path.write_bytes(before[:PLACE_BYTES] + after[PLACE_BYTES:][:cut] + before[PLACE_BYTES + cut :])
        found = memory(path)
        assert found.held in (None, believed(3))
        assert found.cut_short == (found.held is None and cut >= KEY_ID_BYTES)
        path.write_bytes(after[:cut] + before[cut:PLACE_BYTES] + after[PLACE_BYTES:])
        assert memory(path).held == believed(3)


@covers("SIGNER-055")
def test_a_signer_whose_first_write_was_cut_short_says_so_and_begins_anew(keys: Path) -> None:
    with begun(keys, REAL) as signer:
        signer.take_card(PARTY.signed(serial=5).to_bytes())
    state = keys.with_suffix(".state")
    state.write_bytes(bytes(PLACE_BYTES) + state.read_bytes()[PLACE_BYTES:][:60])
    with begun(keys, REAL) as signer:
        assert "no earlier card remembered, the first write was cut short" in signer.told
        signer.take_card(PARTY.signed(serial=4).to_bytes())
    with begun(keys, REAL) as signer:
        assert "card 4 remembered" in signer.told


@covers("SIGNER-055")
def test_the_memory_of_another_key_is_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "signer.state"
    memory(path).keep(believed(3))
    assert Remembering(path, b"another!", bytes(32), EXERCISE).held is None
    with pytest.raises(LocalError, match="FB470"):
        Remembering(path, key_id(KEYS.log_public), KEYS.log, REAL)


def test_what_cannot_be_kept_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(28, "No space left on device")

    def cut(_file: int, data: bytes, _at: int) -> int:
        return len(data) - 1

    kept = memory(tmp_path / "signer.state")
    monkeypatch.setattr(os, "pwrite", fail)
    with pytest.raises(RefusedToSign, match="No space left"):
        kept.keep(believed(3))
    monkeypatch.setattr(os, "pwrite", cut)
    with pytest.raises(RefusedToSign, match="were written"):
        kept.keep(believed(3))
    many = {bytes([each // 256, each % 256]) * 16: Agreed(1, bytes(32), frozenset()) for each in range(2_000)}
    with pytest.raises(RefusedToSign, match="more lines"):
        kept.keep(Believed(bytes(32), agreed=many))
