"""Texts of zones: in ED-318 lists of texts with their languages, in ED-269 plain ones."""

from typing import Any, Final

from firebreak.formats.drafts import UNSAID, Notes, cut
from firebreak.formats.json_text import listing, mapping, words

LANGUAGES_MAX: Final = 8
LANGUAGE_LETTERS_MAX: Final = 8


def said(value: Any) -> str:
    """In English, or else in the first language that there is."""
    found = _by_language(value)
    english = [text for language, text in found.items() if language.startswith("en")]
    return (english or list(found.values()) or [""])[0]


def in_languages(zone: dict[str, Any], notes: Notes) -> tuple[tuple[str, str], ...]:
    """What a zone says in each of its languages: its name, its message, its conditions."""
    parts = [_by_language(zone.get(each)) for each in ("name", "message")]
    conditions = words(zone.get("restrictionConditions"))
    languages = dict.fromkeys(language for part in parts for language in part)
    found: list[tuple[str, str]] = []
    for language in list(languages or ({UNSAID: 0} if conditions else {}))[:LANGUAGES_MAX]:
        lines = [*(part.get(language, "") for part in parts), conditions]
        found.append((language, cut("\n".join(filter(None, lines)), notes)))
    return tuple(each for each in found if each[1])


def _by_language(value: Any) -> dict[str, str]:
    if isinstance(value, str):
        return {UNSAID: value.strip()} if value.strip() else {}
    found: dict[str, str] = {}
    for each in map(mapping, listing(value)):
        language = words(each.get("lang"))[:LANGUAGE_LETTERS_MAX] or UNSAID
        if text := words(each.get("text")):
            found.setdefault(language, text)
    return found
