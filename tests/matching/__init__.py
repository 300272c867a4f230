"""Private matching from the side of the command line; skipped where its libraries are not installed."""

import pytest

pytest.importorskip("h3", reason="the extra `matching` is not installed")
pytest.importorskip("private_set_intersection", reason="the extra `matching` is not installed")
