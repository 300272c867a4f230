"""Words for the names that machines use, from the language files, so that they are the same everywhere.

The words wanted here have no parameters; they are read straight from the file, since the library that renders
the others takes longer to import than most commands run.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Final

WORD: Final = re.compile(r"^([a-z][a-z0-9-]*) = (.*)$|^ +\.([a-z]+) = (.*)$", re.MULTILINE)


def word(family: str, name: str, *, subject: str = "events", language: str = "en") -> str:
    """`received by their node` for the family `receipt` and the name `stored`."""
    key = f"{family}-{name.lower().replace('_', '-')}"
    return plain_texts(subject, language).get(key) or name.replace("_", " ")


@cache
def plain_texts(subject: str, language: str = "en") -> dict[str, str]:
    """Every text of one subject by its key; `outcome-busy.meaning` names an attribute."""
    source = (files("firebreak") / "languages" / language / f"{subject}.ftl").read_text(encoding="utf-8")
    texts: dict[str, str] = {}
    last = ""
    for found in WORD.finditer(source):
        last = found[1] or last
        texts[last if found[1] else f"{last}.{found[3]}"] = found[2] or found[4] or ""
    return texts
