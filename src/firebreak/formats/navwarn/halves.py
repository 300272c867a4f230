"""Texts that say everything twice: in Russian and in English, or sent double."""

import re
from typing import Final

_ENGLISH: Final = re.compile(
    r"(?m)(?:^|(?<=\s)|(?<==))(?:COASTAL\s+WARNING|NAVAREA\s+[IVXL]+)\s+(?=[A-Z]*\s*\d)"
)
_RUSSIAN: Final = re.compile(r"[А-Я]{3}")
WORDS_MIN: Final = 12  # fewer words come twice in any text


def halves(text: str) -> list[str]:
    """The Russian and the English text, or the text itself."""
    for match in _ENGLISH.finditer(text):
        before, after = text[: match.start()], text[match.start() :]
        if len(_RUSSIAN.findall(before)) > 3 and not _is_russian(after):  # noqa: PLR2004  more than a name
            return [before, after]
    return _sent_twice(text)


def _is_russian(text: str) -> bool:
    return len(re.findall(r"[А-Я]", text)) > len(re.findall(r"[A-Z]", text))


def _sent_twice(text: str) -> list[str]:
    """The same words once more at the end."""
    found = list(re.finditer(r"\S+", text))
    words = [each[0] for each in found]
    for size in range(len(words) // 2, WORDS_MIN - 1, -1):
        if words[-1] == words[-1 - size] and words[-size:] == words[-2 * size : -size]:
            return [text[: found[-size - 1].end()]]
    return [text]
