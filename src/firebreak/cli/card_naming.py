"""Lines, log keys and entries as a person names them: by the beginning of a name."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firebreak.app.house import House
    from firebreak.core.record.bodies import Named


def chosen_line(house: "House", name: str | None) -> str:
    """The line named, or the only one. Raises LocalError."""
    from firebreak.core.base.errors import LocalError

    names = house.lines()
    if name is None and len(names) == 1:
        return names[0]
    if name is None or name not in names:
        hint = f"name one with --line; there are: {', '.join(names)}"
        raise LocalError(f"which line? {name or 'none'} is not one", code="FB363", hint=hint)
    return name


def log_key(house: "House", start: str) -> bytes:
    """A log key of one of our cards. Raises LocalError."""
    from firebreak.core.base.errors import LocalError
    from firebreak.core.envelope.header import key_id

    keys = dict.fromkeys(each.card.log_key for each in house.cards())
    found = [each for each in keys if key_id(each).hex().startswith(start.lower())]
    if len(found) != 1 or not start:
        known = ", ".join(key_id(each).hex() for each in keys)
        raise LocalError(
            f"no log key of ours begins with {start!r}", code="FB436", hint=f"there are: {known}"
        )
    return found[0]


def own_entry(house: "House", line: str, name: str) -> "Named":
    """An entry of our own log. Raises LocalError."""
    from firebreak.cli.asking import at_node
    from firebreak.core.base.errors import LocalError
    from firebreak.core.record.bodies import Named

    async def work(client: Any) -> dict[str, Any]:
        return await client.ask("cards", line=line, entry=name)

    found = at_node(house, work)["entry"]
    if found is None:
        raise LocalError(
            f"no entry of our log begins with {name!r}",
            code="FB436",
            hint="name it by its hash, with more digits",
        )
    return Named(segment=bytes.fromhex(found["segment"]), seq=found["seq"], hash=bytes.fromhex(found["hash"]))


def contradiction(house: "House", line: str, start: str) -> "tuple[Named, Named]":
    """Two entries of ours under one number. Raises LocalError."""
    from firebreak.cli.asking import at_node
    from firebreak.core.base.errors import LocalError
    from firebreak.core.record.bodies import Named

    async def work(client: Any) -> dict[str, Any]:
        return await client.ask("cards", line=line)

    pairs = [
        [Named(segment=bytes.fromhex(s), seq=n, hash=bytes.fromhex(h)) for s, n, h in each]
        for each in at_node(house, work)["contradictions"]
    ]
    for one, other in pairs:
        if start and (one.hash.hex().startswith(start.lower()) or other.hash.hex().startswith(start.lower())):
            return one, other
    raise LocalError(
        f"no two entries of ours under one number begin with {start!r}",
        code="FB436",
        hint="see them with `firebreak line show`",
    )
