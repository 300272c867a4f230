"""Two verifiers, written apart, say the same: of the vectors, of each broken rule, of anything."""

import json
import subprocess
from pathlib import Path

import pytest

from firebreak.core.base.cbor import Value, encode
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.quorum import plain
from tests.core.call.sound.speech import sdp
from tests.covering import covers
from tests.parties import NORTH, SOUTH
from tests.records import Record, body_of
from tests.verify.bending import BENDS, MIDDLE, opened
from tests.verify.mutating import mutated, revocation, say_agreed, say_revoked
from tests.verify.second import FOLDER as JAVASCRIPT
from tests.verify.second import first, node, second
from tests.verify.sounding import connected, described, found, key_of, talked
from tests.verify.spoilt_cards import SPOILT, with_a_spoilt_card
from tests.verify.test_vectors import read
from tests.verify.vectors import FOLDER

VECTORS = sorted(FOLDER.glob("*.txt"))
SEEDS = range(100)
ODD: tuple[Value, ...] = (None, False, True, 0, 1, "", b"", [], {}, [None], [{}], {1: None})
"Values of every type, and those that a program could take for nothing at all."


def same(folder: Path, named: dict[str, bytes]) -> None:
    ours = {name: first(data) for name, data in named.items()}
    theirs = dict(zip(named, second(folder, named.values()), strict=True))
    assert theirs == ours


@covers("I26")
def test_both_verifiers_judge_the_vectors_as_their_headers_say(tmp_path: Path) -> None:
    files = {path.stem: read(path) for path in VECTORS}
    told = dict(zip(files, second(tmp_path, (data for _, data in files.values())), strict=True))
    for name, (header, _) in files.items():
        if header["expect"] == "local error":
            assert told[name] == {"ok": False, "error": header["code"]}, name
            continue
        assert [each[0] for each in told[name]["findings"]] == sorted(header["findings"].split()), name
        assert told[name]["entries"] == [int(each) for each in header["entries"].split()], name
    same(tmp_path, {name: data for name, (_, data) in files.items()})


@covers("I26")
def test_both_verifiers_find_the_same_broken_rule(tmp_path: Path) -> None:
    same(tmp_path, {name: bend().bundle() for name, _, bend in BENDS})


@covers("I26")
def test_both_verifiers_name_the_same_rule_that_a_card_breaks(tmp_path: Path) -> None:
    same(tmp_path, {name: with_a_spoilt_card(name).bundle() for name in SPOILT})


@covers("I26")
def test_both_verifiers_say_the_same_of_files_bent_at_random(tmp_path: Path) -> None:
    same(tmp_path, {f"seed {seed}": mutated(seed) for seed in SEEDS})


@covers("I26")
def test_both_verifiers_take_nothing_but_absence_for_absence(tmp_path: Path) -> None:
    """In the terms of an agreement and in a revocation, each with every signature it needs."""
    named: dict[str, bytes] = {}
    for at, odd in enumerate(ODD):
        for key in (10, 11, 12):
            record = opened()
            for party in (NORTH, SOUTH):
                say_agreed(record, party, {key: odd})
            named[f"agreement {key} {at}"] = record.bundle()
        for key in (0, 5, 6):
            record = opened()
            say_revoked(record, dict(sorted({**revocation(record), key: odd}.items())))
            named[f"revocation {key} {at}"] = record.bundle()
    same(tmp_path, named)
    null = first(named["agreement 10 0"])
    assert [code for code, *_ in null["findings"]] == ["body-unreadable"] * 2


@covers("WITNESS-031")
def test_both_verifiers_compare_every_letter_alike(tmp_path: Path) -> None:
    letters = [chr(each) for each in range(0x3000) if not 0xD800 <= each < 0xE000] + list(
        "\ufb01\uff21\U00010400"
    )
    names = [each for letter in letters for each in (letter, f" {letter}A{letter} ")]
    asked = tmp_path / "names.json"
    asked.write_text(json.dumps(names), encoding="utf-8")
    script = (
        "import {readFileSync} from 'node:fs';"
        f"import {{plain as folded}} from {json.dumps((JAVASCRIPT / 'quorums.mjs').as_uri())};"
        f"const names = JSON.parse(readFileSync({json.dumps(str(asked))}, 'utf8'));"
        "console.log(JSON.stringify(names.map(folded)));"
    )
    command = [node(), "--input-type=module", "-e", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [plain(each) for each in names]


@pytest.mark.parametrize("name", ["cbor", "ed25519", "mldsa"])
def test_the_second_verifier_leans_on_nothing_from_outside(name: str) -> None:
    source = (FOLDER.parents[1] / "verifiers" / "js" / f"{name}.mjs").read_text(encoding="utf-8")
    imports = [line for line in source.splitlines() if " from " in line and line.startswith(("import", "}"))]
    assert all('"./' in each for each in imports)


@covers("I26")
def test_both_verifiers_know_the_same_kinds(tmp_path: Path) -> None:
    named: dict[str, bytes] = {}
    for number in range(100):
        record = opened()
        record.say(NORTH, number, body_of())
        named[f"kind {number}"] = record.bundle()
    same(tmp_path, named)


def test_both_verifiers_tell_a_file_without_entries_from_one_in_order(tmp_path: Path) -> None:
    record = Record()
    record.changes = {"selection": (0, 1)}
    same(tmp_path, {"empty": record.bundle()})
    command = [
        node(),
        str(FOLDER.parents[1] / "verifiers" / "js" / "verify.mjs"),
        str(tmp_path / "0.fbundle"),
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.stdout.startswith("nothing to check")


def test_a_file_that_cannot_be_read_is_told_without_a_trace(tmp_path: Path) -> None:
    told = subprocess.run(
        [node(), str(FOLDER.parents[1] / "verifiers" / "js" / "verify.mjs"), str(tmp_path / "nothing")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (2, "")
    assert told.stdout.startswith("cannot read ")


@covers("I26", "BUNDLE-069")
def test_both_verifiers_say_the_same_of_sound_with_any_values_in_it(tmp_path: Path) -> None:
    record = connected(opened())
    for kind, body in ((Kind.CALL_MEDIA, described(NORTH)), (Kind.CALL_SECURED, found(NORTH, checks=1))):
        for key, value in body.to_map().items():
            for odd in (*ODD, 2, 3, 15, 16, 1 << 40, value):
                record.say(NORTH, kind, encode({**body.to_map(), key: odd}))
    for text in (
        "",
        "a=FingerPrint:SHA-256 ",
        "a=fingerprint",
        "\na=fingerprint:sha-256 x",
        "İa=fingerprint",
    ):
        for changed in (text, sdp(key_of(NORTH)) + text, sdp(key_of(NORTH)).lower(), text + sdp(MIDDLE)):
            record.say(NORTH, Kind.CALL_MEDIA, encode({**described(NORTH).to_map(), 7: changed}))
    same(tmp_path, {"odd sound": record.bundle(), "spoken": talked(opened()).bundle()})
