# Cross-building for 64-bit Windows with Debian's MinGW-w64; the -posix variant, since the other lacks std::thread.
# MAIAM_WINDOWS_PREFIX (environment): the folder that holds what packaging/windows/build built for Windows.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

# Nothing for Windows may come from the build machine's own /usr; only tools may.
set(CMAKE_FIND_ROOT_PATH $ENV{MAIAM_WINDOWS_PREFIX} /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(CMAKE_PREFIX_PATH $ENV{MAIAM_WINDOWS_PREFIX})
set(ENV{PKG_CONFIG_PATH} "")
set(ENV{PKG_CONFIG_LIBDIR} "$ENV{MAIAM_WINDOWS_PREFIX}/lib/pkgconfig")
set(PKG_CONFIG_ARGN --static) # the small libraries are linked statically
set(OPENSSL_USE_STATIC_LIBS ON)

# Qt's tools that run on the build machine (moc, rcc, lrelease) are Debian's of the same version.
set(QT_HOST_PATH /usr CACHE PATH "")
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake CACHE PATH "")
