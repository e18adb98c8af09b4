/* SPDX-License-Identifier: GPL-3.0-or-later
 * FreeXL opens files by fopen(), which on Windows takes names in the PC's code page and stops at 260 characters. It is
 * compiled to call this instead, whose name is UTF-8 and may carry the prefix for long paths. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

FILE* maiam_fopen_utf8(const char* name, const char* mode)
{
    wchar_t wide_mode[8];
    const int length = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, name, -1, NULL, 0);
    if (length <= 0 || !MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, mode, -1, wide_mode, 8)) {
        errno = EINVAL;
        return NULL;
    }
    wchar_t* wide_name = malloc((size_t)length * sizeof(wchar_t));
    if (!wide_name) {
        errno = ENOMEM;
        return NULL;
    }
    MultiByteToWideChar(CP_UTF8, 0, name, -1, wide_name, length);
    FILE* opened = _wfopen(wide_name, wide_mode);
    free(wide_name);
    return opened;
}
