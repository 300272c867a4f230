"""The phrase book: its hash, and what may be said with it."""

import hashlib
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.catalogue import phrase_book, texts
from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.envelope.said import SaidPhrase
from firebreak.core.geo.place import Place
from firebreak.core.phrase.agreed import AGREED
from firebreak.core.phrase.book import PhraseBook
from firebreak.core.phrase.definition import Phrase, Reaction, Topic
from firebreak.core.phrase.kinds import DESK, MINUTES, CodeWord, Kind, PlaceKind, Quantity
from firebreak.core.phrase.use import PhraseUse
from tests.core.phrase.samples import AT, GOLDEN, UNTIL, agreed, said, sample
from tests.covering import covers

HERE = Place(495_883_000, 361_200_000)
SMALL = (
    Phrase("wait", Topic.MESSAGE, (("minutes", MINUTES),), Reaction.WAIT),
    Phrase("again", Topic.MESSAGE, (), Reaction.REPEAT),
)
SOURCES = {"en": "# note\n\nwait = Wait { $minutes }.  \nagain = Again.\n", "de": "again = Noch einmal.\r\n"}


def refusal(phrase: str, **values: Any) -> LocalError:
    with pytest.raises(LocalError) as caught:
        phrase_book().use(phrase, values)
    return caught.value


@covers("PHRASE-001", "PHRASE-002")
def test_the_hash_covers_the_canonical_content() -> None:
    book = PhraseBook(SOURCES, SMALL)
    content = (
        "phrase again expects=repeat\nphrase wait expects=wait minutes=(number min 1 1440)\n"
        "de|again = Noch einmal.\nen|wait = Wait { $minutes }.\nen|again = Again.\n"
    )
    assert book.canonical() == content
    assert book.hash == hashlib.sha256(b"FIREBREAK/1\0phrase book\0" + content.encode()).digest()


@covers("PHRASE-003")
@pytest.mark.parametrize(
    "source",
    ["wait = Wait { $minutes }.\nagain = Again.", "## x\nwait = Wait { $minutes }.\n# y\n\nagain = Again."],
)
def test_comments_do_not_change_the_hash(source: str) -> None:
    assert PhraseBook({**SOURCES, "en": source}, SMALL).hash == PhraseBook(SOURCES, SMALL).hash


@covers("PHRASE-003")
@pytest.mark.parametrize(
    "other",
    [
        PhraseBook({**SOURCES, "en": SOURCES["en"].replace("Again.", "Again!")}, SMALL),
        PhraseBook({"en": SOURCES["en"]}, SMALL),
        PhraseBook({"de": SOURCES["en"], "en": SOURCES["de"]}, SMALL),
        PhraseBook(SOURCES, SMALL[:1]),
        PhraseBook(
            SOURCES, (replace(SMALL[0], parameters=(("minutes", Quantity(least=2, most=9, unit="min")),)),)
        ),
        PhraseBook(SOURCES, (replace(SMALL[0], reaction=Reaction.ANSWER), SMALL[1])),
        PhraseBook(SOURCES, (replace(SMALL[0], parameters=(("minutes", CodeWord(("a", "b"))),)), SMALL[1])),
    ],
)
def test_any_other_change_changes_the_hash(other: PhraseBook) -> None:
    assert other.hash != PhraseBook(SOURCES, SMALL).hash


@covers("PHRASE-002")
def test_no_text_of_a_language_goes_over_a_blank_line() -> None:
    for source in texts("phrases").values():
        lines = source.split("\n")
        assert not any(not before.strip() and after.startswith(" ") for before, after in pairwise(lines))


@covers("PHRASE-005")
def test_the_agreed_phrases_are_those_of_the_golden_page() -> None:
    assert agreed() == (GOLDEN / "agreed.txt").read_text(encoding="utf-8")
    assert len({each.id for each in AGREED}) == len(AGREED)


@covers("PHRASE-006")
def test_a_phrase_travels_as_book_id_and_parameters_in_order() -> None:
    use = phrase_book().use("stop-firing-at", {"struck": "hospital", "place": HERE})
    expected = {1: phrase_book().hash[:16], 2: "stop-firing-at", 3: [[495_883_000, 361_200_000], "hospital"]}
    assert use.to_map() == expected
    assert len(use.to_bytes()) == 57
    assert phrase_book().use("please-say-again", {}).to_map().keys() == {1, 2}


@covers("PHRASE-006")
@pytest.mark.parametrize("phrase", AGREED, ids=lambda phrase: phrase.id)
def test_every_phrase_comes_back_as_it_was_said(phrase: Phrase) -> None:
    use = PhraseUse.from_bytes(said(phrase).to_bytes())
    assert use == said(phrase)
    assert phrase_book().values(use) == sample(phrase)


@covers("PHRASE-006")
def test_a_phrase_inside_a_message_travels_the_same() -> None:
    for phrase in AGREED:
        travelling = said(phrase).to_map()
        assert SaidPhrase.from_map(travelling).to_map() == travelling


@pytest.mark.parametrize(
    "parameters", [[True], [None], [b"x"], [[1]], [[1, 2, 3]], [[True, 1]], ["x" * 65], [1] * 9, {}, "x"]
)
def test_parameters_no_book_could_have_are_refused_on_the_wire(parameters: Any) -> None:
    with pytest.raises(CounterpartError):
        PhraseUse.from_map({1: bytes(16), 2: "x", 3: parameters})


@covers("PHRASE-007")
def test_an_unknown_phrase_cannot_be_said() -> None:
    error = refusal("stop-everything\u202e")
    assert error.code == "FB184"
    assert "\u202e" not in error.text


@covers("PHRASE-007")
@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({}, "place"),
        ({"place": HERE}, "struck"),
        ({"place": HERE, "struck": "dam", "speed": 3}, "speed"),
        ({"place": (1, 2), "struck": "dam"}, "place"),
        ({"place": HERE, "struck": "fleet"}, "struck"),
        ({"place": HERE, "struck": 7}, "struck"),
    ],
)
def test_a_parameter_that_does_not_fit_is_named(values: dict[str, Any], name: str) -> None:
    error = refusal("stop-firing-at", **values)
    assert error.code == "FB185"
    assert name in error.text
    assert error.hint


@covers("PHRASE-007")
@pytest.mark.parametrize("minutes", [0, -1, 1_441, True, "5", 2.5, None])
def test_numbers_are_whole_and_within_their_bounds(minutes: Any) -> None:
    assert "minutes" in refusal("please-wait", minutes=minutes).text


@covers("PHRASE-007")
@pytest.mark.parametrize("at", [1_648_044_309, AT * 1_000, "2022-03-23"])
def test_an_instant_in_seconds_or_microseconds_is_noticed(at: Any) -> None:
    assert refusal("sent-in-error", at=at).code == "FB185"


@covers("PHRASE-008")
@pytest.mark.parametrize("until", [AT, AT - 1])
def test_a_phrase_ends_after_it_begins(until: int) -> None:
    assert "ends before it begins" in refusal("planned-works", at=AT, until=until).text
    assert phrase_book().use("planned-works", {"at": AT, "until": UNTIL}).parameters == (AT, UNTIL)


@covers("PHRASE-009")
@pytest.mark.parametrize(
    "desk", ["a", "joc", "Harbour 2", "Küstenwache-Nord", "Пост 7", "J3/ops.1", "x" * 40]
)
def test_ordinary_desk_names_pass(desk: str) -> None:
    assert phrase_book().use("call-me-now", {"desk": desk}).parameters == (desk,)


@covers("PHRASE-009")
@pytest.mark.parametrize(
    "desk",
    [
        "",
        " ",
        "x ",
        "-x",
        "x" * 41,
        "a\nb",
        "x” now. Stop firing",
        "a“",
        "a»",
        "a\u202eb",
        "e\u0301",
        "a, b",
        'a"',
        3,
    ],
)
def test_a_desk_name_cannot_pass_for_a_part_of_the_phrase(desk: Any) -> None:
    assert refusal("call-me-now", desk=desk).code == "FB185"


@covers("PHRASE-022")
@pytest.mark.parametrize("callsign", ["AB", "RCH123", "UN-7", "A1", "X" * 12])
def test_ordinary_call_signs_pass(callsign: str) -> None:
    said = phrase_book().use("convoy-arrived", {"callsign": callsign, "place": HERE, "at": AT})
    assert said.parameters[0] == callsign


@covers("PHRASE-022")
@pytest.mark.parametrize(
    "callsign", ["", "A", "ab", "АВ12", "A B", "-AB", "AB-", "X" * 13, "A.B", 12, "AB\n"]
)
def test_a_call_sign_is_spelt_in_latin_capitals_and_digits(callsign: Any) -> None:
    error = refusal("convoy-arrived", callsign=callsign, place=HERE, at=AT)
    assert error.code == "FB185"
    assert "callsign" in error.text


@covers("PHRASE-007")
@pytest.mark.parametrize(
    ("phrase", "name", "wrong"),
    [
        ("we-keep-course-and-speed", "speed_kn", 2_001),
        ("airspace-closed", "altitude_ft", 100_001),
        ("interference-danger", "frequency_khz", 2),
        ("grid-frequency", "millihertz", 50),
        ("line-switched-off", "voltage_kv", 330_000),
        ("radiation-measured", "dose_usvh", -1),
        ("dangerous-operations", "bearing", 360),
    ],
)
def test_a_number_in_another_unit_is_noticed(phrase: str, name: str, wrong: int) -> None:
    found = phrase_book().find(phrase)
    assert found
    assert name in refusal(phrase, **{**sample(found), name: wrong}).text


@given(st.text(max_size=50))
def test_a_desk_name_that_passes_stays_on_one_line(desk: str) -> None:
    try:
        DESK.check(desk)
    except ValueError:
        return
    assert desk.isprintable()
    assert not set(desk) & set("\n“”„«»\"'(){}[];,:!?")


def test_every_phrase_bounds_every_parameter() -> None:
    kinds: list[Kind] = [kind for phrase in AGREED for _, kind in phrase.parameters]
    assert all(kind.description for kind in kinds)
    assert PlaceKind() in kinds
