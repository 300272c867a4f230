"""Nothing that is run reads code from the current folder, or from where a variable points the signer."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from firebreak.keyring import confinement
from firebreak.keyring.signer_client import SignerClient
from tests.conformance.signer.making import PASSPHRASE, key_file
from tests.conformance.signer.test_releasing import REAL
from tests.covering import covers
from tests.records import a_lively_record

NAMES = (
    "resource",
    "ctypes",
    "signal",
    "struct",
    "hashlib",
    "multiprocessing",
    "nacl",
    "cryptography",
    "cbor2",
)
FIREBREAK = Path(sys.executable).with_name("firebreak")


@pytest.fixture
def planted(tmp_path: Path) -> Iterator[Path]:
    """A folder with modules that leave a mark when anybody imports them."""
    for name in (*NAMES, "sitecustomize", "firebreak"):
        (tmp_path / name).mkdir()
        mark = f"open({str(tmp_path / 'marks')!r}, 'a').write({name!r} + ' ')\n"
        (tmp_path / name / "__init__.py").write_text(mark)
    yield tmp_path
    marks = tmp_path / "marks"
    assert not marks.exists(), f"code of the folder was run: {marks.read_text()}"


@covers("SIGNER-043", "SIGNER-045")
def test_a_signer_runs_no_code_of_the_current_folder(planted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(planted)
    monkeypatch.setenv("PYTHONPATH", str(planted))
    monkeypatch.setenv("PYTHONSTARTUP", str(planted / "resource" / "__init__.py"))
    monkeypatch.setenv("LD_LIBRARY_PATH", str(planted))
    client = SignerClient.spawn()
    try:
        client.begin(key_file(REAL), PASSPHRASE, REAL)
        said = Path(f"/proc/{client.process.pid}/environ").read_bytes()
        assert Path(f"/proc/{client.process.pid}/cwd").readlink() == Path("/")
    finally:
        client.close()
    assert b"PYTHON" not in said
    assert b"LD_" not in said


@covers("SIGNER-045")
def test_the_command_runs_no_code_of_the_current_folder(planted: Path) -> None:
    bundle = planted / "north.fbundle"
    bundle.write_bytes(a_lively_record().bundle())
    for arguments in (["doctor"], ["verify", str(bundle), "--jobs", "2"]):
        done = subprocess.run(
            [FIREBREAK, *arguments],
            cwd=planted,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr


@covers("SIGNER-045")
def test_a_signer_runs_the_code_of_its_node(tmp_path: Path) -> None:
    """Also where the node found its package by a variable that the signer is not told."""
    source = Path(confinement.__file__).parents[1]
    shutil.copytree(source, tmp_path / "firebreak", ignore=shutil.ignore_patterns("__pycache__"))
    changed = tmp_path / "firebreak" / "keyring" / "confinement.py"
    changed.write_text(changed.read_text().replace("no new files", "a copy with no new files"))
    done = subprocess.run(
        [sys.executable, "-c", "from firebreak.keyring.signer_client import *; print(confinement())"],
        cwd="/",
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "a copy with no new files" in done.stdout
