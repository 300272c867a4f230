"""Signing the line agreement again after its settings changed."""

from typing import TYPE_CHECKING, Any

from firebreak.cli.terminal import listed, say, say_json, table
from firebreak.core.base.errors import LocalError

if TYPE_CHECKING:
    from firebreak.app.house import House
    from firebreak.cli.signing import Signer
    from firebreak.core.line.agreement import Agreement


def sign_agreement(house: "House", line: str | None, signers: "list[Signer]", *, as_json: bool) -> None:
    """Show what is to be agreed, and let our officers sign it. Raises LocalError."""
    from firebreak.app.ceremony import Ceremony

    name = line or _only(house.lines())
    ceremony = Ceremony(house, name)
    if ceremony.opening() is None:
        hint = f"compare them first: `firebreak pair --line {name}`"
        raise LocalError(f"the digits of line {name!r} have not been compared", code="FB358", hint=hint)
    wanted, last = ceremony.wanted, ceremony.agreed()
    changed = last is None or last.agreement.hash != wanted.hash
    if changed:
        if not as_json:
            say(f"Settings of line {name}, to be agreed:", *table(_rows(wanted)))
        ceremony.agree(wanted, [each.key() for each in signers], house.now())
    if as_json:
        say_json({"line": name, "agreement": wanted.hash.hex(), "changed": changed})
    elif changed:
        say(f"Signed by {listed(each.name for each in signers)}. Start the node again: it offers them.")
    else:
        say("Nothing has changed since these settings were signed.")


def _only(names: list[str]) -> str:
    if len(names) != 1:
        hint = f"name it with --line; there are: {', '.join(names) or 'none'}"
        raise LocalError("there is not just one line here", code="FB332", hint=hint)
    return names[0]


def _kinds(wanted: "Agreement") -> list[str]:
    from firebreak.app.agreeing import KINDS

    return [name for name, kinds in KINDS.items() if {*map(int, kinds)} <= {*wanted.two_person}]


def _rows(wanted: "Agreement") -> list[list[str]]:
    every = wanted.calendar.every_seconds
    rows: list[tuple[str, Any]] = [
        ("line check", f"every {every} s" if every else "only by hand"),
        ("a call rings", f"{wanted.ring_seconds} s"),
        ("padding", wanted.padding.name.lower()),
        ("phrase book", wanted.phrase_book.hex()[:8]),
        ("two officers", ", ".join(_kinds(wanted)) or "nothing"),
        ("witnesses", ", ".join(f"{each.name} of {each.operator}" for each in wanted.witnesses) or "none"),
    ]
    if wanted.witnesses:
        rows.append(("a time takes", f"stamps of {wanted.quorum} operators"))
    return [[f"  {name}", str(text)] for name, text in rows]
