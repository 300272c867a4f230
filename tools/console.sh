#!/usr/bin/env bash
# Build or check the console (console/). It needs Node to be built, and nothing of it to run.
#   tools/console.sh ready    build it if its sources changed; without Node say what to install and go on
#   tools/console.sh build    the same, but without Node it fails
#   tools/console.sh check    types and the fast tests
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=${1:-ready}
static=src/firebreak/console/static
node_needed="Node.js 20.19 or newer with npm"

# Two that build at once would take each other's files away.
if command -v flock >/dev/null; then
    exec 9<console/package.json
    flock 9
fi

has_node() {
    command -v npm >/dev/null && command -v node >/dev/null &&
        node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}

sources() {
    find console -path console/node_modules -prune -o -type f -print | LC_ALL=C sort
}

fingerprint() {
    sources | xargs -d '\n' sha256sum | sha256sum | cut -d' ' -f1
}

is_built() {
    [ -f "$static/index.html" ] && [ "$(cat "$static/.built" 2>/dev/null)" = "$(fingerprint)" ]
}

install() {
    local lock
    lock=$(sha256sum console/package-lock.json | cut -d' ' -f1)
    [ "$(cat console/node_modules/.lock 2>/dev/null)" = "$lock" ] && return
    echo "installing what builds the console from console/package-lock.json"
    (cd console && npm ci --silent --no-progress --loglevel=error)
    echo "$lock" >console/node_modules/.lock
}

build() {
    is_built && return
    install
    (cd console && npm run --silent build -- --logLevel warn)
    fingerprint >"$static/.built"
    echo "built: $static"
}

without_node() {
    local state="there is no console to open"
    [ -f "$static/index.html" ] && state="the console stays as it was built before"
    printf 'note: no %s on this machine: %s\n' "$node_needed" "$state" >&2
    printf 'hint: install it, then run: make console (a release has the console built in and needs no Node)\n' >&2
}

if ! has_node; then
    without_node
    [ "$wanted" = ready ]
    exit
fi
case $wanted in
    ready | build) build ;;
    check)
        install
        (cd console && npm run --silent check && npm test --silent)
        ;;
    *)
        printf 'error: console.sh knows no "%s"\nhint: say ready, build or check\n' "$wanted" >&2
        exit 2
        ;;
esac
