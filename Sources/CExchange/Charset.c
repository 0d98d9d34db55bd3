#include "CExchange.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uchardet/uchardet.h>

struct tl_charset {
    iconv_t handle;
};

tl_charset *tl_charset_open(const char *to, const char *from) {
    iconv_t handle = iconv_open(to, from);
    if (handle == (iconv_t)-1) return NULL;
    tl_charset *charset = malloc(sizeof *charset);
    if (charset == NULL) {
        iconv_close(handle);
        return NULL;
    }
    charset->handle = handle;
    return charset;
}

void tl_charset_close(tl_charset *charset) {
    if (charset == NULL) return;
    iconv_close(charset->handle);
    free(charset);
}

int tl_charset_convert(
    tl_charset *charset, const unsigned char *input, size_t input_length, size_t *consumed,
    unsigned char *output, size_t output_length, size_t *produced) {
    char *from = (char *)input, *to = (char *)output;
    size_t from_left = input_length, to_left = output_length;
    size_t result = iconv(charset->handle, &from, &from_left, &to, &to_left);
    int failure = result == (size_t)-1 ? errno : 0;
    *consumed = input_length - from_left;
    *produced = output_length - to_left;
    switch (failure) {
    case 0: return TL_CHARSET_DONE;
    case E2BIG: return TL_CHARSET_OUTPUT_FULL;
    case EINVAL: return TL_CHARSET_INCOMPLETE;
    default: return TL_CHARSET_INVALID;
    }
}

void tl_charset_guess(const unsigned char *bytes, size_t length, char *name, size_t name_capacity) {
    if (name_capacity == 0) return;
    name[0] = '\0';
    uchardet_t detector = uchardet_new();
    if (detector == NULL) return;
    if (uchardet_handle_data(detector, (const char *)bytes, length) == 0) {
        uchardet_data_end(detector);
        snprintf(name, name_capacity, "%s", uchardet_get_charset(detector));
    }
    uchardet_delete(detector);
}

size_t tl_first_beyond_ascii(const unsigned char *bytes, size_t length, size_t start) {
    size_t index = start;
    for (uint64_t word; index + sizeof word <= length; index += sizeof word) {
        memcpy(&word, bytes + index, sizeof word);
        if ((word & 0x8080808080808080u) != 0) break;
    }
    while (index < length && bytes[index] < 0x80) index++;
    return index;
}
