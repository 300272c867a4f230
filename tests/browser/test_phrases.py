"""The console's phrase book is that of the node."""

from tests.browser.phrases import FILE, text


def test_the_console_offers_the_phrases_of_this_release() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "write it anew: python -m tests.browser.phrases"
