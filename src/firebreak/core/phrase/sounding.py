"""How a phrase is said aloud, for officers who read it in a language that is not theirs.

Each phrase has a short spoken form in every language. Russian and Ukrainian forms mark the stressed vowel by
a capital letter, since the spelling does not tell it; the sound follows from the rules below. The spelling of
English does not tell its sound at all, so each word stands in a list. What is written for a reader is a help
to be understood, not a transcription: one letter or two for each sound, as the reader's own language uses
them, the stressed vowel in capitals. German is read by its readers only: no line uses it as a bridge.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

VOWELS: Final = frozenset("аеёиоуыэюяєіїaeiouy")
SOFT: Final = frozenset("ьъ’")
READERS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("ru", "uk"),
    "ru": ("en", "de", "uk"),
    "uk": ("en", "de", "ru"),
}
"For each language that is spoken, the readers whose letters or sounds are others."

_PLAIN: Final = dict(zip("абдзйклмнпртф", "abdzyklmnprtf", strict=True))
_LATIN_EN: Final = _PLAIN | {
    "в": "v", "г": "g", "ж": "zh", "о": "o", "с": "s", "у": "oo", "х": "kh", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ю": "yoo", "я": "ya", "ь": "", "ъ": "", "’": "",
}  # fmt: skip
_LATIN_DE: Final = _LATIN_EN | {
    "в": "w", "ж": "sch", "з": "s", "й": "j", "у": "u", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch",
    "щ": "schtsch", "ю": "ju", "я": "ja",
}  # fmt: skip
_SOUNDS: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("ru", "en"): _LATIN_EN | {"е": "e", "ё": "yo", "и": "ee", "ы": "y", "э": "e"},
    ("ru", "de"): _LATIN_DE | {"е": "e", "ё": "jo", "и": "i", "ы": "y", "э": "e"},
    ("ru", "uk"): {"г": "ґ", "е": "є", "ё": "ьо", "и": "і", "ы": "и", "э": "е", "ъ": "’"},
    ("uk", "en"): _LATIN_EN | {"г": "h", "ґ": "g", "е": "e", "є": "ye", "и": "y", "і": "ee", "ї": "yee"},
    ("uk", "de"): _LATIN_DE | {"г": "h", "ґ": "g", "е": "e", "є": "je", "и": "y", "і": "i", "ї": "ji"},
    ("uk", "ru"): {"ґ": "г", "е": "э", "є": "е", "и": "ы", "і": "и", "ї": "йи", "’": "ъ"},
    ("en", "uk"): {"ё": "ьо", "и": "і", "ы": "и", "э": "е"},
}
_OPENED: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("ru", "en"): {"е": "ye"},
    ("ru", "de"): {"е": "je"},
    ("ru", "uk"): {"ё": "йо"},
    ("en", "uk"): {"ё": "йо"},
}
"Letters that sound otherwise at the beginning of a word and behind a vowel or a sign."
_OTHER_GENITIVE: Final = re.compile(r"([ОоЕе])г(о)$", re.IGNORECASE)
_PLURAL_OF_MANY: Final = frozenset({"много", "строго", "дорого"})
_WORD: Final = re.compile(r"[\w’]+")


@dataclass(frozen=True, slots=True)
class Sounding:
    """What is needed to say spoken forms: how English words are said."""

    english: Mapping[str, str]
    "Lower-case word to its sound in Russian letters, the stressed vowel a capital."

    def said(self, spoken: str, language: str, reader: str) -> str:
        """A spoken form as this reader would write what is heard. Raises KeyError for an unknown word."""
        return _WORD.sub(lambda found: self._word(found[0], language, reader), spoken)

    def _word(self, word: str, language: str, reader: str) -> str:
        if language == "en":
            heard = self.english[word.lower()]
            return heard if reader == "ru" else _written(heard, "en", reader)
        return _written(_reduced(word) if language == "ru" else word, language, reader)


def lexicon(source: str) -> dict[str, str]:
    """The list of English words: a word and its sound on each line, comments begin with `#`."""
    lines = (each for each in source.splitlines() if each and not each.startswith("#"))
    return {word: heard for word, _, heard in (each.partition(" ") for each in lines)}


def shown(spoken: str, language: str) -> str:
    """A spoken form as a heading: without marks of stress, its first letter a capital."""
    plain = spoken.lower() if language in ("ru", "uk") else spoken
    return plain[:1].upper() + plain[1:]


def _reduced(word: str) -> str:
    """Russian as it sounds: unstressed o is a, the ending -ogo is -ovo, -tsya is -tsa."""
    if word.lower() not in _PLURAL_OF_MANY:
        word = _OTHER_GENITIVE.sub(r"\1в\2", word)
    word = re.sub(r"ть?ся$", "тса", word)
    stressed = word != word.lower()
    return word.replace("о", "а") if stressed else word


def _written(word: str, language: str, reader: str) -> str:
    return "".join(_letters(word, language, reader))


def _letters(word: str, language: str, reader: str) -> Iterator[str]:
    sounds, opened = _SOUNDS[language, reader], _OPENED.get((language, reader), {})
    before = ""
    for each in word:
        low = each.lower()
        at_start = before == "" or before in VOWELS or before in SOFT
        heard = opened.get(low) if at_start else None
        heard = sounds.get(low, low) if heard is None else heard
        yield heard.upper() if each != low else heard
        before = low
