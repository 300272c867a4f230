import pytest

from tests.core.matching.two_sides import Pair


@pytest.fixture
def pair() -> Pair:
    return Pair()
