"""`firebreak phrases`: the agreed phrases, each in one language with what it needs."""

import re
from typing import Annotated

import typer

from firebreak.cli.options import Json

Language = Annotated[str, typer.Option("--language", metavar="LANGUAGE", help="de, en, ru or uk.")]


def phrases(language: Language = "en", as_json: Json = False) -> None:
    """List the agreed phrases and what each needs.

    Example: firebreak phrases --language uk
    """
    from firebreak.api.verbs.phrases import book
    from firebreak.cli.terminal import say, say_json, table, wrapped

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
        say(*table([[f"    --value {name}=", _kind(kind)] for name, kind in needs.items()]))


def _kind(description: str) -> str:
    """What to write, in words."""
    match description.split(" "):
        case ["word", *words]:
            return f"one of {', '.join(words)}"
        case ["number", unit, least, most]:
            return f"whole number from {least} to {most}" + (
                "" if unit in ("count", "number") else f" ({unit})"
            )
        case ["place"]:
            return "place, such as 49.5883, 36.12"
        case ["instant"]:
            return "instant, such as 2022-03-23T06:00Z"
        case _:
            return description


def _pattern(source: str, phrase: str) -> str:
    """The sentence as its source writes it, with the names of its parameters in braces."""
    start = re.search(rf"^{re.escape(phrase)} *=((?:.*)(?:\n[ }}].*)*)", source, re.MULTILINE)
    text = "" if start is None else re.sub(r"\{ \$(\w+) ->[^}]*\}", r"{\1}", start[1])
    named = re.sub(r"\{ (?:NUMBER\()?\$(\w+)[^}]*\}", r"{\1}", text)
    return " ".join(named.split())
