"""The language files: every word in every language, and no two facts under one word."""

import re

import pytest

from firebreak.catalogue import SUBJECTS, Subject, texts, words
from firebreak.core.base.text import check_outgoing
from firebreak.core.phrase.wording import LANGUAGES

EVERY = pytest.mark.parametrize("language", LANGUAGES)
OUTCOMES = ("answered", "declined", "busy", "no-answer", "unattended", "withdrawn", "unreachable")
PRECEDENCES = ("routine", "priority", "immediate", "flash")
REASONS = (
    "busy",
    "off-hours",
    "wrong-level",
    "principal-absent-message-taken",
    "needs-agenda",
    "not-now-until",
    "refused",
    "none-given",
)
FAMILIES = {
    "outcome": OUTCOMES,
    "decline": REASONS,
    "precedence": PRECEDENCES,
    "receipt": ("r1", "r2", "r3", "r4", "refused", "bad"),
    "check": ("good", "late", "missed", "refused"),
    "suspension": ("suspended", "restored"),
    "suspension-scope": ("all", "calls", "messages", "notices", "below-flash"),
    "line-state": ("draft", "exchanged", "compared", "open", "suspended", "closed", "contradiction"),
    "line-health": ("green", "amber", "red"),
}


def sources(subject: Subject) -> dict[str, str]:
    return {**texts(subject)}


@pytest.mark.parametrize("subject", SUBJECTS)
@EVERY
def test_every_key_stands_in_every_language(subject: Subject, language: str) -> None:
    assert words(subject).keys(language) == words(subject).keys("en")


@EVERY
@pytest.mark.parametrize("family", FAMILIES)
def test_every_name_has_a_word_and_no_two_share_one(family: str, language: str) -> None:
    subject = words("outcomes" if family in ("outcome", "decline") else "events")
    said = [subject.say(language, f"{family}-{each}") for each in FAMILIES[family]]
    assert all(said)
    assert len({each.casefold() for each in said}) == len(said)


@EVERY
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_says_what_is_known(outcome: str, language: str) -> None:
    assert words("outcomes").say(language, f"outcome-{outcome}.meaning").endswith(".")


@EVERY
def test_words_with_parameters_show_them(language: str) -> None:
    outcomes, events = words("outcomes"), words("events")
    assert "T1" in outcomes.say(language, "decline-not-now-until.until", {"until": "T1"})
    by = events.say(language, "suspension-suspended.by", {"party": "North", "since": "T1"})
    assert "North" in by
    assert "T1" in by
    assert "T2" in events.say(language, "suspension-suspended.until", {"until": "T2"})
    assert "works" in events.say(language, "suspension-suspended.reason", {"reason": "works"})
    assert "North" in events.say(language, "suspension-restored.by", {"party": "North", "at": "T1"})


@EVERY
@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_language_file_has_nothing_a_sender_would_refuse(subject: Subject, language: str) -> None:
    for line in sources(subject)[language].split("\n"):
        check_outgoing(line)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_same_parameters_stand_in_every_language(subject: Subject) -> None:
    def named(language: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        key = ""
        for line in sources(subject)[language].split("\n"):
            start = re.match(r"([a-z][\w-]*) =|\s+(\.[a-z]+) =", line)
            key = (start[1] or key.partition(".")[0] + start[2]) if start else key
            if not line.startswith("#"):
                found.setdefault(key, set()).update(re.findall(r"\$(\w+)", line))
        return found

    english = named("en")
    for language in LANGUAGES:
        differing = {key for key, names in named(language).items() if names != english[key]}
        assert not differing, language


@pytest.mark.parametrize(("language", "letters"), [("ru", "іїєґ"), ("uk", "ыэъё")])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_russian_and_ukrainian_are_not_mixed_up(subject: Subject, language: str, letters: str) -> None:
    source = sources(subject)[language]
    assert not set(source.casefold()) & set(letters)


def test_german_never_calls_an_unattended_desk_unoccupied_next_to_a_busy_one() -> None:
    assert "unbesetzt" not in words("outcomes").say("de", "outcome-unattended").casefold()
