# What ./start and ./test both need: a Python environment and the browser libraries, each made once and again
# only when its lock changes. Sourced with the project's root as the current directory.

say() { printf '· %s\n' "$*" >&2; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

# Run a slow step quietly with the seconds ticking on a terminal; show its output only where it fails.
step() {
    name=$1; shift
    began=$(date +%s)
    log=$(mktemp)
    "$@" >"$log" 2>&1 &
    job=$!
    while kill -0 "$job" 2>/dev/null; do
        [ -t 2 ] && printf '\r· %s … %ss ' "$name" "$(($(date +%s) - began))" >&2
        sleep 0.2
    done
    if wait "$job"; then
        [ -t 2 ] && printf '\r' >&2
        say "$name: done in $(($(date +%s) - began))s"
        rm -f "$log"
    else
        tail -n 20 "$log" >&2
        rm -f "$log"
        fail "$name did not work; the last lines above say why. Is this machine online, and is there room on the disk?"
    fi
}

find_python() {
    for candidate in "${HOUZHEN_PYTHON:-}" python3 python3.13 python3.12 python3.11; do
        [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 || continue
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    fail "Python 3.11, 3.12 or 3.13 is needed. On Debian or Ubuntu:  sudo apt-get install python3 python3-venv"
}

# Whether a stamp file holds the hash of the given files.
fresh() {
    stamp=$1; shift
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(cat "$@" | cksum)" ]
}

mark() {
    stamp=$1; shift
    cat "$@" | cksum >"$stamp"
}

make_environment() {
    python=$(find_python) || exit 1
    if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c '' 2>/dev/null; then
        "$python" -c 'import venv, ensurepip' 2>/dev/null \
            || fail "Python's venv module is missing. On Debian or Ubuntu:  sudo apt-get install python3-venv"
        step "Python environment" "$python" -m venv --clear .venv
    fi
}

# install_python LOCK: everything that a lock names, by hash, and the project itself. The lock is whole, so nothing is
# resolved again: pip would look at newer releases of what a package names with an extra, and refuse them for their hash.
install_python() {
    lock=$1
    fresh ".venv/$(basename "$lock").stamp" "$lock" pyproject.toml && return
    step "Python packages ($(grep -c '==' "$lock"))" .venv/bin/python -m pip install --disable-pip-version-check \
        --no-input --require-hashes --no-deps --quiet -r "$lock"
    step "Houzhen itself" .venv/bin/python -m pip install --disable-pip-version-check --no-input --quiet \
        --no-deps --no-build-isolation --editable .
    mark ".venv/$(basename "$lock").stamp" "$lock" pyproject.toml
    # The test lock holds the other one's versions too, so that ./start after ./test has nothing to do.
    [ "$lock" = requirements.lock ] || mark .venv/requirements.lock.stamp requirements.lock pyproject.toml
}

# Browser libraries and fonts: by the system's npm, or by the one that PyPI brings where there is none. With --omit=dev
# only what pages load, without what only the tests need.
install_browser_libraries() {
    [ -d node_modules ] && fresh "node_modules/.stamp${1:-}" package-lock.json && return
    npm=$(command -v npm || true)
    if [ -z "$npm" ] || ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 18)' 2>/dev/null; then
        npm=.venv/bin/npm
        [ -x "$npm" ] || step "Node.js, for npm only" .venv/bin/python -m pip install --disable-pip-version-check \
            --no-input --quiet --require-hashes --no-deps -r tools/node.lock
        PATH="$PWD/.venv/bin:$PATH"; export PATH
    fi
    step "Browser libraries and fonts" "$npm" ci --no-audit --no-fund --ignore-scripts "$@"
    mark node_modules/.stamp--omit=dev package-lock.json
    [ $# -gt 0 ] || mark node_modules/.stamp package-lock.json
}

# What reads handwriting at the kiosk: a library and its model, from the system's packages. Houzhen runs without.
HANDWRITING="libzinnia0 tegaki-zinnia-simplified-chinese"
reads_handwriting() {
    .venv/bin/python -c 'import sys; from server.writing.zinnia import installed; sys.exit(installed() is None)'
}

# By root, where it is missing; whether that works or not, what called it goes on.
add_handwriting() {
    DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND
    get="apt-get -qq -o Acquire::Retries=0 -o Acquire::http::Timeout=10 -o DPkg::Lock::Timeout=20"
    # What this machine knows of packages may do; asking the mirror anew takes longer.
    for before in true "$get update"; do
        $before && $get install -y --no-install-recommends $HANDWRITING && return
    done
    return 0
}
