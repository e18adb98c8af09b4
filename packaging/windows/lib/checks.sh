# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What packaging/windows/smoke checks. Sourced. Each check_… says what holds and counts what does not.

failures=0
pictures=$PWD/build/windows-pictures
sample=$PWD/tests/fixtures/so-theo-doi-mau.xlsx
passphrase='bon mua la rung hoa no'

holds() { say "  ok      $*"; }
broken() {
    say "  FAILED  $*"
    failures=$((failures + 1))
}
# Runs a command; its output is in $area/last for a look when it fails.
expect() { # WHAT COMMAND...
    local what=$1
    shift
    if "$@" >"$area/last" 2>&1; then
        holds "$what"
    else
        broken "$what: $(tail -n1 "$area/last" | tr -d '\r')"
    fi
}

# Wine with a home of its own: no user's settings are touched, and none help.
prepare_smoke() {
    area=$(mktemp -d "${TMPDIR:-/tmp}/maiam-smoke.XXXXXX")
    export WINEPREFIX=$area/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe='
    export LANG=C.UTF-8 MAIAM_PASSPHRASE_FILE=$area/passphrase
    unset QT_QPA_PLATFORM QT_PLUGIN_PATH DISPLAY WAYLAND_DISPLAY
    (umask 077 && printf '%s\n' "$passphrase" >"$MAIAM_PASSPHRASE_FILE")
    program=$area/'Mái Ấm thử'
    cp -r "$folder" "$program"
    step "$area/wine.log" "Preparing Wine" wineboot -i
    # shellcheck disable=SC2317 # called by the trap
    leave() {
        wineserver -k 2>/dev/null || true
        [ -n "${MAIAM_KEEP:-}" ] || rm -rf "$area"
    }
    trap leave EXIT
    cd "$area" || exit 1
}

finish_smoke() {
    if [ "$failures" -gt 0 ]; then
        say "$failures of the checks failed."
        exit 1
    fi
    say "Everything holds."
}

win() { wine "$program/maiam.com" "$@"; }
lin() { "$linux_program" "$@"; }
# Paths inside the passphrase variable are the Linux ones; Wine maps / to Z:, so both read the same file.

into() { # FILE COMMAND...
    local file=$1
    shift
    "$@" >"$file"
}
ends_with() { # STATUS COMMAND...
    local wanted=$1 status=0
    shift
    "$@" || status=$?
    [ "$status" -eq "$wanted" ]
}

make_register() { # win|lin FOLDER UNIT ROLE
    local name=lan display='Hoàng Thị Lan'
    [ "$4" = province ] && name=minh display='Trần Minh'
    "$1" init --register "$2" --unit "$3" --role "$4" --user $name --display-name "$display" --recovery-out "$2.khoa" --demo
}

same_json() { # WHAT WIN-FILE LIN-FILE
    if python3 -c 'import json,sys; sys.exit(json.load(open(sys.argv[1],encoding="utf-8")) != json.load(open(sys.argv[2],encoding="utf-8")))' "$2" "$3" 2>/dev/null; then
        holds "$1"
    else
        broken "$1: $(head -c 200 "$2") … $(head -c 200 "$3")"
    fi
}

check_commands() {
    local side
    for side in win lin; do
        expect "$side: init" make_register $side $side-xa 06838 commune
        expect "$side: import, looking only" $side import --register $side-xa "$sample" --dry-run
        expect "$side: import" $side import --register $side-xa "$sample"
        expect "$side: search" into $side-search.json $side search --register $side-xa duc --json
        expect "$side: report" into $side-report.json $side report --register $side-xa --month 2026-10 --pdf $side.pdf --odt $side.odt --json
        expect "$side: verify" $side verify --register $side-xa
    done
    same_json "a search without tones finds the same people" win-search.json lin-search.json
    same_json "the month's figures are the same" win-report.json lin-report.json
    for side in win lin; do
        pdftotext -layout $side.pdf $side.txt 2>/dev/null || broken "$side: the report is no PDF"
    done
    if cmp -s win.txt lin.txt; then
        holds "the printed report has the same lines"
    else
        broken "the printed report differs: $(diff win.txt lin.txt | head -n4 | tr '\n' '|')"
    fi
    expect "wrong usage ends with 2" ends_with 2 win verify
    expect "no register ends with 1" ends_with 1 win verify --register nowhere
    # The same register, made on one system and opened on the other.
    cp -r lin-xa from-linux
    cp -r win-xa from-windows
    expect "a register made on Linux verifies on Windows" win verify --register from-linux
    expect "a register made on Windows verifies on Linux" lin verify --register from-windows
    expect "Windows writes into the one from Linux" win import --register from-linux "$sample"
    expect "Linux writes into the one from Windows" lin import --register from-windows "$sample"
    expect "back on Linux it still verifies" lin verify --register from-linux
    expect "back on Windows it still verifies" win verify --register from-windows
}

fingerprint_of() { python3 -c 'import json,sys; print(json.load(open(sys.argv[1],encoding="utf-8"))["fingerprint"])' "$1"; }

# A commune on one system, the province on the other.
exchange_between() { # COMMUNE-SIDE PROVINCE-SIDE
    local commune=$1 province=$2 base=$1-to-$2 package
    mkdir -p "$base/out"
    make_register "$commune" "$base/xa" 06838 commune >/dev/null 2>&1
    make_register "$province" "$base/so" 22 province >/dev/null 2>&1
    expect "$base: import" "$commune" import --register "$base/xa" "$sample"
    expect "$base: the commune's card" into "$base/xa.json" "$commune" card --register "$base/xa" --out "$base/xa.card" --json
    expect "$base: the province's card" into "$base/so.json" "$province" card --register "$base/so" --out "$base/so.card" --json
    expect "$base: the commune confirms" "$commune" trust --register "$base/xa" "$base/so.card" --fingerprint "$(fingerprint_of "$base/so.json")"
    expect "$base: the province confirms" "$province" trust --register "$base/so" "$base/xa.card" --fingerprint "$(fingerprint_of "$base/xa.json")"
    expect "$base: sealed" "$commune" seal --register "$base/xa" --to 22 --out "$base/out"
    package=$(find "$base/out" -name '06838-*.maiam' | head -n1)
    expect "$base: received" "$province" receive --register "$base/so" "${package:-nothing}"
    expect "$base: the province's register verifies" "$province" verify --register "$base/so"
    mkdir -p "$base/back"
    expect "$base: the receipt is sealed" "$province" seal --register "$base/so" --to 06838 --out "$base/back"
    package=$(find "$base/back" -name '*.maiam' | head -n1)
    expect "$base: the receipt is received" "$commune" receive --register "$base/xa" "${package:-nothing}"
}

check_exchange() {
    exchange_between win lin
    exchange_between lin win
}

# A library that leaves a mark as soon as somebody loads it.
make_decoy() { # FILE
    mkdir -p "$(dirname "$1")"
    printf '%s\n' '#include <windows.h>' '#include <stdio.h>' \
        '__declspec(dllexport) int sqlite3_open(void) { return 0; }' \
        'BOOL WINAPI DllMain(HINSTANCE a, DWORD b, LPVOID c) { FILE* f = fopen("decoy-loaded", "w"); if (f) fclose(f); return TRUE; }' >decoy.c
    x86_64-w64-mingw32-gcc-posix -shared -o "$1" decoy.c
}

is_plain() { [ "$(head -c 15 "$1" | tr -d '\0')" = "SQLite format 3" ]; }

check_engine() {
    local name
    make_register win engine-xa 06838 commune >/dev/null 2>&1
    if [ -s engine-xa/register.db ] && ! is_plain engine-xa/register.db; then
        holds "the first bytes of register.db are not SQLite's"
    else
        broken "register.db is missing or plain"
    fi
    if [ -z "$(find "$program" -iname '*sqlite*' -o -iname 'sqldrivers')" ]; then
        holds "no other engine is shipped"
    else
        broken "another engine is in the folder"
    fi
    if ! x86_64-w64-mingw32-objdump -p "$program/maiam.exe" >imports 2>&1 || ! grep -q 'DLL Name: Qt6Core' imports; then
        broken "maiam.exe is no Windows program that stands on Qt"
    elif grep -qiE 'DLL Name: .*(sqlite|sqlcipher|libcrypto)' imports; then
        broken "the program asks for an engine outside itself"
    else
        holds "the engine is inside the program"
    fi
    for name in sqlite3.dll libsqlcipher-0.dll sqldrivers/qsqlite.dll platforms/qsqlite.dll; do
        make_decoy "$program/$name"
    done
    expect "with a plain sqlite3.dll and a stock driver beside the program: verify" win verify --register engine-xa
    make_register win engine-new 06838 commune >/dev/null 2>&1
    if [ -e decoy-loaded ] || [ -e "$program/decoy-loaded" ] || ! [ -s engine-new/register.db ] || is_plain engine-new/register.db; then
        broken "a foreign library was loaded, or a register came out plain"
    else
        holds "none of them was loaded, and a new register is encrypted"
    fi
    expect "Linux opens that new register" lin verify --register engine-new
    rm -rf "$program"/sqlite3.dll "$program"/libsqlcipher-0.dll "$program"/sqldrivers "$program"/platforms/qsqlite.dll
}

check_paths() {
    local deep='Sổ trẻ em xã Bình Liêu'
    while [ ${#deep} -lt 300 ]; do deep="$deep/Hồ sơ năm 2026, thôn Khe Lánh"; done
    mkdir -p "$deep"
    say "  the path has $((${#area} + ${#deep} + 12)) characters"
    expect "a register deep in Vietnamese folders" make_register win "$deep/sổ" 06838 commune
    expect "import into it" win import --register "$deep/sổ" "$sample"
    expect "report out of it" win report --register "$deep/sổ" --month 2026-10 --pdf "$deep/báo cáo.pdf"
    expect "verify" win verify --register "$deep/sổ"
    expect "Linux verifies it" lin verify --register "$deep/sổ"
}

# Starts the window, unlocks, walks through the five doors, and keeps a picture of each.
walk() { # NAME
    local name=$1 door
    openbox >/dev/null 2>&1 &
    wine "$program/maiam.exe" --register "$area/window-xa" >"$area/window.log" 2>&1 &
    for _ in $(seq 60); do
        xdotool search --onlyvisible --name 'Mái Ấm' >/dev/null 2>&1 && break
        sleep 1
    done
    sleep 6
    import -window root "$pictures/$name-0-lock.png"
    xdotool type --delay 40 "$passphrase"
    xdotool key Return
    sleep 20
    for door in 1 2 3 4 5; do
        xdotool key "ctrl+$door"
        sleep 4
        import -window root "$pictures/$name-$door.png"
    done
    xdotool key ctrl+2
    sleep 2
    xdotool key ctrl+f
    sleep 1
    xdotool type --delay 60 'duc'
    sleep 4
    import -window root "$pictures/$name-6-search.png"
    xdotool key ctrl+l
    sleep 4
    import -window root "$pictures/$name-7-locked.png"
    # Closed as a person does it: a killed program leaves its lock on the register.
    wine taskkill /im maiam.exe >/dev/null 2>&1 || true
    for _ in $(seq 30); do
        pgrep -f 'maiam\.exe' >/dev/null || break
        sleep 1
    done
    wineserver -k -w || true
}

check_window() {
    local name colours
    make_register win window-xa 06838 commune >/dev/null 2>&1
    win import --register window-xa "$sample" >/dev/null 2>&1 || true
    rm -rf "$pictures"
    mkdir -p "$pictures"
    # A script of its own: xvfb-run's shell does not hand functions on.
    { declare -f walk && echo 'walk "$1"'; } >walk.sh
    export area program passphrase pictures
    # A server that began without a screen shows nothing on one, and the size of text is read when it begins.
    wineserver -k -w || true
    xvfb-run -a -s '-screen 0 1366x768x24' bash walk.sh 100 || true
    wine reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d 144 /f >/dev/null 2>&1 || true
    wineserver -k -w || true
    xvfb-run -a -s '-screen 0 1366x768x24' bash walk.sh 150 || true
    for name in 100-0-lock 100-1 100-2 100-3 100-4 100-5 100-6-search 100-7-locked 150-1 150-2; do
        colours=$(identify -format %k "$pictures/$name.png" 2>/dev/null || echo 0)
        if [ "$colours" -gt 60 ]; then holds "picture $name"; else broken "picture $name shows nothing"; fi
    done
    if [ ! -f "$pictures/100-1.png" ] || cmp -s "$pictures/100-1.png" "$pictures/100-2.png" || cmp -s "$pictures/100-0-lock.png" "$pictures/100-1.png"; then
        broken "the doors show the same picture: it was not unlocked"
    else
        holds "it was unlocked, and its doors differ"
    fi
}

# What types as a keyboard does needs Windows' own platform and a screen, and a Wine that was started there.
run_on_screen() { # PROGRAM REPORT
    local status=0
    wine reg delete 'HKCU\Environment' /f /v QT_QPA_PLATFORM >/dev/null
    wineserver -k
    timeout 600 xvfb-run -a wine "$1" -o "$2,txt" >"${2%.txt}.out" 2>&1 </dev/null || status=$?
    wineserver -k
    wine reg add 'HKCU\Environment' /f /v QT_QPA_PLATFORM /d offscreen >/dev/null
    return "$status"
}

run_test() { # PROGRAM REPORT
    timeout 600 wine "$1" -o "$2,txt" >"${2%.txt}.out" 2>&1 </dev/null
}

# Each test program; what is left out stands in tests-left-out with its reason. Wine keeps variables that begin with QT_
# from its programs, so they go through its registry.
check_tests() {
    local left_out=$windows_dir/tests-left-out test name reason run passed=0 build=${output_dir%-folder}
    export WINEPATH RC_PARAMS=max_success=20
    WINEPATH="$(winepath -w "$MAIAM_WINDOWS_PREFIX/bin");$(winepath -w "$(dirname "$(x86_64-w64-mingw32-g++-posix -print-file-name=libstdc++-6.dll)")");$(winepath -w /usr/x86_64-w64-mingw32/lib)"
    wine reg add 'HKCU\Environment' /f /v QT_QPA_PLATFORM /d offscreen >/dev/null
    wine reg add 'HKCU\Environment' /f /v QT_PLUGIN_PATH /d "$(winepath -w "$MAIAM_WINDOWS_PREFIX/plugins")" >/dev/null
    wine reg add 'HKCU\Environment' /f /v QT_QPA_FONTDIR /d "$(winepath -w /usr/share/fonts/truetype/liberation2)" >/dev/null
    for test in "$build"/tests/tst_${MAIAM_TESTS:-*}.exe; do
        name=$(basename "$test" .exe)
        reason=$(sed -n "s/^$name[[:space:]]\+//p" "$left_out")
        if [ -n "$reason" ]; then
            say "  left    $name: $reason"
            continue
        fi
        run=run_test
        [[ $name != tst_windows_* ]] || run=run_on_screen
        if "$run" "$test" "$area/$name.txt"; then
            passed=$((passed + 1))
        else
            broken "$name: $(grep -a -m3 -E '^(FAIL!|QFATAL)' "$area/$name.txt" 2>/dev/null || echo "ended early, or not within 10 minutes")"
        fi
    done
    say "  $passed test programs passed under Wine"
    [ "$passed" -gt 0 ] || broken "there are no tests: packaging/windows/build --tests"
    for name in QT_QPA_PLATFORM QT_PLUGIN_PATH QT_QPA_FONTDIR; do
        wine reg delete 'HKCU\Environment' /f /v "$name" >/dev/null
    done
    unset WINEPATH
}
