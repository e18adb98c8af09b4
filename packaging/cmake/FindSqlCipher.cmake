# Finds SQLCipher's static archive and refuses an engine older than the one asked for.
# A shared libsqlcipher is never accepted: something else could come between (see docs/threat-model.md).
find_path(SqlCipher_INCLUDE_DIR sqlcipher/sqlite3.h)
find_library(SqlCipher_LIBRARY NAMES libsqlcipher.a)
pkg_check_modules(SqlCipher_PC QUIET sqlcipher)
# sqlcipher.pc carries SQLite's version; 4.6.1 is the first SQLCipher on SQLite 3.46.1.
set(_maiam_sqlite_needed 3.46.1)
if(SqlCipher_INCLUDE_DIR)
    file(STRINGS ${SqlCipher_INCLUDE_DIR}/sqlcipher/sqlite3.h _line REGEX "^#define SQLITE_VERSION ")
    string(REGEX REPLACE ".*\"([0-9.]+)\".*" "\\1" _maiam_sqlite_found "${_line}")
    if(_maiam_sqlite_found VERSION_LESS _maiam_sqlite_needed)
        message(FATAL_ERROR "SQLCipher ≥ ${SqlCipher_FIND_VERSION} is needed (SQLite ≥ ${_maiam_sqlite_needed}); "
            "found SQLite ${_maiam_sqlite_found}. Debian 12 has it in its backports: run scripts/install.")
    endif()
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(SqlCipher REQUIRED_VARS SqlCipher_LIBRARY SqlCipher_INCLUDE_DIR)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
if(NOT TARGET SqlCipher::SqlCipher)
    add_library(SqlCipher::SqlCipher STATIC IMPORTED)
    set_target_properties(SqlCipher::SqlCipher PROPERTIES
        IMPORTED_LOCATION ${SqlCipher_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${SqlCipher_INCLUDE_DIR}
        INTERFACE_COMPILE_DEFINITIONS "SQLITE_HAS_CODEC;SQLITE_TEMP_STORE=2"
        INTERFACE_LINK_LIBRARIES "OpenSSL::Crypto;${CMAKE_DL_LIBS};m"
        INTERFACE_LINK_OPTIONS "LINKER:--exclude-libs,libsqlcipher.a")
endif()
