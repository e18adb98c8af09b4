/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "iconv.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

enum { utf16_little_endian = 1200, mac_roman = 10000, ascii = 20127 };

static unsigned code_page(const char* name)
{
    if (!strcmp(name, "UTF-8"))
        return CP_UTF8;
    if (!strcmp(name, "UTF-16LE"))
        return utf16_little_endian;
    if (!strcmp(name, "ASCII"))
        return ascii;
    if (!strcmp(name, "MacRoman"))
        return mac_roman;
    return strncmp(name, "CP", 2) ? 0 : (unsigned)strtoul(name + 2, NULL, 10);
}

iconv_t iconv_open(const char* to, const char* from)
{
    const unsigned page = code_page(from);
    if (strcmp(to, "UTF-8") || !page || (page != utf16_little_endian && !IsValidCodePage(page))) {
        errno = EINVAL;
        return (iconv_t)-1;
    }
    return (iconv_t)(uintptr_t)page;
}

static int is_ascii(const char* text, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        if ((unsigned char)text[i] > 0x7f)
            return 0;
    return 1;
}

/* The text as UTF-16; NULL and errno when it is not text of that page. The caller frees. */
static wchar_t* widened(unsigned page, const char* text, int bytes, int* letters)
{
    if (page == utf16_little_endian && bytes % 2) {
        errno = EINVAL;
        return NULL;
    }
    if (page == ascii && !is_ascii(text, bytes)) { /* Windows would drop the eighth bit without a word */
        errno = EILSEQ;
        return NULL;
    }
    *letters = page == utf16_little_endian ? bytes / 2 : MultiByteToWideChar(page, MB_ERR_INVALID_CHARS, text, bytes, NULL, 0);
    if (*letters <= 0) {
        errno = EILSEQ;
        return NULL;
    }
    wchar_t* wide = malloc((size_t)*letters * sizeof(wchar_t));
    if (!wide)
        errno = ENOMEM;
    else if (page == utf16_little_endian)
        memcpy(wide, text, (size_t)bytes);
    else
        MultiByteToWideChar(page, MB_ERR_INVALID_CHARS, text, bytes, wide, *letters);
    return wide;
}

size_t iconv(iconv_t converter, char** in, size_t* in_left, char** out, size_t* out_left)
{
    if (!in || !*in || !*in_left)
        return 0; /* no page of Windows that FreeXL asks for has a state */
    if (*in_left > INT_MAX || *out_left > INT_MAX) {
        errno = E2BIG;
        return (size_t)-1;
    }
    int letters = 0;
    wchar_t* wide = widened((unsigned)(uintptr_t)converter, *in, (int)*in_left, &letters);
    if (!wide)
        return (size_t)-1;
    const int written = WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, wide, letters, *out, (int)*out_left, NULL, NULL);
    const DWORD error = written ? ERROR_SUCCESS : GetLastError();
    free(wide);
    if (!written) {
        errno = error == ERROR_INSUFFICIENT_BUFFER ? E2BIG : EILSEQ;
        return (size_t)-1;
    }
    *in += *in_left;
    *in_left = 0;
    *out += written;
    *out_left -= (size_t)written;
    return 0;
}

int iconv_close(iconv_t converter)
{
    (void)converter;
    return 0;
}
