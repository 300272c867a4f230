"""Where the public test vectors of other projects lie: beside the repository, never inside it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
FOLDER = Path(os.environ.get("FIREBREAK_VECTORS", ROOT.parent / "shared" / "vectors"))


def read_public_vectors(pattern: str) -> dict[str, Any]:
    """Name and content of each file; the test is skipped where the folder is absent."""
    if not FOLDER.is_dir():
        pytest.skip(f"no public vectors at {FOLDER}; FIREBREAK_VECTORS may name another folder")
    found = {str(path.relative_to(FOLDER)): json.loads(path.read_text()) for path in FOLDER.glob(pattern)}
    assert found, f"nothing at {FOLDER / pattern}"
    return found
