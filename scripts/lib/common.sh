# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the scripts share. Sourced, never run.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Configures a preset once; afterwards ninja itself notices when the build files change.
configure() {
    local preset=$1
    [ -f "build/$preset/build.ninja" ] && return 0
    local -a options=(--preset "$preset")
    if command -v ccache >/dev/null; then
        options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    cmake "${options[@]}" >&2
}

# Two at a time unless MAIAM_JOBS says otherwise: a compiler takes up to 1 GB.
jobs_wanted() { printf '%s' "${MAIAM_JOBS:-2}"; }

build() {
    local preset=$1
    shift
    configure "$preset"
    cmake --build --preset "$preset" -j "$(jobs_wanted)" "$@" >&2
}

run_tests() {
    local preset=$1
    shift
    ctest --preset "$preset" -j "$(jobs_wanted)" --no-tests=error "$@"
}
