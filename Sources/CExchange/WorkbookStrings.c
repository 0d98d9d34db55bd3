#include "Workbook.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    tl_workbook *book;
    unsigned phonetic_depth;
    bool is_text;
} string_reader;

static void started(void *context, const XML_Char *element, const XML_Char **attributes) {
    (void)attributes;
    string_reader *reader = context;
    if (tl_is_element(element, "rPh")) reader->phonetic_depth++;
    // How a name is read stands beside it and is no part of it.
    reader->is_text = tl_is_element(element, "t") && reader->phonetic_depth == 0;
}

static void text(void *context, const XML_Char *bytes, int length) {
    string_reader *reader = context;
    if (!reader->is_text) return;
    if (!tl_bytes_add(&reader->book->strings.text, bytes, (size_t)length))
        tl_workbook_refuse(reader->book, TL_WORKBOOK_NO_MEMORY, reader->book->strings_path);
}

static void ended(void *context, const XML_Char *element) {
    string_reader *reader = context;
    tl_strings *strings = &reader->book->strings;
    reader->is_text = false;
    if (tl_is_element(element, "rPh") && reader->phonetic_depth > 0) reader->phonetic_depth--;
    if (!tl_is_element(element, "si")) return;
    if (strings->count == strings->capacity) {
        size_t capacity = strings->capacity == 0 ? 4096 : strings->capacity + strings->capacity / 2;
        size_t *ends = realloc(strings->ends, capacity * sizeof *ends);
        if (ends == NULL) tl_workbook_refuse(reader->book, TL_WORKBOOK_NO_MEMORY, reader->book->strings_path);
        strings->ends = ends;
        strings->capacity = capacity;
    }
    size_t start = strings->count == 0 ? 0 : strings->ends[strings->count - 1];
    tl_workbook_unescape(&strings->text, start);
    strings->ends[strings->count++] = strings->text.length;
}

void tl_workbook_read_strings(tl_workbook *book) {
    if (book->strings_path[0] == '\0') return;
    string_reader reader = {.book = book};
    XML_Parser parser = tl_workbook_parser(book, &reader);
    XML_SetElementHandler(parser, started, ended);
    XML_SetCharacterDataHandler(parser, text);
    tl_workbook_parse(book, book->strings_path, parser, false);
}

static int hexadecimal(const char *digits) {
    int value = 0;
    for (int index = 0; index < 4; index++) {
        char c = digits[index];
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0) return -1;
        value = value << 4 | digit;
    }
    return value;
}

bool tl_workbook_unescape(tl_bytes *bytes, size_t start) {
    size_t to = start;
    bool is_changed = false;
    for (size_t from = start; from < bytes->length;) {
        const char *here = bytes->bytes + from;
        int value = -1;
        if (*here == '_' && bytes->length - from >= 7 && here[1] == 'x' && here[6] == '_')
            value = hexadecimal(here + 2);
        // Only what XML cannot write is written so; a control character stays to be refused with its row.
        if (value >= 0 && value < 0x80) {
            bytes->bytes[to++] = (char)value;
            from += 7;
            is_changed = true;
        } else {
            bytes->bytes[to++] = *here;
            from++;
        }
    }
    bytes->length = to;
    return is_changed;
}
