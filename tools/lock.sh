#!/usr/bin/env bash
# Write both locks anew from pyproject.toml: pinned versions and hashes, for every platform, and no word
# about where the packages are fetched. Say UPGRADE=1 to take newer versions as well.
set -euo pipefail
cd "$(dirname "$0")/.."

options=(--quiet --universal --python-version 3.11 --generate-hashes
    --no-emit-index-url --no-emit-find-links --no-header --no-annotate)
[ -n "${UPGRADE:-}" ] && options+=(--upgrade)

compile() {
    .venv/bin/uv pip compile pyproject.toml "${options[@]}" "$@"
}

compile --group build --output-file requirements.lock
compile --group dev --constraints requirements.lock --output-file requirements-dev.lock
