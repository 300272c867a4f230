"""The configuration of one party's node: `firebreak.toml`, strict, with every setting documented.

Paths in it are taken from the folder in which the file lies. See `docs/configuration.md`.
"""

from firebreak.config.reading import FILE, LOOPBACK, NAME_MAX, ORIGIN, TWO_PERSON, read_config
from firebreak.config.settings import Config, ConsoleConfig, LineConfig, WitnessConfig

__all__ = [
    "FILE",
    "LOOPBACK",
    "NAME_MAX",
    "ORIGIN",
    "TWO_PERSON",
    "Config",
    "ConsoleConfig",
    "LineConfig",
    "WitnessConfig",
    "read_config",
]
