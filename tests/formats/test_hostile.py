"""Files that mean harm: bombs, endless nesting, too much of everything, and any bytes at all."""

import json
from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import Area, AreaKind
from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.bounds import DEPTH_MAX, DRAFTS_MAX, POSITIONS_MAX, SOURCE_BYTES_MAX
from firebreak.formats.cot import write_protobuf
from firebreak.formats.drafts import CODES, FINDINGS_MAX, Draft
from firebreak.formats.files import READERS, WRITERS, Desk, read, writer
from firebreak.formats.markup import ATTRIBUTES_MAX, ELEMENTS_MAX, read_xml
from tests.formats import drafting
from tests.formats.test_cap import AREA as CAP_AREA
from tests.formats.test_cap import INFO, alert
from tests.formats.test_cot import POINT, event
from tests.formats.test_ed318 import zone
from tests.formats.test_f3548 import volume
from tests.formats.test_geojson import SQUARE, feature
from tests.formats.test_kml import POLYGON, mark

LAUGHS = "".join(f'<!ENTITY l{each + 1} "' + f"&l{each};" * 10 + '">' for each in range(9))
XML = ("cap", "cot", "kml")
SAMPLES = [
    alert(INFO % CAP_AREA).encode(),
    event(POINT + "<detail><remarks>x</remarks></detail>").encode(),
    mark(POLYGON).encode(),
    feature("Polygon", [SQUARE], windows=[["2026-03-01T00:00:00Z", None]]).encode(),
    zone({"type": "Polygon", "coordinates": [SQUARE]}).encode(),
    json.dumps(volume()).encode(),
    write_protobuf(
        [Draft(source_format="x", area=Area.of(AreaKind.POINT, Place(1, 2)))], drafting.START
    ).data,
    b"5746313020800000000000000000000000000000000000000000000000000000000000000000b43a3a38399d1797b7b933b0b734b9",
    b"NAVAREA I 12/26 FIRING 010800 UTC TO 011200 UTC MAR 26 IN AREA BOUNDED BY 54-00N 020-00E, 54-00N 021E",
]


def code_of(data: bytes, kind: str = "auto") -> str:
    with pytest.raises(LocalError) as refused:
        read(data, kind)
    return refused.value.code


@pytest.mark.parametrize("kind", XML)
@pytest.mark.parametrize(
    "document",
    [
        f'<!DOCTYPE l [<!ENTITY l0 "lol">{LAUGHS}]><alert>&l9;</alert>',
        '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><alert>&x;</alert>',
        '<!DOCTYPE l SYSTEM "http://example.invalid/x.dtd"><alert/>',
        '<!DOCTYPE l [<!ENTITY % p SYSTEM "http://example.invalid/x">%p;]><alert/>',
    ],
)
def test_a_document_type_is_refused_before_anything_is_read(kind: str, document: str) -> None:
    began = perf_counter()
    assert code_of(document.encode(), kind) == "FB622"
    assert perf_counter() - began < 1


def test_a_reference_to_no_entity_is_no_document() -> None:
    assert code_of(b"<alert>&laugh;</alert>", "cap") == "FB620"


@pytest.mark.parametrize("kind", XML)
def test_nesting_has_a_bound(kind: str) -> None:
    assert code_of(b"<a>" * 100_000, kind) == "FB621"
    read_xml("<a>" * DEPTH_MAX + "</a>" * DEPTH_MAX, "XML")


def test_elements_and_attributes_have_bounds() -> None:
    many = "<a>" + "<b/>" * ELEMENTS_MAX + "</a>"
    wide = "<a " + " ".join(f"x{each}='1'" for each in range(ATTRIBUTES_MAX + 1)) + "/>"
    for text in (many, wide):
        with pytest.raises(LocalError) as refused:
            read_xml(text, "XML")
        assert refused.value.code == "FB621"


@pytest.mark.parametrize("kind", READERS)
def test_a_hundred_megabytes_are_refused_at_once(kind: str) -> None:
    data = b" " * 100_000_000
    began = perf_counter()
    assert code_of(data, kind) == "FB621"
    assert perf_counter() - began < 1
    assert len(data) > SOURCE_BYTES_MAX


@pytest.mark.parametrize("kind", ["geojson", "ed318", "f3548", "whiteflag"])
def test_brackets_have_a_depth(kind: str) -> None:
    assert code_of(b'{"a":' * 100_000, kind) == "FB621"


def test_a_file_of_too_many_notices_is_refused() -> None:
    features = [json.loads(feature("Point", [20, 54]))] * (DRAFTS_MAX + 1)
    assert code_of(json.dumps({"type": "FeatureCollection", "features": features}).encode()) == "FB621"
    geometry = {"type": "GeometryCollection", "geometries": [features[0]["geometry"]] * (DRAFTS_MAX + 1)}
    assert code_of(json.dumps(geometry).encode()) == "FB621"


def test_a_hundred_thousand_corners_take_seconds_and_one_more_is_refused() -> None:
    coordinates = " ".join("20.1,54.1 20.2,54.2" for _ in range(POSITIONS_MAX // 2))
    line = f"<LineString><coordinates>{coordinates}</coordinates></LineString>"
    began = perf_counter()
    (draft,) = read(mark(line).encode())
    assert perf_counter() - began < 10
    assert [each.code for each in draft.findings] == ["too-many-corners"]
    assert code_of(mark(line.replace("<coordinates>", "<coordinates>20,54 ")).encode()) == "FB621"


def test_a_place_that_is_nowhere_and_windows_that_are_over_are_asked_about() -> None:
    text = feature("Point", [0, 0], windows=[["2025-03-01T00:00:00Z", "2025-03-02T00:00:00Z"]])
    (draft,) = read(text.encode(), now=drafting.START)
    assert {each.code for each in draft.findings} == {"null-island", "stale"}


def check(data: bytes, kind: str) -> None:
    """Any bytes give drafts with known findings, or an error of this family."""
    try:
        found = read(data, kind, near=drafting.place_e7(54 * DEGREE, 20 * DEGREE), now=drafting.START)
    except LocalError as error:
        if not error.code.startswith("FB62"):
            raise
        return
    for each in found:
        assert len(each.findings) <= 3 * FINDINGS_MAX
        assert kind in {"text", "auto"} or {one.code for one in each.findings} <= CODES
        assert each.area.kind in AreaKind


@given(st.binary(max_size=400), st.sampled_from([*READERS, "auto"]))
@example(b"", "auto")
@example(b"\xbf", "auto")
@example(b"WF1", "auto")
@example(b"[]", "auto")
@example(b'{"type": "Point", "coordinates": {}}', "auto")
@settings(max_examples=150)
def test_any_bytes_are_read_or_refused(data: bytes, kind: str) -> None:
    check(data, kind)


@given(st.sampled_from(SAMPLES), st.data())
@settings(max_examples=300)
def test_any_damage_to_a_file_is_read_or_refused(sample: bytes, data: st.DataObject) -> None:
    damaged = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 4))):
        at, length = data.draw(st.integers(0, len(damaged))), data.draw(st.integers(0, 8))
        damaged[at : at + length] = data.draw(st.binary(max_size=8))
    check(bytes(damaged), data.draw(st.sampled_from([*READERS, "auto"])))


LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(), st.text(max_size=8),
    st.sampled_from(["Point", "Polygon", "Circle", "M", "W84", "2026-03-01T00:00:00Z", "circle"]),
)  # fmt: skip


@given(st.sampled_from(SAMPLES[3:6]), st.data())
@settings(max_examples=200)
def test_any_value_anywhere_in_a_file_is_read_or_refused(sample: bytes, data: st.DataObject) -> None:
    root = json.loads(sample)
    holder, key = root, None
    while True:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not keys:
            break
        key = data.draw(st.sampled_from(keys))
        if not isinstance(holder[key], dict | list) or data.draw(st.booleans()):
            break
        holder = holder[key]
    if key is not None and key in (holder if isinstance(holder, dict) else range(len(holder))):
        nested = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3), max_leaves=6)
        holder[key] = data.draw(nested)
    check(json.dumps(root).encode(), data.draw(st.sampled_from(["auto", "geojson", "ed318", "f3548"])))


@given(
    drafting.drafts(
        st.one_of(drafting.points, drafting.circles, drafting.lines(), drafting.polygons()),
        title=st.text(max_size=30),
        authority=st.text(max_size=30),
        identifier=st.text(max_size=30),
        texts=st.dictionaries(st.sampled_from(["en", "und"]), st.text(max_size=30)).map(
            lambda said: tuple(said.items())
        ),
    ),
    st.sampled_from(sorted(WRITERS)),
)  # fmt: skip
@settings(max_examples=120)
def test_what_is_written_can_be_read(draft, kind: str) -> None:
    try:
        made = writer(kind)([draft], Desk(now=drafting.START))
    except LocalError as error:
        if error.code != "FB624":
            raise
        return
    assert read(made.data, kind.removesuffix("-protobuf"))
