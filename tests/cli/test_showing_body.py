"""What an officer is shown before signing."""

import pytest

from firebreak.cli.showing_body import show_before_signing
from firebreak.cli.signing import Prepared
from firebreak.core.geo.area import Altitude, Area, AreaKind, Datum
from firebreak.core.geo.place import DEGREE, Place
from firebreak.core.notice.bodies import Notice

CORNERS = [Place(north * DEGREE, east * DEGREE) for north, east in ((54, 20), (54, 21), (55, 20))]
AREA = Area(
    kind=AreaKind.MULTIPOLYGON,
    rings=(
        tuple(CORNERS),
        tuple(Place(each.latitude_e7 + 2 * DEGREE, each.longitude_e7) for each in CORNERS),
    ),
    altitude=Altitude(lower_m=0, upper_m=3_000, datum=Datum.MSL),
)


def shown(body: Notice, capsys: pytest.CaptureFixture[str]) -> str:
    show_before_signing(Prepared(18, body, bytes(32), bytes(32), bytes(16), 0), "north one")
    return " ".join(capsys.readouterr().out.split())


def test_a_height_of_nought_is_no_unknown_height(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(Notice(from_desk="duty", to=("duty",), code="DF2", area=AREA, danger=3), capsys)
    assert "lower m 0, upper m 3000" in said
    assert "danger ships, aircraft" in said
    assert said.count(";") == 1  # where the second outline begins


def test_what_is_not_said_has_no_row(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(Notice(from_desk="duty", to=("duty",), code="DF2"), capsys)
    assert "area" not in said and "danger" not in said
