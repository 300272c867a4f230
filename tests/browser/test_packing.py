"""The built console: what a first visit fetches, that a package holds it, that it asks nobody else."""

import re
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from firebreak.core.phrase.wording import LANGUAGES
from tests.browser.weight import LIMIT, STATIC, first_load

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    not (STATIC / "index.html").exists(),
    reason="the console is not built (make console, which needs Node.js)",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_visit_fetches_no_more_than_sixty_kilobytes(language: str) -> None:
    files = first_load(language)
    assert sum(files.values()) <= LIMIT, files


def test_a_wheel_holds_the_built_console_and_nothing_of_what_built_it() -> None:
    packed = {each.distribution_path for each in WheelBuilder(str(ROOT)).recurse_included_files()}
    assert "firebreak/console/static/index.html" in packed
    assert any(each.endswith(".js") for each in packed if each.startswith("firebreak/console/static/assets"))
    assert not [each for each in packed if "node_modules" in each or each.endswith(".svelte")]


NAMED = (
    "http://www.w3.org/",  # namespaces of XML
    "https://svelte.dev/e/",  # where an error is explained
    "https://maplibre.org/",  # the link of a credit that is not shown, as are the next
    "https://maplibre.invalid/",
    "https://github.com/mapbox/mapbox-gl-js/issues/",
    "https://github.com/maplibre/maplibre-gl-js/blob/",
    "https://wiki.openstreetmap.org/wiki/This_map_requires_WebGL",
)
"Addresses that stand in the libraries' texts; the policy for contents bars every one of them."


def test_no_file_of_the_console_names_another_origin() -> None:
    for path in STATIC.glob("**/*.*"):
        if path.suffix in (".js", ".mjs", ".css", ".html", ".svg"):
            named = re.findall(r"https?://[^\s\"'`)<>]+", path.read_text(encoding="utf-8"))
            assert [each for each in named if not each.startswith(NAMED)] == [], path.name
