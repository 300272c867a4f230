"""The signer of a node: started, told whose officers count, watched until the node ends."""

import asyncio
import os
from collections.abc import Mapping
from contextlib import suppress

from firebreak.app.house import House
from firebreak.app.lanes import newest_agreed
from firebreak.app.links import Lane, Report
from firebreak.core.base.errors import LocalError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.signer import RefusedToSign
from firebreak.keyring.signer_client import SignerClient


def start(house: House) -> SignerClient:
    """A process of ours, or the service that the configuration names. Raises LocalError."""
    return SignerClient.spawn() if house.config.signer is None else SignerClient.connect(house.config.signer)


def shared_user(house: House, user: int) -> str:
    """A warning when a real line's signer is no more than a process of the node's user; else nothing."""
    if house.config.environment is not Environment.REAL or user != os.geteuid():
        return ""
    return (
        "the signer runs as the node's user, who can read its key file: for a real line give it a user of its"
        " own (docs/signer.md)"
    )


def begin(signer: SignerClient, house: House, passphrase: str) -> None:
    """Have it open its key file and believe our newest card. Raises LocalError, StorageError."""
    if house.config.signer is None:
        signer.begin(house.signer_keys, passphrase, house.config.environment)
    else:
        signer.join(house.config.environment, own_cards(house)[-1].card.log_key)
    *earlier, newest = own_cards(house)
    for each in earlier:  # a takeover is believed by the card before it; one that it remembers is refused
        with suppress(RefusedToSign):
            signer.take_card(each.to_bytes())
    signer.take_card(newest.to_bytes())


def own_cards(house: House) -> list[SignedCard]:
    """Our cards that name the log key in use, the oldest first: a newer key may still wait."""
    cards = house.cards()
    newest = cards[-1].card.log_key
    keys = [each.card.log_key for each in cards]
    key = next((each for each in reversed(keys) if each != newest), newest) if house.waits() else newest
    return [each for each in cards if each.card.log_key == key]


def show_agreements(signer: SignerClient, house: House, lanes: Mapping[str, Lane], report: Report) -> None:
    """Show it what our officers agreed to last on each line; one it does not believe changes nothing."""
    for name, lane in lanes.items():
        agreed = newest_agreed(house, name, lane.line)
        if agreed is None:
            continue
        try:
            signer.take_agreement(lane.line.identity.line, agreed.to_bytes())
        except LocalError as error:
            report(name, str(error))


async def until_gone(signer: SignerClient) -> None:
    """Wait for what must not happen. Raises StorageError when the signer's process has ended."""
    loop = asyncio.get_running_loop()
    gone: asyncio.Future[None] = loop.create_future()

    def look() -> None:
        error = signer.gone()
        if error is not None and not gone.done():
            gone.set_exception(error)

    loop.add_reader(signer.connection, look)
    try:
        await gone
    finally:
        loop.remove_reader(signer.connection)
