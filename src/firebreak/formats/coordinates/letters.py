"""Letters and signs as they reach us, brought to one form; no figure is touched."""

import re
import unicodedata
from typing import Final

_SIGNS: Final = str.maketrans({
    "º": "°", "˚": "°", "′": "'", "’": "'", "`": "'", "´": "'", "″": '"', "”": '"', "“": '"', "„": '"',
    "«": '"', "»": '"', "\t": " ", "\u00a0": " ", "\u200b": None, "\ufeff": None, "\r": None,
    **dict.fromkeys("‐‑‒–—−―౼", "-"),
})  # fmt: skip
_ENTITY: Final = re.compile(r"&(?:NBSP|AMP|QUOT|GT|LT);?", re.IGNORECASE)
_THREE: Final = re.compile(r"(?<=\d-)З(?=\d)")  # the letter typed for the figure
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def tidy(text: str) -> str:
    """Upper case, one kind of dash, quote and space; line breaks stay."""
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    plain = _THREE.sub("3", plain)
    return _CONTROL.sub(" ", _ENTITY.sub(" ", plain)).upper()
