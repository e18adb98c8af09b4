# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# How each source becomes a library for Windows in the prefix. Sourced by packaging/windows/build.
# Each recipe runs in a folder of its own with $source as the unpacked source. Small ones are static.

target=x86_64-w64-mingw32
common_flags='-O2 -fstack-protector-strong'

cmake_static() { # SOURCE OPTIONS...
    local tree=$1
    shift
    cmake -S "$tree" -B build -G Ninja -DCMAKE_TOOLCHAIN_FILE="$toolchain" -DCMAKE_INSTALL_PREFIX="$prefix_dir" \
        -DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS="$common_flags" -DBUILD_SHARED_LIBS=OFF "$@" &&
        cmake --build build -j "$(jobs_wanted)" && cmake --install build
}

# NAME VERSION LIBS [REQUIRES.PRIVATE]
pkg_config_file() {
    printf 'prefix=${pcfiledir}/../..\nName: %s\nDescription: %s for Windows\nVersion: %s\nRequires.private: %s\nCflags: -I${prefix}/include\nLibs: -L${prefix}/lib %s\n' \
        "$1" "$1" "$2" "${4:-}" "$3" >"$prefix_dir/lib/pkgconfig/$1.pc"
}

recipe_zlib() {
    cp -r "$source"/. . && CHOST=$target CC=$target-gcc-posix AR=$target-ar RANLIB=$target-ranlib CFLAGS=$common_flags \
        ./configure --static --prefix="$prefix_dir" && make -j "$(jobs_wanted)" libz.a && cp libz.a "$prefix_dir/lib/" &&
        cp zlib.h zconf.h "$prefix_dir/include/" && pkg_config_file zlib 1.2.13 -lz
}

recipe_libzstd() {
    cmake_static "$source/build/cmake" -DZSTD_BUILD_SHARED=OFF -DZSTD_BUILD_STATIC=ON -DZSTD_BUILD_PROGRAMS=OFF \
        -DZSTD_LEGACY_SUPPORT=OFF -DZSTD_MULTITHREAD_SUPPORT=OFF && pkg_config_file libzstd 1.5.4 -lzstd
}

recipe_libzip() {
    cmake_static "$source" -DENABLE_COMMONCRYPTO=OFF -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF \
        -DENABLE_WINDOWS_CRYPTO=OFF -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DENABLE_ZSTD=OFF -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF \
        -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF && pkg_config_file libzip 1.7.3 -lzip zlib
}

recipe_libsodium() {
    cp -r "$source"/. . && autoreconf -fi && ./configure --host=$target CC=$target-gcc-posix CFLAGS="$common_flags" --prefix="$prefix_dir" \
        --disable-shared --enable-static --disable-dependency-tracking &&
        make -j "$(jobs_wanted)" -C src && make -C src install && pkg_config_file libsodium 1.0.18 -lsodium
}

# Only libcrypto, and nothing that reads a file or loads a library at run time: no openssl.cnf, no engine, no module.
recipe_openssl() {
    cp -r "$source"/. . && ./Configure mingw64 --cross-compile-prefix=$target- CC=gcc-posix --prefix="$prefix_dir" --libdir=lib \
        --openssldir=/nowhere no-shared no-tests no-autoload-config no-engine no-module no-dso no-legacy no-async no-ui-console \
        no-srp no-cms no-ts no-ct no-ocsp no-sock no-comp no-idea no-mdc2 no-seed no-bf no-cast no-camellia no-aria no-sm2 no-sm3 \
        no-sm4 no-gost no-rc2 no-rc4 no-md4 no-rmd160 no-whirlpool &&
        make build_generated && make -j "$(jobs_wanted)" libcrypto.a && mkdir -p "$prefix_dir/include/openssl" &&
        cp include/openssl/*.h "$prefix_dir/include/openssl/" && cp libcrypto.a "$prefix_dir/lib/" &&
        pkg_config_file libcrypto 3.0 '-lcrypto -lcrypt32 -lws2_32 -lgdi32'
}

# The options of Debian's own build of the engine, so that a register behaves alike on both systems.
recipe_sqlcipher() {
    local -a options=(-DSQLITE_HAS_CODEC -DSQLITE_TEMP_STORE=2 -DSQLITE_THREADSAFE=1 -DSQLITE_SECURE_DELETE
        -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_FTS3 -DSQLITE_ENABLE_FTS4 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE
        -DSQLITE_ENABLE_MATH_FUNCTIONS -DSQLITE_ENABLE_UNLOCK_NOTIFY -DSQLITE_ENABLE_UPDATE_DELETE_LIMIT -DSQLITE_SOUNDEX
        -DSQLITE_OMIT_LOOKASIDE -DSQLITE_OMIT_LOAD_EXTENSION -DSQLCIPHER_CRYPTO_OPENSSL -DSQLITE_OS_WIN=1 -DHAVE_ISNAN=1
        -DSQLITE_MAX_DEFAULT_PAGE_SIZE=8192 -DNDEBUG)
    # One C file, the same for every system, so it is put together for the build machine.
    cp -r "$source"/. . && ./configure --enable-tempstore=yes --disable-tcl --with-crypto-lib=none --enable-update-limit &&
        make BCC='gcc -O1' OPT_FEATURE_FLAGS='-DSQLITE_ENABLE_UPDATE_DELETE_LIMIT=1' sqlite3.c &&
        $target-gcc-posix $common_flags -Wno-unused "${options[@]}" -I"$prefix_dir/include" -c sqlite3.c -o sqlite3.o &&
        rm -f libsqlcipher.a && $target-ar rcs libsqlcipher.a sqlite3.o && cp libsqlcipher.a "$prefix_dir/lib/" &&
        mkdir -p "$prefix_dir/include/sqlcipher" && cp sqlite3.h "$prefix_dir/include/sqlcipher/"
}

recipe_freexl() {
    cp "$source"/src/freexl.c "$source"/headers/*.h "$freexl_dir"/* . &&
        printf '#define VERSION "1.0.6"\n#define HAVE_STDLIB_H 1\n' >config.h &&
        $target-gcc-posix $common_flags -I. -Dfopen=maiam_fopen_utf8 -c freexl.c &&
        $target-gcc-posix $common_flags -I. -c iconv.c utf8_fopen.c && rm -f libfreexl.a &&
        $target-ar rcs libfreexl.a freexl.o iconv.o utf8_fopen.o &&
        cp libfreexl.a "$prefix_dir/lib/" && cp freexl.h "$prefix_dir/include/" && pkg_config_file freexl 1.0.6 -lfreexl
}

recipe_qrencode() {
    cmake_static "$source" -DWITH_TOOLS=NO -DWITHOUT_PNG=YES && pkg_config_file libqrencode 4.1.1 -lqrencode
}

# DLLs, since plugins stand on them. No database driver: the register's own is in the program. No TLS and no D-Bus: the
# program opens no connection.
recipe_qt6_base() {
    local -a off=(pkg_config dbus vulkan icu glib zstd brotli openssl ssl schannel sspi networklistmanager tabletevent direct2d1_1 xml
        sql_sqlite sql_odbc sql_mysql sql_psql sql_db2 sql_ibase sql_oci
        system_zlib system_png system_jpeg system_freetype system_harfbuzz system_pcre2 system_doubleconversion)
    cmake -S "$source" -B . -G Ninja -DCMAKE_TOOLCHAIN_FILE="$toolchain" -DCMAKE_INSTALL_PREFIX="$prefix_dir" \
        -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=ON -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DINPUT_opengl=no \
        $(printf -- '-DFEATURE_%s=OFF ' "${off[@]}") &&
        cmake --build . -j "$(jobs_wanted)" && cmake --install . --strip
}

# Headers only, from the build machine.
copy_expected() {
    mkdir -p "$prefix_dir/include" "$prefix_dir/share/cmake" && cp -r /usr/include/tl "$prefix_dir/include/" &&
        cp -r /usr/share/cmake/tl-expected "$prefix_dir/share/cmake/"
}

# Into the folder $work_dir/NAME, once for each version and revision.
unpack_source() { # NAME PARTS
    local name=$1 parts=$2 file wanted
    wanted=$(list_lines | awk -v n="$name" '$1 == n { print $2, $4; exit }')
    [ "$(cat "$work_dir/$name.unpacked" 2>/dev/null)" != "$wanted" ] || return 0
    rm -rf "${work_dir:?}/$name" "$work_dir/$name-build"
    if [ "$parts" = all ]; then
        file=$(list_lines | awk -v n="$name" '$1 == n && $5 ~ /\.dsc$/ { print $5 }')
        (cd "$archive_dir" && dpkg-source --no-check -x "$file" "$work_dir/$name") || return 1
    else
        file=$(list_lines | awk -v n="$name" '$1 == n { print $5 }')
        mkdir "$work_dir/$name" && tar -xf "$archive_dir/$file" -C "$work_dir/$name" --strip-components=1 || return 1
    fi
    echo "$wanted" >"$work_dir/$name.unpacked"
}

build_one() ( # NAME PARTS; in a subshell, since it changes the folder
    unpack_source "$1" "$2" || return 1
    source=$work_dir/$1
    # Qt takes most of an hour, so a build that was broken off goes on where it stopped, unless the project was moved
    # meanwhile; the others begin anew.
    [ "$1" = qt6-base ] && [ "$(cat "$work_dir/$1-build/toolchain" 2>/dev/null)" = "$toolchain" ] || rm -rf "$work_dir/$1-build"
    mkdir -p "$work_dir/$1-build" && cd "$work_dir/$1-build" && echo "$toolchain" >toolchain && "recipe_${1//-/_}"
)

# Whatever the prefix lacks, in the list's order; what is finished stays finished when a later one fails.
build_prefix() {
    local name parts started
    toolchain=$windows_dir/toolchain.cmake
    freexl_dir=$windows_dir/freexl
    work_dir=$cache_dir/work
    while read -r name parts; do
        [ -f "$prefix_dir/built/$name" ] && continue
        need_space "$cache_dir" 5000 "building the libraries"
        mkdir -p "$prefix_dir"/{lib/pkgconfig,include,built} "$work_dir" || die "The folder $prefix_dir cannot be made."
        started=$SECONDS
        step "$cache_dir/logs/$name.log" "Building $name for Windows" build_one "$name" "$parts"
        echo "$((SECONDS - started)) s" >"$prefix_dir/built/$name"
        say "  $name: $(seconds_text $((SECONDS - started)))"
        rm -rf "${work_dir:?}/$name" "$work_dir/$name-build" "$work_dir/$name.unpacked"
    done < <(list_lines | awk '!seen[$1]++ { print $1, $3 }')
    step "$cache_dir/logs/expected.log" "Copying tl::expected" copy_expected
    rm -rf "$work_dir"
}
