"""What lies in the tree, for the house rules: tracked files, modules and their syntax."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
SOURCE: Final = ROOT / "src" / "firebreak"


def tracked() -> list[Path]:
    """Every file under version control that is still there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    paths = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return [path for path in paths if path.is_file()]


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The numbered lines of a text file; nothing for a file that is not text."""
    try:
        yield from enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    except UnicodeDecodeError:
        return


def modules(folder: Path) -> list[Path]:
    """The Python files below a folder, in a stable order."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


@cache
def syntax(path: Path) -> ast.Module:
    """A module, parsed once."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, line: int | None = None) -> str:
    """`core/call.py:12`: where to look, from the package for source, from the root for the rest."""
    base = SOURCE if path.is_relative_to(SOURCE) else ROOT
    shown = path.relative_to(base).as_posix()
    return shown if line is None else f"{shown}:{line}"
