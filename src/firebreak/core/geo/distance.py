"""A distance in words: never without how it was computed, and how sure the place is that it starts from."""

from typing import Final

KILOMETRE_M: Final = 1_000.0
DIGITS_MAX: Final = 1  # behind the kilometres: nothing that is reported of a place is better

METHOD: Final = {
    "en": "{distance}, geodesic on WGS-84, {place}",
    "de": "{distance}, Geodäte auf WGS-84, {place}",
    "ru": "{distance} по геодезической линии WGS-84, {place}",
    "uk": "{distance} по геодезичній лінії WGS-84, {place}",
}
PLACE: Final = {
    "en": "position ±{off}",
    "de": "Position ±{off}",
    "ru": "место ±{off}",
    "uk": "місце ±{off}",
}
UNKNOWN: Final = {
    "en": "nobody says how exact the position is",
    "de": "wie genau die Position ist, sagt niemand",
    "ru": "точность места не указана",
    "uk": "точність місця не вказано",
}
UNITS: Final = {"en": ("m", "km"), "de": ("m", "km"), "ru": ("м", "км"), "uk": ("м", "км")}
LANGUAGES: Final = tuple(METHOD)


def in_words(metres: float, off_m: float | None, language: str = "en") -> str:
    """`22.8 km, geodesic on WGS-84, position ±100 m`; what is off decides how many digits are told."""
    place = UNKNOWN[language] if off_m is None else PLACE[language].format(off=_amount(off_m, 0.0, language))
    return METHOD[language].format(distance=_amount(metres, off_m or 0.0, language), place=place)


def _amount(metres: float, off_m: float, language: str) -> str:
    small, large = UNITS[language]
    if metres < KILOMETRE_M and off_m < KILOMETRE_M:
        return f"{metres:.0f} {small}"
    digits = 0 if off_m >= KILOMETRE_M else DIGITS_MAX
    text = f"{metres / KILOMETRE_M:,.{digits}f}"
    text = text.removesuffix(".0")
    return f"{text if language == 'en' else _continental(text)} {large}"


def _continental(text: str) -> str:
    """A decimal comma, and a thin space between thousands."""
    return text.replace(",", "\u202f").replace(".", ",")
