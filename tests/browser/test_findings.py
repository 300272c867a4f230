import pytest

from firebreak.core.phrase.wording import LANGUAGES
from tests.browser.findings import file, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_console_has_the_texts_of_findings_as_they_are(language: str) -> None:
    held = file(language).read_text(encoding="utf-8")
    assert held == text(language), "write it anew: python -m tests.browser.findings"
