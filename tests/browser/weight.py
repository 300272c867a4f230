"""What a browser fetches before the console's first picture: the page, what it names, one language.

.venv/bin/python -m tests.browser.weight prints it for each language.
"""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from firebreak.core.phrase.wording import LANGUAGES

STATIC: Final = Path(__file__).parents[2] / "src/firebreak/console/static"
LIMIT: Final = 60_000
NAMED: Final = re.compile(r'(?:src|href)="\./([^"]+)"')
IMPORTED: Final = re.compile(r'(?:from|import)\s*"\./([^"]+\.js)"')


def first_load(language: str) -> dict[str, int]:
    """Each file of the first load with its bytes after gzip."""
    page = STATIC / "index.html"
    files = [page, *(STATIC / each for each in NAMED.findall(page.read_text(encoding="utf-8")))]
    files += [*STATIC.glob(f"assets/{language}-*.js")]
    found: dict[str, int] = {}
    for each in files:
        for path in (each, *_imports(each)):
            found[path.name] = len(gzip.compress(path.read_bytes(), 9))
    return found


def _imports(path: Path, seen: frozenset[Path] = frozenset()) -> Iterator[Path]:
    """Modules that are fetched with one, whatever is loaded later left out."""
    if path.suffix != ".js" or path in seen:
        return
    for name in IMPORTED.findall(path.read_text(encoding="utf-8")):
        other = path.parent / name
        yield other
        yield from _imports(other, seen | {path})


if __name__ == "__main__":
    for each in LANGUAGES:
        print(each, sum(first_load(each).values()), "bytes")
