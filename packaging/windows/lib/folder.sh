# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Mái Ấm for Windows and the folder that is handed out. Sourced by packaging/windows/build.

build_dir=$PWD/build/windows

build_program() {
    local -a targets=(maiam maiam_console)
    [ "$with_tests" = ON ] && targets=(all)
    need_space "$build_dir" 1500 "building the program"
    # Paths of the libraries are kept in the build folder; another prefix needs a fresh one.
    if [ -d "$build_dir" ] && [ "$(cat "$build_dir/prefix" 2>/dev/null)" != "$prefix_dir" ]; then
        rm -rf "$build_dir"
    fi
    mkdir -p "$build_dir"
    local -a cache=() # what was compiled once is not compiled again
    ! command -v ccache >/dev/null || cache=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    step "$cache_dir/logs/configure.log" "Preparing Mái Ấm for Windows" \
        cmake --preset windows -DBUILD_TESTING="$with_tests" "${cache[@]}"
    printf '%s' "$prefix_dir" >"$build_dir/prefix"
    step "$cache_dir/logs/maiam.log" "Building Mái Ấm for Windows" \
        cmake --build --preset windows -j "$(jobs_wanted)" --target "${targets[@]}"
}

# Where a library for Windows may come from: what we built, then the compiler's own.
library_path() { # NAME
    local folder
    for folder in "$prefix_dir/bin" "$(dirname "$("$target-g++-posix" -print-file-name=libstdc++-6.dll)")" "/usr/$target/lib"; do
        if [ -f "$folder/$1" ]; then
            printf '%s' "$folder/$1"
            return 0
        fi
    done
    return 1
}

imports_of() { "$target-objdump" -p "$1" | sed -n 's/^[[:space:]]*DLL Name: //p'; }

# Copies what a program or library of the folder stands on, and what that stands on; Windows' own are left out.
copy_imports() { # FOLDER FILE
    local name path
    while read -r name; do
        [ -f "$1/$name" ] && continue
        path=$(library_path "$name") || continue
        cp "$path" "$1/" || return 1
        copy_imports "$1" "$1/$name" || return 1
    done < <(imports_of "$2")
}

copy_licences() { # FOLDER
    local package
    mkdir -p "$1/licences" && cp LICENSE "$1/licences/mai-am.txt" || return 1
    for package in libqt6core6 libsqlcipher1 libssl3 libsodium23 libzstd1 libzip4 zlib1g libfreexl1 libqrencode4 \
        libexpected-dev fonts-liberation2 fonts-noto-core gcc-mingw-w64-x86-64-posix-runtime mingw-w64-common; do
        [ ! -f "/usr/share/doc/$package/copyright" ] || cp "/usr/share/doc/$package/copyright" "$1/licences/$package.txt" || return 1
    done
}

# Nothing may be in the folder that could stand in for the register's engine.
no_other_engine() { # FOLDER
    local found
    found=$(find "$1" -iname '*sqlite*' -o -iname '*sqldriver*' -o -iname 'qsql*')
    [ -z "$found" ] || { echo "a second database engine in the folder: $found"; return 1; }
}

fill_folder() { # FOLDER
    local folder=$1 plugin file
    mkdir -p "$folder"/{platforms,styles,imageformats} &&
        cp "$build_dir/app/maiam.exe" "$build_dir/app/maiam.com" "$folder/" || return 1
    for plugin in platforms/qwindows styles/qwindowsvistastyle imageformats/qico imageformats/qjpeg imageformats/qgif; do
        cp "$prefix_dir/plugins/$plugin.dll" "$folder/$plugin.dll" || return 1
    done
    for file in "$folder"/maiam.* "$folder"/*/*.dll; do
        copy_imports "$folder" "$file" || return 1
    done
    find "$folder" \( -name '*.dll' -o -name 'maiam.*' \) -exec "$target-strip" --strip-unneeded {} + || return 1
    copy_licences "$folder" && no_other_engine "$folder"
}

pack_folder() { # PARENT NAME
    (cd "$1" && TZ=UTC zip -q -X -9 -r "$2.zip" "$2" && sha256sum "$2.zip" >"$2.zip.sha256")
}

# Whole or not at all: everything is made beside the old folder and takes its place at the end.
gather_folder() {
    local name part
    name=$(folder_name)
    part=$output_dir.part
    rm -rf "$part"
    need_space "$build_dir" 400 "the folder"
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf '$part'" EXIT
    step "$cache_dir/logs/folder.log" "Gathering the folder" fill_folder "$part/$name"
    step "$cache_dir/logs/zip.log" "Packing the zip" pack_folder "$part" "$name"
    rm -rf "$output_dir"
    mv "$part" "$output_dir"
    trap - EXIT
    say "Folder: $output_dir/$name ($(du -sm "$output_dir/$name" | cut -f1) MB), zip: $(du -m "$output_dir/$name.zip" | cut -f1) MB"
    say "SHA-256: $(cut -d' ' -f1 "$output_dir/$name.zip.sha256")"
}
