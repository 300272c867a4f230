"""Warnings read by hand, and how the reader does on them.

`tuned.jsonl` was read while the reader was written. The `heldout` files were drawn from the rest of the
sample, read before anything was changed for them, and scored once; `elsewhere` and `elsewhere-second` are of
other coordinators, years and series than the sample. docs/notices-parsing.md has those first figures.
Afterwards the reader was mended with them too, so the shares here are no longer of unseen texts.
A shape of "mixed" is one that the output cannot hold: areas beside lines without a width, or garbled text.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from firebreak.formats.detect import read_text

HERE: Final = Path(__file__).parent
FILES: Final = (
    "tuned", "heldout-first", "heldout-second", "heldout-third", "heldout-fourth", "heldout-fifth",
    "heldout-sixth", "heldout-seventh", "elsewhere", "elsewhere-second",
)  # fmt: skip
MAIN: Final = ("positions_lat_lon", "shape", "windows")
MINOR: Final = ("radius_m", "berth_m", "cancel_time", "cancels")
NEAR: Final = 2e-6  # degrees: 20 cm, a rounding of the third decimal of a minute


@dataclass(frozen=True)
class Score:
    """One warning."""

    name: str
    wrong: tuple[str, ...]
    findings: tuple[str, ...]

    @property
    def right(self) -> bool:
        return not set(self.wrong) & set(MAIN)

    @property
    def silent(self) -> bool:
        """Wrong in anything, and nobody is told."""
        return bool(self.wrong) and not self.findings


def scores(file: str) -> list[Score]:
    """All warnings of a file."""
    return [_score(json.loads(line)) for line in (HERE / f"{file}.jsonl").read_text("utf-8").splitlines()]


def _score(row: dict[str, Any]) -> Score:
    found = cast(
        "dict[str, Any]",
        json.loads(json.dumps(read_text(row["text"], row["dtg"] or "", row["id"]).as_json())),
    )
    truth = row["truth"]
    wrong = tuple(each for each in MAIN + MINOR if not same(found[each], truth[each]))
    return Score(row["id"], wrong, tuple(each["code"] for each in found["findings"]))


def same(found: Any, truth: Any) -> bool:
    if isinstance(found, list) and isinstance(truth, list):
        pairs = zip(cast("list[Any]", found), cast("list[Any]", truth), strict=False)
        return len(cast("list[Any]", found)) == len(cast("list[Any]", truth)) and all(
            same(*each) for each in pairs
        )
    if isinstance(found, float) and isinstance(truth, float | int):
        return abs(found - truth) < NEAR
    return found == truth
