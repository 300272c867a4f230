"""Founding a witness: its keys and its configuration file."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from firebreak.core.base.purposes import Environment
from firebreak.keyring.vault import LIGHT, STANDARD
from firebreak.keyring.witness import WitnessKeys
from firebreak.witness import faults
from firebreak.witness.settings import FILE, Settings, read_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What a new witness is asked for."""

    directory: Path
    name: str
    operator: str
    environment: Environment
    listen: str
    passphrase: str = field(repr=False)
    passphrase_file: Path | None = None


def found(plan: Founding) -> Settings:
    """Make the folder of a witness. Raises LocalError, and leaves an existing one untouched."""
    file = plan.directory / FILE
    if file.exists():
        raise faults.setting(file, "there is a witness here already")
    try:
        (plan.directory / "keys").mkdir(parents=True, exist_ok=True)
        (plan.directory / "lines").mkdir(exist_ok=True)
        file.write_text(_configuration(plan), encoding="utf-8")
        settings = read_settings(file)
    except OSError as error:
        raise faults.setting(file, f"cannot be written: {error.strerror}") from error
    cost = LIGHT if plan.environment is Environment.EXERCISE else STANDARD
    WitnessKeys.generate().save(settings.keys, plan.passphrase, environment=plan.environment, cost=cost)
    return settings


def _configuration(plan: Founding) -> str:
    values = {
        "name": plan.name,
        "operator": plan.operator,
        "environment": plan.environment.name.lower(),
        "listen": plan.listen,
    }
    if plan.passphrase_file is not None:
        values["passphrase_file"] = str(plan.passphrase_file)
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
    return "\n".join(
        ["# A witness. See the page of the witness in the documentation.", "[witness]", *lines, ""]
    )
