"""What goes to standard error: errors, hints, progress. Facts go to standard output."""

import os
import sys
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import FirebreakError

RED: Final = "31"


def coloured(stream: object) -> bool:
    """Whether a stream shows colours. `NO_COLOR` and `TERM=dumb` say no; meaning never hangs on them."""
    terminal = getattr(stream, "isatty", lambda: False)()
    return bool(terminal) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_error(error: FirebreakError) -> None:
    """`error FB358: …`, and below it what to do."""
    from firebreak.core.base.sinks import for_terminal

    word = f"\x1b[{RED}merror {error.code}:\x1b[0m" if coloured(sys.stderr) else f"error {error.code}:"
    sys.stderr.write(f"{word} {for_terminal(error.text)}\n")
    if error.hint:
        sys.stderr.write(f"hint: {for_terminal(error.hint)}\n")


def note(text: str) -> None:
    """A remark for the person, not part of the facts."""
    from firebreak.core.base.sinks import for_terminal

    sys.stderr.write(f"{for_terminal(text)}\n")
    sys.stderr.flush()


@dataclass(slots=True)
class Progress:
    """One line that is written over on a terminal; elsewhere each new text is a line of its own."""

    shown: int = 0
    last: str = ""
    quiet: bool = False
    over: bool = field(default_factory=sys.stderr.isatty)

    def say(self, text: str) -> None:
        """Show where the work stands."""
        if self.quiet or text == self.last:
            return
        self.last = text
        if self.over:
            sys.stderr.write("\r" + text.ljust(self.shown))
            self.shown = len(text)
        else:
            sys.stderr.write(f"{text}\n")
        sys.stderr.flush()

    def end(self) -> None:
        """Leave the line."""
        if self.over and self.shown and not self.quiet:
            sys.stderr.write("\r" + " " * self.shown + "\r")
            sys.stderr.flush()
        self.shown = 0
