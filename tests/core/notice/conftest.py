import pytest

from tests.core.notice.two_sides import Pair


@pytest.fixture
def pair() -> Pair:
    return Pair()
