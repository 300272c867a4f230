"""What is found in notices and texts, in the language of the reader.

What a program found is signed and travels in English, so that both sides hold the same sentence. A reader's
sentence is found by its English form: the file of English has every form in which a finding is told, and what
stands between its braces is what it tells. A sentence of no known form stays as it is, after the title of its
code.
"""

import re
from contextvars import ContextVar
from functools import cache
from typing import Final, NamedTuple

from firebreak.cli.words import plain_texts
from firebreak.core.base.errors import LocalError
from firebreak.core.phrase.wording import LANGUAGES

READER: Final = ContextVar("READER", default="en")
"The language of whoever reads what this command says."
PLACEABLE: Final = re.compile(r"\{ \$(\w+) \}")


def read_in(language: str) -> None:
    """What is found is told in this language from now on. Raises LocalError for one that we do not have."""
    if language not in LANGUAGES:
        hint = f"one of {', '.join(LANGUAGES)}"
        raise LocalError(f"there are no texts in {language[:20]!r}", code="FB363", hint=hint)
    READER.set(language)


def title(code: str, language: str = "") -> str:
    """What a code means, in a few words."""
    language = language or READER.get()
    return plain_texts("findings", language).get(f"finding-{code}") or code.replace("-", " ")


def told(code: str, text: str, language: str = "") -> str:
    """One sentence for a person."""
    language = language or READER.get()
    key, values = found_form(code, text)
    if not key:
        known = title(code, language)
        return f"{known}: {text}" if text and language != "en" else text or known
    return filled(plain_texts("findings", language)[key], values)


def found_form(code: str, text: str) -> tuple[str, dict[str, str]]:
    """The key of the form that a sentence has, with its values; of several the one that says the most."""
    matching = [(form, values_of(form.text, text)) for form in _forms().get(code, ())]
    best = max(
        ((form, values) for form, values in matching if values is not None),
        key=lambda each: len(PLACEABLE.sub("", each[0].text)),
        default=None,
    )
    return ("", {}) if best is None else (best[0].key, best[1])


def values_of(form: str, text: str) -> dict[str, str] | None:
    """What a sentence tells in this form, or None where it has another; without going back, in one pass."""
    parts = PLACEABLE.split(form)
    literals, names = parts[::2], parts[1::2]
    if not names:
        return {} if text == form else None
    at, end = len(literals[0]), len(text) - len(literals[-1])
    if not (text.startswith(literals[0]) and text.endswith(literals[-1])):
        return None
    values: list[str] = []
    for each in literals[1:-1]:
        found = text.find(each, at + 1, max(at, end))
        if found < 0:
            return None
        values.append(text[at:found])
        at = found + len(each)
    values.append(text[at:end] if at <= end else "")
    return dict(zip(names, values, strict=True)) if all(values) else None


def filled(form: str, values: dict[str, str]) -> str:
    """A form with what it tells."""
    return PLACEABLE.sub(lambda each: values[each[1]], form)


class Form(NamedTuple):
    """One sentence of the catalogue."""

    key: str
    text: str


@cache
def _forms() -> dict[str, list[Form]]:
    found: dict[str, list[Form]] = {}
    for key, text in plain_texts("findings").items():
        code, dot, _ = key.removeprefix("finding-").partition(".")
        if dot:
            found.setdefault(code, []).append(Form(key, text))
    return found
