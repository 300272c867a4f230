#!/usr/bin/env bash
# Make .venv-foreign: somebody else's witness, against which tests/conformance/witness tries our node and witness.
# It needs Python 3.12 or newer, which Firebreak itself does not; without one the tests are skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

find_python() {
    for each in "${FOREIGN_PYTHON:-}" python3.14 python3.13 python3.12 "$(command -v pyenv >/dev/null && pyenv root)"/versions/3.1[2-9].*/bin/python3; do
        [ -n "$each" ] && "$each" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && echo "$each" && return
    done
    return 1
}

python=$(find_python) || {
    echo 'error: no Python 3.12 or newer on this machine' >&2
    echo 'hint: install one, or name it: FOREIGN_PYTHON=python3.13 tools/foreign_witness.sh' >&2
    exit 2
}
"$python" -m venv --clear .venv-foreign
.venv-foreign/bin/pip install --quiet --disable-pip-version-check --require-hashes -r tools/foreign_witness.lock
echo 'ready: .venv-foreign/bin/aics-witness'
