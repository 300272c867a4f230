"""Phrases as they travel, with what each side reads: plain files for other implementations.

`python -m tests.core.phrase.vectors` writes them anew; the book's id stands in each, so they change with it.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from firebreak.catalogue import phrase_book
from firebreak.core.geo.place import Place
from firebreak.core.phrase.editions import FIRST
from firebreak.core.phrase.rendering import render
from firebreak.core.phrase.use import PhraseUse
from firebreak.core.phrase.wording import LANGUAGES
from tests.core.phrase.samples import AT, UNTIL

FOLDER = Path(__file__).parents[3] / "vectors" / "phrase"
HERE = Place(495_883_000, 361_200_000)
PLACE = [495_883_000, 361_200_000]


@dataclass(frozen=True)
class Case:
    comment: str
    phrase: str
    values: dict[str, Any]
    parameters: list[Any] | None = None
    "What stands on the wire instead of the values."
    earlier: bool = False

    def use(self) -> PhraseUse:
        said = phrase_book().use(self.phrase, self.values)
        said = said if self.parameters is None else replace(said, parameters=tuple(self.parameters))
        return replace(said, book=FIRST) if self.earlier else said


CONVOY = {"callsign": "UN-7", "place": HERE, "at": AT}
COURSE = {"craft": "ship", "heading": 7, "speed_kn": 0, "place": HERE}
WORKS = {"at": AT, "until": UNTIL}
CASES = {
    "call-sign": Case("a call sign is Latin capitals, digits and hyphens", "convoy-arrived", CONVOY),
    "call-sign-in-cyrillic": Case(
        "the call sign looks Latin and is Cyrillic", "convoy-arrived", CONVOY, ["ОВ-7", PLACE, AT]
    ),
    "call-sign-of-one-letter": Case(
        "a call sign has at least two characters", "convoy-arrived", CONVOY, ["A", PLACE, AT]
    ),
    "speed-of-nothing": Case(
        "a speed may be 0; a course has three digits", "we-keep-course-and-speed", COURSE
    ),
    "speed-too-high": Case(
        "2001 knots are beyond the bound", "we-keep-course-and-speed", COURSE, ["ship", 7, 2_001, PLACE]
    ),
    "a-course-of-360": Case(
        "north is 0, never 360", "we-keep-course-and-speed", COURSE, ["ship", 360, 5, PLACE]
    ),
    "grid-in-millihertz": Case(
        "a grid frequency is in thousandths of a hertz", "grid-frequency", {"millihertz": 49_985, "at": AT}
    ),
    "grid-in-hertz": Case(
        "50 is no grid frequency in millihertz",
        "grid-frequency",
        {"millihertz": 49_985, "at": AT},
        [50, AT],
    ),
    "nobody-injured": Case(
        "0 takes the plural form of many",
        "damage-on-our-side",
        {"harmed": "building", "injured": 0, "place": HERE, "at": AT},
    ),
    "one-and-twenty": Case(
        "21 takes the form of one in Russian and Ukrainian", "stay-on-line", {"minutes": 21}
    ),
    "another-code-word": Case(
        "the code word is none of this phrase",
        "we-keep-course-and-speed",
        COURSE,
        ["balloon", 7, 5, PLACE],
    ),
    "ends-before-it-begins": Case("shown in full, with a finding", "planned-works", WORKS, [UNTIL, AT]),
    "earlier-book": Case(
        "a phrase of the first book stands here unchanged", "please-wait", {"minutes": 5}, earlier=True
    ),
    "earlier-book-without-it": Case(
        "the first book did not have this phrase", "stay-on-line", {"minutes": 5}, earlier=True
    ),
}


def text(case: Case) -> str:
    """The whole file."""
    use = case.use()
    readings = {each: render(phrase_book(), use, each) for each in LANGUAGES}
    findings = sorted({finding.code for each in readings.values() for finding in each.findings})
    lines = ["expect: ok", f"comment: {case.comment}", f"book: {phrase_book().hash.hex()}"]
    lines += [f"finding: {each}" for each in findings]
    lines += [f"{language}: {reading.text}" for language, reading in readings.items()]
    return "\n".join([*lines, "", use.to_bytes().hex(" ")]) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, each in CASES.items():
        (FOLDER / f"{name}.txt").write_text(text(each), encoding="utf-8")
