"""Reading warnings: texts a second, and what becomes of the sample of real ones that lies beside the tree.

`python -m bench warnings` prints the shares of `../shared/data/navwarns-sample.jsonl.gz` where that file is
there, and reads the warnings of the tests otherwise.
"""

import gzip
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final

from bench.figures import Figure
from bench.scale import Scale
from firebreak.formats.detect import read_text
from firebreak.formats.parsed import Parsed

HERE: Final = Path(__file__).parents[1]
SAMPLE: Final = HERE.parent / "shared" / "data" / "navwarns-sample.jsonl.gz"
TRUTH: Final = HERE / "tests" / "formats" / "navwarn"
REFUSED: Final = {"unreadable", "too-long", "not-a-warning"}


async def figures(scale: Scale) -> list[Figure]:
    """Speed on one core, and shares."""
    rows = _rows()[: max(scale.entries, 20)]
    speeds = list[float]()
    found = list[Parsed]()
    for _ in scale.each_run("warnings"):
        before = time.process_time()
        found = [read_text(each["text"], each["dtg"] or "", each["id"]) for each in rows]
        speeds.append(len(rows) / (time.process_time() - before))
    return [
        Figure(name="warnings read, one core", values=tuple(speeds), unit="/s"),
        *_shares(found),
    ]


def _rows() -> list[dict[str, Any]]:
    if SAMPLE.exists():
        with gzip.open(SAMPLE, "rt", encoding="utf-8") as stream:
            return [row | {"text": row["body"]} for row in map(json.loads, stream)]
    files = sorted(TRUTH.glob("*.jsonl"))
    return [json.loads(line) for each in files for line in each.read_text("utf-8").splitlines()]


def _shares(found: list[Parsed]) -> list[Figure]:
    kinds = Counter(_kind(each) for each in found)
    names = ("without finding", "with findings", "refused")
    return [
        Figure(name=f"share of {len(found)} texts {name}", values=(100 * kinds[name] / len(found),), unit="%")
        for name in names
    ]


def _kind(found: Parsed) -> str:
    codes = {each.code for each in found.findings}
    if codes & REFUSED:
        return "refused"
    return "with findings" if codes else "without finding"
