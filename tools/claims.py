"""Which test claims which number: read from the `@covers(...)` marks in `tests/`, without running them."""

import ast
import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from tools.tree import ROOT, modules, syntax

Claims: TypeAlias = dict[str, list[str]]
"A number of the spec or of an invariant -> the tests that claim it, as `tests/file.py::name`."

SENTENCE: Final = re.compile(r"\*\*([A-Z]+-\d{3})\*\*")
INVARIANT: Final = re.compile(r"I([1-9]|[12]\d|30)")

_Marked: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def claims() -> Claims:
    """All claims of all tests, in the order of the files."""
    found: Claims = {}
    for path in modules(ROOT / "tests"):
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(syntax(path)):
            if isinstance(node, _Marked):
                for number in _numbers(node):
                    found.setdefault(number, []).append(f"{name}::{node.name}")
    return found


def sentences() -> dict[str, str]:
    """Every number the spec gives away, and the file that gives it. A number is given once."""
    given: dict[str, str] = {}
    for path in sorted(
        (ROOT / "spec").glob("[a-z]*.md")
    ):  # README.md shows how a number looks, it gives none
        for number in SENTENCE.findall(path.read_text(encoding="utf-8")):
            assert number not in given, f"{number} stands in {given[number]} and again in {path.name}"
            given[number] = path.name
    return given


def _numbers(node: _Marked) -> Iterator[str]:
    for mark in node.decorator_list:
        if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "covers":
            for argument in mark.args:
                assert isinstance(argument, ast.Constant), "covers() takes plain strings"
                yield str(argument.value)
