"""Lengths as warnings write them."""

import re
from typing import Final

MILE_M: Final = 1852.0
CABLE_M: Final = 185.2
METRES_FROM: Final = 100  # nobody keeps 100 miles off a ship: such an M is a metre

_WORDS: Final = {
    "HALF": 0.5, "ONE HALF": 0.5, "ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5, "SIX": 6,
    "SEVEN": 7, "EIGHT": 8, "NINE": 9, "TEN": 10, "ELEVEN": 11, "TWELVE": 12, "FIFTEEN": 15, "TWENTY": 20,
    "TWENTY-FIVE": 25,
    "THIRTY": 30, "FORTY": 40, "FIFTY": 50, "SIXTY": 60, "HUNDRED": 100, "ONE HUNDRED": 100,
    "ОДНОЙ": 1, "ОДНА": 1, "ДВУХ": 2, "ДВЕ": 2, "ТРЕХ": 3, "ТРИ": 3, "ПЯТИ": 5, "ПЯТЬ": 5, "ДЕСЯТИ": 10,
}  # fmt: skip
_NUMBER: Final = r"\d{1,6}(?:[.,]\d{1,4})?|\.\d{1,3}|" + "|".join(sorted(_WORDS, key=len, reverse=True))
_MILE: Final = (
    r"NAUTICAL\s+MILES?|NAUT\.?\s+MILES?|SEA\s+MILES?|N\.?\s?MILES?|NMI?|MILES?|MI\b|(?:МОРСК\w+\s+)?МИЛ\w*"
)
_UNITS: Final = (
    ("statute mile", 1609.344, r"STATUTE\s+MILES?"),
    ("mile", MILE_M, _MILE),
    ("cable", CABLE_M, r"CABLES?|CBLS?|КАБЕЛЬТОВ\w*|КБТ"),
    ("kilometre", 1000.0, r"KILOMET(?:RE|ER)S?|KMS?|КИЛОМЕТР\w*|КМ"),
    ("metre", 1.0, r"MET(?:RE|ER)S?|MTRS?|МЕТР\w*"),
    ("yard", 0.9144, r"YARDS?|YDS?"),
    ("foot", 0.3048, r"FEET|FOOT|FT"),
    ("m", 0.0, r"M|М"),
)  # fmt: skip
LENGTH: Final = (
    rf"(?P<number>{_NUMBER})\s*-?\s*(?P<unit>{'|'.join(each for _, _, each in _UNITS)})(?![A-ZА-Я])"
)
"A number and a unit; a bare M may be metres or miles."


def metres(match: re.Match[str]) -> tuple[float | None, str]:
    """The length in metres, or None where the unit says two things; and the number as a plain word."""
    unit = match["unit"]
    factor: float | None = next(size for _, size, pattern in _UNITS if re.fullmatch(pattern, unit))
    number = match["number"]
    value = float(_WORDS[number]) if number in _WORDS else float(number.replace(",", "."))
    if not factor:
        factor = 1.0 if value >= METRES_FROM else None
    return (None if factor is None else value * factor), f"{number} {unit}"
