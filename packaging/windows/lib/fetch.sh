# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Debian's source packages, by apt itself, into the archive folder. Sourced by packaging/windows/build.

# Prints deb822 stanzas of sources for every Debian 12 source that this machine is configured with. Nothing in /etc
# is changed, and no address stands in this repository.
source_stanzas() {
    local file
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -f "$file" ] || continue
        grep -v '^#' "$file" | awk '
            BEGIN { RS = ""; FS = "\n" }
            {
                kept = ""; deb = 0; bookworm = 0; enabled = 1
                for (i = 1; i <= NF; ++i) {
                    field = $i ~ /^[ \t]/ ? field : tolower(substr($i, 1, index($i, ":") - 1))
                    if (field == "types") { if ($i ~ /(^|[: \t])deb([ \t]|$)/) deb = 1; continue }
                    if (field == "enabled" && tolower($i) ~ /no[ \t]*$/) enabled = 0
                    if (field == "suites" && $i ~ /(^|[: \t])bookworm(-[a-z-]+)?\/?([ \t]|$)/) bookworm = 1
                    kept = kept $i "\n"
                }
                if (deb && bookworm && enabled) printf "Types: deb-src\n%s\n", kept
            }'
    done
}

source_lines() {
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$file" ] || continue
        grep -E '^deb[ \t].*[ \t]bookworm(-[a-z-]+)?[ \t]' "$file" | sed 's/^deb[ \t]/deb-src /'
    done
}

# An apt of its own: its lists and settings are in a folder that is thrown away.
private_apt() { # FOLDER
    local folder=$1
    mkdir -p "$folder"/{etc,lists/partial,cache/archives/partial,files}
    source_stanzas >"$folder/etc/maiam.sources"
    source_lines >"$folder/etc/maiam.list" || true
    cat >"$folder/apt.conf" <<EOF
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$folder/etc";
Dir::State::lists "$folder/lists";
Dir::Cache "$folder/cache";
APT::Sandbox::User "";
Acquire::Retries "2";
Acquire::http::Timeout "30";
Acquire::https::Timeout "30";
EOF
}

checksum_holds() { [ "$(sha256sum <"$1" | cut -d' ' -f1)" = "$2" ]; }

list_lines() { grep -vE '^(#|$)' "$sources_list"; }

# Every file of the list is in the archive folder with the right checksum, or the script ends with one line.
fetch_sources() {
    local name version parts revision file sum missing=() folder option
    mkdir -p "$archive_dir" || die "The archive folder $archive_dir cannot be made."
    while read -r name version parts revision file sum; do
        if [ ! -f "$archive_dir/$file" ]; then
            [[ " ${missing[*]} " == *" $name=$version=$parts "* ]] || missing+=("$name=$version=$parts")
        elif ! checksum_holds "$archive_dir/$file" "$sum"; then
            die "Wrong checksum: $archive_dir/$file is not the file that $sources_list names. Delete it and run this again."
        fi
    done < <(list_lines)
    [ ${#missing[@]} -gt 0 ] || return 0

    need_space "$archive_dir" 300 "the sources"
    folder=$(mktemp -d "${TMPDIR:-/tmp}/maiam-sources.XXXXXX")
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf '$folder'" EXIT
    private_apt "$folder"
    say "Fetching the sources of ${missing[*]%%=*} …"
    if ! APT_CONFIG=$folder/apt.conf apt-get update -qq >"$folder/update.log" 2>&1 || grep -q '^W: Failed to fetch' "$folder/update.log"; then
        die "No network, and $archive_dir lacks the sources of ${missing[*]%%=*}. Fetch them on a machine with a network and copy that folder here."
    fi
    for option in "${missing[@]}"; do
        parts=${option##*=}
        (cd "$folder/files" && APT_CONFIG=$folder/apt.conf apt-get source -qq --download-only \
            $([ "$parts" = tar ] && printf -- --tar-only) "${option%=*}") >"$folder/get.log" 2>&1 ||
            die "${option%=*} cannot be fetched: $(grep -m1 '^E:' "$folder/get.log" || tail -n1 "$folder/get.log"). Either there is no network, or Debian has moved on; then $sources_list must name the newer version."
    done
    while read -r name version parts revision file sum; do
        [ -f "$archive_dir/$file" ] && continue
        [ -f "$folder/files/$file" ] || die "$name $version came without $file. $sources_list does not fit the archive."
        checksum_holds "$folder/files/$file" "$sum" || die "Wrong checksum: the fetched $file is not the file that $sources_list names. It was thrown away."
        # Under another name until it is whole: a full disk leaves no half file behind.
        if ! { cp "$folder/files/$file" "$archive_dir/.$file.part" 2>/dev/null && mv "$archive_dir/.$file.part" "$archive_dir/$file"; }; then
            rm -f "$archive_dir/.$file.part"
            die "The disk of $archive_dir is full: $file does not fit."
        fi
    done < <(list_lines)
    rm -rf "$folder"
    trap - EXIT
}
