"""The offline verifier: what a stranger can check with one file, without a node and without a network.

`verify_bundle` reads a file that either side exported and gives a `Report`; `compare` holds the reports of
both sides' files against each other. It leans on the lowest layers of the core and on nothing else.
"""

from firebreak.verify.bundles import Progress, verify_bundle
from firebreak.verify.comparing import Comparison, compare
from firebreak.verify.proofs import ProofReport, verify_proof
from firebreak.verify.report import Mark, Party, Report

__all__ = [
    "Comparison",
    "Mark",
    "Party",
    "Progress",
    "ProofReport",
    "Report",
    "compare",
    "verify_bundle",
    "verify_proof",
]
