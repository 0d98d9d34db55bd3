/// The few terminal calls Swift may make: output through ncurses, signals as bytes on a pipe, and the terminal put back
/// however the program ends.
///
/// One screen a process. All calls but those of the guardian belong to one thread.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Why a screen could not be opened.
typedef enum {
    CT_OK = 0,
    /// There is no terminal to draw on.
    CT_NO_TERMINAL,
    /// TERM is unset or names a terminal that cannot place its cursor.
    CT_DUMB,
    /// The terminfo database does not know TERM.
    CT_UNKNOWN_TERMINAL,
    /// The locale's character set is not UTF-8.
    CT_NOT_UTF8,
    /// The terminal has fewer columns or rows than asked for.
    CT_TOO_SMALL,
    /// A system call failed; `error_number` says how.
    CT_SYSTEM,
} ct_result;

typedef struct {
    /// Terminal to read from and write to; -1 opens /dev/tty. They stay the caller's.
    int input_fd;
    int output_fd;
    /// Where standard output and error go while the screen is up; NULL for /dev/null. Created with mode 0600.
    const char *log_path;
    int columns_min;
    int rows_min;
    /// Ask the terminal how wide it draws ambiguous characters, and whether it can hold back a frame: at most 100 ms.
    bool probes;
} ct_options;

typedef struct {
    int columns;
    int rows;
    /// How many colours the terminal shows; 1 for none.
    int colours;
    /// Readable when there is input; for poll.
    int input_fd;
    /// Readable when a signal came; for poll.
    int signal_fd;
    /// Ambiguous characters take two cells here. False unless probed.
    bool ambiguous_is_wide;
    /// The terminal shows a frame only when it is whole (mode 2026).
    bool synchronises;
    /// Input came while probing; `ct_read` gives it without waiting.
    bool has_input;
    int error_number;
    /// TERM, or the character set for CT_NOT_UTF8.
    char name[64];
} ct_info;

/// Takes the terminal over: raw input, alternate screen, bracketed paste, signal and crash handlers.
ct_result ct_open(const ct_options *options, ct_info *info);
/// Gives the terminal back, erased, as it was found. Does nothing when no screen is up.
void ct_close(void);
/// Leaves the screen for a while: the terminal is as before ct_open.
void ct_suspend(void);
/// Comes back after ct_suspend, or after the process was stopped; everything must be painted again.
void ct_restore(void);

/// Columns and rows after a resize; everything must be painted again.
void ct_resize(int *columns, int *rows);

/// Reads what the terminal sent without waiting: the number of bytes, 0 for none, -1 when the terminal is gone.
int ct_read(uint8_t *bytes, int capacity);

enum {
    CT_BOLD = 1,
    CT_DIM = 2,
    CT_ITALIC = 4,
    CT_UNDERLINE = 8,
    CT_REVERSE = 16,
    CT_STYLES_MAX = 64,
    CT_COLUMNS_MAX = 1000,
};

/// A look; colours are indices, -1 for the terminal's own.
typedef struct {
    int16_t foreground;
    int16_t background;
    uint8_t attributes;
} ct_style;

/// A character with up to four marks, 0 ending them, and its look. A wide character is one of these, not two.
typedef struct {
    uint32_t text[5];
    uint8_t style;
    /// Cells it takes, 1 or 2.
    uint8_t width;
} ct_cell;

/// Sets the looks that cells name by index, at most CT_STYLES_MAX. Colours the terminal lacks become its own.
void ct_set_styles(const ct_style *styles, int count);
/// Writes one whole row into the next frame.
void ct_paint_row(int row, const ct_cell *cells, int count);
/// Sends the frame; the cursor stands there, or is hidden when `row` is negative. `changes` says many rows changed, so
/// the terminal should hold the frame back until it is whole.
void ct_flush(int row, int column, bool changes);
/// Asks the terminal to put text on the clipboard (OSC 52); `base64` holds it, at most CT_COPY_BYTES_MAX characters.
void ct_copy(const char *base64, int length);
enum { CT_COPY_BYTES_MAX = 4096 };
/// Makes the next frame repaint every cell of the terminal.
void ct_invalidate(void);

enum {
    CT_SIGNAL_RESIZE = 1,
    /// Somebody asks the program to end.
    CT_SIGNAL_END = 2,
    /// The terminal is gone.
    CT_SIGNAL_HANGUP = 4,
    /// The process was stopped and goes on.
    CT_SIGNAL_CONTINUE = 8,
};

/// The signals that came since the last call, as bits.
int ct_take_signals(void);

/// Splits the process: the parent stays behind as a guardian that puts the terminal back even after SIGKILL, passes
/// TERM, HUP, INT and QUIT on and ends with the child's status, or 128 plus its signal. Returns in the child alone.
///
/// Call it before any thread is started. `crash_line` is written to standard error when the child died by a signal.
/// Gives 0, or an error number when the process could not be split; then it goes on without a guardian.
int ct_guard(const char *crash_line);

/// No core files, and no reading of this process's memory by others of the same user.
void ct_harden(void);

/// How many cells libc gives a code point; -1 for none. Needs the locale of ct_open or ct_use_utf8.
int ct_width(uint32_t code_point);
/// Makes the character set UTF-8; false, with its name, when the user's locale has another.
bool ct_use_utf8(char *name, int capacity);

#ifdef __cplusplus
}
#endif
