"""One cell of an imported timeline: read strictly, refused with row, column, value and what is expected."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.core.base.text import faults, name_of
from firebreak.core.ledger.days import YEAR_MAX, YEAR_MIN, read_day

TEXT_LENGTH_MAX: Final = 2_000  # a summary is a few sentences; more is a pasted article
IDENTIFIER_LENGTH_MAX: Final = 64  # short enough to be cited in a sentence
NAME_LENGTH_MAX: Final = 200  # parties, desks, channels, kinds of event
SHOWN_LENGTH_MAX: Final = 60  # of a refused value, so that the error stays one line
COUNT_MAX: Final = 1_000_000  # attempts in one row; beyond it a column slipped

_IDENTIFIER: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_WHOLE: Final = re.compile(r"[0-9]{1,9}")
_AMOUNT: Final = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")
_TIME: Final = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_ADDRESS: Final = re.compile(r"https?://\S{3,}")
_DOUBT: Final = re.compile(r"([a-z_0-9]+)(\(.*\))?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and where it stands, so that every refusal can say so."""

    row: str
    "The row's id, or empty where the id itself is not known."
    line: int
    "Line of the file on which the row ends."
    column: str
    value: str

    def refusal(self, expected: str, *, code: str = "FB204") -> LocalError:
        """The error naming row, column and value; the hint says what is expected."""
        where = f"row {self.row} (line {self.line})" if self.row else f"line {self.line}"
        cut = self.value[:SHOWN_LENGTH_MAX]
        shown = ascii(cut) if any(faults(cut)) else f"'{cut}'"
        more = " …" if cut != self.value else ""
        text = f"{where}, column {self.column}: {shown}{more} does not fit"
        return LocalError(text, code=code, hint=f"expected {expected}")


def as_text(cell: Cell, length_max: int = TEXT_LENGTH_MAX) -> str:
    """One line of visible text; may be empty."""
    if len(cell.value) > length_max:
        raise cell.refusal(f"at most {length_max} characters, not {len(cell.value)}")
    if "\n" in cell.value or cell.value != cell.value.strip():
        raise cell.refusal("one line of text without spaces around it")
    for fault in faults(cell.value):
        sign = name_of(cell.value[fault.position])
        raise cell.refusal(f"visible text; {sign} at position {fault.position + 1} {fault.reason}")
    return cell.value


def as_name(cell: Cell) -> str:
    """A short name; may be empty."""
    return as_text(cell, NAME_LENGTH_MAX)


def as_filled(cell: Cell) -> str:
    """A short name that must be given."""
    if not cell.value:
        raise cell.refusal("a value; this cell may not be empty")
    return as_name(cell)


def as_identifier(cell: Cell) -> str:
    """The row's own name."""
    if not _IDENTIFIER.fullmatch(cell.value) or len(cell.value) > IDENTIFIER_LENGTH_MAX:
        signs = f"at most {IDENTIFIER_LENGTH_MAX} letters, digits, '.', '_' and '-'"
        raise cell.refusal(f"an id of {signs}, for example UR-05")
    return cell.value


def as_day(cell: Cell) -> date:
    """A day, written in full."""
    try:
        return read_day(cell.value)
    except ValueError:
        raise cell.refusal(f"a day such as 2022-02-24, from {YEAR_MIN} to {YEAR_MAX}") from None


def as_choice(cell: Cell, choices: Collection[str]) -> str:
    """One of a closed list of words."""
    if cell.value not in choices:
        raise cell.refusal("one of " + ", ".join(choices))
    return cell.value


def as_count(cell: Cell) -> int | None:
    """A whole number, or None where the number was not published."""
    if not cell.value:
        return None
    if not _WHOLE.fullmatch(cell.value) or int(cell.value) > COUNT_MAX:
        raise cell.refusal(f"a whole number up to {COUNT_MAX}, or nothing where none was published")
    return int(cell.value)


def as_amount(cell: Cell) -> Decimal | None:
    """Minutes or kilometres, exactly as written."""
    if not cell.value:
        return None
    if not _AMOUNT.fullmatch(cell.value):
        raise cell.refusal("a number such as 24 or 3.03, or nothing")
    return Decimal(cell.value)


def as_minute(cell: Cell) -> int | None:
    """The minute of the day a time such as 09:00 names."""
    if not cell.value:
        return None
    read = _TIME.fullmatch(cell.value)
    if not read:
        raise cell.refusal("a time from 00:00 to 23:59, or nothing")
    return int(read[1]) * 60 + int(read[2])


def as_address(cell: Cell) -> str:
    """The web address of a source; may be empty."""
    if as_text(cell) and not _ADDRESS.fullmatch(cell.value):
        raise cell.refusal("a web address that begins with http:// or https://")
    return cell.value


def as_doubts(cell: Cell, columns: Collection[str]) -> tuple[str, ...]:
    """The columns a row marks as doubtful: `date_end;outcome(declined vs no answer)`."""
    parts = as_text(cell).split(";") if cell.value else []
    return tuple(_doubt(cell, part.strip(), columns) for part in parts)


def _doubt(cell: Cell, part: str, columns: Collection[str]) -> str:
    read = _DOUBT.fullmatch(part)
    if not read or read[1] not in columns:
        raise cell.refusal("names of columns with ';' between them, a remark in brackets after any of them")
    return read[1]
