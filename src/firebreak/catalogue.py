"""The language files that come with the package, ready for the core, which opens no files.

`words("outcomes").say("de", key("outcome", Outcome.BUSY))` is `besetzt`: a family and the member's own name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypeAlias, get_args

from firebreak.core.phrase.book import PhraseBook
from firebreak.core.phrase.definition import Topic
from firebreak.core.phrase.sounding import Sounding, lexicon
from firebreak.core.phrase.wording import LANGUAGES, Language, Wording

Subject: TypeAlias = Literal[
    "phrases", "book", "outcomes", "readout", "events", "notices", "findings", "verify", "wallboard"
]
SUBJECTS: Final[tuple[Subject, ...]] = get_args(Subject)


@cache
def texts(subject: Subject) -> dict[Language, str]:
    """The Fluent sources of one subject in every language."""
    folder = files("firebreak") / "languages"
    return {
        each: "\n".join((folder / each / name).read_text(encoding="utf-8") for name in _files(subject))
        for each in LANGUAGES
    }


def _files(subject: Subject) -> tuple[str, ...]:
    """The phrases have a file for what they share and one for each topic; every other subject has one."""
    if subject != "phrases":
        return (f"{subject}.ftl",)
    return ("phrases/parts.ftl", *(f"phrases/{each}.ftl" for each in Topic))


@cache
def words(subject: Subject) -> Wording:
    """The texts of one subject, parsed on first use."""
    return Wording({**texts(subject)})


@dataclass(frozen=True, slots=True)
class Spoken:
    """The texts of one subject in one language."""

    wording: Wording
    language: str

    def say(self, key: str, parameters: Mapping[str, int | str] | None = None) -> str:
        """One text. Raises LocalError."""
        return self.wording.say(self.language, key, parameters)


def speaking(subject: Subject, language: str = "en") -> Spoken:
    """One language of a subject. Raises LocalError for a language that we do not have."""
    wording = words(subject)
    wording.check(language)
    return Spoken(wording, language)


def key(family: str, member: Enum) -> str:
    """`outcome-no-answer` for the family `outcome` and the member `NO_ANSWER`."""
    return f"{family}-{member.name.lower().replace('_', '-')}"


@cache
def phrase_book() -> PhraseBook:
    """The phrase book of this release; its `hash` goes into line agreements."""
    return PhraseBook({**texts("phrases")})


@cache
def sounding() -> Sounding:
    """How the short spoken forms of the phrases are said aloud."""
    source = (files("firebreak") / "languages" / "english.txt").read_text(encoding="utf-8")
    return Sounding(lexicon(source))
