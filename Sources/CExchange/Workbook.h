#ifndef CEXCHANGE_WORKBOOK_H
#define CEXCHANGE_WORKBOOK_H

// What the files of the workbook reader share. All of it runs in a process of its own, with little memory and time
// and nothing of the store: a workbook comes from anybody.

#include "CExchange.h"

#include <expat.h>
#include <stdbool.h>
#include <zip.h>

enum {
    tl_workbook_entries_max = 1000,
    tl_workbook_entry_bytes_max = 256 << 20,
    // An entry may unpack to a hundred times its size; below this it may do so freely.
    tl_workbook_ratio_max = 100,
    tl_workbook_ratio_free_bytes = 100 << 10,
    tl_workbook_sheets_max = 255,
    tl_workbook_rows_max = 1048576,
    tl_workbook_columns_max = 16384,
    tl_workbook_columns_kept = 256,
    tl_workbook_cell_bytes_max = 64 << 10,
    tl_workbook_row_bytes_max = (1 << 20) - (8 << 10),
    tl_workbook_styles_max = 65536,
    tl_workbook_depth_max = 64,
};

/// Bytes that grow, up to a limit of the caller's.
typedef struct {
    char *bytes;
    size_t length, capacity;
} tl_bytes;

bool tl_bytes_add(tl_bytes *bytes, const char *more, size_t length);
void tl_bytes_free(tl_bytes *bytes);

/// Every text of the shared strings, one behind the other.
typedef struct {
    tl_bytes text;
    size_t *ends;
    size_t count, capacity;
} tl_strings;

typedef enum { tl_style_plain, tl_style_date, tl_style_percent, tl_style_padded } tl_style_kind;

typedef struct {
    tl_style_kind kind;
    unsigned digits;
} tl_style;

typedef struct {
    tl_style *styles;
    size_t count;
} tl_styles;

typedef struct {
    zip_t *zip;
    tl_workbook_status *status;
    tl_strings strings;
    tl_styles styles;
    bool counts_from_1904;
    char sheet_path[512];
    char strings_path[512];
    char styles_path[512];
} tl_workbook;

/// Ends the process: what is wrong with the workbook is in the status the other process reads.
_Noreturn void tl_workbook_refuse(tl_workbook *book, int fault, const char *detail);

/// Looks at all entries before any is unpacked.
void tl_workbook_check_entries(tl_workbook *book);
/// Unpacks a part piece by piece into the parser; false when there is no such part.
bool tl_workbook_parse(tl_workbook *book, const char *path, XML_Parser parser, bool reports_progress);
/// A parser that knows no document type and no entity of the document's own.
XML_Parser tl_workbook_parser(tl_workbook *book, void *context);
/// The value of an attribute; nil without one. Names are compared without their prefix.
const char *tl_attribute(const char **attributes, const char *name);
bool tl_is_element(const char *element, const char *name);

/// Finds the sheet asked for, and the parts it needs.
void tl_workbook_open(tl_workbook *book, const char *sheet);
void tl_workbook_read_strings(tl_workbook *book);
void tl_workbook_read_styles(tl_workbook *book);
/// Writes all rows of the sheet.
void tl_workbook_write_rows(tl_workbook *book, int output);

/// A number as its cell's style shows it, into at least 64 bytes; returns its length.
size_t tl_workbook_number(const tl_workbook *book, const char *text, unsigned style, char *shown);
/// Appends the text with `_x000D_` and its like turned into what they stand for.
bool tl_workbook_unescape(tl_bytes *bytes, size_t start);

#endif
