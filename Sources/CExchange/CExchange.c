#include "CExchange.h"

#include <csv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct tl_csv {
    struct csv_parser parser;
    unsigned char *bytes;
    size_t length, capacity;
    uint32_t *starts, *ends;
    // Set when the record has no quote: its cells are told apart where they lie in the caller's line.
    const unsigned char *line;
    size_t columns, columns_max, field_max;
    int faults;
    int (*is_blank)(unsigned char);
    unsigned char delimiter, terminator;
    bool is_complete, is_begun, is_out_of_memory;
};

// libcsv grows its field buffer by this much at a time; its default of 128 would make a long field quadratic.
static const size_t growth_bytes = 64 * 1024;

static int is_blank_or_return(unsigned char c) { return c == ' ' || c == '\r'; }
static int is_blank_tab_or_return(unsigned char c) { return c == ' ' || c == '\t' || c == '\r'; }
static int is_line_feed(unsigned char c) { return c == '\n'; }
static int is_carriage_return(unsigned char c) { return c == '\r'; }
static int is_blank(unsigned char c) { return c == ' '; }
static int is_blank_or_tab(unsigned char c) { return c == ' ' || c == '\t'; }

tl_csv *tl_csv_open(unsigned char delimiter, unsigned char terminator, size_t field_max, size_t columns_max) {
    tl_csv *csv = calloc(1, sizeof *csv);
    if (csv == NULL) return NULL;
    csv->ends = calloc(columns_max, sizeof *csv->ends);
    csv->starts = calloc(columns_max, sizeof *csv->starts);
    if (csv->ends == NULL || csv->starts == NULL || csv_init(&csv->parser, 0) != 0) {
        free(csv->ends);
        free(csv->starts);
        free(csv);
        return NULL;
    }
    csv->columns_max = columns_max;
    csv->field_max = field_max;
    csv_set_delim(&csv->parser, delimiter);
    csv_set_blk_size(&csv->parser, growth_bytes);
    // A tab that separates fields is no blank around them, and a carriage return is one when lines end otherwise.
    if (terminator == '\r')
        csv->is_blank = delimiter == '\t' ? is_blank : is_blank_or_tab;
    else
        csv->is_blank = delimiter == '\t' ? is_blank_or_return : is_blank_tab_or_return;
    csv_set_term_func(&csv->parser, terminator == '\r' ? is_carriage_return : is_line_feed);
    csv_set_space_func(&csv->parser, csv->is_blank);
    csv->delimiter = delimiter;
    csv->terminator = terminator;
    return csv;
}

void tl_csv_close(tl_csv *csv) {
    if (csv == NULL) return;
    csv_free(&csv->parser);
    free(csv->bytes);
    free(csv->ends);
    free(csv->starts);
    free(csv);
}

static bool reserve(tl_csv *csv, size_t more) {
    if (csv->length + more <= csv->capacity) return true;
    size_t capacity = csv->capacity == 0 ? 4096 : csv->capacity;
    while (capacity < csv->length + more) capacity *= 2;
    unsigned char *bytes = realloc(csv->bytes, capacity);
    if (bytes == NULL) return false;
    csv->bytes = bytes;
    csv->capacity = capacity;
    return true;
}

static void field_ended(void *field, size_t length, void *context) {
    tl_csv *csv = context;
    if (csv->columns == csv->columns_max) {
        csv->faults |= TL_CSV_TOO_MANY_COLUMNS;
        return;
    }
    if (length > csv->field_max) {
        csv->faults |= TL_CSV_FIELD_TOO_LONG;
        length = 0;
    }
    if (!reserve(csv, length)) {
        csv->is_out_of_memory = true;
        return;
    }
    if (length > 0) memcpy(csv->bytes + csv->length, field, length);
    csv->length += length;
    csv->ends[csv->columns++] = (uint32_t)csv->length;
}

static void record_ended(int terminator, void *context) {
    (void)terminator;
    ((tl_csv *)context)->is_complete = true;
}

static void start_record(tl_csv *csv) {
    csv->length = 0;
    csv->columns = 0;
    csv->faults = 0;
    csv->line = NULL;
    csv->is_complete = false;
    csv->is_begun = false;
    csv->is_out_of_memory = false;
}

/// Splits a whole line without quotes as libcsv would, but without copying: most lines of most files.
static int split_plain(tl_csv *csv, const unsigned char *line, size_t length) {
    size_t end = length - 1, start = 0;
    csv->line = line;
    for (size_t index = 0;; index++) {
        if (index < end && line[index] != csv->delimiter) continue;
        size_t first = start, last = index;
        while (first < last && csv->is_blank(line[first])) first++;
        while (last > first && csv->is_blank(line[last - 1])) last--;
        if (index == end && csv->columns == 0 && first == last) return TL_CSV_BLANK;
        if (csv->columns == csv->columns_max) {
            csv->faults |= TL_CSV_TOO_MANY_COLUMNS;
            break;
        }
        if (last - first > csv->field_max) {
            csv->faults |= TL_CSV_FIELD_TOO_LONG;
            last = first;
        }
        csv->starts[csv->columns] = (uint32_t)first;
        csv->ends[csv->columns++] = (uint32_t)last;
        if (index == end) break;
        start = index + 1;
    }
    csv->is_complete = true;
    return TL_CSV_RECORD;
}

int tl_csv_feed(tl_csv *csv, const unsigned char *line, size_t length) {
    if (csv->is_complete || !csv->is_begun) {
        start_record(csv);
        if (length > 0 && line[length - 1] == csv->terminator && memchr(line, '"', length) == NULL)
            return split_plain(csv, line, length);
    }
    csv->is_begun = true;
    size_t taken = csv_parse(&csv->parser, line, length, field_ended, record_ended, csv);
    if (taken != length || csv->is_out_of_memory) return TL_CSV_NO_MEMORY;
    if (csv->is_complete) return TL_CSV_RECORD;
    if (csv->columns > 0 || csv->parser.quoted != 0 || csv->parser.entry_pos > 0) return TL_CSV_OPEN;
    csv->is_begun = false;
    return TL_CSV_BLANK;
}

int tl_csv_finish(tl_csv *csv) {
    if (csv->is_complete) start_record(csv);
    // Only the strict options make libcsv tell that the file ended inside quotes; then it has taken nothing.
    csv_set_opts(&csv->parser, CSV_STRICT | CSV_STRICT_FINI);
    int failed = csv_fini(&csv->parser, field_ended, record_ended, csv);
    csv_set_opts(&csv->parser, 0);
    if (failed != 0) return csv_error(&csv->parser) == CSV_EPARSE ? TL_CSV_OPEN : TL_CSV_NO_MEMORY;
    if (csv->is_out_of_memory) return TL_CSV_NO_MEMORY;
    return csv->is_complete ? TL_CSV_RECORD : TL_CSV_BLANK;
}

void tl_csv_reset(tl_csv *csv) {
    // libcsv has no reset: ending the file leaves it at the start of a record.
    csv_fini(&csv->parser, NULL, NULL, csv);
    start_record(csv);
}

size_t tl_csv_columns(const tl_csv *csv) { return csv->columns; }
const unsigned char *tl_csv_bytes(const tl_csv *csv) { return csv->line != NULL ? csv->line : csv->bytes; }
const uint32_t *tl_csv_starts(const tl_csv *csv) { return csv->line != NULL ? csv->starts : NULL; }
const uint32_t *tl_csv_ends(const tl_csv *csv) { return csv->ends; }
int tl_csv_faults(const tl_csv *csv) { return csv->faults; }
size_t tl_csv_open_field_length(const tl_csv *csv) { return csv->parser.entry_pos; }
