"""What the figures were taken on."""

import os
import platform
from pathlib import Path


def machine(folder: Path) -> str:
    """Processor, cores, system, Python, file system, load."""
    load = os.getloadavg()[0]
    system = _value(Path("/etc/os-release"), "PRETTY_NAME", "=").strip('"') or platform.system()
    return ", ".join(
        (
            _value(Path("/proc/cpuinfo"), "model name", ":") or platform.processor(),
            f"{os.cpu_count()} cores",
            f"{system} (Linux {platform.release().split('-')[0]})",
            f"Python {platform.python_version()}",
            f"{file_system(folder)} for the databases",
            f"load {load:.1f} at the start",
        )
    )


def file_system(folder: Path) -> str:
    """The sort of file system a folder lies on; `tmpfs` would make every figure a lie."""
    path = folder.resolve()
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    inside = [(where, kind) for where, kind in mounts if path.is_relative_to(where)]
    return max(inside, key=lambda each: len(each[0]))[1] if inside else "unknown"


def _value(file: Path, name: str, separator: str) -> str:
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        key, _, value = line.partition(separator)
        if key.strip() == name:
            return value.strip()
    return ""
