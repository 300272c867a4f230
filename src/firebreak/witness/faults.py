"""What can go wrong at a witness, each with its code and the next step."""

from pathlib import Path

from firebreak.core.base.errors import LocalError
from firebreak.core.record.adding import Refused, Status


def setting(file: Path, why: str) -> LocalError:
    """The configuration or folder is not of the form."""
    return LocalError(f"{file}: {why}", code="FB400", hint="see the page of the witness in the documentation")


def older_database(path: Path, held: int, noted: int) -> LocalError:
    """The database knows of fewer cosignatures than were given."""
    text = f"{path} holds {held} cosignatures, but {noted} were given: it is an older copy"
    hint = "bring back the newest database; if it is lost, found a new witness with a new name and new keys"
    return LocalError(text, code="FB406", hint=hint)


def clock_behind(seconds: int, newest: int) -> LocalError:
    """The clock shows an earlier time than the newest stamp."""
    text = f"the clock of the witness says {seconds}, its newest stamp {newest}: it gives none until then"
    return LocalError(text, code="FB407", hint="set the clock of the witness right")


def too_many_trees(most: int) -> Refused:
    """A log began more trees than a witness keeps."""
    hint = "agree on another witness: a node that is started so often needs a doctor first"
    return Refused(Status.TOO_MUCH, f"this log began {most} trees", code="FB413", hint=hint)


def not_a_line(why: str) -> LocalError:
    """The files of a line do not belong together."""
    return LocalError(why, code="FB408", hint="take the two offer files that both parties exchanged")
