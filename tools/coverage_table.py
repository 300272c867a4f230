"""Print I1 to I30 with the tests that cover each, and write the table to `docs/invariants.md`.

The statements come from `spec/invariants.md`, the tests from their `@covers` marks. `--check` writes nothing
and fails when the page is out of date.
"""

import re
import sys
from pathlib import Path
from typing import Final, NamedTuple

from tools.claims import claims
from tools.tree import ROOT

PAGE: Final = ROOT / "docs" / "invariants.md"
STATEMENTS: Final = ROOT / "spec" / "invariants.md"
STATEMENT: Final = re.compile(r"^\*\*(I\d+)\*\*( \(later\))? (.+)$", re.MULTILINE)

HEAD: Final = """\
# Invariants and their tests

Written by `make docs` from `spec/invariants.md` and from the `@covers` marks of the tests; do not edit.
A test listed here claims the invariant as far as Firebreak is built today, and a claim is not a proof:
read the test. *Not yet*: promised for this version, without a test. *Later*: the part it speaks of is
not built.

| | What always holds | Covered by |
| --- | --- | --- |
"""


class Invariant(NamedTuple):
    """One line of the table."""

    number: str
    later: bool
    text: str
    tests: list[str]

    @property
    def covered_by(self) -> str:
        """The tests, or in words that there are none."""
        return "<br>".join(f"`{test}`" for test in self.tests) or ("*later*" if self.later else "*not yet*")


def invariants() -> list[Invariant]:
    """All invariants of the spec, in their order, each with its tests."""
    claimed = claims()
    found = STATEMENT.findall(STATEMENTS.read_text(encoding="utf-8"))
    return [Invariant(number, bool(later), text, claimed.get(number, [])) for number, later, text in found]


def page(rows: list[Invariant]) -> str:
    """The whole text of `docs/invariants.md`."""
    covered = sum(bool(row.tests) for row in rows)
    table = "".join(f"| {row.number} | {row.text} | {row.covered_by} |\n" for row in rows)
    return f"{HEAD}{table}\n{covered} of {len(rows)} are claimed by at least one test.\n"


def main(arguments: list[str]) -> int:
    """Show the table; keep the page up to date, or with `--check` say whether it is."""
    rows = invariants()
    for row in rows:
        print(f"{row.number:4} {', '.join(row.tests) or row.covered_by.strip('*')}")
    if "--check" in arguments:
        return 0 if _read(PAGE) == page(rows) else 1
    PAGE.write_text(page(rows), encoding="utf-8")
    return 0


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
