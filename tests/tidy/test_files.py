"""House rules on files: their length, what may stand in them, and what may not."""

import re
from typing import Final

from tests.tidy.house import hold
from tools.tree import ROOT, SOURCE, lines, modules, place, tracked

LINES_MAX: Final = 300  # twice the length we aim at; beyond it a file is about two things
NEEDS_AN_ISSUE: Final = re.compile(r"\b(T[O]DO|F[I]XME|X[X]X)\b(?!\(#\d+\))")  # and it does not find itself
DOWNLOAD: Final = re.compile(r"https?://[^\s\"'<>)]+\.(whl|tgz|tar\.gz|tar\.bz2|tar\.xz|zip|deb)\b")
ONE_MACHINE: Final = re.compile(r"(?<![\w.~-])/(home|root|Users|work|farm|opt)/[A-Za-z]")
ADDRESS: Final = re.compile(r"[a-z]+://|--(extra-)?index-url|--find-links")


def test_no_source_file_is_longer_than_two_good_ones() -> None:
    lengths = [(path, len(path.read_text(encoding="utf-8").splitlines())) for path in modules(SOURCE)]
    hold(
        f"{place(path)}: {length} lines, at most {LINES_MAX}; split it by what it is about"
        for path, length in lengths
        if length > LINES_MAX
    )


def test_unfinished_work_names_its_issue() -> None:
    hold(_matches(NEEDS_AN_ISSUE, "name the issue in brackets after it, as (#12), or do it"))


def test_no_file_names_a_download() -> None:
    hold(_matches(DOWNLOAD, "name the package and its version; each site knows where it fetches from"))


def test_no_file_names_a_place_on_one_machine() -> None:
    hold(_matches(ONE_MACHINE, "say it relative to the tree, or take it as a setting"))


def test_the_locks_hold_hashes_and_no_addresses() -> None:
    locks = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
    assert all("--hash=sha256:" in lock.read_text(encoding="utf-8") for lock in locks)
    hold(
        f"{place(lock, number)}: {text} is an address, write the lock with `make lock`"
        for lock in locks
        for number, text in lines(lock)
        if ADDRESS.search(text)
    )


def _matches(pattern: re.Pattern[str], instead: str) -> list[str]:
    return [
        f"{place(path, number)}: {match.group()} is banned here, {instead}"
        for path in tracked()
        for number, text in lines(path)
        if (match := pattern.search(text))
    ]
