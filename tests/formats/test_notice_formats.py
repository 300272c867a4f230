"""The page on formats says what the program does."""

import re
from pathlib import Path

import pytest

from firebreak.core.geo.area import AreaKind
from firebreak.formats import files
from firebreak.formats.bounds import DEPTH_MAX, DRAFTS_MAX, POSITIONS_MAX, SOURCE_BYTES_MAX
from firebreak.formats.cot.protobuf import MESSAGE_BYTES_MAX
from firebreak.formats.drafts import CODES, LOSSES
from firebreak.formats.whiteflag.fields import BYTES_MAX

PAGE = (Path(__file__).parents[2] / "docs" / "notice-formats.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL))


def listed(title: str) -> set[str]:
    section = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    (found,) = [each for each in section if each.startswith(title)]
    return set(re.findall(r"^\| `([\w-]+)`", found, re.MULTILINE))


def test_every_format_has_its_row_and_an_example() -> None:
    assert listed("What goes in and out") == set(files.READERS)
    assert set(EXAMPLES) == set(files.READERS) - {"text"}


@pytest.mark.parametrize("kind", sorted(EXAMPLES))
def test_an_example_is_recognised_and_read_without_a_finding(kind: str) -> None:
    data = EXAMPLES[kind].encode()
    assert files.recognised(data) == kind
    for draft in files.read(data):
        assert draft.area.kind is not AreaKind.NONE
        assert not draft.findings


def test_every_finding_and_every_loss_is_explained() -> None:
    assert listed("Findings") == CODES
    assert listed("Losses") == LOSSES


def test_the_bounds_are_those_of_the_program() -> None:
    bounds = PAGE.split("## Bounds")[1].split("##")[0]
    for value in (POSITIONS_MAX, DRAFTS_MAX, BYTES_MAX):
        assert f"{value:,}" in bounds
    assert f"{SOURCE_BYTES_MAX >> 20} MiB" in bounds
    assert f"{DEPTH_MAX} deep" in bounds
    assert f"{MESSAGE_BYTES_MAX >> 10} KiB" in bounds
