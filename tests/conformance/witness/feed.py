# pyright: reportMissingImports=false, reportUnknownVariableType=false, reportUnknownMemberType=false
"""Run by the foreign interpreter: their client submits checkpoints to a witness. JSON in, JSON out.

In: {"url", "vkey", "steps": [{"note": text, "proofs": {"old": [base64, …]}}]}; out: what came of each step.
"""

import base64
import json
import sys

from aics_witness.feeder import FeederError, WitnessClient


def main() -> None:
    asked = json.load(sys.stdin)
    answers = []
    with WitnessClient(asked["url"], asked["vkey"]) as client:
        for step in asked["steps"]:

            def proof(old: int, _new: int, step: dict = step) -> list[bytes]:
                return [base64.b64decode(each) for each in step["proofs"][str(old)]]

            try:
                answers.append(client.submit(step["note"].encode(), proof))
            except FeederError as error:
                answers.append(type(error).__name__)
    json.dump(answers, sys.stdout)


main()
