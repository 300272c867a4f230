"""What a hostile holder of a party's keys says of notices that are not its own to end, renew or answer."""

from collections.abc import Callable
from typing import Final

from firebreak.core.envelope.kinds import Kind
from firebreak.core.notice.answers import NoticeAnswer, NoticeCancel, NoticeRenewed, Word
from firebreak.core.notice.bodies import Notice
from firebreak.sim.forger import Forger
from firebreak.sim.oracles.view import Item


def meddle(forger: Forger) -> None:
    """Cancel, replace and renew notices of the other side, answer its own, each under a good signature."""
    officer = f"{forger.node.name} one"
    for item in list(forger.victim.of_kind(Kind.NOTICE)):
        if not item.counts:
            continue
        name, shown = item.hash, item.header.commitment
        if item.ours:  # the victim's: not the forger's to end
            new = Notice(from_desk="duty", to=("duty",), code="DF2", replaces=name)
            for kind, body in (
                (Kind.NOTICE_CANCEL, NoticeCancel(notice=name)),
                (Kind.NOTICE_RENEWED, NoticeRenewed(notice=name, confirm_by=1)),
                (Kind.NOTICE, new),
            ):
                forger.write(kind, forger.stated(body, officer, name, shown))
        else:
            own = NoticeAnswer(notice=name, word=Word.COMPLY, desk="duty")
            forger.write(Kind.NOTICE_ANSWER, forger.stated(own, officer, name, shown))
        _about_another(forger, item, officer)


def _about_another(forger: Forger, item: Item, officer: str) -> None:
    """A word that names this notice in its body, and something else in the officer's statement."""
    body = NoticeAnswer(notice=item.hash, word=Word.REJECT, desk="duty")
    forger.write(Kind.NOTICE_ANSWER, forger.stated(body, officer, bytes(32), item.header.commitment))


MEDDLING: Final[dict[str, Callable[[Forger], None]]] = {"meddle": meddle}
"Told in stories only: days of chance that found something keep the tricks they had."
