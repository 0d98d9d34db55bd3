#ifndef CEXCHANGE_H
#define CEXCHANGE_H

#include <stddef.h>
#include <stdint.h>

// One CSV record at a time out of physical lines, on libcsv. Fields are gathered in one block of bytes.

typedef struct tl_csv tl_csv;

enum tl_csv_state {
    TL_CSV_RECORD = 0,   // a record is complete
    TL_CSV_BLANK = 1,    // the line held no cell
    TL_CSV_OPEN = 2,     // a quote is still open: feed the next line
    TL_CSV_NO_MEMORY = 3
};

enum tl_csv_fault {
    TL_CSV_FIELD_TOO_LONG = 1,
    TL_CSV_TOO_MANY_COLUMNS = 2
};

/// A reader of records whose fields end at `delimiter` and whose lines end at `terminator`; NULL without memory.
///
/// A field longer than `field_max` bytes, or one beyond `columns_max`, is left out and the fault is noted.
tl_csv *tl_csv_open(unsigned char delimiter, unsigned char terminator, size_t field_max, size_t columns_max);
void tl_csv_close(tl_csv *csv);

/// Takes one physical line with its terminator.
int tl_csv_feed(tl_csv *csv, const unsigned char *line, size_t length);
/// Ends the file: TL_CSV_RECORD when the last line had no terminator, TL_CSV_BLANK when nothing is left,
/// TL_CSV_OPEN when a quote was never closed.
int tl_csv_finish(tl_csv *csv);
/// Forgets a record that was begun.
void tl_csv_reset(tl_csv *csv);

size_t tl_csv_columns(const tl_csv *csv);
/// What the fields' starts and ends count in; valid until the next call that takes a line, and as long as that line.
const unsigned char *tl_csv_bytes(const tl_csv *csv);
/// Where each field begins, or NULL when each begins where the one before it ends.
const uint32_t *tl_csv_starts(const tl_csv *csv);
/// Where each field ends in the bytes; as many as there are columns.
const uint32_t *tl_csv_ends(const tl_csv *csv);
/// What was wrong with the record: bits of tl_csv_fault.
int tl_csv_faults(const tl_csv *csv);
/// Bytes gathered of the field whose quote is open.
size_t tl_csv_open_field_length(const tl_csv *csv);

// Character sets, on iconv.

typedef struct tl_charset tl_charset;

/// NULL when the library does not know one of the names.
tl_charset *tl_charset_open(const char *to, const char *from);
void tl_charset_close(tl_charset *charset);

enum tl_charset_state {
    TL_CHARSET_DONE = 0,
    TL_CHARSET_OUTPUT_FULL = 1,
    TL_CHARSET_INVALID = 2,     // the input at *consumed is no character
    TL_CHARSET_INCOMPLETE = 3   // the input ends inside a character
};

/// Converts what it can and says how many bytes it took and gave.
int tl_charset_convert(
    tl_charset *charset, const unsigned char *input, size_t input_length, size_t *consumed,
    unsigned char *output, size_t output_length, size_t *produced);

#endif
