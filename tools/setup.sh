#!/usr/bin/env bash
# Make .venv ready from a hashed lock. Does nothing when the lock has not changed since the last time.
#   tools/setup.sh run    what Firebreak needs to run
#   tools/setup.sh dev    that, and what its tests and linters need
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=${1:-dev}
python=${PYTHON:-python3}
venv=.venv

fail() {
    printf 'error: %s\nhint: %s\n' "$1" "$2" >&2
    exit 2
}

case $wanted in
    run) lock=requirements.lock ;;
    dev) lock=requirements-dev.lock ;;
    *) fail "setup knows no level \"$wanted\"" "say run or dev" ;;
esac

check_python() {
    command -v "$python" >/dev/null ||
        fail "no $python on this machine" "install Python 3.11 or newer (Debian: apt-get install python3 python3-venv)"
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "$python is $("$python" -V), Firebreak needs Python 3.11 or newer" "make setup PYTHON=python3.11"
}

# Debian ships venv apart from Python. In CI, as root, install it; a person is told the package's name.
check_venv_module() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null && return
    if [ -n "${CI:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get -qq update && apt-get -qq install -y python3-venv
        "$python" -c 'import ensurepip, venv' 2>/dev/null && return
    fi
    fail "$python cannot make virtual environments" "apt-get install python3-venv (as root), then run make setup again"
}

# A few tests cut the power of a disk, shift the clock of a process or watch its writes (docs/crashes.md). In CI, as
# root, install what they need; elsewhere they are skipped and name the package. So are those in a browser
# and those with a relay between two, or with a phone.
install_tools() {
    local lacking=()
    command -v mkfs.xfs >/dev/null || lacking+=(xfsprogs)
    command -v faketime >/dev/null || lacking+=(faketime)
    command -v strace >/dev/null || lacking+=(strace)
    command -v chromium >/dev/null || lacking+=(chromium)
    command -v turnserver >/dev/null || lacking+=(coturn)
    command -v sipp >/dev/null || lacking+=(sip-tester)
    command -v baresip >/dev/null || lacking+=(baresip-core)
    [ ${#lacking[@]} = 0 ] && return
    [ -n "${CI:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
    { apt-get -qq update && apt-get -qq install -y "${lacking[@]}"; } >/dev/null 2>&1 ||
        echo "note: without ${lacking[*]} some tests are skipped"
}

# What the environment was made from: the lock, the project's name and scripts, the place (console
# scripts hold absolute paths) and the interpreter.
fingerprint() {
    { cat "$1"; sed -n '/^\[build-system\]/,/^\[dependency-groups\]/p' pyproject.toml; pwd -P; "$python" -VV; } | sha256sum | cut -d' ' -f1
}

is_ready() {
    [ -x "$venv/bin/python" ] && [ "$(cat "$venv/.ready-$1" 2>/dev/null)" = "$(fingerprint "$2")" ]
}

check_python
[ "$wanted" = dev ] && install_tools
tools/console.sh ready
if is_ready "$wanted" "$lock" || { [ "$wanted" = run ] && is_ready dev requirements-dev.lock; }; then
    exit 0
fi
check_venv_module
rm -f "$venv"/.ready-*

# An environment moved here from another folder, or made by another Python, is made anew.
if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1 ||
    [ "$("$venv/bin/python" -VV)" != "$("$python" -VV)" ] ||
    [ "$("$venv/bin/python" -c 'import sys; print(sys.prefix)')" != "$(pwd -P)/$venv" ]; then
    "$python" -m venv --clear "$venv"
fi

echo "installing from $lock into $venv"
pip=("$venv/bin/python" -m pip --disable-pip-version-check --no-input -qq)
# The lock names every package there is to install; pip has nothing left to resolve (pyproject, [tool.uv]).
"${pip[@]}" install --no-deps --require-hashes --only-binary :all: -r "$lock"
"${pip[@]}" install --no-build-isolation --no-deps --editable .
fingerprint "$lock" >"$venv/.ready-$wanted"
echo "ready: $venv/bin/firebreak"
