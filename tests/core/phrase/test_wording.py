"""Texts in Fluent: what is wrong with a language file or a call is said, not guessed around."""

import subprocess
import sys

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.phrase.wording import Wording


def refusal(source: str, key: str, **parameters: int | str) -> LocalError:
    with pytest.raises(LocalError) as caught:
        Wording({"en": source}).say("en", key, parameters)
    return caught.value


def test_a_text_and_its_attributes_are_found_by_key() -> None:
    wording = Wording({"en": "busy = busy\n    .meaning = A person said so at { $at }.\n-term = x\n"})
    assert wording.keys("en") == {"busy", "busy.meaning"}
    assert wording.say("en", "busy") == "busy"
    assert wording.say("en", "busy.meaning", {"at": "noon"}) == "A person said so at noon."


@pytest.mark.parametrize("piecemeal", [False, True])
def test_a_text_read_by_itself_says_what_it_says_among_all(piecemeal: bool) -> None:
    source = (
        "a = x\n\n## Topic\n\nb =\n    { $n ->\n        [one] one\n"
        "       *[other] many\n    } = y\n    .spoken = z\n"
    )
    wording = Wording({"en": source}, piecemeal)
    assert wording.say("en", "b", {"n": 1}) == "one = y"
    assert wording.say("en", "b.spoken") == "z"
    assert wording.say("en", "a") == "x"
    assert wording.keys("en") == {"a", "b", "b.spoken"}
    with pytest.raises(LocalError) as caught:
        wording.say("en", "c")
    assert caught.value.code == "FB181"


def test_a_phrase_of_a_large_book_is_read_without_reading_the_book() -> None:
    broken = Wording({"en": "a = {\nb = x\n"}, piecemeal=True)
    assert broken.say("en", "b") == "x"
    with pytest.raises(LocalError) as caught:
        broken.say("en", "a")
    assert caught.value.code == "FB180"


def test_no_isolates_stand_around_parameters() -> None:
    assert Wording({"en": "a = { $b }"}).say("en", "a", {"b": "x"}) == "x"


@pytest.mark.parametrize("number", [0, 7, 1_234_567, -1_234])
def test_numbers_are_plain_digits_in_every_language(number: int) -> None:
    for language in ("de", "en", "ru", "uk"):
        assert Wording({language: "a = { $n }"}).say(language, "a", {"n": number}) == str(number)


@pytest.mark.parametrize(
    ("source", "key", "code"),
    [
        ("a = x\nb = {", "a", "FB180"),
        ("a = x\na = y", "a", "FB180"),
        ("a = x", "b", "FB181"),
        ("a = x", "a.meaning", "FB181"),
        ("a = { $missing }", "a", "FB182"),
        ("a = { nowhere }", "a", "FB182"),
        ("a = { FOO(1) }", "a", "FB182"),
    ],
)
def test_a_faulty_text_is_an_error_with_a_code_and_a_hint(source: str, key: str, code: str) -> None:
    error = refusal(source, key)
    assert error.code == code
    assert error.hint


def test_a_parameter_too_long_for_the_library_is_refused_before_it_is_cut() -> None:
    assert refusal("a = { $b }", "a", b="x" * 2_001).code == "FB182"


def test_the_slow_library_is_not_imported_before_a_text_is_rendered() -> None:
    script = (
        "import sys; from firebreak.catalogue import phrase_book; phrase_book().hash;"
        "print([name for name in sys.modules if name.split('.')[0] in ('fluent', 'babel')])"
    )
    path = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
