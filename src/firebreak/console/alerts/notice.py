"""What leaves this machine when an alarm does: one sentence, the same whatever happened."""

from typing import Final

TEXT: Final = "Firebreak: ALARM, see console"
EXERCISE_TEXT: Final = "Firebreak: EXERCISE ALARM, see console"
TEST_TEXT: Final = "Firebreak: TEST ALARM, see console"


def notice(environment: str, *, test: bool = False) -> str:
    """Never a line, a name, a rank or a word of what happened: phones and mail are not ours alone."""
    if test:
        return TEST_TEXT
    return EXERCISE_TEXT if environment == "exercise" else TEXT
