"""What only an officer can say. The officer's key is opened here and never leaves this process.

The node prepares what is to be said; it is shown; the officer signs it; the node checks it and writes it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firebreak.cli.passphrases import passphrase
from firebreak.core.base.errors import LocalError

if TYPE_CHECKING:
    from firebreak.api.client import Client
    from firebreak.app.house import House
    from firebreak.core.envelope.officer import StatedBody
    from firebreak.keyring.keys import OfficerKey


@dataclass(frozen=True, slots=True)
class Signer:
    """An officer who is about to sign."""

    house: "House"
    name: str
    file: Path | None
    "Where the passphrase lies; None: it is asked for."

    @classmethod
    def of(cls, house: "House", name: str | None, file: Path | None) -> "Signer":
        """The officer named, or the only one with a key here. Raises LocalError."""
        from firebreak.app.house import file_name

        chosen = name or only_officer(house)
        roster = {file_name(each.name): each.name for each in house.card().card.officers}
        if not house.officer_key(chosen).exists():
            raise unknown_officer(house, chosen)
        return cls(house, roster.get(file_name(chosen), chosen), file)

    def key(self) -> "OfficerKey":
        """Open the key file. Raises LocalError."""
        from firebreak.keyring.keys import OfficerKey

        typed = passphrase(self.file, f"officer {self.name}")
        path, environment = self.house.officer_key(self.name), self.house.config.environment
        return OfficerKey.load(path, typed, environment=environment)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the node wants signed, read by this process itself, and when by the node."""

    kind: int
    body: "StatedBody"
    about: bytes
    commitment: bytes
    line: bytes
    "Id of the line, from our own files: the statement holds there and nowhere else."
    now: int
    "By the node's clock, so that exercise clocks agree."
    precedence: str = "routine"
    "It stands in the header of the entry, not in what is signed by the officer."

    def signed_by(self, key: "OfficerKey", environment: Any) -> "StatedBody":
        """The body with the officer's statement."""
        from firebreak.core.base.instants import Instant
        from firebreak.keyring.officer import state

        return state(
            key,
            self.body,
            time=Instant(self.now),
            environment=environment,
            line=self.line,
            entry=self.about,
            commitment=self.commitment,
        )


def signers_of(house: "House", names: list[str] | None, file: Path | None) -> list[Signer]:
    """As many officers as it takes to compare digits or to agree on a line. Raises LocalError."""
    from firebreak.core.envelope.opening import OFFICERS

    signers = [Signer.of(house, name, file) for name in names or [None]]
    needed = OFFICERS[house.config.environment]
    if len({each.name for each in signers}) < needed:
        text = f"{needed} officers have to sign this on a real line, {len(signers)} was named"
        raise LocalError(text, code="FB363", hint="name each with --officer; both have to be here")
    return signers


def officers(house: "House") -> list[str]:
    """Whose keys lie here, as their files are called."""
    folder = house.officer_key("x").parent
    return sorted(each.stem for each in folder.glob("*.key")) if folder.is_dir() else []


def only_officer(house: "House") -> str:
    """The one officer with a key here. Raises LocalError."""
    names = officers(house)
    if len(names) != 1:
        what = "no officer's key is here" if not names else "several officers have a key here"
        hint = "name yours with --officer or FIREBREAK_OFFICER" + (f": {', '.join(names)}" if names else "")
        raise LocalError(what, code="FB364", hint=hint)
    return names[0]


def unknown_officer(house: "House", name: str) -> LocalError:
    """No key of that name."""
    known = ", ".join(officers(house)) or "none"
    return LocalError(f"there is no key of officer {name!r} here", code="FB364", hint=f"there are: {known}")


async def prepare(client: "Client", house: "House", line: str, what: str, **arguments: Any) -> Prepared:
    """Ask the node what is to be signed, and read it here. Raises LocalError."""
    from firebreak.app.ceremony import Ceremony
    from firebreak.core.envelope.kinds import Kind
    from firebreak.core.envelope.officer import StatedBody
    from firebreak.core.line.registry import BODIES

    now = (await client.ask("status"))["now"]
    answer = await client.ask("prepare", what=what, line=line, **arguments)
    body = BODIES[Kind(answer["kind"])].from_bytes(bytes.fromhex(answer["body"]))
    assert isinstance(body, StatedBody)
    about, commitment = bytes.fromhex(answer["about"]), bytes.fromhex(answer["commitment"])
    line_id = Ceremony(house, line).line_id
    precedence = answer.get("precedence", "routine")
    return Prepared(answer["kind"], body, about, commitment, line_id, now, precedence)


async def state(
    client: "Client", line: str, kind: int, body: "StatedBody", precedence: str = "routine"
) -> dict[str, Any]:
    """Have the node write what was signed."""
    said = body.to_bytes().hex()
    return await client.ask("state", line=line, kind=kind, body=said, precedence=precedence)


async def sign(client: "Client", line: str, signer: Signer, prepared: Prepared) -> dict[str, Any]:
    """Open the officer's key, sign, and have it written."""
    body = prepared.signed_by(signer.key(), signer.house.config.environment)
    return await state(client, line, prepared.kind, body, prepared.precedence)
