"""`firebreak card history`: which card held when, and which keys were revoked."""

from collections.abc import Iterator
from typing import Any

from firebreak.cli.options import HERE, ConfigPath, Json, LineName


def history(line: LineName = None, config: ConfigPath = HERE, as_json: Json = False) -> None:
    """Show the cards of both parties on a line, from which entry on each holds, and revoked keys.

    Example: firebreak card history --line south
    """
    from firebreak.cli.asking import ask
    from firebreak.cli.terminal import say, say_json

    facts = ask(config, "cards", line=line)
    if as_json:
        say_json(facts)
        return
    for title, side in (("Ours", facts["ours"]), ("Theirs", facts["theirs"])):
        say(title, *(f"  {each}" for each in _lines(side)))


def _lines(side: dict[str, Any]) -> Iterator[str]:
    from firebreak.cli.terminal import instant, listed, safe
    from firebreak.cli.words import word

    for each in side["cards"]:
        since = f"since entry {each['taken'][0]}" if each["taken"] else "compared by voice"
        until = instant(each["valid_until"]) if each["valid_until"] else "no end"
        yield f"card {each['serial']}, {since}, valid until {until}, log key {each['key']}"
        yield f"    officers {listed(each['officers'])}; desks {listed(each['desks'])}"
    if side["offered"] is not None:
        yield f"card {side['offered']}: published, not taken in yet"
    for each in side["revoked"]:
        good = f"good up to entry {each['last_good']}" if each["last_good"] else "no entry stands"
        yield f"{word('told', 'key-revoked')} {each['key']}, {good}: {safe(each['reason'])}"
