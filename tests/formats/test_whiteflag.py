"""Whiteflag: the public vectors bit for bit, and messages as drafts and back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import NOWHERE, Altitude, Area, AreaKind, Datum
from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.drafts import Draft
from firebreak.formats.enclosing import apart_m
from firebreak.formats.parsed import Window
from firebreak.formats.whiteflag import read, write
from firebreak.formats.whiteflag.fields import BODIES, NOTHING
from firebreak.formats.whiteflag.fields import NOWHERE as UNTOLD
from firebreak.formats.whiteflag.message import Message, as_json, decode, encode, from_json
from tests.formats import drafting
from tests.public_vectors import read_public_vectors

NAMES = ["1", "2", "3", "4"]


def vector(name: str) -> tuple[bytes, dict]:
    (found,) = read_public_vectors("whiteflag/*.json").values()
    return bytes.fromhex(found[name]["encodedMessage"]), found[name]["wfMessage"]


@pytest.mark.parametrize("name", NAMES)
def test_a_public_vector_is_encoded_to_the_bit(name: str) -> None:
    octets, message = vector(name)
    assert encode(from_json(message)) == octets


@pytest.mark.parametrize("name", NAMES)
def test_a_public_vector_is_decoded_to_the_letter(name: str) -> None:
    octets, message = vector(name)
    assert as_json(decode(octets)) == {key: message[key] for key in ("MessageHeader", "MessageBody")}


def sign(**anew: str) -> dict[str, str]:
    return {
        "SubjectCode": "00", "DateTime": "2026-03-01T08:00:00Z", "Duration": "P00D04H30M", "ObjectType": "21",
        "ObjectLatitude": "+54.70000", "ObjectLongitude": "+020.50000", "ObjectSizeDim1": "2000",
        "ObjectSizeDim2": "0000", "ObjectOrientation": "000",
    } | anew  # fmt: skip


def draft(message: Message) -> Draft:
    (found,) = read(encode(message))
    return found


def codes(found: Draft) -> set[str]:
    return {each.code for each in found.findings}


hexes = st.text("0123456789abcdef", min_size=64, max_size=64)
digits = st.text("0123456789", min_size=4, max_size=4)
texts = st.text(drafting.LETTERS, max_size=40)
signs = st.builds(
    lambda size, north, east, subject: sign(
        ObjectSizeDim1=size, ObjectLatitude=north, ObjectLongitude=east, SubjectCode=subject
    ),
    digits,
    st.from_regex(r"\A[+-][0-8][0-9]\.[0-9]{5}\Z"),
    st.from_regex(r"\A[+-]0[0-9]{2}\.[0-9]{5}\Z"),
    st.text("0123456789ABCDEF", min_size=2, max_size=2),
)
bodies = st.one_of(
    st.tuples(st.sampled_from("PEDSIMQ"), signs),
    texts.map(lambda text: ("F", {"Text": text})),
    texts.map(lambda text: ("R", {"ResourceMethod": "1", "ResourceData": text})),
    texts.map(lambda text: ("A", {"VerificationMethod": "2", "VerificationData": text})),
    hexes.map(lambda text: ("K", {"CryptoDataType": "11", "CryptoData": text})),
)


@st.composite
def messages(draw: st.DrawFn) -> Message:
    code, body = draw(bodies)
    test = draw(st.booleans())
    objects = st.lists(st.just({"ObjectType": "1A", "ObjectTypeQuant": "07"}), max_size=8)
    return Message(
        code="T" if test else code, pseudo=code if test else "", body=body, duress=draw(st.booleans()),
        reference=draw(st.sampled_from("0123456789")), referenced=draw(hexes),
        requests=tuple(draw(objects)) if code == "Q" else (),
    )  # fmt: skip


@given(messages())
def test_every_message_comes_back_from_its_bytes(message: Message) -> None:
    assert decode(encode(message)) == message
    assert from_json(as_json(message)) == message


@given(messages(), st.data())
def test_no_other_bytes_mean_the_same_message(message: Message, data: st.DataObject) -> None:
    octets = bytearray(encode(message))
    octets[data.draw(st.integers(0, len(octets) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        assert encode(decode(bytes(octets))) == bytes(octets)
    except LocalError as error:
        if error.code != "FB620":
            raise


def test_all_kinds_of_messages_have_a_body() -> None:
    assert set(BODIES) == set("PEDSIMQAKRF")


def test_a_circle_and_its_time_are_read() -> None:
    found = draft(Message(code="D", body=sign()))
    assert found.area == Area.of(AreaKind.CIRCLE, Place(547000000, 205000000), radius_m=2000)
    assert found.code == "D00"
    assert found.windows == (
        Window(datetime(2026, 3, 1, 8, tzinfo=UTC), datetime(2026, 3, 1, 12, 30, tzinfo=UTC)),
    )
    assert not found.findings


def test_no_duration_means_until_it_is_discontinued() -> None:
    (window,) = draft(Message(code="D", body=sign(Duration="P00D00H00M"))).windows
    assert window.end is None


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (Message(code="D", body=sign(), duress=True), "duress"),
        (Message(code="T", pseudo="D", body=sign()), "test-message"),
        (Message(code="D", body=sign(), reference="7", referenced="ab" * 32), "not-a-notice"),
        (Message(code="F", body={"Text": "hello"}), "not-a-notice"),
        (Message(code="D", body=sign(ObjectType="22", ObjectSizeDim2="0300")), "outline-enclosed"),
        (Message(code="D", body=sign(SubjectCode="77")), "code-unknown"),
        (Message(code="D", body=sign(SubjectCode="FE")), "code-private"),
        (Message(code="D", body=sign(DateTime="2026-13-01T08:00:00Z")), "bad-time"),
        (Message(code="D", body=sign(ObjectLatitude="+91.00000")), "impossible-coordinate"),
    ],
)
def test_what_is_doubtful_is_said(message: Message, code: str) -> None:
    assert code in codes(draft(message))


def test_an_encrypted_message_is_said_to_be_one() -> None:
    (found,) = read(b"WF11" + bytes(range(60)))
    assert codes(found) == {"encrypted"}


def test_a_place_that_is_not_told_is_nowhere() -> None:
    body = sign(ObjectLatitude=UNTOLD[0], ObjectLongitude=UNTOLD[1], ObjectSizeDim1="0000")
    assert draft(Message(code="E", body=body)).area == NOWHERE


def test_a_message_that_is_discontinued_is_a_cancel() -> None:
    found = draft(Message(code="D", body=sign(), reference="4", referenced="ab" * 32))
    assert (found.act, found.refers_to) == ("cancel", ("ab" * 32,))


@pytest.mark.parametrize("wrong", [b"", b"WF", "zz", "57463130", "5746313020", b"WF1" + b"0" * 2000])
def test_what_is_no_message_is_refused(wrong: bytes | str) -> None:
    with pytest.raises(LocalError) as refused:
        read(wrong)
    assert refused.value.code == "FB620"


exact = st.builds(
    lambda north, east, radius: Area.of(AreaKind.CIRCLE, Place(north * 100, east * 100), radius_m=radius),
    st.integers(-9_000_000, 9_000_000),
    st.integers(-18_000_000, 17_999_999),
    st.integers(1, 9_999),
)


@given(exact, drafting.windows(most=1), st.sampled_from(["D00", "P31", "M23"]))
def test_an_exact_circle_comes_back(area: Area, windows: tuple[Window, ...], code: str) -> None:
    given_draft = Draft(source_format="whiteflag", area=area, windows=windows, code=code,
                        issued_at=drafting.START)  # fmt: skip
    (back,) = read(write([given_draft]).data)
    assert back.area == area
    assert back.code == code
    assert back.windows == (windows or (Window(drafting.START, None),))


@given(drafting.polygons())
def test_an_outline_lies_in_the_circle_that_is_written_for_it(area: Area) -> None:
    try:
        made = write([Draft(source_format="x", area=area, code="D00", issued_at=drafting.START)])
    except LocalError as error:
        if error.code != "FB624":
            raise
        return
    (back,) = read(made.data)
    assert all(apart_m(back.area.places[0], each) <= (back.area.radius_m or 0) for each in area.places)
    assert "outline-enclosed" in {each.code for each in made.losses}


def test_everything_that_is_lost_is_said() -> None:
    area = Area.of(AreaKind.CIRCLE, Place(547000001, 205000000), radius_m=5, uncertainty_m=3,
                   altitude=Altitude(upper_m=100, datum=Datum.MSL))  # fmt: skip
    window = Window(drafting.START, drafting.START + timedelta(days=120))
    full = Draft(source_format="x", identifier="7", area=area, code="DF2", windows=(window,), title="Firing",
                 authority="Navy")  # fmt: skip
    assert {each.code for each in write([full]).losses} == {
        "code-lost", "altitude-lost", "uncertainty-lost", "texts-lost", "particulars-lost", "place-rounded",
        "end-assumed",
    }  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        Draft(source_format="x", issued_at=drafting.START),
        Draft(source_format="x", code="D00", issued_at=drafting.START),
        Draft(source_format="x", code="M00"),
        Draft(source_format="x", code="M00", act="cancel", issued_at=drafting.START),
        Draft(source_format="x", code="D00", issued_at=drafting.START,
              area=Area.of(AreaKind.CIRCLE, Place(0, 0), radius_m=10_000)),
    ],
)  # fmt: skip
def test_what_cannot_be_said_is_refused(wrong: Draft) -> None:
    with pytest.raises(LocalError) as refused:
        write([wrong])
    assert refused.value.code == "FB624"


def test_nothing_is_written_under_duress_unnoticed() -> None:
    message = Message(code="D", body=sign(), duress=True)
    assert decode(encode(message)).duress
    assert replace(message, duress=False, referenced=NOTHING) == decode(
        encode(Message(code="D", body=sign()))
    )
    assert DEGREE


@pytest.mark.parametrize(
    "message", [Message(code="D", body=sign()), Message(code="F", body={"Text": "hello"})]
)
def test_nothing_stands_behind_the_last_field(message: Message) -> None:
    octets = encode(message)
    filled = octets[:-1] + bytes([octets[-1] | 1])
    for wrong in (filled, octets + b"\x01" if message.code == "F" else octets + b"\x00"):
        with pytest.raises(LocalError) as refused:
            decode(wrong)
        assert refused.value.code == "FB620"
