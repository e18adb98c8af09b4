# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What packaging/windows/build and smoke share. Sourced, never run.
# shellcheck source=scripts/lib/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../../scripts/lib/common.sh" # also changes to the top folder

windows_dir=$PWD/packaging/windows
sources_list=$windows_dir/sources
cache_dir=$(realpath -m "${MAIAM_WINDOWS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/maiam-windows}")
# Sources as they were fetched; a second run needs no network.
archive_dir=$(realpath -m "${MAIAM_WINDOWS_ARCHIVE:-$cache_dir/archive}")
# Built libraries; another list is another folder, so that nothing old is ever linked by mistake.
prefix_dir=$(realpath -m "${MAIAM_WINDOWS_PREFIX:-$cache_dir/prefix-$(sha256sum <"$sources_list" | cut -c1-12)}")
export MAIAM_WINDOWS_PREFIX=$prefix_dir
export MAIAM_WINDOWS_ARCHIVE=$archive_dir

program_version() { sed -n 's/^project(MaiAm VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt; }
folder_name() { printf 'MaiAm-%s-windows-x64' "$(program_version)"; }
output_dir=$PWD/build/windows-folder

# Free megabytes of the disk that holds a path, which need not exist yet.
free_mb() {
    local path=$1
    while [ ! -e "$path" ]; do path=$(dirname "$path"); done
    df -Pm "$path" | awk 'NR == 2 { print $4 }'
}

need_space() { # PATH MEGABYTES WHAT
    local free
    free=$(free_mb "$1")
    [ "$free" -ge "$2" ] || die "Too little space on the disk of $1 for $3: $free MB are free, $2 MB are needed. Nothing was changed."
}

# Runs a step with its output in a log. When it fails: one line that says which step and why, and the log's name.
step() { # LOG WHAT COMMAND...
    local log=$1 what=$2 status=0
    shift 2
    say "$what …"
    mkdir -p "$(dirname "$log")" 2>/dev/null || true
    "$@" >"$log" 2>&1 </dev/null || status=$?
    [ "$status" -eq 0 ] && return 0
    if grep -qiE 'no space left on device|disk quota exceeded' "$log" 2>/dev/null || [ "$(free_mb "$log")" -lt 20 ]; then
        die "The disk is full: \"$what\" could not go on. Make room on the disk of $(dirname "$log"), then run this again; what was finished is kept."
    fi
    die "\"$what\" failed. Its last lines are in $log"
}

seconds_text() { printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); }
