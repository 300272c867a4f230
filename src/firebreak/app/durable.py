"""What is written is on the disk when the call returns: also the names of files, also after a power cut."""

import os
from pathlib import Path

from firebreak.keyring.atomic import sync_folder


def sync_file(path: Path) -> None:
    """The bytes of a file. Raises OSError."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def sync_tree(folder: Path) -> None:
    """Every file and folder below one, and the folder itself: before it gets its name. Raises OSError."""
    for place, _, names in os.walk(folder, topdown=False):
        for name in names:
            sync_file(Path(place) / name)
        sync_folder(Path(place))


def rename(draft: Path, place: Path) -> None:
    """Give something that is synced its name, durably. Raises OSError."""
    draft.rename(place)
    sync_folder(place.parent)
