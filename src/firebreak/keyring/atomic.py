"""Writing a small secret file: whole or not at all, for its owner alone, on disk when the call returns."""

import os
import secrets
from pathlib import Path

from firebreak.keyring import faults


def write_secret(path: Path, data: bytes, *, replace: bool) -> None:
    """Write a file of mode 600. Raises LocalError; an existing file stays unless `replace`."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        try:
            _write(fresh, data)
            if replace:
                fresh.replace(path)
            else:
                path.hardlink_to(fresh)  # unlike a rename, this fails when the name is taken
        finally:
            fresh.unlink(missing_ok=True)
        sync_folder(path.parent)
    except FileExistsError as error:
        raise faults.in_the_way(path) from error
    except OSError as error:
        raise faults.unusable(path, error.strerror) from error


def read_secret(path: Path, size_max: int) -> bytes:
    """Read a file that only its owner can read. Raises LocalError."""
    try:
        file = os.open(path, os.O_RDONLY)
        try:
            mode = os.fstat(file).st_mode & 0o777
            data = os.read(file, size_max + 1)
        finally:
            os.close(file)
    except OSError as error:
        raise faults.unusable(path, error.strerror) from error
    if mode & 0o077:
        raise faults.open_to_others(path, mode)
    if len(data) > size_max:
        raise faults.malformed(path, f"more than {size_max} bytes")
    return data


def _write(path: Path, data: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(path: Path) -> None:
    """Make a new name in a folder durable. Raises OSError."""
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
