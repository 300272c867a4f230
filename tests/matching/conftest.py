"""What needs the compiled library is skipped where there is no build of it."""

import pytest


@pytest.fixture(scope="session")
def library() -> None:
    """openmined-psi, of the extra `matching`."""
    pytest.importorskip("private_set_intersection", reason="the extra `matching` is not installed")
