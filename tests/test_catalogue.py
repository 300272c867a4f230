"""The language files: every word in every language, and no two facts under one word."""

import re
from enum import Enum

import pytest

from firebreak.catalogue import SUBJECTS, Subject, key, texts, words
from firebreak.cli.matching_event import MATCHINGS
from firebreak.cli.voice_event import VOICE
from firebreak.core.base.events import Event
from firebreak.core.base.text import check_outgoing
from firebreak.core.call import bodies as calls
from firebreak.core.call.events import Outcome
from firebreak.core.call.sound import events as sound
from firebreak.core.call.sound.course_bodies import Consent
from firebreak.core.call.sound.legs import LegState
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.pairing import State
from firebreak.core.line.card_events import Told
from firebreak.core.line.rates import Limit
from firebreak.core.line.revoking import Mark
from firebreak.core.linecheck import status
from firebreak.core.linecheck.bodies import CheckRefusal
from firebreak.core.linecheck.events import HealthWord, Result
from firebreak.core.linecheck.suspending import Scope
from firebreak.core.matching import events as matching
from firebreak.core.matching.bodies import Result as MatchingResult
from firebreak.core.matching.bodies import Word as MatchingWord
from firebreak.core.message.bodies import Relation
from firebreak.core.message.levels import Level
from firebreak.core.message.receipts import BadReason, RefusalReason
from firebreak.core.notice import events as notices
from firebreak.core.notice.answers import Objection, Word
from firebreak.core.notice.kinds import SORTS, UNKNOWN, Group
from firebreak.core.notice.life import State as NoticeState
from firebreak.core.phrase.wording import LANGUAGES
from firebreak.core.silence.overdue import OverdueKind

SOUND_EVENTS = [
    each
    for each in vars(sound).values()
    if isinstance(each, type) and issubclass(each, sound.SoundEvent) and each.__module__ == sound.__name__
    if each not in (sound.SoundEvent, sound.LegEvent)
]
SOUND_EVENTS_COUNT = 16
DECLINED = "readout"
"Its parameters are grammatical forms, other ones in each language; golden texts hold it instead."
EVERY = pytest.mark.parametrize("language", LANGUAGES)
FAMILIES: dict[str, tuple[Subject, tuple[Enum, ...]]] = {
    "outcome": ("outcomes", tuple(each for each in Outcome if each is not Outcome.UNOFFERED)),
    "decline": ("outcomes", tuple(calls.Reason)),
    "precedence": ("events", tuple(Precedence)),
    "receipt": ("events", tuple(Level)),
    "refusal": ("events", tuple(RefusalReason)),
    "bad": ("events", tuple(BadReason)),
    "relation": ("events", tuple(Relation)),
    "check": ("events", tuple(Result)),
    "check-refusal": ("events", tuple(CheckRefusal)),
    "suspension-scope": ("events", tuple(Scope)),
    "line-state": ("events", tuple(State)),
    "colour": ("events", tuple(status.Colour)),
    "status": ("events", tuple(status.Reason)),
    "overdue": ("events", tuple(OverdueKind)),
    "told": ("events", tuple(Told)),
    "mark": ("events", tuple(Mark)),
    "limit": ("events", tuple(Limit)),
    "health": ("events", tuple(HealthWord)),
    "leg": ("events", tuple(LegState)),
    "consent": ("events", tuple(Consent)),
    "matching-word": ("events", tuple(MatchingWord)),
    "matching-result": ("events", tuple(MatchingResult)),
    "group": ("notices", tuple(Group)),
    "state": ("notices", tuple(NoticeState)),
    "answer": ("notices", tuple(Word)),
    "objection": ("notices", tuple(Objection)),
}
NOTICE_EVENTS = [
    each
    for each in vars(notices).values()
    if isinstance(each, type) and issubclass(each, Event) and each.__module__ == notices.__name__
    if each is not notices.NoticeEvent
]
STATES = ("suspended", "closed", "contradiction")
OUTCOMES = tuple(each for each in Outcome if each is not Outcome.UNOFFERED)


def sound_key(event: str) -> str:
    """`sound-media-described`."""
    return "sound" + re.sub("([A-Z])", lambda letter: f"-{letter[1].lower()}", event)


def matching_key(event: str) -> str:
    """`matching-message-whole`."""
    return sound_key(event).removeprefix("sound-")


def sources(subject: Subject) -> dict[str, str]:
    return {**texts(subject)}


@pytest.mark.parametrize("subject", SUBJECTS)
@EVERY
def test_every_key_stands_in_every_language(subject: Subject, language: str) -> None:
    assert words(subject).keys(language) == words(subject).keys("en")


@EVERY
@pytest.mark.parametrize("family", FAMILIES)
def test_every_name_has_a_word_and_no_two_share_one(family: str, language: str) -> None:
    subject, members = FAMILIES[family]
    said = [words(subject).say(language, key(family, each)) for each in members]
    assert all(said)
    assert len({each.casefold() for each in said}) == len(said)


@EVERY
def test_every_event_about_sound_has_words(language: str) -> None:
    names = [sound_key(each.__name__) for each in SOUND_EVENTS]
    said = {words("events").say(language, each) for each in names}
    assert len(said) == len(names) == SOUND_EVENTS_COUNT
    assert words("events").say(language, "sound-media-contradicted.meaning")


@EVERY
def test_every_notice_and_every_event_about_one_has_words(language: str) -> None:
    events = ["event" + sound_key(each.__name__).removeprefix("sound") for each in NOTICE_EVENTS]
    wanted = {
        *(f"sort-{each.name}" for each in (*SORTS.values(), UNKNOWN)),
        *events,
        "state-holding",
    }
    families = ("group", "state", "answer", "objection")
    wanted |= {key(family, each) for family in families for each in FAMILIES[family][1]}
    assert words("notices").keys(language) == wanted
    sorts = [words("notices").say(language, f"sort-{each.name}") for each in SORTS.values()]
    assert len(set(sorts)) == len(sorts)


@EVERY
def test_the_states_of_a_line_beyond_the_ceremony_have_words(language: str) -> None:
    said = {words("events").say(language, f"line-state-{each}") for each in STATES}
    assert len(said) == len(STATES)
    assert words("events").say(language, "line-state-contradiction.meaning")


@EVERY
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_says_what_is_known(outcome: Outcome, language: str) -> None:
    assert words("outcomes").say(language, f"{key('outcome', outcome)}.meaning").endswith(".")


@EVERY
def test_no_word_of_the_event_files_belongs_to_nothing(language: str) -> None:
    known = {
        key(family, each)
        for family, (subject, members) in FAMILIES.items()
        if subject != "notices"
        for each in members
    }
    known |= {f"line-state-{each}" for each in STATES} | {"suspension-suspended", "suspension-restored"}
    known |= {sound_key(each.__name__) for each in SOUND_EVENTS}
    known |= {f"voice-note-{each.removeprefix('VoiceNote').lower()}" for each in VOICE}
    known |= {matching_key(each) for each in MATCHINGS}
    found = words("events").keys(language) | words("outcomes").keys(language)
    assert {each.partition(".")[0] for each in found} == known


@EVERY
def test_words_with_parameters_show_them(language: str) -> None:
    outcomes, events = words("outcomes"), words("events")
    assert "T1" in outcomes.say(language, "decline-not-now.until", {"until": "T1"})
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


@pytest.mark.parametrize("subject", [each for each in SUBJECTS if each != DECLINED])
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


@EVERY
def test_every_event_about_a_voice_note_has_words(language: str) -> None:
    names = [f"voice-note-{each.removeprefix('VoiceNote').lower()}" for each in VOICE]
    assert len({words("events").say(language, each) for each in names}) == len(names)


@EVERY
def test_every_event_about_a_private_matching_has_words(language: str) -> None:
    events = [each for each in vars(matching).values() if isinstance(each, type) and issubclass(each, Event)]
    names = {each.__name__ for each in events if each.__module__ == matching.__name__} - {"MatchingEvent"}
    assert names == set(MATCHINGS)
    assert len({words("events").say(language, matching_key(each)) for each in names}) == len(names)
