"""Dates, numbers and plural forms in four languages; and that no text names a cause."""

from datetime import date
from importlib.resources import files

import pytest

from firebreak.core.ledger.days import Days
from firebreak.core.ledger.facts import Outcome
from firebreak.core.readout.material import Facts
from firebreak.core.readout.sentences import Channel
from tests.core.readout.making import LANGUAGES, read_out, reported_fact, said, speaker_in
from tests.covering import covers

CAUSES = {
    "de": ("weil", "wegen", "aufgrund von krieg", "deshalb", "daher", "ignorier"),
    "en": ("because", "due to", "in response", "therefore", "ignored", "refused to"),
    "ru": ("потому", "из-за", "вследствие", "поэтому", "проигнорир"),
    "uk": ("тому що", "через те", "внаслідок", "оскільки", "проігнор"),
}


@covers("READOUT-006")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_names_a_cause_or_blames(language: str) -> None:
    source = (files("firebreak") / "languages" / language / "readout.ftl").read_text(encoding="utf-8").lower()
    assert not [each for each in CAUSES[language] if each in source]
    assert speaker_in(language).say("no-cause")


STRETCHES = (
    Days(date(2022, 3, 1), date(2022, 3, 1)),
    Days(date(2022, 3, 1), date(2022, 3, 4)),
    Days(date(2022, 2, 24), date(2022, 3, 4)),
    Days(date(2021, 12, 31), date(2022, 1, 1)),
)
TOLD = {
    "de": """1. März 2022
        1. bis 4. März 2022
        24. Februar bis 4. März 2022
        31. Dezember 2021 bis 1. Januar 2022""",
    "en": """1 March 2022
        1 to 4 March 2022
        24 February to 4 March 2022
        31 December 2021 to 1 January 2022""",
    "ru": """1 марта 2022 года
        1 – 4 марта 2022 года
        24 февраля – 4 марта 2022 года
        31 декабря 2021 года – 1 января 2022 года""",
    "uk": """1 березня 2022 року
        1 – 4 березня 2022 року
        24 лютого – 4 березня 2022 року
        31 грудня 2021 року – 1 січня 2022 року""",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_spelled_and_never_say_a_month_twice(language: str) -> None:
    told = [speaker_in(language).days(each).replace("\u00a0", " ") for each in STRETCHES]
    assert told == [line.strip() for line in TOLD[language].splitlines()]


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [
        ("de", 1, "1 Versuch "), ("de", 2, "2 Versuche "),
        ("en", 1, "there was 1 attempt "), ("en", 5, "there were 5 attempts "),
        ("ru", 1, "1 попытка "), ("ru", 3, "3 попытки "), ("ru", 5, "5 попыток "), ("ru", 21, "21 попытка "),
        ("uk", 1, "1 спроба "), ("uk", 3, "3 спроби "), ("uk", 5, "5 спроб "), ("uk", 21, "21 спроба "),
    ],
)  # fmt: skip
def test_plural_forms_of_an_exact_number(language: str, number: int, form: str) -> None:
    assert form in _attempts(language, (number, number))


@pytest.mark.parametrize(
    ("language", "attempts", "form"),
    [
        ("de", (1, None), "mindestens 1 Versuch "), ("en", (2, None), "at least 2 attempts "),
        ("ru", (1, None), "не менее 1 попытки "), ("ru", (3, None), "не менее 3 попыток "),
        ("ru", (2, 21), "от 2 до 21 попытки "), ("ru", (71, 142), "от 71 до 142 попыток "),
        ("uk", (1, None), "щонайменше 1 спроба "), ("uk", (3, None), "щонайменше 3 спроби "),
        ("uk", (2, 21), "від 2 до 21 спроби "), ("uk", (71, 142), "від 71 до 142 спроб "),
    ],
)  # fmt: skip
def test_bounds_govern_the_form_of_the_word(
    language: str, attempts: tuple[int, int | None], form: str
) -> None:
    assert form in _attempts(language, attempts)


def test_an_unknown_channel_stands_as_it_is() -> None:
    assert speaker_in("de").channel(Channel("Kanal 7")) == "Kanal 7"


def _attempts(language: str, attempts: tuple[int, int | None]) -> str:
    facts = Facts(name="t", contacts=(reported_fact("A-1", Outcome.NO_ANSWER, attempts=attempts),))
    return said(read_out(facts), language)[0]
