#ifndef CEXCHANGE_H
#define CEXCHANGE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

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

/// What uchardet takes the bytes for, as it names it ("BIG5", "GB18030"); empty when it cannot tell or lacks memory.
void tl_charset_guess(const unsigned char *bytes, size_t length, char *name, size_t name_capacity);

/// Where the first byte beyond ASCII lies from `start` on; `length` when there is none.
size_t tl_first_beyond_ascii(const unsigned char *bytes, size_t length, size_t start);

// Workbooks (XLSX), on libzip and expat, in a process of their own.

enum tl_workbook_fault {
    TL_WORKBOOK_SOUND = 0,
    TL_WORKBOOK_NOT_ONE = 1,        // an archive, but no workbook
    TL_WORKBOOK_DAMAGED = 2,
    TL_WORKBOOK_ENCRYPTED = 3,
    TL_WORKBOOK_TOO_MANY_ENTRIES = 4,
    TL_WORKBOOK_DUPLICATE_ENTRY = 5,
    TL_WORKBOOK_ENTRY_TOO_LARGE = 6,
    TL_WORKBOOK_BOMB = 7,           // unpacks to more than a hundred times its size
    TL_WORKBOOK_DOCTYPE = 8,
    TL_WORKBOOK_EXTERNAL = 9,       // a part that lies outside the workbook
    TL_WORKBOOK_NO_SHEET = 10,
    TL_WORKBOOK_NO_MEMORY = 11
};

/// What the reading process tells beside the rows; the two share it.
typedef struct {
    int fault;
    int is_open, is_done;
    uint64_t bytes_read, bytes_total;
    char detail[256];
    char sheet[256];
    /// All sheets' names, a line each.
    char sheets[4096];
} tl_workbook_status;

typedef struct tl_workbook_process tl_workbook_process;

/// Starts reading the workbook in an open file: the sheet of that name or number, the first visible one when empty.
tl_workbook_process *tl_workbook_start(int file, const char *sheet);
/// The next bytes of its rows: cells apart by 1F, rows ended by 1E, a faulty cell begins with FF and a letter.
ssize_t tl_workbook_read(tl_workbook_process *child, void *bytes, size_t capacity);
void tl_workbook_status_now(const tl_workbook_process *child, tl_workbook_status *status);
/// Waits for its end; the signal that ended it, or 0.
int tl_workbook_end(tl_workbook_process *child);
/// Ends it, if need be, and lets go of everything.
void tl_workbook_finish(tl_workbook_process *child);

// Archives written piece by piece, on minizip.

typedef struct tl_archive tl_archive;

/// Makes the archive in a file that is there already; NULL when it cannot be written.
tl_archive *tl_archive_create(const char *path);
/// Begins an entry; the one before it ends. False on failure.
int tl_archive_begin(tl_archive *archive, const char *name);
int tl_archive_add(tl_archive *archive, const void *bytes, size_t length);
/// Ends the archive and lets go of it; false when it is not whole.
int tl_archive_finish(tl_archive *archive);

#endif
