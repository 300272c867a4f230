"""The core is pure. What an import contract cannot see, such as `open(`, is looked for here."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.tidy.house import hold
from tools.tree import SOURCE, modules, place, syntax

INSTEAD: Final = {
    "open": "let the shell read the file and pass its bytes in",
    "print": "return an Event; the shell shows it",
    "input": "take the answer as an argument of a command",
    "eval": "decode with firebreak.core.base.cbor and check the shape",
    "exec": "decode with firebreak.core.base.cbor and check the shape",
    "__import__": "import at the top, so that the layers can be checked",
    "breakpoint": "write a test",
    "hash": "use the entry's hash: the built-in one differs from process to process",
    "id": "compare values: an address differs from process to process",
    "datetime.now": "use the now argument",
    "datetime.utcnow": "use the now argument",
    "datetime.today": "use the now argument",
    "date.today": "use the now argument",
}


def test_the_core_calls_nothing_that_is_banned_there() -> None:
    hold(breach for path in modules(SOURCE / "core") for breach in banned_calls(path))


def test_a_banned_call_is_named_with_its_place_and_its_replacement(tmp_path: Path) -> None:
    module = tmp_path / "call.py"
    module.write_text("import datetime\n\nSTART = datetime.datetime.now(datetime.UTC)\nopen('x')\n")
    assert [breach.partition(":")[2] for breach in banned_calls(module, shown="core/call.py")] == [
        "3: datetime.now( is banned here, use the now argument",
        "4: open( is banned here, let the shell read the file and pass its bytes in",
    ]


def banned_calls(path: Path, shown: str = "") -> Iterator[str]:
    """One line for each banned call of a module."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Call):
            name = _last_two(ast.unparse(node.func))
            if name in INSTEAD:
                where = f"{shown}:{node.lineno}" if shown else place(path, node.lineno)
                yield f"{where}: {name}( is banned here, {INSTEAD[name]}"


def _last_two(name: str) -> str:
    """`datetime.now` for `datetime.datetime.now`; a method of any other object is not meant."""
    return ".".join(name.split(".")[-2:])
