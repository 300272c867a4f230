"""Cards of a party whose root keys lie in its folder: officers come and go while the node runs."""

import asyncio
from pathlib import Path

from firebreak.api.client import Client
from firebreak.app.house import House
from firebreak.app.renewing import Changes, Renewal
from firebreak.core.base.instants import Instant
from firebreak.keyring.keys import OfficerKey, RootKeys
from tests.plays.paired import PASSPHRASE


async def renewed(folder: Path, client: Client, changes: Changes) -> None:
    """The next card, on every line of the running node."""
    house = House.at(folder)
    environment = house.config.environment
    now = Instant((await client.ask("status"))["now"])

    def renew() -> None:
        root = RootKeys.load(house.root / "keys" / "root.key", PASSPHRASE, environment=environment)
        releasing = [
            OfficerKey.load(house.officer_key(f"{folder.name} {each}"), PASSPHRASE, environment=environment)
            for each in ("one", "two")
        ]
        Renewal(house, root, now).renew(changes, releasing, PASSPHRASE)

    await asyncio.to_thread(renew)
    await client.ask("cards.pass")
