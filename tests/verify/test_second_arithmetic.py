"""The second verifier's own arithmetic against ours: points, signatures, ML-DSA."""

import json
import random
import subprocess
from typing import Any

from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey

from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.points import L, P, check_ed25519_point
from firebreak.core.envelope.verifying import verify_ed25519, verify_mldsa44, verify_mldsa65
from tests.covering import covers
from tests.parties import ed25519, mldsa65, public, seed
from tests.verify.second import FOLDER, node

TORSION = (
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
)
SCRIPT = """
import { readFileSync } from "node:fs";
import { unhex } from "FOLDER/bytes.mjs";
import { brokenRule, platform, verifyEd25519 } from "FOLDER/ed25519.mjs";
import { verifyMldsa } from "FOLDER/mldsa.mjs";
const { keys, signatures, strong, own } = JSON.parse(readFileSync(0, "utf8"));
platform.own = own;
const plain = await Promise.all(signatures.map((each) => verifyEd25519(...each.map(unhex))));
const context = (each) => each.slice(1).map(unhex);
console.log(JSON.stringify([
  keys.map((each) => brokenRule(unhex(each)) === ""),
  plain,
  strong.map((each) => verifyMldsa(each[0], ...context(each))),
]));
"""


def told(*, own: bool, **cases: Any) -> list[list[bool]]:
    script = SCRIPT.replace("FOLDER", FOLDER.as_uri())
    command = [node(), "--input-type=module", "-e", script]
    asked = json.dumps({"keys": [], "signatures": [], "strong": [], **cases, "own": own})
    return json.loads(subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout)


def good(key: bytes) -> bool:
    try:
        check_ed25519_point(key)
    except CounterpartError:
        return False
    return True


@covers("POINT-001", "POINT-002", "POINT-003", "POINT-004", "POINT-005")
def test_both_judge_the_same_keys_good() -> None:
    chance = random.Random(1)
    keys = [public(ed25519("point", f"{number}")) for number in range(6)]
    keys += [bytes.fromhex(each) for each in TORSION]
    keys += [chance.randbytes(32) for _ in range(12)]
    keys += [each.to_bytes(32, "little") for each in (P, P + 1, 2**255 - 1, 1 + 2**255, P - 1 + 2**255)]
    keys += [b"", bytes(31)]
    found, _, _ = told(own=True, keys=[each.hex() for each in keys])
    assert found == [good(each) for each in keys]
    assert 6 <= sum(found) < len(keys)


@covers("POINT-006")
def test_both_accept_the_same_signatures_with_and_without_the_platform() -> None:
    chance = random.Random(2)
    cases: list[tuple[bytes, bytes, bytes]] = []
    for number in range(4):
        key, message = ed25519("sign", f"{number}"), chance.randbytes(40)
        signature = key.sign(message)
        s = int.from_bytes(signature[32:], "little")
        at = chance.randrange(64)
        bent = signature[:at] + bytes([signature[at] ^ 1]) + signature[at + 1 :]
        again = signature[:32] + (s + L).to_bytes(32, "little")
        cases += [(public(key), each, message) for each in (signature, bent, again)]
        cases.append((public(key), signature, message + b"."))
    for torsion in map(bytes.fromhex, TORSION):
        cases.append((torsion, torsion + bytes(32), b"anything"))
        cases.append((public(ed25519("sign", "0")), torsion + bytes(32), b"anything"))
    expected = [verify_ed25519(*each) for each in cases]
    assert sum(expected) == 4
    for own in (True, False):
        _, found, _ = told(own=own, signatures=[[part.hex() for part in each] for each in cases])
        assert found == expected


@covers("CARD-005", "CHECKPOINT-014")
def test_both_accept_the_same_signatures_of_ml_dsa() -> None:
    chance = random.Random(3)
    older, newer = MLDSA44PrivateKey.from_seed_bytes(seed("ml-dsa", "44")), mldsa65("ml-dsa", "65")
    cases: list[list[Any]] = []
    expected: list[bool] = []
    for number in range(12):
        message, context = chance.randbytes(chance.randrange(300)), chance.randbytes(number)
        strong = newer.sign(message, context)
        plain = older.sign(message)
        for bent in (False, True):
            at = chance.choice((chance.randrange(3_309), 3_309 - chance.randrange(1, 61)))
            one = strong[:at] + bytes([strong[at] ^ bent]) + strong[at + 1 :]
            cases.append([65, public(newer), one, message, context])
            expected.append(verify_mldsa65(public(newer), one, message, context))
            at = chance.choice((chance.randrange(2_420), 2_420 - chance.randrange(1, 84)))
            other = plain[:at] + bytes([plain[at] ^ bent]) + plain[at + 1 :]
            cases.append([44, older.public_key().public_bytes_raw(), other, message, b""])
            expected.append(verify_mldsa44(older.public_key().public_bytes_raw(), other, message))
    asked = [[each[0], *(part.hex() for part in each[1:])] for each in cases]
    _, _, found = told(own=True, strong=asked)
    assert found == expected
    assert sum(expected) == 24
