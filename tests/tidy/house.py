"""How a house rule speaks: every breach on a line of its own, with the place and what to do instead."""

from collections.abc import Iterable


def hold(breaches: Iterable[str]) -> None:
    """Fail with all breaches at once, so that they can be mended in one go."""
    listed = list(breaches)
    assert not listed, "\n" + "\n".join(listed)
