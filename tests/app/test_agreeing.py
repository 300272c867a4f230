"""What the configuration wants agreed."""

from firebreak.app.agreeing import agreement
from firebreak.catalogue import phrase_book
from firebreak.config import LineConfig
from firebreak.core.line.agreement import Agreement
from tests.covering import covers


@covers("PHRASE-026")
def test_the_officers_sign_the_hash_of_the_phrase_book() -> None:
    wanted = agreement(LineConfig(name="south"))
    assert wanted.phrase_book == phrase_book().hash
    assert Agreement.from_bytes(wanted.to_bytes()).phrase_book == phrase_book().hash
