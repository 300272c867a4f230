"""Two browsers for all tests of a file, and no page of one test in the next."""

from collections.abc import Iterator

import pytest

from tests.sound.desks import Desks, open_desks


@pytest.fixture(scope="module")
def all_desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    with open_desks(tmp_path_factory.mktemp("sound")) as desks:
        yield desks


@pytest.fixture
def desks(all_desks: Desks) -> Iterator[Desks]:
    yield all_desks
    all_desks.close_pages()
