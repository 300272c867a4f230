"""The duty officer's guide has one shape in both languages, and shows every picture there is and no other."""

import re
from pathlib import Path
from typing import Final

import pytest

from tools.pictures import FOLDER, GUIDES, NAMED, named
from tools.tree import ROOT

SHAPE: Final = re.compile(r"^(#+ |\d\. |- |!\[|\| )", re.MULTILINE)
WORDS: Final = ROOT / "console/src/words"
PICTURE_BYTES_MAX: Final = 64_000
ALL_BYTES_MAX: Final = 2_000_000  # what a clone has to carry for them
LABEL: Final = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")


def text(guide: Path) -> str:
    return guide.read_text(encoding="utf-8")


def test_both_guides_have_the_same_headings_lists_tables_and_pictures_in_the_same_order() -> None:
    english, german = (SHAPE.findall(text(guide)) for guide in GUIDES)
    assert english == german
    assert english.count("## ") > 10


def test_both_guides_show_the_same_screens() -> None:
    english, german = ([name.split("-")[0] for name in NAMED.findall(text(guide))] for guide in GUIDES)
    assert english == german


def test_every_picture_named_exists_and_every_picture_is_named() -> None:
    assert [each.stem for each in sorted(FOLDER.glob("*.png"))] == named(), "docs/pictures: say make pictures"


def test_the_pictures_show_every_palette_and_language_and_stay_small() -> None:
    _, palettes, languages = zip(*(name.split("-") for name in named()), strict=True)
    assert set(palettes) == {"day", "dusk", "night", "red"}
    assert set(languages) == {"de", "en", "ru", "uk"}
    sizes = [each.stat().st_size for each in FOLDER.iterdir()]
    assert max(sizes) <= PICTURE_BYTES_MAX
    assert sum(sizes) <= ALL_BYTES_MAX


@pytest.mark.parametrize("guide", GUIDES)
def test_every_label_the_guide_quotes_stands_on_the_console(guide: Path) -> None:
    files = WORDS.rglob(f"*{guide.name.split('.')[1]}.ts")
    words = " ".join(each.read_text(encoding="utf-8") for each in files).casefold()
    pieces = [piece for label in LABEL.findall(text(guide)) for piece in label.split("…")]
    lacking = [each for each in pieces if each.strip() and each.strip().casefold() not in words]
    assert lacking == []
