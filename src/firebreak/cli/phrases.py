"""`firebreak phrases`: the agreed phrases, each in one language with what it needs."""

import re
from typing import Annotated

import typer

from firebreak.cli.options import Json

Language = Annotated[str, typer.Option("--language", help="de, en, ru or uk.")]


def phrases(language: Language = "en", as_json: Json = False) -> None:
    """List the agreed phrases and what each needs.

    Example: firebreak phrases --language uk
    """
    from firebreak.api.verbs.phrases import book
    from firebreak.cli.terminal import say, say_json, wrapped

    found = book()
    found.wording.check(language)
    facts = [
        {
            "id": each.id,
            "parameters": {name: kind.description for name, kind in each.parameters},
            "text": found.texts[language],
        }
        for each in found.phrases
    ]
    for each in facts:
        each["text"] = _pattern(str(each["text"]), str(each["id"]))
    if as_json:
        say_json({"book": found.hash.hex(), "language": language, "phrases": facts})
        return
    for each in facts:
        say(str(each["id"]), *wrapped(str(each["text"]), "  "))
        needs = each["parameters"]
        assert isinstance(needs, dict)
        say(*(f"    --value {name}=...  {kind}" for name, kind in needs.items()))


def _pattern(source: str, phrase: str) -> str:
    """The sentence as its source writes it, with the names of its parameters in braces."""
    start = re.search(rf"^{re.escape(phrase)} *=((?:.*)(?:\n[ }}].*)*)", source, re.MULTILINE)
    text = "" if start is None else re.sub(r"\{ \$(\w+) ->[^}]*\}", r"{\1}", start[1])
    named = re.sub(r"\{ (?:NUMBER\()?\$(\w+)[^}]*\}", r"{\1}", text)
    return " ".join(named.split())
