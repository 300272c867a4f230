"""What the tests of the readout are made of; `python -m tests.core.readout.golden` writes the pages anew."""

from collections.abc import Iterable, Mapping
from datetime import date
from importlib.resources import files

from firebreak.catalogue import words
from firebreak.core.ledger.days import Days, Window, read_window
from firebreak.core.ledger.facts import ContactFact, Evidence, Kind, Outcome
from firebreak.core.ledger.fold import fold
from firebreak.core.ledger.timeline import read_timeline
from firebreak.core.readout.build import build_readout
from firebreak.core.readout.material import Detail, Facts, facts_of_timeline
from firebreak.core.readout.saying import Speaker
from firebreak.core.readout.sentences import Channel, Readout, Sentence

LANGUAGES = ("de", "en", "ru", "uk")
MARCH = read_window("2022-02-24", "2022-03-23")
CLASSES = tuple(each for each in Evidence if each is not Evidence.SOURCE)


def shipped(name: str = "us-russia-2022") -> Facts:
    rows = read_timeline((files("firebreak") / "data" / f"{name}.csv").read_bytes())
    return facts_of_timeline(rows, f"{name}.csv")


def read_out(
    facts: Facts, period: Window = MARCH, *, title: str = "Contacts", exercise: bool = False
) -> Readout:
    assert period.until is not None
    ledger = fold(facts.contacts, facts.aside, period)
    return build_readout(facts, ledger, title=title, period=period, as_of=period.until, exercise=exercise)


def signed_fact(
    ref: str = "5f/17",
    outcome: Outcome = Outcome.NO_ANSWER,
    evidence: Evidence = Evidence.E4,
    kind: Kind = Kind.CALL,
    *,
    day: date = date(2022, 3, 1),
    minute: int | None = 570,
    channel: str = "air",
) -> ContactFact:
    return ContactFact(
        ref=ref,
        from_party="North",
        to_party="South",
        channel=channel,
        kind=kind,
        days=Days(day, day),
        minute=minute,
        zone="UTC",
        outcome=outcome,
        evidence=evidence,
        sources=(ref,),
    )


def reported_fact(
    ref: str,
    outcome: Outcome = Outcome.ANSWERED,
    *,
    days: tuple[str, str] = ("2022-03-01", "2022-03-01"),
    attempts: tuple[int, int | None] = (1, 1),
    kind: Kind = Kind.CALL,
    doubtful: tuple[str, ...] = (),
) -> ContactFact:
    return ContactFact(
        ref=ref,
        from_party="North",
        to_party="South",
        channel="minister",
        kind=kind,
        days=Days(date.fromisoformat(days[0]), date.fromisoformat(days[1])),
        attempts_min=attempts[0],
        attempts_max=attempts[1],
        outcome=outcome,
        doubtful=doubtful,
        evidence=Evidence.SOURCE,
        sources=("https://example.org/report",),
    )


def exercise_of(facts: Iterable[ContactFact], details: Mapping[str, Detail] | None = None) -> Readout:
    known = Facts(name="line 7f3a", contacts=tuple(facts), details=details or {})
    return read_out(known, title="Exercise", exercise=True)


def speaker_in(language: str) -> Speaker:
    return Speaker(words("readout"), words("outcomes"), language)


def sentences(readout: Readout, channel: str = "") -> list[Sentence]:
    return [
        sentence
        for _, section, sentence in readout.numbered()
        if not channel or section.channel == Channel(channel)
    ]


def said(readout: Readout, language: str = "en", channel: str = "") -> list[str]:
    speaker = speaker_in(language)
    texts = [speaker.sentence(each) for each in sentences(readout, channel)]
    return [text.replace("\u00a0", " ") for text in texts]
