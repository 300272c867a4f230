"""The verifier is what a doubter reads, so it leans on the core and on nothing else of ours."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.tidy.house import hold
from tools.tree import SOURCE, modules, place, syntax


def test_verify_imports_nothing_but_the_core_and_itself() -> None:
    single = SOURCE / "verify.py"
    files = [single] if single.exists() else modules(SOURCE / "verify")
    hold(
        f"{place(path)}: {name.rstrip('.')} is banned here, the verifier needs neither node nor network"
        for path in files
        for name in _imported(path)
        if name.startswith("firebreak.") and not name.startswith(("firebreak.core", "firebreak.verify"))
    )


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield f"{node.module}."
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
