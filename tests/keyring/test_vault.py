"""Key files: sealed, whole, for their owner alone."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.purposes import Environment
from firebreak.keyring import vault
from firebreak.keyring.vault import LIGHT, STANDARD, Cost, seal, unseal
from tests.covering import covers

SECRET = b"the seed of a key".ljust(32)
PASSPHRASE = "vier Wörter für niemand sonst"


def write(path: Path, passphrase: str = PASSPHRASE, *, again: bool = False) -> Path:
    seal(
        path,
        SECRET,
        passphrase,
        holds="root keys",
        environment=Environment.EXERCISE,
        cost=LIGHT,
        replace_old=again,
    )
    return path


def read(path: Path, passphrase: str = PASSPHRASE, holds: str = "root keys") -> bytes:
    return unseal(path, passphrase, holds=holds, environment=Environment.EXERCISE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sealed file."""
    return write(tmp_path / "root.key")


@covers("SIGNER-020")
def test_what_was_sealed_comes_back_and_cannot_be_read_in_the_file(path: Path) -> None:
    assert read(path) == SECRET
    assert SECRET[:8] not in path.read_bytes()


@covers("SIGNER-020", "I28")
def test_salt_and_nonce_are_new_each_time(tmp_path: Path) -> None:
    files = [vault._read(write(tmp_path / "root.key", again=True)) for _ in range(20)]
    assert len({file.salt for file in files}) == len({file.nonce for file in files}) == 20


@covers("SIGNER-020")
def test_a_passphrase_is_the_same_however_its_letters_are_put_together(path: Path) -> None:
    assert read(path, PASSPHRASE.replace("ö", "o\u0308").replace("ü", "u\u0308")) == SECRET


@covers("SIGNER-022")
def test_a_wrong_passphrase_is_refused(path: Path) -> None:
    with pytest.raises(LocalError, match="FB321: the passphrase does not open"):
        read(path, PASSPHRASE + " ")


@pytest.mark.parametrize("use", [write, read])
def test_an_empty_passphrase_is_refused(tmp_path: Path, use: object) -> None:
    assert callable(use)
    path = tmp_path / "root.key" if use is write else write(tmp_path / "root.key")
    with pytest.raises(LocalError, match="FB327"):
        use(path, "")


@covers("SIGNER-022")
def test_a_file_for_another_use_is_named_before_the_passphrase_is_tried(path: Path) -> None:
    with pytest.raises(
        LocalError, match=r"FB325: .* holds root keys for exercises, not keys of a node for ex"
    ):
        read(path, "wrong", holds="keys of a node")
    with pytest.raises(LocalError, match=r"FB325: .* not root keys for a real line"):
        unseal(path, PASSPHRASE, holds="root keys", environment=Environment.REAL)


@covers("SIGNER-022")
@pytest.mark.parametrize(
    "change",
    [
        {"holds": "keys of a node"},
        {"salt": bytes(16)},
        {"nonce": bytes(12)},
        {"passes": 2},
        {"memory_kib": 128},
        {"sealed": bytes(48)},
        {"extensions": ((40, b"more"),)},
    ],
    ids=str,
)
def test_nothing_in_the_file_can_be_changed_unnoticed(path: Path, change: dict[str, object]) -> None:
    path.write_bytes(replace(vault._read(path), **change).to_bytes())  # type: ignore[arg-type]
    with pytest.raises(LocalError, match=r"FB32[15]"):
        read(path)


@covers("SIGNER-022")
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not strict CBOR"),
        (b"-----BEGIN PRIVATE KEY-----", "not strict CBOR"),
        (b"\xa1\x00\x63abc", "version is missing"),
        (bytes(20_000), "more than 16384 bytes"),
    ],
)
def test_what_is_not_a_key_file_is_refused(path: Path, data: bytes, reason: str) -> None:
    path.write_bytes(data)
    with pytest.raises(LocalError, match=f"FB322: .*{reason}"):
        read(path)


@covers("SIGNER-022")
@pytest.mark.parametrize("change", [{"version": 2}, {"magic": "another program"}], ids=str)
def test_a_file_of_another_version_or_program_is_refused(path: Path, change: dict[str, object]) -> None:
    path.write_bytes(replace(vault._read(path), **change).to_bytes())  # type: ignore[arg-type]
    with pytest.raises(LocalError, match=r"FB322: .* this Firebreak knows 1"):
        read(path)


def test_a_file_cannot_ask_for_all_memory(path: Path) -> None:
    file = vault._read(path)
    data = path.read_bytes().replace(b"\x05\x18\x40", b"\x05\x1a\x7f\xff\xff\xff")  # 64 KiB -> 2 TiB
    assert data != path.read_bytes(), file.memory_kib
    path.write_bytes(data)
    with pytest.raises(LocalError, match=r"FB322: .*memory_kib"):
        read(path)


@covers("SIGNER-021")
@pytest.mark.parametrize(
    "cost", [LIGHT, replace(STANDARD, passes=2), replace(STANDARD, memory_kib=65_535)], ids=str
)
def test_keys_of_a_real_line_are_sealed_at_full_cost(tmp_path: Path, cost: Cost) -> None:
    with pytest.raises(LocalError, match="FB326"):
        seal(tmp_path / "a", SECRET, PASSPHRASE, holds="root keys", environment=Environment.REAL, cost=cost)
    assert not list(tmp_path.iterdir())


@covers("SIGNER-021")
def test_a_cheap_file_is_not_taken_for_a_real_line(path: Path) -> None:
    path.write_bytes(replace(vault._read(path), environment=Environment.REAL).to_bytes())
    with pytest.raises(LocalError, match="FB326"):
        unseal(path, PASSPHRASE, holds="root keys", environment=Environment.REAL)


@covers("SIGNER-020", "SIGNER-021")
def test_full_cost_is_the_default_and_works(tmp_path: Path) -> None:
    path = tmp_path / "root.key"
    seal(path, SECRET, PASSPHRASE, holds="root keys", environment=Environment.REAL)
    assert vault._read(path).cost == STANDARD
    assert unseal(path, PASSPHRASE, holds="root keys", environment=Environment.REAL) == SECRET


@covers("SIGNER-023")
def test_the_file_is_for_its_owner_alone_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        write(tmp_path / "root.key")
        write(tmp_path / "root.key", again=True)
    finally:
        os.umask(old)
    assert [stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()] == [0o600]


@covers("SIGNER-023")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_file_that_others_can_read_is_refused(path: Path, mode: int) -> None:
    path.chmod(mode)
    with pytest.raises(LocalError, match=rf"FB324: .*\(mode {mode:03o}\)"):
        read(path)


@covers("SIGNER-023")
def test_a_key_file_is_replaced_only_on_request(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(LocalError, match="FB323"):
        write(path, "another one")
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["root.key"]
    assert read(write(path, "another one", again=True), "another one") == SECRET


@covers("SIGNER-023")
def test_a_write_that_breaks_off_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_space(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(LocalError, match=r"FB320: .*No space left"):
        write(path, "another one", again=True)
    assert read(path) == SECRET
    assert [each.name for each in path.parent.iterdir()] == ["root.key"]


def test_a_missing_file_or_folder_is_named(tmp_path: Path) -> None:
    for use in (read, write):
        with pytest.raises(LocalError, match=r"FB320: .*nowhere.*No such file"):
            use(tmp_path / "nowhere" / "root.key")
