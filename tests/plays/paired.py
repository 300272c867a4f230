"""Two parties that have been founded and paired, made once and copied for each play."""

import shutil
import socket
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from firebreak.app.ceremony import Ceremony
from firebreak.app.founding import Founding, found
from firebreak.app.house import House
from firebreak.core.base.purposes import Environment
from firebreak.keyring.keys import OfficerKey
from firebreak.runtime.clocks import SystemClock

PASSPHRASE = "a passphrase for plays"
PARTIES = {"north": "south", "south": "north"}
PORT_PLACE = "127.0.0.1:1"
"Stands in the made configuration for the port that each play gets anew."


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def copy_paired(folder: Path) -> None:
    """Folders `north` and `south`; south dials north."""
    port = free_port()
    for name in PARTIES:
        shutil.copytree(_made() / name, folder / name)
        file = folder / name / "firebreak.toml"
        text = file.read_text(encoding="utf-8").replace(PORT_PLACE, f"127.0.0.1:{port}")
        file.write_text(text, encoding="utf-8")


@cache
def _made() -> Path:
    folder = Path(mkdtemp(prefix="firebreak-plays-"))
    now = SystemClock().read().wall
    for name, other in PARTIES.items():
        found(
            Founding(
                directory=folder / name,
                party=name.title(),
                environment=Environment.EXERCISE,
                passphrase=PASSPHRASE,
                now=now,
                desks=("duty", "minister"),
                officers=(f"{name} one", f"{name} two"),
                listen=PORT_PLACE if name == "north" else None,
                listen_seconds=5,
            )
        )
        line = f"\n[lines.{other}]\nchecks_every_seconds = 0\n"
        dial = f'dial = ["{PORT_PLACE}"]\n' if name == "south" else ""
        file = folder / name / "firebreak.toml"
        file.write_text(file.read_text(encoding="utf-8") + line + dial, encoding="utf-8")
    ceremonies = {name: Ceremony(House.at(folder / name), other) for name, other in PARTIES.items()}
    for name, other in PARTIES.items():
        ceremonies[name].take_in(ceremonies[other].offer().to_bytes(), now)
    for name, other in PARTIES.items():
        house = ceremonies[name].house
        key = OfficerKey.load(house.officer_key(f"{name} one"), PASSPHRASE, environment=Environment.EXERCISE)
        ceremonies[name].compare("".join(ceremonies[other].pairing(now).digits.ours), [key], now)
    return folder
