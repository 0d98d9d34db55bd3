#include "Workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

bool tl_bytes_add(tl_bytes *bytes, const char *more, size_t length) {
    if (bytes->length + length > bytes->capacity) {
        size_t capacity = bytes->capacity == 0 ? 4096 : bytes->capacity;
        // Large blocks move by their pages, so growing by an eighth costs little and wastes little.
        while (capacity < bytes->length + length) capacity += capacity < (8 << 20) ? capacity : capacity / 8;
        char *grown = realloc(bytes->bytes, capacity);
        if (grown == NULL) return false;
        bytes->bytes = grown;
        bytes->capacity = capacity;
    }
    if (length > 0) memcpy(bytes->bytes + bytes->length, more, length);
    bytes->length += length;
    return true;
}

void tl_bytes_free(tl_bytes *bytes) {
    free(bytes->bytes);
    memset(bytes, 0, sizeof *bytes);
}

void tl_workbook_refuse(tl_workbook *book, int fault, const char *detail) {
    snprintf(book->status->detail, sizeof book->status->detail, "%s", detail == NULL ? "" : detail);
    book->status->fault = fault;
    _exit(1);
}

static int compare_names(const void *a, const void *b) {
    return strcasecmp(*(const char *const *)a, *(const char *const *)b);
}

void tl_workbook_check_entries(tl_workbook *book) {
    zip_int64_t count = zip_get_num_entries(book->zip, 0);
    if (count < 0 || count > tl_workbook_entries_max) tl_workbook_refuse(book, TL_WORKBOOK_TOO_MANY_ENTRIES, NULL);
    const char **names = calloc((size_t)count + 1, sizeof *names);
    if (names == NULL) tl_workbook_refuse(book, TL_WORKBOOK_NO_MEMORY, NULL);
    for (zip_int64_t index = 0; index < count; index++) {
        zip_stat_t facts;
        if (zip_stat_index(book->zip, (zip_uint64_t)index, 0, &facts) != 0 || (facts.valid & ZIP_STAT_NAME) == 0)
            tl_workbook_refuse(book, TL_WORKBOOK_DAMAGED, zip_strerror(book->zip));
        names[index] = facts.name;
        if ((facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && facts.encryption_method != ZIP_EM_NONE)
            tl_workbook_refuse(book, TL_WORKBOOK_ENCRYPTED, facts.name);
        if ((facts.valid & (ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)) != (ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)) continue;
        if (facts.size > tl_workbook_entry_bytes_max) tl_workbook_refuse(book, TL_WORKBOOK_ENTRY_TOO_LARGE, facts.name);
        if (facts.size > tl_workbook_ratio_free_bytes && facts.size / tl_workbook_ratio_max > facts.comp_size)
            tl_workbook_refuse(book, TL_WORKBOOK_BOMB, facts.name);
    }
    qsort(names, (size_t)count, sizeof *names, compare_names);
    for (zip_int64_t index = 1; index < count; index++) {
        if (strcasecmp(names[index - 1], names[index]) == 0)
            tl_workbook_refuse(book, TL_WORKBOOK_DUPLICATE_ENTRY, names[index]);
    }
    free(names);
}

static zip_int64_t locate(tl_workbook *book, const char *path) {
    while (*path == '/') path++;
    return zip_name_locate(book->zip, path, ZIP_FL_NOCASE);
}

bool tl_workbook_parse(tl_workbook *book, const char *path, XML_Parser parser, bool reports_progress) {
    zip_int64_t index = locate(book, path);
    if (index < 0) return false;
    zip_stat_t facts;
    zip_file_t *file = zip_fopen_index(book->zip, (zip_uint64_t)index, 0);
    if (file == NULL || zip_stat_index(book->zip, (zip_uint64_t)index, 0, &facts) != 0)
        tl_workbook_refuse(book, TL_WORKBOOK_DAMAGED, path);
    if (reports_progress) book->status->bytes_total = facts.size;
    zip_uint64_t unpacked = 0;
    for (;;) {
        void *buffer = XML_GetBuffer(parser, 64 << 10);
        if (buffer == NULL) tl_workbook_refuse(book, TL_WORKBOOK_NO_MEMORY, path);
        zip_int64_t got = zip_fread(file, buffer, 64 << 10);
        if (got < 0) tl_workbook_refuse(book, TL_WORKBOOK_DAMAGED, path);
        unpacked += (zip_uint64_t)got;
        // The sizes an archive states are its own word; what comes out is counted.
        if (unpacked > tl_workbook_entry_bytes_max) tl_workbook_refuse(book, TL_WORKBOOK_ENTRY_TOO_LARGE, path);
        if (unpacked > tl_workbook_ratio_free_bytes && unpacked / tl_workbook_ratio_max > facts.comp_size)
            tl_workbook_refuse(book, TL_WORKBOOK_BOMB, path);
        if (XML_ParseBuffer(parser, (int)got, got == 0) == XML_STATUS_ERROR) {
            enum XML_Error error = XML_GetErrorCode(parser);
            char detail[256];
            snprintf(
                detail, sizeof detail, "%s:%lu: %s", path, (unsigned long)XML_GetCurrentLineNumber(parser),
                XML_ErrorString(error));
            tl_workbook_refuse(
                book, error == XML_ERROR_NO_MEMORY ? TL_WORKBOOK_NO_MEMORY : TL_WORKBOOK_DAMAGED, detail);
        }
        if (reports_progress) book->status->bytes_read = unpacked;
        if (got == 0) break;
    }
    zip_fclose(file);
    XML_ParserFree(parser);
    return true;
}

static void refuse_doctype(
    void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public, int has_subset) {
    (void)context, (void)system, (void)public, (void)has_subset;
    // The handler's context is another one for each part; the process has one status.
    extern tl_workbook *tl_workbook_current;
    tl_workbook_refuse(tl_workbook_current, TL_WORKBOOK_DOCTYPE, name);
}

tl_workbook *tl_workbook_current;

XML_Parser tl_workbook_parser(tl_workbook *book, void *context) {
    XML_Parser parser = XML_ParserCreate(NULL);
    if (parser == NULL) tl_workbook_refuse(book, TL_WORKBOOK_NO_MEMORY, NULL);
    tl_workbook_current = book;
    XML_SetUserData(parser, context);
    XML_SetStartDoctypeDeclHandler(parser, refuse_doctype);
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_NEVER);
    return parser;
}

static const char *local(const char *name) {
    const char *colon = strrchr(name, ':');
    return colon == NULL ? name : colon + 1;
}

bool tl_is_element(const char *element, const char *name) { return strcmp(local(element), name) == 0; }

const char *tl_attribute(const char **attributes, const char *name) {
    for (; *attributes != NULL; attributes += 2) {
        if (strcmp(attributes[0], name) == 0) return attributes[1];
    }
    return NULL;
}
