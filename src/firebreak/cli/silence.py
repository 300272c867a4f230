"""`firebreak silence`: what neutral witnesses say of things that we left at them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName

if TYPE_CHECKING:
    from firebreak.api.client import Client
    from firebreak.catalogue import Spoken

Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="INSTANT", help="Begin, such as 2022-03-23T14:00Z. An hour when left out."
    ),
]
Until = Annotated[str | None, typer.Option("--until", metavar="INSTANT", help="End; now when left out.")]
Language = Annotated[
    str, typer.Option("--language", help="Language of the sentences: de, en, ru or uk.", metavar="LANGUAGE")
]


def silence(
    since: Since = None,
    until: Until = None,
    language: Language = "en",
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Have the witnesses state what was collected of what we left at them, and what was not.

    Their signed words become an entry of our record; `firebreak verify` checks them in a bundle, offline.
    They say collected or not collected, or nothing; never why, and never that anybody knew.

    Exit code 1: no word could be said.

    Example: firebreak silence --since 2022-03-23T14:00Z --until 2022-03-23T15:00Z
    """
    from firebreak.catalogue import speaking
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.terminal import say, say_json

    words = speaking("verify", language)
    facts = at_node(house_at(config), lambda client: _asked(client, line, since, until))
    if as_json:
        say_json(facts)
    else:
        say(*_sentences(facts, words))
    if not any(each["word"] for each in facts["left"]):
        raise typer.Exit(1)


async def _asked(client: "Client", line: str | None, since: str | None, until: str | None) -> dict[str, Any]:
    from firebreak.cli.asking import given, line_of
    from firebreak.cli.times import parse

    name, _, _ = await line_of(client, line)
    ends = {"since": since, "until": until}
    asked = {each: None if text is None else parse(f"--{each}", text) for each, text in ends.items()}
    return {"line": name, **await client.ask("silence", line=name, **given(asked))}


def _sentences(facts: dict[str, Any], words: "Spoken") -> Iterator[str]:
    from firebreak.cli.terminal import instant, wrapped

    span = {"since": instant(facts["since"]), "until": instant(facts["until"])}
    for each in facts["left"]:
        if each["word"] is None:
            yield from wrapped(words.say("silence-no-word", {"target": each["entry"], **span}), "")
            continue
        key = "silence-collected" if each["word"] == "collected" else "silence-not-collected"
        values = {"witnesses": ", ".join(each["witnesses"]), "target": each["entry"]}
        times = {"since": instant(each["since"]), "until": span["until"]}
        yield from wrapped(words.say(key, {**values, **times}), "")
    if not facts["left"]:
        yield from wrapped(words.say("silence-nothing", span), "")
    for each in facts["witnesses"]:
        if not each["answered"]:
            yield words.say("silence-no-answer", {"witness": each["witness"]})
    recorded = facts["statement"]
    yield (
        words.say("silence-recorded", {"entry": recorded}) if recorded else words.say("silence-not-recorded")
    )
