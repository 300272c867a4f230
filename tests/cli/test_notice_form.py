"""A notice out of options and a file: what is guessed, and what is asked instead."""

from pathlib import Path

import pytest

from firebreak.cli.notice_form import area, form_of, given_window, read_form
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY

PLACES = ["54.9N 19.5E", "54.9N 20.5E", "55°24′ N 020°30′ E"]


@pytest.mark.parametrize(
    ("count", "radius", "buffer", "name", "kind"),
    [
        (1, None, 0, "", "point"),
        (1, 500, 0, "", "circle"),
        (1, None, 0, "B-17", "named"),
        (0, None, 0, "B-17", "named"),
        (2, None, 0, "", "line"),
        (2, None, 300, "", "corridor"),
        (3, None, 0, "", "polygon"),
    ],
)
def test_the_shape_follows_from_the_places_unless_it_is_named(
    count: int, radius: int | None, buffer: int, name: str, kind: str
) -> None:
    found = area("", PLACES[:count], radius, buffer, name)
    assert found is not None
    assert found["kind"] == kind
    assert area("", [], None, 0, "") is None


def test_positions_are_degrees_and_one_that_can_be_meant_in_two_ways_is_asked_about() -> None:
    found = area("", PLACES, None, 0, "")
    assert found is not None
    assert found["positions"] == [[54.9, 19.5], [54.9, 20.5], [55.4, 20.5]]
    with pytest.raises(LocalError) as refused:
        area("", ["37,6 55,7"], None, 0, "")
    assert refused.value.code == "FB607"


def test_options_stand_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "notice.json"
    file.write_text('{"code": "DF2", "activity": "gunnery"}', encoding="utf-8")
    assert read_form(None) == {}
    form = form_of(read_form(file), {"code": "DF0", "contact": None})
    assert form == {"code": "DF0", "activity": "gunnery"}
    for text in ("[1]", "{", ""):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(LocalError) as refused:
            form_of(read_form(file), {})
        assert refused.value.code == "FB607"
    with pytest.raises(LocalError, match="no code"):
        form_of({}, {"code": None})


def test_a_window_has_two_ends() -> None:
    assert given_window("+1d", "+2d", "+30d", 0) == {"windows": [[DAY, 2 * DAY]], "confirm_by": 30 * DAY}
    assert given_window(None, None, None, 0) == {}
    with pytest.raises(LocalError) as refused:
        given_window("+1d", None, None, 0)
    assert refused.value.code == "FB363"
