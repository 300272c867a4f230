"""The vectors of phrases: what is on the wire reads as the file says, in every language."""

from pathlib import Path

import pytest

from firebreak.catalogue import phrase_book
from firebreak.core.phrase.rendering import render
from firebreak.core.phrase.use import PhraseUse
from firebreak.core.phrase.wording import LANGUAGES
from tests.core.phrase.vectors import CASES, FOLDER, text
from tests.covering import covers


@covers("PHRASE-006", "PHRASE-015", "PHRASE-016", "PHRASE-017", "PHRASE-022", "PHRASE-024")
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_the_bytes_read_as_the_file_says(path: Path) -> None:
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = [(name, value) for name, _, value in (line.partition(": ") for line in head.split("\n"))]
    findings = [value for name, value in fields if name == "finding"]
    use = PhraseUse.from_bytes(bytes.fromhex(body))
    for language in LANGUAGES:
        reading = render(phrase_book(), use, language)
        assert reading.text == dict(fields)[language]
        assert [each.code for each in reading.findings] == findings


def test_the_files_are_those_of_this_book() -> None:
    for name, case in CASES.items():
        written = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
        assert written == text(case), "write them anew: python -m tests.core.phrase.vectors"
    assert {each.stem for each in FOLDER.glob("*.txt")} == set(CASES)
