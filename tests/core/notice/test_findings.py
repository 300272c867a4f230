"""What is found in a notice, and which one is not signed at all."""

import re
from dataclasses import replace
from typing import Any

import pytest

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.instants import DAY, HOUR, MINUTE
from firebreak.core.envelope.header import Span
from firebreak.core.geo.area import NOWHERE, Area, AreaKind
from firebreak.core.geo.place import Place
from firebreak.core.notice.answers import NoticeAnswer, Word
from firebreak.core.notice.bodies import Doubt, Ends, Notice, Source, Window, Wording
from firebreak.core.notice.kinds import CODE, SORTS, Group, lead_of, sort_of
from firebreak.core.notice.lead import findings, lead, stops_use
from tests.core.notice.two_sides import AREA, SPAN, SQUARE, START, Pair, answer, firing, read_back, refused
from tests.covering import covers
from tools.tree import ROOT

BOW_TIE = Area.of(AreaKind.POLYGON, SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3])
DOUBTED = Source.of("navwarn", "Ж" * 40, (Doubt(code="window"),))
COMPARED = replace(DOUBTED, confirmed_by="Berg")
PAGE = (ROOT / "spec" / "notice.md").read_text(encoding="utf-8")


def codes(notice: Notice, written: Span = SPAN) -> list[str]:
    return [each.code for each in findings(notice, written)]


@covers("NOTICE-017", "NOTICE-018")
@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, []),
        ({"area": NOWHERE}, ["no-area"]),
        ({"area": BOW_TIE}, ["outline-crossing"]),
        ({"area": Area(kind=AreaKind.NAMED, name="B-17")}, ["outline-unknown"]),
        ({"windows": ()}, ["lead-short", "no-window"]),
        ({"code": "D47"}, ["kind-unknown"]),
        ({"expires_at": START + 90 * DAY}, ["expiry-contradicts"]),
        ({"expires_at": START + 4 * DAY}, ["expiry-contradicts"]),
        ({"expires_at": START + 5 * DAY}, []),
        ({"source": DOUBTED}, ["source-unconfirmed", "source-doubted"]),
        ({"source": COMPARED}, []),
        ({"code": "I51", "windows": (), "ends": Ends.UNTIL_CANCELLED}, []),
        ({"code": "MF3", "area": NOWHERE, "windows": ()}, []),
    ],
)
def test_each_doubt_has_its_finding(more: dict[str, Any], found: list[str]) -> None:
    notice = firing(**more)
    assert codes(notice) == found
    stopping = {"outline-crossing", "expiry-contradicts", "source-doubted"}
    assert stops_use(findings(notice, SPAN)) is bool(stopping & set(found))


@covers("NOTICE-016", "NOTICE-017")
@pytest.mark.parametrize(
    ("code", "emergency", "needed"),
    [
        ("DF2", False, 3 * DAY),
        ("DF0", False, 24 * HOUR),
        ("MF0", False, 14 * DAY),
        ("M24", False, 48 * HOUR),
        ("MF2", True, 24 * HOUR),
        ("DF2", True, 3 * DAY),
        ("P10", False, 0),
    ],
)
def test_the_lead_time_is_counted_from_the_latest_instant_of_writing(
    code: str, emergency: bool, needed: int
) -> None:
    assert lead_of(code, emergency=emergency) == needed
    written = Span(START, START + MINUTE)
    in_time = firing(needed + MINUTE, code=code, emergency=emergency)
    assert not lead(in_time, written).short
    late = firing(needed, code=code, emergency=emergency)
    assert lead(late, written).short is bool(needed)
    assert lead(late, written).given_ms == needed - MINUTE
    assert ("lead-short" in codes(late, written)) is bool(needed)


@covers("NOTICE-015")
def test_a_notice_of_the_past_is_found_and_not_signed(pair: Pair) -> None:
    notice = firing(-DAY)
    assert codes(notice) == ["lead-short", "past"]
    assert refused(lambda: pair.north.notices.speaking.prepare(notice, pair.now)) == "FB606"


@covers("NOTICE-005", "NOTICE-008")
@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"area": BOW_TIE}, "FB602"),
        ({"expires_at": START + 90 * DAY}, "FB606"),
        ({"source": DOUBTED}, "FB606"),
        ({"source": COMPARED}, ""),
        ({"texts": (Wording(language="en", text="a\u202eb"),)}, "FB106"),
        ({"source": Source.of("navwarn", "A\r\nB\u202e")}, ""),
        ({"texts": (Wording(language="en", text="Ж" * 8_000),), "source": COMPARED}, ""),
        ({"texts": tuple(Wording(language=each, text="Ж" * 5_000) for each in ("ru", "uk"))}, "FB104"),
        ({"replaces": bytes(32)}, "FB603"),
    ],
)
def test_what_would_mislead_is_not_signed(pair: Pair, more: dict[str, Any], code: str) -> None:
    assert refused(lambda: pair.north.notices.speaking.prepare(firing(**more), pair.now)) == code


@covers("NOTICE-003", "NOTICE-004", "NOTICE-006", "NOTICE-020")
@pytest.mark.parametrize(
    "change",
    [
        {4: "ZZ9"},
        {4: "df2"},
        {3: []},
        {6: [{1: 5, 2: 4}]},
        {6: [{1: 3, 2: 9}, {1: 8, 2: 12}]},
        {11: [{1: "en", 2: "a"}, {1: "en", 2: "b"}]},
        {13: 16},
        {19: {1: "navwarn", 2: "x", 3: bytes(32)}},
        {5: {1: 2, 2: [bytes(8)]}},
        {5: {1: 3, 2: [bytes(24)]}},
    ],
)
def test_a_body_that_contradicts_itself_is_bad(change: dict[int, Any]) -> None:
    with pytest.raises(CounterpartError):
        Notice.from_map({**firing().to_map(), **change})
    with pytest.raises(ValueError, match="confirm"):
        answer(bytes(32), Word.CONFIRM)
    with pytest.raises(ValueError, match="confirm"):
        answer(bytes(32), Word.COMPLY, read_back=read_back(1))


@covers("NOTICE-003")
def test_every_code_of_the_table_is_one_and_an_unknown_one_has_a_sort() -> None:
    assert all(CODE.fullmatch(each) for each in SORTS)
    assert len({each.name for each in SORTS.values()}) == len(SORTS)
    assert sort_of("D47").name == "unknown"
    assert {each.group for each in SORTS.values()} == set(Group)
    listed = dict(re.findall(r"\b([DIMS]F[0-9]) ([a-z -]+)[,.]", PAGE.replace("\n", " ")))
    assert set(listed) == {each for each in SORTS if each[1] == "F"}


def test_the_example_of_the_spec_is_what_these_bodies_write(pair: Pair) -> None:
    window = Window(opens_at=1_646_460_000_000, closes_at=1_646_481_600_000)
    texts = (Wording(language="en", text="Gunnery off the coast"),)
    notice = Notice(
        from_desk="duty", to=("duty",), code="DF2", area=AREA, windows=(window,), texts=texts, danger=3
    )
    (printed,) = re.findall(r"^```text\n([0-9a-f]+)\n```$", PAGE, re.MULTILINE)
    assert notice.to_bytes().hex() == printed
    assert codes(notice) == []
    name = pair.say(pair.north, notice)
    pair.settle()
    digits = [each.check_digits() for each in SQUARE]
    assert digits[:2] == ["57", "23"]
    wrong = replace(read_back(2)[0], digits="11")
    pair.say(
        pair.south,
        NoticeAnswer(notice=name, word=Word.CONFIRM, desk="duty", read_back=(*read_back(1), wrong)),
    )
    pair.settle()
    assert [side.cases[name].differing for side in pair.sides] == [(2,), (2,)]
    pair.say(pair.south, answer(name, Word.CONFIRM, read_back=read_back(2)))
    assert pair.south.cases[name].confirmed == (1, 2)


def test_a_place_beyond_the_earth_is_refused() -> None:
    with pytest.raises(LocalError):
        Place(900_000_001, 0)
