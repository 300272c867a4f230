"""The texts of all phrases: complete, told apart, short enough for a row, right when counting."""

import re
from collections import Counter

import pytest

from firebreak.catalogue import phrase_book, words
from firebreak.core.base.instants import Instant
from firebreak.core.geo.place import Place
from firebreak.core.phrase.agreed import AGREED
from firebreak.core.phrase.book import PhraseBook
from firebreak.core.phrase.definition import Phrase, Practice, Topic
from firebreak.core.phrase.kinds import (
    INSTANT_MAX,
    INSTANT_MIN,
    CallsignKind,
    CodeWord,
    DeskKind,
    InstantKind,
    Kind,
    Meaning,
    PlaceKind,
    Quantity,
)
from firebreak.core.phrase.rendering import render
from firebreak.core.phrase.wording import LANGUAGES
from tests.covering import covers

PHRASES_MIN = 150
ROW_CODE_POINTS_MAX = 480  # with two places in full; four rows of the console at 200 % of its type
SPOKEN_CODE_POINTS_MAX = 40  # one line of a list and one breath
EVERY = pytest.mark.parametrize("language", LANGUAGES)
NUMBERS = (1, 2, 5, 11, 21, 22, 25)
FORMS = {
    "en": ("one", "other", "other", "other", "other", "other", "other"),
    "de": ("one", "other", "other", "other", "other", "other", "other"),
    "ru": ("one", "few", "many", "many", "one", "few", "many"),
    "uk": ("one", "few", "many", "many", "one", "few", "many"),
}
NOUNS = {
    "en": {
        "minute minutes",
        "hour hours",
        "second seconds",
        "person persons",
        "person people",
        "vehicle vehicles",
    },
    "de": {
        "Minute Minuten",
        "Stunde Stunden",
        "Sekunde Sekunden",
        "Person Personen",
        "Fahrzeug Fahrzeuge",
        "Fahrzeug Fahrzeugen",
        "Luftfahrzeug Luftfahrzeuge",
    },
    "ru": {
        "минуту минуты минут минуты",
        "минуты минут минут минуты",
        "час часа часов часа",
        "часа часов часов часа",
        "секунду секунды секунд секунды",
        "человек человека человек человека",
        "машина машины машин машины",
        "воздушное судно воздушных судна воздушных судов воздушного судна",
    },
    "uk": {
        "хвилину хвилини хвилин хвилини",
        "хвилини хвилин хвилин хвилини",
        "годину години годин години",
        "години годин годин години",
        "секунду секунди секунд секунди",
        "особа особи осіб особи",
        "машина машини машин машини",
        "повітряне судно повітряні судна повітряних суден повітряного судна",
    },
}
"Every counted noun of the book in the forms one, few, many, other; a new one is to be looked up, then added."
VARIANT = re.compile(r"\[(one|few|many|other)\] (.*)")


def extreme(kind: Kind, name: str, *, most: bool) -> Meaning:
    match kind:
        case PlaceKind():
            return Place(-900_000_000, -1_800_000_000) if most else Place(0, 0)
        case InstantKind():
            return Instant(INSTANT_MAX if most or name == "until" else INSTANT_MIN)
        case Quantity():
            return kind.most if most else kind.least
        case DeskKind():
            return "Ж" * 40 if most else "a"
        case CallsignKind():
            return "W" * 12 if most else "A1"
        case CodeWord():
            return kind.words[-1 if most else 0]
        case _:
            raise AssertionError(name)


def extremes(phrase: Phrase, *, most: bool) -> dict[str, Meaning]:
    values = {name: extreme(kind, name, most=most) for name, kind in phrase.parameters}
    if "at" in values and "until" in values:
        values["at"] = Instant(INSTANT_MIN)
    return values


def longest(phrase: Phrase, language: str) -> str:
    """The longest text the phrase can have with its largest values, over all its code words."""
    book, base = phrase_book(), extremes(phrase, most=True)
    texts = [render(book, book.use(phrase.id, base), language).text]
    for name, kind in phrase.parameters:
        if isinstance(kind, CodeWord):
            every = ({**base, name: word} for word in kind.words)
            texts += [render(book, book.use(phrase.id, values), language).text for values in every]
    return max(texts, key=len)


def test_the_book_has_the_phrases_it_should_have() -> None:
    assert len(AGREED) >= PHRASES_MIN
    assert {each.topic for each in AGREED} == set(Topic)
    assert [each.topic for each in AGREED] == sorted((each.topic for each in AGREED), key=list(Topic).index)


@EVERY
@pytest.mark.parametrize("most", [False, True])
def test_every_phrase_reads_with_its_smallest_and_largest_values(language: str, most: bool) -> None:
    book = phrase_book()
    for phrase in AGREED:
        rendering = render(book, book.use(phrase.id, extremes(phrase, most=most)), language)
        assert rendering.findings == (), phrase.id
        for name, value in extremes(phrase, most=most).items():
            if isinstance(dict(phrase.parameters)[name], Quantity):
                assert re.search(rf"\b0*{value}\b", rendering.text), (phrase.id, name)


@EVERY
def test_no_text_is_longer_than_its_rows(language: str) -> None:
    long = {each.id: len(longest(each, language)) for each in AGREED}
    assert {name: size for name, size in long.items() if size > ROW_CODE_POINTS_MAX} == {}


@EVERY
def test_no_two_phrases_read_alike(language: str) -> None:
    book = phrase_book()
    texts = Counter(
        render(book, book.use(each.id, extremes(each, most=False)), language).text for each in AGREED
    )
    assert [text for text, count in texts.items() if count > 1] == []


@covers("PHRASE-023")
@EVERY
def test_no_two_phrases_are_spoken_alike_and_each_in_one_breath(language: str) -> None:
    spoken = Counter(phrase_book().wording.say(language, f"{each.id}.spoken").lower() for each in AGREED)
    assert [text for text, count in spoken.items() if count > 1] == []
    assert max(map(len, spoken)) <= SPOKEN_CODE_POINTS_MAX


@covers("PHRASE-013")
@EVERY
@pytest.mark.parametrize(("number", "at"), [(number, at) for at, number in enumerate(NUMBERS)])
def test_every_counted_noun_takes_the_form_of_its_number(language: str, number: int, at: int) -> None:
    book, counted = phrase_book(), 0
    for phrase in AGREED:
        forms = _forms(book, phrase, language)
        for name, kind in phrase.parameters:
            if name in forms and isinstance(kind, Quantity):
                values = {**extremes(phrase, most=False), name: number}
                text = render(book, book.use(phrase.id, values), language).text
                wanted = forms[name][FORMS[language][at]].replace(f"{{ ${name} }}", str(number))
                assert wanted in text, (phrase.id, wanted)
                counted += 1
    assert counted > 25


@EVERY
def test_every_counted_noun_has_all_the_forms_of_its_language(language: str) -> None:
    for phrase in AGREED:
        for name, forms in _forms(phrase_book(), phrase, language).items():
            wanted = {"one", "few", "many", "other"} if language in ("ru", "uk") else {"one", "other"}
            assert set(forms) == wanted, (phrase.id, name)


@covers("PHRASE-013")
@EVERY
def test_counted_nouns_are_declined_as_they_were_looked_up(language: str) -> None:
    found: set[str] = set()
    for phrase in AGREED:
        for name, forms in _forms(phrase_book(), phrase, language).items():
            found.add(" ".join(forms.values()).replace(f"{{ ${name} }} ", ""))
    assert found == NOUNS[language]


@EVERY
def test_whatever_a_form_or_list_names_has_a_text(language: str) -> None:
    known = words("book").keys(language)
    slots = {f"slot-{name}" for each in AGREED for name, _ in each.parameters}
    kinds = (kind for each in AGREED for _, kind in each.parameters)
    units = {
        f"unit-{each.unit.replace('/', '-')}"
        for each in kinds
        if isinstance(each, Quantity) and each.unit not in ("count", "number")
    }
    assert known == slots | units | {f"topic-{each}" for each in Topic}


def test_signals_belong_to_a_public_practice() -> None:
    for phrase in AGREED:
        assert not phrase.signals or phrase.practice is not Practice.OWN
    groups = [each for phrase in AGREED if phrase.practice is Practice.INCSEA for each in phrase.signals]
    assert len(groups) == len(set(groups)) >= 40
    assert all(re.fullmatch("[A-Z]{2}[0-9]{1,2}", each) for each in groups)


def _forms(book: PhraseBook, phrase: Phrase, language: str) -> dict[str, dict[str, str]]:
    """By parameter: plural category to what stands for it, as the source writes it."""
    found = re.search(rf"^{phrase.id} =.*(?:\n[ }}].*)*", book.texts[language], re.MULTILINE)
    assert found
    selects = re.findall(r"\{ \$(\w+) ->((?:\n +\*?\[.*)+)", found[0])
    every = {name: dict(VARIANT.findall(variants)) for name, variants in selects}
    return {name: forms for name, forms in every.items() if forms}
