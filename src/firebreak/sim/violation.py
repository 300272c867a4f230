"""What ends a simulated day early."""


class Violation(Exception):
    """An invariant does not hold."""

    def __init__(self, invariant: str, text: str) -> None:
        super().__init__(f"{invariant}: {text}")
        self.invariant = invariant


class Crashed(Exception):
    """A process ends here; what it held in memory is gone."""


def hold(invariant: str, holds: bool, text: str) -> None:
    """Raise Violation unless it holds."""
    if not holds:
        raise Violation(invariant, text)
