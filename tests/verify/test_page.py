"""The page in `verifiers/js`: up to date, closed to the network, and the same report in four languages."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from firebreak.catalogue import speaking, texts
from firebreak.core.phrase.wording import LANGUAGES, Language
from firebreak.verify.wording import FINDINGS
from tests.records import Record
from tests.verify.browsing import Browser, browser, program
from tests.verify.second import FOLDER, node
from tests.verify.test_vectors import read
from tests.verify.vectors import FOLDER as VECTORS
from tools.verifier_page import PAGE, page

SAMPLES = {
    **dict.fromkeys(("writer", "other", "party", "officer", "witness", "lower", "higher"), "North"),
    **dict.fromkeys(("rule", "hashes", "code", "entry", "line", "key", "at", "hash", "exporter"), "x1"),
    "signed": "exercise",
}
BROWSER = pytest.mark.skipif(program() is None, reason="no browser on this machine to open the page with")
VERDICTS = {"lively": "good", "equivocation": "bad", "damaged": "refused", "nothing": "empty"}


def test_the_page_is_what_its_sources_make() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "say: python -m tools.verifier_page"


def test_the_page_can_reach_nothing() -> None:
    source = PAGE.read_text(encoding="utf-8")
    assert "default-src 'none'" in source
    assert not re.search(r"fetch\(|XMLHttpRequest|WebSocket|sendBeacon|innerHTML|eval\(|import\(", source)
    assert not re.search(r"(src|href)=", source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_every_text_as_the_program_does(language: Language, tmp_path: Path) -> None:
    """Its small reader of Fluent against the library, with one, few and many of everything."""
    words = speaking("verify", language)
    keys = sorted(words.wording.keys(language))
    asked = tmp_path / "asked.json"
    asked.write_text(
        json.dumps(
            {
                "language": language,
                "source": texts("verify")[language],
                "asked": [[key, values] for key in keys for values in [*_four(language, key)]],
            }
        ),
        encoding="utf-8",
    )
    script = (
        "import {readFileSync} from 'node:fs';"
        f"import {{Words}} from {json.dumps((FOLDER / 'words.mjs').as_uri())};"
        f"const {{language, source, asked}} = JSON.parse(readFileSync({json.dumps(str(asked))}, 'utf8'));"
        "const words = new Words(language, source);"
        "console.log(JSON.stringify(asked.map(([key, values]) => words.say(key, values))));"
    )
    command = [node(), "--input-type=module", "-e", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    ours = [words.say(key, values) for key in keys for values in _four(language, key)]
    assert json.loads(done.stdout) == ours


def _four(language: Language, key: str) -> list[dict[str, int | str]]:
    return [_values(language, key, count) for count in (1, 2, 5, 21)]


def _values(language: Language, key: str, count: int) -> dict[str, int | str]:
    source = texts("verify")[language]
    found = re.search(rf"^{key} =((?:.|\n[ }}])*)", source, re.MULTILINE)
    assert found
    return {name: SAMPLES.get(name, count) for name in re.findall(r"\$(\w+)", found[1])}


def test_the_page_explains_each_finding_as_the_program_does() -> None:
    script = (
        f"import {{MEANING}} from {json.dumps((FOLDER / 'words.mjs').as_uri())};"
        "console.log(JSON.stringify([...MEANING]));"
    )
    command = [node(), "--input-type=module", "-e", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    theirs = dict(json.loads(done.stdout))
    assert theirs == {code: FINDINGS[code] for code in theirs}
    assert set(FINDINGS) - set(theirs) <= {
        "inclusion", "other-line", "two-cards", "two-versions", "only-first", "only-second"
    }  # fmt: skip


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("bundles")
    made: dict[str, Path] = {}
    for name in ("lively", "equivocation", "damaged"):
        made[name] = folder / f"{name}.fbundle"
        made[name].write_bytes(read(VECTORS / f"{name}.txt")[1])
    nothing = Record()
    nothing.changes = {"selection": (0, 1)}
    made["nothing"] = folder / "nothing.fbundle"
    made["nothing"].write_bytes(nothing.bundle())
    return made


@BROWSER
def test_a_browser_shows_the_verdict_in_every_language(bundles: dict[str, Path], tmp_path: Path) -> None:
    with browser() as shown:
        shown.open(PAGE)
        for name, verdict in VERDICTS.items():
            shown.hand_over(bundles[name])
            for language in LANGUAGES:
                assert _says(shown, language, f"page-{verdict}"), (name, language)
            picture = tmp_path / f"{name}.png"
            shown.picture(picture, dark=name == "equivocation")
            assert picture.stat().st_size > 10_000
        assert shown.errors == []


def _says(shown: Browser, language: str, key: str) -> bool:
    shown.choose_language(language)
    return speaking("verify", language).say(key) in shown.text()
