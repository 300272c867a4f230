"""Keys are made, saved, read, and never shown."""

import hashlib
import re
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY, from_iso
from firebreak.core.base.purposes import REVOKE, Environment, context
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.kem import check_kem_key
from firebreak.core.envelope.points import check_ed25519_point
from firebreak.core.envelope.verifying import verify_ed25519, verify_mldsa65
from firebreak.keyring.certificate import self_signed
from firebreak.keyring.keys import Keys, NodeKeys, OfficerKey, RootKeys, SignerKeys
from firebreak.keyring.pairs import xwing_public
from firebreak.keyring.signer import EPOCH, InProcessSigner
from firebreak.keyring.vault import LIGHT
from firebreak.transport import sealing
from firebreak.transport.kem import KemKey, seal_seed
from firebreak.transport.tls import TlsIdentity, dialling_context, listening_context
from tests.covering import covers

NOW = from_iso("2022-03-23T14:05:00Z")
ROOT, NODE, OFFICER = RootKeys.generate(), NodeKeys.generate(NOW), OfficerKey.generate("Lt. Vance")
SIGNER = SignerKeys.generate(ROOT.party)
XWING_SEED = bytes.fromhex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26")
"Of the first test vector of draft-connolly-cfrg-xwing-kem; so are the two ends of its public key below."


@pytest.mark.parametrize("keys", [ROOT, SIGNER, NODE, OFFICER], ids=lambda keys: keys.HOLDS)
def test_keys_come_back_from_their_file(tmp_path: Path, keys: Keys) -> None:
    path = tmp_path / "some.key"
    keys.save(path, "a passphrase", environment=Environment.EXERCISE, cost=LIGHT)
    assert type(keys).load(path, "a passphrase", environment=Environment.EXERCISE) == keys


@covers("SIGNER-025")
def test_an_officers_file_is_not_a_nodes_and_opens_with_the_officers_passphrase_alone(tmp_path: Path) -> None:
    node, officer = tmp_path / "node.key", tmp_path / "vance.key"
    NODE.save(node, "of the node", environment=Environment.EXERCISE, cost=LIGHT)
    OFFICER.save(officer, "of the officer", environment=Environment.EXERCISE, cost=LIGHT)
    with pytest.raises(LocalError, match="FB325"):
        NodeKeys.load(officer, "of the node", environment=Environment.EXERCISE)
    with pytest.raises(LocalError, match="FB321"):
        OfficerKey.load(officer, "of the node", environment=Environment.EXERCISE)
    assert OFFICER.seed not in NODE.to_bytes()


@covers("SIGNER-024")
@pytest.mark.parametrize(
    "holder",
    [
        ROOT,
        SIGNER,
        NODE,
        OFFICER,
        InProcessSigner(SIGNER, Environment.EXERCISE),
        TlsIdentity(NODE.certificate, NODE.tls_key_pem),
    ],
    ids=lambda holder: type(holder).__name__,
)
def test_nothing_secret_is_printed(holder: object) -> None:
    seeds = [
        ROOT.ed25519,
        ROOT.mldsa65,
        SIGNER.log,
        SIGNER.checkpoint,
        NODE.tls,
        NODE.kem,
        NODE.storage,
        OFFICER.seed,
    ]
    for text in (repr(holder), str(holder), f"{[holder]}"):
        assert not [seed for seed in seeds if repr(seed)[2:-1] in text or seed.hex() in text]
        assert "PRIVATE KEY" not in text


def test_no_two_seeds_are_the_same() -> None:
    others = (NodeKeys.generate(NOW), SignerKeys.generate(ROOT.party))
    nodes = [(keys.tls, keys.kem, keys.storage) for keys in (NODE, others[0])]
    signers = [(keys.log, keys.checkpoint) for keys in (SIGNER, others[1])]
    assert len({seed for some in (*nodes, *signers) for seed in some}) == 10


def test_public_keys_pass_what_is_asked_of_a_card() -> None:
    for public in (ROOT.ed25519_public, SIGNER.log_public, OFFICER.public):
        check_ed25519_point(public)
    check_kem_key(NODE.kem_public)
    assert len(SIGNER.checkpoint_public) == len(ROOT.mldsa65_public) == 1952
    assert ROOT.party == hashlib.sha256(ROOT.ed25519_public + ROOT.mldsa65_public).digest()


def test_both_root_signatures_hold_for_their_purpose_and_environment_only() -> None:
    ed25519, mldsa65 = ROOT.sign(REVOKE, Environment.EXERCISE, b"key 7d1e")
    message = signed_bytes(REVOKE, Environment.EXERCISE, b"key 7d1e")
    real = signed_bytes(REVOKE, Environment.REAL, b"key 7d1e")
    assert verify_ed25519(ROOT.ed25519_public, ed25519, message)
    assert not verify_ed25519(ROOT.ed25519_public, ed25519, real)
    bound = context(REVOKE, Environment.EXERCISE)
    assert verify_mldsa65(ROOT.mldsa65_public, mldsa65, message, bound)
    assert not verify_mldsa65(ROOT.mldsa65_public, mldsa65, message, context(REVOKE, Environment.REAL))


@covers("SIGNER-027")
def test_the_kem_key_follows_x_wing() -> None:
    public = xwing_public(XWING_SEED)
    assert len(public) == 1216
    assert public[:16].hex() == "e2236b35a8c24b39b10aa1323a96a919"
    assert public[-16:].hex() == "23593d4ba32d9abac8cd049040ef6534"


@covers("SIGNER-027")
def test_what_is_sealed_to_the_card_opens_with_the_kem_key() -> None:
    key = KemKey.from_seeds(*NODE.kem_seeds)
    assert key.public == NODE.kem_public
    assert key.unseal(seal_seed(bytes(32), NODE.kem_public, b"info"), b"info") == bytes(32)


def test_the_purpose_of_epochs_is_that_of_the_transport() -> None:
    assert EPOCH == sealing.EPOCH


@covers("SIGNER-026")
def test_the_certificate_is_self_signed_good_for_a_year_and_names_nobody() -> None:
    certificate = x509.load_der_x509_certificate(NODE.certificate)
    key = certificate.public_key()
    assert isinstance(key, Ed25519PublicKey)
    key.verify(certificate.signature, certificate.tbs_certificate_bytes)
    assert (certificate.not_valid_after_utc - certificate.not_valid_before_utc).days == 365
    assert certificate.not_valid_before_utc.isoformat() == "2022-03-23T14:05:00+00:00"
    assert certificate.subject == certificate.issuer
    assert re.fullmatch("CN=firebreak node [0-9a-f]{16}", certificate.subject.rfc4514_string())
    assert (
        x509.load_der_x509_certificate(self_signed(NODE.tls, NOW)).serial_number != certificate.serial_number
    )


def hand_shake(client: ssl.SSLContext, server: ssl.SSLContext) -> tuple[bytes | None, bytes | None]:
    """Connect two contexts through memory; the certificate that each saw."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = (
        client.wrap_bio(to_client, to_server),
        server.wrap_bio(to_server, to_client, server_side=True),
    )
    for _ in range(4):
        for end in ends:
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                continue
    return ends[0].getpeercert(binary_form=True), ends[1].getpeercert(binary_form=True)


def identity(keys: NodeKeys) -> TlsIdentity:
    return TlsIdentity(keys.certificate, keys.tls_key_pem)


@covers("SIGNER-026")
def test_two_nodes_pin_each_other_by_their_certificates_alone() -> None:
    other = NodeKeys.generate(NOW)
    client = dialling_context(identity(NODE), other.certificate)
    server = listening_context(identity(other), [NODE.certificate])
    assert hand_shake(client, server) == (other.certificate, NODE.certificate)
    stranger = listening_context(identity(NodeKeys.generate(NOW)), [NODE.certificate])
    with pytest.raises(ssl.SSLCertVerificationError):
        hand_shake(client, stranger)


def test_a_certificate_that_tls_does_not_take_shuts_out_its_owner_alone() -> None:
    other = NodeKeys.generate(NOW)
    client = dialling_context(identity(NODE), b"junk", other.certificate)
    server = listening_context(identity(other), [b"junk", NODE.certificate])
    assert hand_shake(client, server) == (other.certificate, NODE.certificate)


@covers("SIGNER-026")
def test_a_strict_verifier_accepts_the_certificate_while_it_is_good() -> None:
    now = from_iso("2026-01-01") + 100 * DAY
    ours, theirs = NodeKeys.generate(type(NOW)(now)), NodeKeys.generate(type(NOW)(now))
    client, server = (
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        listening_context(identity(theirs), [ours.certificate]),
    )
    client.check_hostname = False
    client.verify_flags |= ssl.VERIFY_X509_STRICT
    client.load_verify_locations(cadata=theirs.certificate)
    client.verify_flags |= 0x20_0000  # whatever today is
    server.verify_mode = ssl.CERT_NONE
    assert hand_shake(client, server)[0] == theirs.certificate
