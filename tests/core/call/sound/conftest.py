import pytest

from tests.core.call.wire import Pair


@pytest.fixture
def pair() -> Pair:
    return Pair()
