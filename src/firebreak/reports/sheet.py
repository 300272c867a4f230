"""A readout in one language, before it is text, HTML or PDF: headings, numbered sentences, sources.

Everything here is raw text as it was recorded; each renderer escapes it for its own sink.
"""

from dataclasses import dataclass
from itertools import count

from firebreak.catalogue import words
from firebreak.core.base.errors import LocalError
from firebreak.core.ledger.days import Days, Window
from firebreak.core.ledger.facts import Evidence
from firebreak.core.phrase.wording import LANGUAGES
from firebreak.core.readout.saying import Speaker
from firebreak.core.readout.sentences import Part, Readout, Section, Sentence


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered sentence."""

    number: int
    text: str
    refs: tuple[str, ...]
    evidence: str
    "`E0` to `E6` for signed facts, else empty."

    @property
    def cited(self) -> str:
        """What stands in brackets behind the sentence."""
        return ", ".join(self.refs) + (f"; {self.evidence}" if self.evidence else "")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading and its sentences."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """One line of the list of sources."""

    ref: str
    when: str
    desks: str
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All texts of one readout in one language."""

    language: str
    title: str
    kicker: str
    exercise: str
    "The banner, or empty."
    exercise_note: str
    facts: tuple[tuple[str, str], ...]
    "Label and text: what it is drawn from, period, as of, basis."
    no_cause: str
    chapters: tuple[Chapter, ...]
    sources_heading: str
    sources_note: str
    sources: tuple[Origin, ...]


def speaker_of(language: str) -> Speaker:
    """Who says a readout in that language. Raises LocalError for one that is not spoken here."""
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise LocalError(
            f"no readout in the language {language!r}", code="FB213", hint=f"take one of {known}"
        )
    return Speaker(words("readout"), words("outcomes"), language)


def sheet_of(readout: Readout, language: str) -> Sheet:
    """Say everything in one language."""
    speaker = speaker_of(language)
    return Sheet(
        language=language,
        title=readout.title,
        kicker=speaker.say("kicker"),
        exercise=speaker.say("exercise") if readout.exercise else "",
        exercise_note=speaker.say("exercise-note") if readout.exercise else "",
        facts=_facts(readout, speaker),
        no_cause=speaker.say("no-cause"),
        chapters=_chapters(readout, speaker),
        sources_heading=speaker.say("part-sources"),
        sources_note=speaker.say("sources-note"),
        sources=tuple(
            Origin(each.ref, speaker.days(each.days), _desks(each.from_desk, each.to_desk), each.where)
            for each in readout.sources
        ),
    )


def _facts(readout: Readout, speaker: Speaker) -> tuple[tuple[str, str], ...]:
    drawn = {"name": readout.drawn_from, "counted": readout.counted, "known": readout.known}
    return (
        (speaker.say("label-drawn"), speaker.say("drawn", drawn)),
        (speaker.say("label-period"), _period(readout.period, speaker)),
        (speaker.say("label-as-of"), speaker.days(Days(readout.as_of, readout.as_of))),
        (speaker.say("label-basis"), _basis(readout, speaker)),
    )


def _period(period: Window, speaker: Speaker) -> str:
    assert period.until is not None
    if period.since is None:
        return speaker.say("up-to", {"last": Days(period.until, period.until)})
    return speaker.days(Days(period.since, period.until))


def _basis(readout: Readout, speaker: Speaker) -> str:
    classes = [each.value for each in readout.evidence if each is not Evidence.SOURCE]
    said = [speaker.say("basis-source")] if Evidence.SOURCE in readout.evidence else []
    said += [speaker.say("basis-signed", {"classes": ", ".join(classes)})] if classes else []
    return "; ".join(said) or speaker.say("basis-none")


def _chapters(readout: Readout, speaker: Speaker) -> tuple[Chapter, ...]:
    """Sentences are numbered through, whatever the chapter."""
    numbers = count(1)
    return tuple(
        Chapter(
            _heading(section, speaker),
            tuple(_item(next(numbers), sentence, speaker) for sentence in section.sentences),
        )
        for section in readout.sections
    )


def _item(number: int, sentence: Sentence, speaker: Speaker) -> Item:
    held = sentence.evidence
    grade = "" if held is None or held is Evidence.SOURCE else held.value
    return Item(number, speaker.sentence(sentence), sentence.refs, grade)


def _heading(section: Section, speaker: Speaker) -> str:
    if section.part is Part.CONTACTS and section.channel is not None:
        return speaker.channel(section.channel)
    return speaker.say(f"part-{section.part.value}")


def _desks(from_desk: str, to_desk: str) -> str:
    return " → ".join(filter(None, (from_desk, to_desk)))
