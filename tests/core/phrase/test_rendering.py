"""Phrases as people read them, in all four languages."""

import subprocess
import sys
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.catalogue import phrase_book, texts
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.text import check_outgoing
from firebreak.core.geo.place import Place
from firebreak.core.phrase.agreed import AGREED
from firebreak.core.phrase.book import PhraseBook
from firebreak.core.phrase.definition import Phrase
from firebreak.core.phrase.kinds import CodeWord, InstantKind, PlaceKind, Quantity
from firebreak.core.phrase.rendering import gaps, read_back, render
from firebreak.core.phrase.use import PhraseUse
from firebreak.core.phrase.wording import LANGUAGES, spoken
from tests.core.phrase.samples import AT, GOLDEN, UNTIL, page, said, sample
from tests.covering import covers

EVERY = pytest.mark.parametrize("language", LANGUAGES)
ANY_PARAMETER = (
    st.integers(-(1 << 63), 1 << 63) | st.text(max_size=64) | st.lists(st.integers(), min_size=2, max_size=2)
)


def text(phrase: Phrase, language: str, number: int = 2, word: int = 0) -> str:
    return render(phrase_book(), said(phrase, number, word), language).text


def named(phrase: str) -> Phrase:
    found = phrase_book().find(phrase)
    assert found
    return found


@covers("PHRASE-004")
def test_every_language_has_every_phrase_and_no_other() -> None:
    assert list(gaps(phrase_book())) == []
    short = PhraseBook({"en": "read-back = x\nspare = y\n"})
    found = {each.text for each in gaps(short)}
    assert "line-check is missing in en" in found
    assert "line-check.spoken is missing in en" in found
    assert "reaction-stop is missing in en" in found
    assert "spare belongs to no phrase in en" in found


@covers("PHRASE-010")
@EVERY
def test_every_phrase_reads_as_on_the_golden_page(language: str) -> None:
    assert page(language) == (GOLDEN / f"{language}.txt").read_text(encoding="utf-8")


@covers("PHRASE-010")
def test_the_machine_s_locale_and_time_zone_do_not_matter() -> None:
    script = "from tests.core.phrase.samples import page; print(ascii(page('uk')))"
    odd = {
        "LC_ALL": "ar_EG.UTF-8",
        "LANG": "de_DE.UTF-8",
        "TZ": "Asia/Kathmandu",
        "PYTHONPATH": ":".join(sys.path),
    }
    done = subprocess.run([sys.executable, "-c", script], env=odd, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ascii(page("uk"))


@covers("PHRASE-011", "PHRASE-012")
@EVERY
@pytest.mark.parametrize("phrase", AGREED, ids=lambda phrase: phrase.id)
def test_every_parameter_is_in_the_text(phrase: Phrase, language: str) -> None:
    shown = text(phrase, language, number=217)
    for name, value in sample(phrase, number=217).items():
        if isinstance(value, Place):
            assert read_back(phrase_book(), value, language) in shown
        elif isinstance(dict(phrase.parameters)[name], InstantKind):
            assert spoken(Instant(int(value))) in shown
        elif isinstance(value, int):
            assert str(value) in shown
        elif name == "desk":
            assert value in shown


@covers("PHRASE-012")
def test_an_instant_reads_alike_everywhere_with_milliseconds_where_there_are_some() -> None:
    assert spoken(AT) == "2022-03-23 14:05:09Z"
    assert spoken(UNTIL) == "2022-03-23 18:30:00.250Z"


@covers("PHRASE-013")
@EVERY
def test_large_numbers_are_plain_digits(language: str) -> None:
    phrase = named("you-are-approaching")
    values = {**sample(phrase), "distance_m": 123_456}
    assert " 123456 " in render(phrase_book(), phrase_book().use(phrase.id, values), language).text


@covers("PHRASE-013")
@pytest.mark.parametrize(
    ("language", "phrase", "nouns"),
    [
        ("de", "please-wait", {1: "1 Minute.", 2: "2 Minuten.", 5: "5 Minuten.", 21: "21 Minuten."}),
        ("en", "please-wait", {1: "1 minute.", 2: "2 minutes.", 5: "5 minutes.", 21: "21 minutes."}),
        (
            "ru",
            "please-wait",
            {
                1: "1 минуту.",
                2: "2 минуты.",
                5: "5 минут.",
                11: "11 минут.",
                21: "21 минуту.",
                112: "112 минут.",
            },
        ),
        (
            "uk",
            "please-wait",
            {1: "1 хвилину.", 2: "2 хвилини.", 5: "5 хвилин.", 11: "11 хвилин.", 21: "21 хвилину."},
        ),
        ("ru", "please-confirm-receipt", {1: "1 минуты ", 2: "2 минут ", 5: "5 минут ", 21: "21 минуты "}),
        (
            "uk",
            "please-confirm-receipt",
            {1: "1 хвилини ", 2: "2 хвилин ", 5: "5 хвилин ", 21: "21 хвилини "},
        ),
        ("ru", "please-explain", {1: "1 часа ", 2: "2 часов ", 5: "5 часов ", 21: "21 часа "}),
        ("uk", "please-explain", {1: "1 години ", 2: "2 годин ", 5: "5 годин ", 21: "21 години "}),
        (
            "ru",
            "we-are-launching-aircraft",
            {
                1: "1 воздушное судно.",
                2: "2 воздушных судна.",
                5: "5 воздушных судов.",
                21: "21 воздушное судно.",
            },
        ),
        (
            "uk",
            "we-are-launching-aircraft",
            {
                1: "1 повітряне судно.",
                2: "2 повітряні судна.",
                5: "5 повітряних суден.",
                21: "21 повітряне судно.",
            },
        ),
        ("ru", "we-are-moving-convoy", {1: "1 машина.", 2: "2 машины.", 5: "5 машин.", 21: "21 машина."}),
        ("uk", "we-are-moving-convoy", {1: "1 машина.", 2: "2 машини.", 5: "5 машин.", 21: "21 машина."}),
        (
            "ru",
            "we-rescued-your-people",
            {1: "1 человек.", 2: "2 человека.", 5: "5 человек.", 21: "21 человек."},
        ),
        ("uk", "we-rescued-your-people", {1: "1 особа.", 2: "2 особи.", 5: "5 осіб.", 21: "21 особа."}),
    ],
)
def test_nouns_follow_their_number(language: str, phrase: str, nouns: dict[int, str]) -> None:
    for number, noun in nouns.items():
        assert noun in text(named(phrase), language, number=number)


@covers("PHRASE-014")
@EVERY
@pytest.mark.parametrize("phrase", AGREED, ids=lambda phrase: phrase.id)
def test_every_code_word_has_a_text_of_its_own(phrase: Phrase, language: str) -> None:
    for name, kind in phrase.parameters:
        if isinstance(kind, CodeWord):
            values = [{**sample(phrase), name: word} for word in kind.words]
            shown = {
                render(phrase_book(), phrase_book().use(phrase.id, each), language).text for each in values
            }
            assert len(shown) == len(kind.words)


@covers("PHRASE-015")
@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "nicht bekannt"), ("en", "not known here"), ("ru", "здесь неизвестна"), ("uk", "тут невідома")],
)
def test_a_phrase_that_is_not_known_says_so_in_the_reader_s_language(language: str, words: str) -> None:
    use = said(named("read-back"))
    for unknown in (replace(use, book=b"\xab" * 16), replace(use, phrase="surrender\u202e")):
        rendering = render(phrase_book(), unknown, language)
        assert words in rendering.text
        assert unknown.book.hex()[:8] in rendering.text
        assert "495883000" in rendering.text
        assert "\u202e" not in rendering.text
        assert [each.code for each in rendering.findings] == ["unknown-phrase"]
    assert "surrender⟦U+202E⟧" in render(phrase_book(), replace(use, phrase="surrender\u202e"), language).text


@covers("PHRASE-016")
@EVERY
def test_parameters_that_do_not_fit_are_shown_and_reported(language: str) -> None:
    use = said(named("stop-firing-at"))
    for wrong in ((), (1,), ([0, 10**10], "hospital"), ([0, 0], "fleet\x1b"), ([0, 0], "dam", 3)):
        rendering = render(phrase_book(), replace(use, parameters=wrong), language)
        assert "stop-firing-at" in rendering.text
        assert [each.code for each in rendering.findings] == ["unfit-phrase"]
        assert "fleet" not in str(wrong) or "fleet⟦U+001B⟧" in rendering.text


@covers("PHRASE-017")
@EVERY
def test_a_phrase_that_ends_before_it_begins_is_shown_in_full_and_reported(language: str) -> None:
    use = replace(said(named("planned-works")), parameters=(UNTIL, AT))
    rendering = render(phrase_book(), use, language)
    assert spoken(AT) in rendering.text
    assert [each.code for each in rendering.findings] == ["phrase-times"]


@covers("PHRASE-018")
@pytest.mark.parametrize(
    "source", ["", "read-back = { $elsewhere }", "unknown-phrase = { $nothing }", "read-back = {"]
)
def test_a_phrase_without_a_usable_text_is_still_shown(source: str) -> None:
    book = PhraseBook({"en": source})
    for use in (replace(said(named("read-back")), book=book.id), said(named("read-back"))):
        rendering = render(book, use, "en")
        assert rendering.text == "read-back ([495883000, 361200000])"
        assert "phrase-text" in [each.code for each in rendering.findings]


@covers("PHRASE-019", "I23")
@EVERY
def test_no_text_has_anything_a_sender_would_refuse(language: str) -> None:
    for source in texts("phrases").values():
        for line in source.splitlines():
            check_outgoing(line)
    for phrase in AGREED:
        check_outgoing(text(phrase, language))


@covers("PHRASE-016", "PHRASE-019", "I23")
@given(st.sampled_from(AGREED), st.lists(ANY_PARAMETER, max_size=8), st.sampled_from(LANGUAGES))
def test_whatever_a_counterpart_says_is_shown_without_harm(
    phrase: Phrase, parameters: list[object], language: str
) -> None:
    use = PhraseUse(book=phrase_book().id, phrase=phrase.id, parameters=tuple(parameters))  # pyright: ignore[reportArgumentType]
    rendering = render(phrase_book(), use, language)
    assert rendering.text
    assert not [
        each for each in rendering.text if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Co", "Cn"}
    ]


def test_a_language_the_book_does_not_have_is_our_own_mistake() -> None:
    with pytest.raises(LocalError) as caught:
        render(phrase_book(), said(named("read-back")), "fr")
    assert caught.value.code == "FB183"


def test_samples_reach_every_kind_of_parameter() -> None:
    kinds = [kind for phrase in AGREED for _, kind in phrase.parameters]
    assert any(isinstance(kind, PlaceKind) for kind in kinds)
    assert any(isinstance(kind, Quantity) for kind in kinds)
