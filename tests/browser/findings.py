"""What findings are called and how they are told, as the console needs it.

.venv/bin/python -m tests.browser.findings writes `console/src/words/findings/`: of each code its title, and
its sentences beside their English forms, by which a sentence that was signed is found. The texts themselves
stay in `src/firebreak/languages`.
"""

import json
import re
from pathlib import Path
from typing import Final

from firebreak.cli.words import plain_texts
from firebreak.core.phrase.wording import LANGUAGES

FOLDER: Final = Path(__file__).parents[2] / "console" / "src" / "words" / "findings"
PLACEABLE: Final = re.compile(r"\{ \$(\w+) \}")

Told = dict[str, tuple[str, list[tuple[str, str]]]]


def book(language: str) -> Told:
    """By code the title, and pairs of an English form and the one of this language."""
    english, own = plain_texts("findings"), plain_texts("findings", language)
    found: Told = {}
    for key, text in english.items():
        code, dot, _ = key.removeprefix("finding-").partition(".")
        if dot:
            found[code][1].append((_form(text), _form(own[key])))
        else:
            found[code] = (own[key], [])
    return found


def _form(text: str) -> str:
    return PLACEABLE.sub(r"{\1}", text)


def file(language: str) -> Path:
    """Where the texts of a language stand."""
    return FOLDER / f"findings-{language}.json"


def text(language: str) -> str:
    """What stands in the file of a language."""
    return json.dumps(book(language), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in LANGUAGES:
        file(each).write_text(text(each), encoding="utf-8")
