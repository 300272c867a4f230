"""What the reader makes of warnings that were read by hand."""

import pytest

from tests.formats.navwarn.truth import FILES, scores


@pytest.mark.parametrize("file", FILES)
def test_nothing_is_wrong_in_silence(file: str) -> None:
    assert [each.name for each in scores(file) if each.silent] == []


@pytest.mark.parametrize("file", FILES)
def test_nearly_all_warnings_are_read_right(file: str) -> None:
    found = scores(file)
    wrong = [each for each in found if not each.right]
    assert len(wrong) / len(found) <= 0.06, wrong


def test_enough_warnings_were_read_by_hand() -> None:
    assert sum(len(scores(file)) for file in FILES) >= 200
