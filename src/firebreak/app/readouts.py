"""Readouts as files, in several languages and formats."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from firebreak.app.house import write_file
from firebreak.core.readout.sentences import Readout
from firebreak.publishing.readouts import FORMATS, rendered

ENDINGS: Final = {"text": "txt", "html": "html", "pdf": "pdf"}


def write_readouts(
    readout: Readout, folder: Path, stem: str, languages: Iterable[str]
) -> dict[str, dict[str, str]]:
    """Every format in every language, and the facts; language to format to path."""
    files: dict[str, dict[str, str]] = {}
    for language in languages:
        paths = {form: folder / f"{stem}.{language}.{ENDINGS[form]}" for form in FORMATS}
        for form, path in paths.items():
            write_file(path, rendered(readout, language, form))
        files[language] = {form: str(path) for form, path in paths.items()}
    return files
