"""What stands beside area, windows and words: kept, or said to be left out; and the mark of an exercise."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import Area, AreaKind
from firebreak.core.geo.place import Place
from firebreak.formats.drafts import Draft
from firebreak.formats.files import WHOLE, WRITERS, Desk, read, sayable, writer
from firebreak.formats.forms import draft_of, form_of
from firebreak.formats.parsed import Window

PLACE: Final = Place(547000000, 205000000)
DESK: Final = Desk(now=datetime(2026, 3, 1, tzinfo=UTC))
TOLD: Final[dict[str, Any]] = {
    "notice": "ab" * 32,
    "code": "DF2",
    "activity": "Firing",
    "area": {"kind": "circle", "positions": [[54.7, 20.5]], "radius_m": 2_000},
    "windows": [["2026-03-02T08:00Z", "2026-03-02T12:00Z"]],
    "at": 1_772_323_200_000,
    "texts": {"en": "Keep off."},
    "precedence": "immediate",
    "danger": ["ships", "aircraft"],
    "ends": "estimated",
    "emergency": True,
    "schedule": "DAILY 08-12",
    "confirm_by": 1_772_500_000_000,
    "movement": {"name": "Convoy 7", "marking": "", "persons": 12},
    "approach": None,
    "phrase": {"id": "stop-firing-at", "text": "Stop firing."},
}
SAID: Final = {
    "precedence": "immediate",
    "danger": ["ships", "aircraft"],
    "ends": "estimated",
    "emergency": True,
    "schedule": "DAILY 08-12",
    "confirm_by": "2026-03-03T01:06:40Z",
    "phrase": "Stop firing.",
    "movement": {"name": "Convoy 7", "persons": 12},
}


def test_a_notice_as_the_node_tells_it_keeps_what_stands_beside() -> None:
    assert draft_of(TOLD).beside == SAID
    plain = {"precedence": "routine", "danger": [], "ends": "fixed", "emergency": False, "confirm_by": None}
    assert draft_of(TOLD | plain | dict.fromkeys(("schedule", "movement", "phrase"))).beside == {}


@pytest.mark.parametrize("kind", sorted(WHOLE))
def test_formats_with_properties_carry_it_and_a_form_takes_it_back(kind: str) -> None:
    made = writer(kind)([draft_of(TOLD)], DESK)
    assert "fields-lost" not in {each.code for each in made.losses}
    (draft,) = read(made.data)
    assert draft.beside == SAID
    form = form_of(draft, made.data)
    assert {name: form.get(name) for name in SAID} == SAID | {"precedence": None, "phrase": None}


@pytest.mark.parametrize("kind", sorted(WRITERS.keys() - WHOLE))
def test_all_others_say_that_they_leave_it_out(kind: str) -> None:
    (lost,) = [each for each in writer(kind)([draft_of(TOLD)], DESK).losses if each.code == "fields-lost"]
    assert "danger" in lost.text and "ends" in lost.text


EXERCISE: Final = Draft(
    source_format="firebreak", identifier="cd" * 32, code="DF2", title="Firing", exercise=True,
    area=Area.of(AreaKind.CIRCLE, Place(547_000_000, 205_000_000), radius_m=2_000),
    windows=(Window(datetime(2026, 3, 2, 8, tzinfo=UTC), datetime(2026, 3, 2, 12, tzinfo=UTC)),),
    texts=(("en", "Keep off."),), issued_at=DESK.now,
)  # fmt: skip


@pytest.mark.parametrize("kind", sorted(WRITERS.keys() - {"f3548"}))
def test_no_copy_of_an_exercise_is_taken_for_the_real_thing(kind: str) -> None:
    (draft,) = read(writer(kind)([EXERCISE], DESK).data)
    assert {each.code for each in draft.findings} & {"not-actual", "test-message"}
    real = read(writer(kind)([replace(EXERCISE, exercise=False)], DESK).data)
    assert not {each.code for each in real[0].findings} & {"not-actual", "test-message"}


@pytest.mark.parametrize("kind", ["cap", "cot", "ed318", "geojson", "kml"])
def test_the_mark_stands_in_every_text_that_people_read(kind: str) -> None:
    written = writer(kind)([EXERCISE], DESK).data.decode()
    for text in ("Firing", "Keep off."):
        assert written.count(text) == written.count(f"EXERCISE: {text}") + written.count(f"EXERCISE. {text}")


def test_a_copy_of_ours_reads_back_without_the_mark() -> None:
    for kind in WHOLE:
        (draft,) = read(writer(kind)([EXERCISE], DESK).data)
        assert (draft.title, draft.text(), draft.exercise) == ("Firing", "Keep off.", True)


def test_a_format_that_could_not_say_it_gets_none() -> None:
    with pytest.raises(LocalError, match="exercise") as caught:
        writer("f3548")([EXERCISE], DESK)
    assert caught.value.code == "FB624"


def test_of_several_notices_those_that_a_format_cannot_say_are_named_and_the_others_written() -> None:
    small = draft_of(TOLD | {"ends": "fixed"})
    large = replace(small, identifier="cd" * 32, area=Area.of(AreaKind.CIRCLE, PLACE, radius_m=90_000))
    fit, lost = sayable("whiteflag", [large, small], DESK)
    assert fit == [small]
    (loss,) = lost
    assert loss.code == "notice-lost"
    assert "cd" * 32 in loss.text
    assert "90000 m" in loss.text
    for drafts in ([large], [large, large]):
        with pytest.raises(LocalError) as caught:
            sayable("whiteflag", drafts, DESK)
        assert caught.value.code == "FB624"
