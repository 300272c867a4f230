"""Files with our positions for a private matching, and what a person should know of them."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, cast

from firebreak.cli.stderr import note
from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.zone import Zone
from firebreak.matching.positions import Bucket, Positions, of_sites, of_tracks

FILE_BYTES_MAX: Final = 256 << 20


@dataclass(frozen=True, slots=True)
class Given:
    """Files with our positions."""

    sites: Path | None
    tracks: Path | None

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return self.sites is not None or self.tracks is not None


def zones(files: Given, facts: Mapping[str, Any]) -> list[Zone]:
    """Our positions in the bucket, and on standard error what a person should know of them."""
    found = Positions()
    bucket = Bucket.of(facts["from_at"], facts["until_at"])
    if files.sites:
        with _text(files.sites) as stream:
            of_sites(stream.read(), bucket, found)
    if files.tracks:
        with _text(files.tracks) as stream:
            of_tracks(stream, bucket, found)
    if facts["now"] < facts["until_at"]:
        note("note: the bucket is not over: the rest of it counts only as far as the files say")
    for each in found.findings:
        note(f"note: {each}")
    if found.outside:
        note(f"note: {found.outside} sites or tracks are not in the bucket and do not count")
    return found.zones


@contextmanager
def _text(path: Path) -> Generator[IO[str]]:
    """A file of positions, also packed. Raises LocalError."""
    import gzip

    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise LocalError(f"{path} has more than {FILE_BYTES_MAX >> 20} MB", code="FB642", hint="split it")
        if path.suffix == ".gz":
            with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as packed:
                yield cast("IO[str]", packed)
        else:
            with path.open(encoding="utf-8-sig", newline="") as plain:
                yield plain
    except UnicodeDecodeError:
        raise LocalError(f"{path} is not UTF-8", code="FB642", hint="save it as UTF-8") from None
    except (OSError, EOFError) as error:
        text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise LocalError(f"cannot read {path}: {text}", code="FB350", hint="check the path") from error
