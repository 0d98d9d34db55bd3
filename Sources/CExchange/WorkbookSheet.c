#include "Workbook.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Rows leave as they are read: cells apart by the unit separator, rows ended by the record separator, row by row with
// empty ones in the gaps, so that the n-th line is the n-th row. A cell that is no text begins with the byte FF and a
// letter for what is wrong with it; neither separator nor that byte can be part of a cell's text.

enum { waiting_max = 256 << 10 };

typedef struct {
    tl_workbook *book;
    int output;
    tl_bytes waiting, row, value;
    unsigned row_number, column, next_column, written_columns, style;
    char type[12];
    bool is_in_sheet_data, is_in_value, has_value, has_formula, is_row_over;
    unsigned phonetic_depth, depth;
} sheet_reader;

static void no_memory(sheet_reader *reader) {
    tl_workbook_refuse(reader->book, TL_WORKBOOK_NO_MEMORY, reader->book->sheet_path);
}

static void flush(sheet_reader *reader) {
    size_t written = 0;
    while (written < reader->waiting.length) {
        ssize_t count = write(reader->output, reader->waiting.bytes + written, reader->waiting.length - written);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) _exit(0);
        written += (size_t)count;
    }
    reader->waiting.length = 0;
}

static void put(sheet_reader *reader, tl_bytes *target, const char *bytes, size_t length) {
    if (!tl_bytes_add(target, bytes, length)) no_memory(reader);
}

/// Writes a cell behind those before it; beyond what a row may hold only the first says so.
static void put_cell(sheet_reader *reader, const char *bytes, size_t length) {
    if (reader->is_row_over) return;
    const char *fault = NULL;
    if (reader->column >= tl_workbook_columns_kept) fault = "\xFF" "C";
    else if (reader->row.length + length + tl_workbook_columns_kept > tl_workbook_row_bytes_max) fault = "\xFF" "R";
    unsigned column = reader->column < tl_workbook_columns_kept ? reader->column : tl_workbook_columns_kept - 1;
    if (reader->written_columns == tl_workbook_columns_kept) {
        reader->is_row_over = true;
        return;
    }
    while (reader->written_columns <= column) {
        if (reader->written_columns > 0) put(reader, &reader->row, "\x1F", 1);
        reader->written_columns++;
    }
    if (fault != NULL) {
        put(reader, &reader->row, fault, 2);
        reader->is_row_over = true;
    } else {
        put(reader, &reader->row, bytes, length);
    }
}

static void put_fault(sheet_reader *reader, char letter) {
    char mark[2] = {'\xFF', letter};
    size_t kept = reader->value.length < 1024 ? reader->value.length : 1024;
    tl_bytes cell = {0};
    put(reader, &cell, mark, 2);
    for (size_t index = 0; index < kept; index++) {
        unsigned char c = (unsigned char)reader->value.bytes[index];
        if (c == 0x1E || c == 0x1F || c == 0xFF) c = ' ';
        put(reader, &cell, (const char *)&c, 1);
    }
    put_cell(reader, cell.bytes, cell.length);
    tl_bytes_free(&cell);
}

/// A text as it stands; what no text may hold makes the cell a faulty one.
static void put_text(sheet_reader *reader, const char *bytes, size_t length) {
    if (length > tl_workbook_cell_bytes_max) return put_fault(reader, 'L');
    for (size_t index = 0; index < length; index++) {
        unsigned char c = (unsigned char)bytes[index];
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') return put_fault(reader, 'X');
    }
    put_cell(reader, bytes, length);
}

static void put_shared(sheet_reader *reader) {
    tl_strings *strings = &reader->book->strings;
    char *end;
    unsigned long index = strtoul(reader->value.bytes, &end, 10);
    if (*end != '\0' || index >= strings->count) return put_fault(reader, 'S');
    size_t start = index == 0 ? 0 : strings->ends[index - 1];
    put_text(reader, strings->text.bytes + start, strings->ends[index] - start);
}

static void end_cell(sheet_reader *reader) {
    if (reader->value.length > tl_workbook_cell_bytes_max) return put_fault(reader, 'L');
    size_t length = reader->value.length;
    put(reader, &reader->value, "", 1);
    reader->value.length = length;
    const char *type = reader->type;
    if (!reader->has_value) {
        if (reader->has_formula) put_fault(reader, 'F');
    } else if (strcmp(type, "s") == 0) {
        put_shared(reader);
    } else if (strcmp(type, "inlineStr") == 0 || strcmp(type, "str") == 0) {
        tl_workbook_unescape(&reader->value, 0);
        put_text(reader, reader->value.bytes, reader->value.length);
    } else if (strcmp(type, "b") == 0) {
        const char *word = strcmp(reader->value.bytes, "1") == 0 ? "TRUE" : "FALSE";
        put_cell(reader, word, strlen(word));
    } else if (strcmp(type, "e") == 0) {
        put_fault(reader, 'E');
    } else if (strcmp(type, "d") == 0) {
        put_text(reader, reader->value.bytes, length);
    } else if (length > 0) {
        char shown[64];
        size_t shown_length = tl_workbook_number(reader->book, reader->value.bytes, reader->style, shown);
        if (shown_length > 0) put_cell(reader, shown, shown_length);
        else put_fault(reader, 'N');
    }
}

static void end_row(sheet_reader *reader) {
    put(reader, &reader->waiting, reader->row.bytes, reader->row.length);
    put(reader, &reader->waiting, "\x1E", 1);
    if (reader->waiting.length >= waiting_max) flush(reader);
}

static void begin_row(sheet_reader *reader, const char *number) {
    unsigned wanted = number == NULL ? reader->row_number + 1 : (unsigned)strtoul(number, NULL, 10);
    if (wanted <= reader->row_number || wanted > tl_workbook_rows_max)
        tl_workbook_refuse(reader->book, TL_WORKBOOK_DAMAGED, "rows out of order");
    reader->row.length = 0;
    reader->written_columns = reader->next_column = 0;
    reader->is_row_over = false;
    while (reader->row_number + 1 < wanted) {
        end_row(reader);
        reader->row_number++;
    }
    reader->row_number = wanted;
}

/// `AB12` is column 27, counted from 0.
static void begin_cell(sheet_reader *reader, const XML_Char **attributes) {
    const char *place = tl_attribute(attributes, "r"), *type = tl_attribute(attributes, "t");
    const char *style = tl_attribute(attributes, "s");
    unsigned column = 0;
    for (; place != NULL && *place >= 'A' && *place <= 'Z' && column <= tl_workbook_columns_max; place++)
        column = column * 26 + (unsigned)(*place - 'A') + 1;
    if (column == 0) column = reader->next_column + 1;
    if (column <= reader->next_column || column > tl_workbook_columns_max)
        tl_workbook_refuse(reader->book, TL_WORKBOOK_DAMAGED, "cells out of order");
    reader->column = column - 1;
    reader->next_column = column;
    reader->style = style == NULL ? 0 : (unsigned)strtoul(style, NULL, 10);
    strncpy(reader->type, type == NULL ? "n" : type, sizeof reader->type - 1);
    reader->value.length = 0;
    reader->has_value = reader->has_formula = false;
}

static void started(void *context, const XML_Char *element, const XML_Char **attributes) {
    sheet_reader *reader = context;
    if (++reader->depth > tl_workbook_depth_max)
        tl_workbook_refuse(reader->book, TL_WORKBOOK_DAMAGED, "elements nested too deep");
    reader->is_in_value = false;
    if (tl_is_element(element, "sheetData")) reader->is_in_sheet_data = true;
    if (!reader->is_in_sheet_data) return;
    if (tl_is_element(element, "row")) begin_row(reader, tl_attribute(attributes, "r"));
    else if (tl_is_element(element, "c")) begin_cell(reader, attributes);
    else if (tl_is_element(element, "f")) reader->has_formula = true;
    else if (tl_is_element(element, "rPh")) reader->phonetic_depth++;
    else if (tl_is_element(element, "v") || (tl_is_element(element, "t") && reader->phonetic_depth == 0))
        reader->is_in_value = reader->has_value = true;
}

static void ended(void *context, const XML_Char *element) {
    sheet_reader *reader = context;
    reader->depth--;
    reader->is_in_value = false;
    if (!reader->is_in_sheet_data) return;
    if (tl_is_element(element, "c")) end_cell(reader);
    else if (tl_is_element(element, "row")) end_row(reader);
    else if (tl_is_element(element, "rPh") && reader->phonetic_depth > 0) reader->phonetic_depth--;
    else if (tl_is_element(element, "sheetData")) reader->is_in_sheet_data = false;
}

static void text(void *context, const XML_Char *bytes, int length) {
    sheet_reader *reader = context;
    // Kept a little beyond the limit, to be refused by name; never all of it.
    if (!reader->is_in_value || reader->value.length > tl_workbook_cell_bytes_max) return;
    put(reader, &reader->value, bytes, (size_t)length);
}

void tl_workbook_write_rows(tl_workbook *book, int output) {
    sheet_reader reader = {.book = book, .output = output};
    // What tells the other process that the workbook was opened: everything in the status is settled now.
    book->status->is_open = 1;
    XML_Parser parser = tl_workbook_parser(book, &reader);
    XML_SetElementHandler(parser, started, ended);
    XML_SetCharacterDataHandler(parser, text);
    if (!tl_workbook_parse(book, book->sheet_path, parser, true))
        tl_workbook_refuse(book, TL_WORKBOOK_DAMAGED, book->sheet_path);
    flush(&reader);
}
