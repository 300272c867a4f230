"""`firebreak notice coordinates`: one position, in every form."""

from firebreak.cli.run import GOOD, REFUSED
from firebreak.cli.terminal import safe, say, say_json, table


def show(position: str, *, as_json: bool) -> int:
    """Exit code 1 where a form can be meant in more than one way."""
    from firebreak.cli.finding_words import told
    from firebreak.formats.coordinates.typed import read_typed
    from firebreak.formats.parsed import degrees

    found = read_typed(position)
    if as_json:
        findings = [{"code": each.code, "text": each.text} for each in found.findings]
        say_json({"position_lat_lon": degrees(found.place), "forms": found.forms, "findings": findings})
    else:
        say(*table([[name, form or "none so near to the pole"] for name, form in found.forms.items()]))
        say(*table([["check digits", found.place.check_digits()]]))
        say(*(f"? {safe(each.code)}: {safe(told(each.code, each.text))}" for each in found.findings))
    return REFUSED if found.findings else GOOD
