"""Amounts before a unit of length, brought to figures: `1 1/2 MILES`, `TWENTY FIVE MILES`, `20,000 YARDS`.

The tail of such an amount looks like an amount too; read alone, it makes an area smaller than it is.
"""

import re
from typing import Final

_ONES: Final = {
    "ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5, "SIX": 6, "SEVEN": 7, "EIGHT": 8, "NINE": 9,
}  # fmt: skip
_TENS: Final = {
    "TWENTY": 20, "THIRTY": 30, "FORTY": 40, "FIFTY": 50, "SIXTY": 60, "SEVENTY": 70, "EIGHTY": 80,
    "NINETY": 90,
}  # fmt: skip
_UNIT: Final = (
    r"(?:(?:NAUTICAL|NAUT\.?|SEA)\s+MILES?|N\.?\s?MILES?|NM|MILES?|CABLES?|KILOMET(?:RE|ER)S?|KMS?)\b"
)
_SMALL: Final = r"(?:MET(?:RE|ER)S?|MTRS?|YARDS?|YDS?|FEET|FT)\b"
_THOUSANDS: Final = re.compile(rf"(?<![\d.,/-])(\d{{1,3}}),(\d{{3}})(?=\s*(?:{_SMALL}|M\b))")
_TEN_AND_ONE: Final = re.compile(rf"\b({'|'.join(_TENS)})[\s-]+({'|'.join(_ONES)})\b")
_FRACTION: Final = re.compile(
    rf"(?<![\d.,/-])(?:(\d{{1,2}})[\s-]+)?([1-3])/([248])\s*(?:OF\s+)?(?:AN?\s+)?(?={_UNIT})"
)
_AND_A_HALF: Final = re.compile(
    rf"(?<![\d.,/-])\b(\d{{1,2}}|{'|'.join(_ONES)})\s+AND\s+A\s+HALF\s+(?={_UNIT})"
)
_PART: Final = re.compile(
    rf"\b(HALF|(?:ONE\s+|A\s+)?QUARTER|THREE[\s-]+QUARTERS?)\s+(?:OF\s+)?(?:AN?\s+)?(?={_UNIT})"
)
_ONE: Final = re.compile(r"\b(WITHIN|INSIDE|LEAST|BERTH\s+OF|RADIUS\s+OF)\s+AN?\s+(?=(?:NAUTICAL\s+)?MILE\b)")
_WORD: Final = "|".join((*_ONES, *_TENS, "HUNDRED", "THOUSAND", "HALF", "QUARTER", "DOZEN"))
_BEFORE: Final = re.compile(
    rf"(?:\d(?:[\s,.]|\s?-\s?|\s+(?:AND|TO|OR)\s+)?|[/⁄]|\b(?:{_WORD})[\s-]+(?:AND\s+(?:AN?\s+)?)?)$"
)


def plainer_amounts(text: str) -> str:
    """Only amounts with a unit of length behind them are touched."""
    joined = _THOUSANDS.sub(r"\1\2", text)
    counted = _TEN_AND_ONE.sub(lambda each: str(_TENS[each[1]] + _ONES[each[2]]), joined)
    halved = _AND_A_HALF.sub(lambda each: f"{_whole(each[1])}.5 ", counted)
    shared = _FRACTION.sub(lambda each: f"{int(each[1] or 0) + int(each[2]) / int(each[3]):g} ", halved)
    return _ONE.sub(r"\1 1 ", _PART.sub(lambda each: _part(each[1]), shared))


def cut_off(text: str, start: int) -> bool:
    """Whether an amount at `start` is the tail of a longer one that was not understood."""
    return _BEFORE.search(text, max(0, start - 24), start) is not None


def _whole(amount: str) -> int:
    return int(amount) if amount.isdigit() else _ONES[amount]


def _part(words: str) -> str:
    if words == "HALF":
        return "0.5 "
    return "0.75 " if words.startswith("THREE") else "0.25 "
