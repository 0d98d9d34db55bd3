#define _GNU_SOURCE
#include "screen.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

ct_screen_state ct_screen = {.input_fd = -1, .output_fd = -1, .saved_stdout = -1, .saved_stderr = -1};

static const char paste_on[] = "\x1b>\x1b[?2004h";
static const char paste_off[] = "\x1b[?2004l\x1b>";

static void window_size(int fd, int *columns, int *rows)
{
    struct winsize size = {0};
    ioctl(fd, TIOCGWINSZ, &size);
    *columns = size.ws_col > 0 ? size.ws_col : 80;
    *rows = size.ws_row > 0 ? size.ws_row : 24;
}

static void close_descriptors(void)
{
    if (ct_screen.input != NULL)
        fclose(ct_screen.input);
    if (ct_screen.output != NULL)
        fclose(ct_screen.output);
    ct_screen.input = ct_screen.output = NULL;
    ct_screen.input_fd = ct_screen.output_fd = -1;
}

/// Descriptors of our own, so that closing or redirecting the standard ones does not touch the screen.
static ct_result open_descriptors(const ct_options *options, ct_info *info)
{
    bool is_given = options->input_fd >= 0 && options->output_fd >= 0;
    int input = is_given ? fcntl(options->input_fd, F_DUPFD_CLOEXEC, 3) : open("/dev/tty", O_RDONLY | O_CLOEXEC);
    int output = is_given ? fcntl(options->output_fd, F_DUPFD_CLOEXEC, 3) : open("/dev/tty", O_RDWR | O_CLOEXEC);
    bool are_terminals = input >= 0 && output >= 0 && isatty(input) && isatty(output);
    if (are_terminals) {
        ct_screen.input = fdopen(input, "r");
        ct_screen.output = fdopen(output, "w");
        ct_screen.input_fd = input;
        ct_screen.output_fd = output;
        if (ct_screen.input != NULL && ct_screen.output != NULL)
            return CT_OK;
    }
    info->error_number = errno;
    close_descriptors();
    if (!are_terminals && input >= 0)
        close(input);
    if (!are_terminals && output >= 0)
        close(output);
    return CT_NO_TERMINAL;
}

/// One stray line on standard error would ruin the screen.
static void redirect_standard(const char *log_path)
{
    int log = -1;
    if (log_path != NULL)
        log = open(log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (log < 0)
        log = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (log < 0)
        return;
    fflush(stdout);
    fflush(stderr);
    ct_screen.saved_stdout = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    ct_screen.saved_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    dup2(log, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    close(log);
}

static void restore_standard(void)
{
    fflush(stdout);
    fflush(stderr);
    if (ct_screen.saved_stdout >= 0) {
        dup2(ct_screen.saved_stdout, STDOUT_FILENO);
        close(ct_screen.saved_stdout);
    }
    if (ct_screen.saved_stderr >= 0) {
        dup2(ct_screen.saved_stderr, STDERR_FILENO);
        close(ct_screen.saved_stderr);
    }
    ct_screen.saved_stdout = ct_screen.saved_stderr = -1;
}

static void begin_curses(void)
{
    raw();
    noecho();
    nonl();
    typeahead(-1);
    intrflush(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    leaveok(stdscr, FALSE);
    idlok(stdscr, FALSE);
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    ct_screen.erases_in_colour = ct_erases_in_colour();
    // The first refresh enters the alternate screen; the question is asked there, where its trace is painted over.
    clearok(curscr, TRUE);
    wnoutrefresh(stdscr);
    doupdate();
    ct_write_all(ct_screen.output_fd, paste_on, (int)sizeof paste_on - 1);
}

ct_result ct_open(const ct_options *options, ct_info *info)
{
    memset(info, 0, sizeof *info);
    if (ct_screen.handle != NULL) {
        info->error_number = EBUSY;
        return CT_SYSTEM;
    }
    ct_result result = open_descriptors(options, info);
    if (result != CT_OK)
        return result;
    if (!ct_use_utf8(info->name, (int)sizeof info->name))
        result = CT_NOT_UTF8;
    if (result == CT_OK)
        result = ct_check_terminal(ct_screen.output_fd, info);
    window_size(ct_screen.output_fd, &info->columns, &info->rows);
    if (result == CT_OK && (info->columns < options->columns_min || info->rows < options->rows_min))
        result = CT_TOO_SMALL;
    ct_recovery *recovery = ct_get_recovery();
    if (result == CT_OK && tcgetattr(ct_screen.output_fd, &recovery->modes) != 0)
        result = CT_SYSTEM;
    if (result == CT_OK) {
        recovery->has_modes = 1;
        info->signal_fd = ct_install_signals(ct_screen.output_fd);
        if (info->signal_fd < 0)
            result = CT_SYSTEM;
    }
    if (result != CT_OK) {
        info->error_number = errno;
        close_descriptors();
        return result;
    }
    // These would override the size the terminal tells.
    unsetenv("LINES");
    unsetenv("COLUMNS");
    redirect_standard(options->log_path);
    ct_screen.handle = newterm(NULL, ct_screen.output, ct_screen.input);
    if (ct_screen.handle == NULL) {
        ct_remove_signals();
        restore_standard();
        close_descriptors();
        return CT_UNKNOWN_TERMINAL;
    }
    ct_prepare_recovery();
    begin_curses();
    if (options->probes)
        ct_screen.typed_count = ct_probe(
            ct_screen.input_fd, ct_screen.output_fd, &info->ambiguous_is_wide, &ct_screen.synchronises,
            ct_screen.typed, CT_TYPED_MAX);
    if (ct_screen.synchronises)
        ct_prepare_recovery();
    ct_invalidate();
    info->synchronises = ct_screen.synchronises;
    info->has_input = ct_screen.typed_count > 0;
    info->input_fd = ct_screen.input_fd;
    info->colours = has_colors() && COLORS > 1 ? COLORS : 1;
    return CT_OK;
}

void ct_suspend(void)
{
    if (ct_screen.handle == NULL || ct_screen.is_suspended)
        return;
    ct_screen.is_suspended = true;
    ct_write_all(ct_screen.output_fd, paste_off, (int)sizeof paste_off - 1);
    werase(stdscr);
    wbkgrndset(stdscr, &(cchar_t){.chars = {L' '}});
    clearok(curscr, TRUE);
    curs_set(1);
    wnoutrefresh(stdscr);
    doupdate();
    endwin();
    tcsetattr(ct_screen.output_fd, TCSADRAIN, &ct_get_recovery()->modes);
    ct_get_recovery()->state = CT_STATE_FREE;
}

void ct_restore(void)
{
    if (ct_screen.handle == NULL)
        return;
    ct_get_recovery()->state = CT_STATE_TAKEN;
    ct_screen.is_suspended = false;
    reset_prog_mode();
    ct_invalidate();
    wnoutrefresh(stdscr);
    doupdate();
    ct_write_all(ct_screen.output_fd, paste_on, (int)sizeof paste_on - 1);
    ct_invalidate();
}

void ct_close(void)
{
    if (ct_screen.handle == NULL)
        return;
    ct_suspend();
    delscreen(ct_screen.handle);
    ct_screen.handle = NULL;
    ct_screen.is_suspended = false;
    ct_screen.synchronises = false;
    ct_screen.typed_count = 0;
    ct_remove_signals();
    restore_standard();
    close_descriptors();
}

void ct_resize(int *columns, int *rows)
{
    window_size(ct_screen.output_fd, columns, rows);
    resizeterm(*rows, *columns);
    ct_invalidate();
}

int ct_read(uint8_t *bytes, int capacity)
{
    if (ct_screen.typed_count > 0) {
        int count = ct_screen.typed_count < capacity ? ct_screen.typed_count : capacity;
        memcpy(bytes, ct_screen.typed, (size_t)count);
        memmove(ct_screen.typed, ct_screen.typed + count, (size_t)(ct_screen.typed_count - count));
        ct_screen.typed_count -= count;
        return count;
    }
    struct pollfd ready = {.fd = ct_screen.input_fd, .events = POLLIN};
    if (poll(&ready, 1, 0) <= 0)
        return 0;
    ssize_t count = read(ct_screen.input_fd, bytes, (size_t)capacity);
    if (count > 0)
        return (int)count;
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}
