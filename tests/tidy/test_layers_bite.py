"""The import contracts are only worth something if they fail on a breach; so one is made."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.tree import ROOT

BREACHES = [
    pytest.param("layers", "core/base/breach.py", "firebreak.cli", id="core to command line"),
    pytest.param("core-layers", "core/base/breach.py", "firebreak.core.line", id="base to line"),
    pytest.param("core-layers", "core/call/breach.py", "firebreak.core.message", id="between neighbours"),
    pytest.param("core-pure", "core/line/breach.py", "time", id="core to clock"),
    pytest.param("core-pure", "core/line/breach.py", "asyncio", id="core to event loop"),
    pytest.param("verify-alone", "verify/breach.py", "firebreak.core.line", id="verifier to line"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package and its contracts, to be spoilt."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(("contract", "file", "imported"), BREACHES)
def test_a_breach_is_found(copy: Path, contract: str, file: str, imported: str) -> None:
    (copy / "src" / "firebreak" / file).write_text(f"import {imported}\n")
    importer = f"firebreak.{file.removesuffix('.py').replace('/', '.')}"
    checked = lint(copy, contract)
    assert checked.returncode == 1
    assert f"{importer} -> {imported}" in checked.stdout, checked.stdout


@pytest.mark.parametrize(("contract", "folder"), [("layers", ""), ("core-layers", "core")])
def test_a_place_nobody_drew_is_found(copy: Path, contract: str, folder: str) -> None:
    package = copy / "src" / "firebreak" / folder / "attic"
    package.mkdir()
    (package / "__init__.py").write_text("")
    checked = lint(copy, contract)
    assert checked.returncode == 1
    assert "attic" in checked.stdout, checked.stdout


def lint(tree: Path, contract: str) -> subprocess.CompletedProcess[str]:
    """Run one contract on a tree, which goes before the installed package."""
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache", "--no-logo", "--contract", contract],
        cwd=tree,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tree / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
