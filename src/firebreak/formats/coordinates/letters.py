"""Letters and signs as they reach us, brought to one form; no figure is touched."""

import re
import unicodedata
from typing import Final

_SIGNS: Final = str.maketrans({
    "º": "°", "˚": "°", "′": "'", "’": "'", "`": "'", "´": "'", "″": '"', "”": '"', "“": '"', "„": '"',
    "½": " 1/2", "¼": " 1/4", "¾": " 3/4",
    "«": '"', "»": '"', "\t": " ", "\u00a0": " ", "\u200b": None, "\ufeff": None, "\r": None,
    **dict.fromkeys("‐‑‒–—−―౼", "-"),
})  # fmt: skip
_ENTITY: Final = re.compile(r"&(?:NBSP|AMP|QUOT|GT|LT);?", re.IGNORECASE)
_THREE: Final = re.compile(r"(?<=\d-)З(?=\d)")  # the letter typed for the figure
_SPELLED: Final = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,9})?)\s*DEG(?:REE)?S?\b\.?[\s,]*"
    r"(?:(\d{1,2}(?:[.,]\d{1,7})?)\s*MIN(?:UTE)?S?\b\.?[\s,]*(?:(\d{1,2}(?:[.,]\d{1,5})?)\s*SEC(?:OND)?S?\b\.?[\s,]*)?)?"
    r"(NORTH|SOUTH|EAST|WEST|[NSEW])\b"
)
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_HARMLESS: Final = frozenset("\t\n\r\x0b\x0c\u00ad\u200b\ufeff")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co"})


def tidy(text: str) -> str:
    """Upper case, one kind of dash, quote and space; line breaks stay."""
    seen = "".join(each for each in text if each.isascii() or unicodedata.category(each) != "Cf")
    plain = unicodedata.normalize("NFKC", seen.translate(_SIGNS)).translate(_SIGNS)
    plain = _THREE.sub("3", plain)
    return _SPELLED.sub(_signs, _CONTROL.sub(" ", _ENTITY.sub(" ", plain)).upper())


def _signs(match: re.Match[str]) -> str:
    """`54 DEGREES 51 MINUTES NORTH`; degrees alone are a bearing, unless they have a fraction."""
    degrees, minutes, seconds, half = match.groups()
    if minutes is None and degrees.isdigit():
        return match[0]
    return f"{degrees}°" + (f"{minutes}'" if minutes else "") + (f'{seconds}"' if seconds else "") + half


def odd(text: str) -> str:
    """Characters that nobody sees, that turn the direction of writing, or figures of other scripts."""
    found = dict.fromkeys(each for each in text if each not in _HARMLESS and _is_odd(each))
    return ", ".join(f"U+{ord(each):04X}" for each in list(found)[:6])


def _is_odd(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind in _UNSEEN or (kind == "Nd" and not character.isascii())
