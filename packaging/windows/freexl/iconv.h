/* SPDX-License-Identifier: GPL-3.0-or-later
 * The three calls of iconv that FreeXL makes, over Windows' own code pages; Debian has no iconv for MinGW. */
#pragma once
#include <stddef.h>

typedef void* iconv_t;

/* From a code page ("CP1258", "ASCII", "MacRoman", "UTF-16LE", "UTF-8") to UTF-8, which is the only target;
 * (iconv_t)-1 and EINVAL for anything else. */
iconv_t iconv_open(const char* to, const char* from);
/* Converts the whole of *in; (size_t)-1 with EILSEQ, EINVAL, E2BIG or ENOMEM when it cannot; then nothing is used. */
size_t iconv(iconv_t converter, char** in, size_t* in_left, char** out, size_t* out_left);
int iconv_close(iconv_t converter);
