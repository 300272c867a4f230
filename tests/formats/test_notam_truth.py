"""NOTAM whose reading was written down by hand: the fields of real ones, and every common form of field D.

Windows of null are times that no list holds (the sun, holidays): there a finding is what counts.
"""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from firebreak.formats.detect import read_text
from tests.formats.navwarn.truth import same

ROWS: Final[list[dict[str, Any]]] = [
    json.loads(line) for line in (Path(__file__).parent / "notam.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=[each["id"] for each in ROWS])
def test_a_notam_is_read_as_a_person_reads_it(row: dict[str, Any]) -> None:
    found = json.loads(json.dumps(read_text(row["text"]).as_json()))
    wrong = {
        name: (found[name], said)
        for name, said in row["truth"].items()
        if said is not None and not same(found[name], said)
    }
    assert wrong == {}
    assert bool(found["findings"]) >= row["asked"]
