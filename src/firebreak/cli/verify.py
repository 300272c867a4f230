"""`firebreak verify`: check a bundle offline, without a node and without a network."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import Json

if TYPE_CHECKING:
    from collections.abc import Callable

    from firebreak.catalogue import Spoken as Words
    from firebreak.verify import Comparison, Report

Bundle = Annotated[Path, typer.Argument(help="A bundle or a proof made by `firebreak export`.")]
Card = Annotated[
    list[Path] | None,
    typer.Option("--card", metavar="FILE", help="Card of a party, for a proof; may be repeated."),
]
Other = Annotated[Path | None, typer.Argument(help="The other side's bundle, to hold against it.")]
Language = Annotated[
    str, typer.Option("--language", help="Language of the sentences: de, en, ru or uk.", metavar="LANGUAGE")
]
Jobs = Annotated[
    int, typer.Option("--jobs", min=1, max=64, metavar="NUMBER", help="Processes that check signatures.")
]


def verify(
    bundle: Bundle,
    other: Other = None,
    card: Card = None,
    language: Language = "en",
    jobs: Jobs = 1,
    as_json: Json = False,
) -> None:
    """Check a bundle, offline.

    Everything that a stranger can check with one file, or with the files of both sides.

    Exit code 0: every check passed. 1: findings. 2: not readable as a bundle.

    Example: firebreak verify north.fbundle south.fbundle
    """
    from firebreak.catalogue import speaking

    words = speaking("verify", language)
    _check_arguments(bundle, other, card)
    if _is_proof(bundle):
        good = _prove(bundle, card or [], words, as_json=as_json)
    else:
        paths = [bundle] if other is None else [bundle, other]
        good = _judge(paths, jobs, words, as_json=as_json)
    if not good:
        raise typer.Exit(1)


def _judge(paths: list[Path], jobs: int, words: "Words", *, as_json: bool) -> bool:
    """Tell what is true of one bundle or of two; whether all is in order."""
    from firebreak.cli.terminal import say_json
    from firebreak.verify import compare

    reports = [checked(each, jobs, quiet=as_json) for each in paths]
    comparison = compare(*reports) if len(reports) > 1 else None
    good = all(each.ok for each in reports) and (comparison is None or comparison.ok)
    if as_json:
        say_json(_facts(reports, comparison, words, good=good))
    else:
        _tell(reports, comparison, words)
    return good


def _check_arguments(bundle: Path, other: Path | None, card: list[Path] | None) -> None:
    """Nothing that was typed is left aside in silence. Raises LocalError."""
    from firebreak.core.base.errors import LocalError

    proof = _is_proof(bundle)
    if other is not None and (proof or _is_proof(other)):
        hint = "verify each proof by itself, with --card"
        raise LocalError("a proof of one entry cannot be held against another file", code="FB333", hint=hint)
    if card and not proof:
        hint = "leave --card out; it is for the proof of one entry"
        raise LocalError("a bundle brings its own cards", code="FB333", hint=hint)


def _is_proof(path: Path) -> bool:
    """Whether the file begins as the proof of a single entry does."""
    from firebreak.core.record.proof import FIRST_LINE

    return _read(path, len(FIRST_LINE)) == FIRST_LINE.encode()


def _prove(path: Path, cards: list[Path], words: "Words", *, as_json: bool) -> bool:
    """Tell what is true of the proof of one entry; whether all is in order."""
    from firebreak.cli.terminal import say, say_json, wrapped
    from firebreak.core.envelope.card import CARD_FILE_BYTES_MAX, read_signed_card
    from firebreak.core.record.proof import PROOF_BYTES_MAX
    from firebreak.verify import verify_proof

    held = [read_signed_card(_read(each, CARD_FILE_BYTES_MAX + 1)) for each in cards]
    report = verify_proof(_read(path, PROOF_BYTES_MAX + 1), held)
    if as_json:
        say_json({**report.to_json(words), "language": words.language})
    for each in () if as_json else report.summary(words):
        lines = list(wrapped(each, "  "))
        say(lines[0].lstrip(), *lines[1:])
    return report.ok


def _read(path: Path, size: int) -> bytes:
    from firebreak.core.base.errors import LocalError

    try:
        with path.open("rb") as stream:
            return stream.read(size)
    except OSError as error:
        hint = "check the path"
        raise LocalError(f"cannot read {path}: {error.strerror}", code="FB350", hint=hint) from error


def checked(path: Path, jobs: int, *, quiet: bool) -> "Report":
    """What is true of a bundle, with progress for a long one. Raises LocalError."""
    from firebreak.cli.stderr import Progress
    from firebreak.core.base.errors import LocalError
    from firebreak.verify import verify_bundle

    progress = Progress(quiet=quiet)
    try:
        size = path.stat().st_size
        watched = _tenths(path.name, size, progress.say) if size > QUICK_BYTES else None
        with path.open("rb") as stream:
            return verify_bundle(stream, jobs=jobs, progress=watched)
    except OSError as error:
        hint = "check the path"
        raise LocalError(f"cannot read {path}: {error.strerror}", code="FB350", hint=hint) from error
    finally:
        progress.end()


def _tenths(name: str, size: int, say: "Callable[[str], None]") -> "Callable[[int], None]":
    """Says each tenth of a file once it was read."""
    left = list(range(10, 101, 10))

    def read(offset: int) -> None:
        while left and 100 * offset >= left[0] * size:
            say(f"{name}: {left.pop(0)} % read ...")

    return read


QUICK_BYTES = 4 << 20  # below it the result is there before anybody wonders


def _facts(
    reports: list["Report"], comparison: "Comparison | None", words: "Words", *, good: bool
) -> dict[str, Any]:
    facts = {**reports[0].to_json(words), "language": words.language}
    if comparison is None:
        return facts
    other = reports[1].to_json(words)
    return {**facts, "ok": good, "other": other, "comparison": comparison.to_json(words)}


def _tell(reports: list["Report"], comparison: "Comparison | None", words: "Words") -> None:
    from firebreak.cli.terminal import say

    for report in reports:
        _tell_one(report, words)
        say("")
    if comparison is not None:
        _tell_both(comparison, words)


def _tell_one(report: "Report", words: "Words") -> None:
    from firebreak.cli.terminal import safe, say, wrapped

    for each in report.summary(words):
        label, _, _ = each.partition(":")
        lines = list(wrapped(each, "  "))
        say(lines[0].lstrip() if label else lines[0], *lines[1:])
    (lower, lower_count), (higher, higher_count) = report.entries().items()
    counts = {"lower": safe(lower), "lower_count": lower_count}
    counts |= {"higher": safe(higher), "higher_count": higher_count}
    say(words.say("entries-of", counts))
    for party in report.parties:
        for serial, hash in party.cards:
            card = {"party": safe(party.name), "serial": serial, "hash": hash.hex()}
            say(*wrapped(words.say("card-of", card), "  "))


def _tell_both(comparison: "Comparison", words: "Words") -> None:
    from firebreak.cli.terminal import say, wrapped
    from firebreak.verify.report import told

    counts = {each: getattr(comparison, each) for each in ("common", "only_first", "only_second")}
    say(*wrapped(words.say("both-hold", counts), "  "))
    differ = words.say("both-differ", {"count": len(comparison.findings)})
    say(words.say("both-agree") if comparison.ok else differ)
    for each in told(words, comparison.findings, ()):
        say(*wrapped(each, "  "))
