"""Spoken forms: stressed once, complete, and written in the letters of who reads them aloud."""

import re

import pytest

from firebreak.catalogue import phrase_book, sounding
from firebreak.core.phrase.agreed import AGREED
from firebreak.core.phrase.sounding import READERS, lexicon, shown
from tests.covering import covers

LETTERS = {"en": "a-z", "de": "a-z", "ru": "а-яё", "uk": "а-щьюяґєії’"}
VOWELS = {"ru": "аеёиоуыэюя", "uk": "аеєиіїоуюя", "en": "аеёиоуыэюя"}
PAIRS = [(language, reader) for language, readers in READERS.items() for reader in readers]


def spoken(language: str) -> list[str]:
    return [phrase_book().wording.say(language, f"{each.id}.spoken") for each in AGREED]


@covers("PHRASE-025")
@pytest.mark.parametrize(("language", "reader"), PAIRS)
def test_every_spoken_form_can_be_read_aloud_in_the_reader_s_letters(language: str, reader: str) -> None:
    for each in spoken(language):
        heard = sounding().said(each, language, reader)
        assert re.fullmatch(f"[{LETTERS[reader]} ,-]+", heard.lower()), heard


@covers("PHRASE-023")
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_every_word_of_several_syllables_has_one_stressed_vowel(language: str) -> None:
    for word in re.findall(r"[^\s,]+", " ".join(spoken(language))):
        syllables = [letter for letter in word.lower() if letter in VOWELS[language]]
        marks = [letter for letter in word if letter.isupper()]
        assert len(marks) == 1 if len(syllables) > 1 else not marks, word
        assert all(mark.lower() in VOWELS[language] for mark in marks), word


@covers("PHRASE-023")
@pytest.mark.parametrize("language", ["de", "en", "ru", "uk"])
def test_spoken_forms_have_the_letters_of_their_language(language: str) -> None:
    letters = {"de": "a-zäöüß", **{each: LETTERS[each] for each in ("en", "ru", "uk")}}[language]
    assert [each for each in spoken(language) if not re.fullmatch(f"[{letters} ,-]+", each.lower())] == []


@covers("PHRASE-025")
def test_the_list_of_english_words_is_complete_and_has_no_other() -> None:
    used = set(re.findall(r"\w+", " ".join(spoken("en")).lower()))
    assert set(sounding().english) == used
    for word, heard in sounding().english.items():
        marks = [letter for letter in heard if letter.isupper()]
        assert len(marks) <= 1 and all(mark.lower() in VOWELS["en"] for mark in marks), word


@pytest.mark.parametrize(
    ("form", "language", "reader", "heard"),
    [
        ("stop firing", "en", "ru", "стоп фАйринг"),
        ("stop firing", "en", "uk", "стоп фАйрінг"),
        ("прекратИте огОнь", "ru", "en", "prekratEEte agOn"),
        ("прекратИте огОнь", "ru", "de", "prekratIte agOn"),
        ("прекратИте огОнь", "ru", "uk", "прєкратІтє аґОнь"),
        ("припинІть вогОнь", "uk", "en", "prypynEEt vohOn"),
        ("припинІть вогОнь", "uk", "de", "prypynIt wohOn"),
        ("припинІть вогОнь", "uk", "ru", "прыпынИть вогОнь"),
        ("ничегО не трОгайте", "ru", "en", "neechevO ne trOgayte"),
        ("на Якоре", "ru", "de", "na JAkare"),
    ],
)
def test_the_sound_follows_the_rules(form: str, language: str, reader: str, heard: str) -> None:
    assert sounding().said(form, language, reader) == heard


def test_a_spoken_form_is_shown_without_its_marks() -> None:
    assert shown("прекратИте огОнь", "ru") == "Прекратите огонь"
    assert shown("stop firing", "en") == "Stop firing"
    assert shown("Sanitätsflug", "de") == "Sanitätsflug"


def test_the_list_of_words_may_have_comments() -> None:
    assert lexicon("# note\n\nfire фАйер\n") == {"fire": "фАйер"}
