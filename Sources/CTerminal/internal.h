/// What the files of this target share.
#pragma once

#include "CTerminal.h"

#include <signal.h>
#include <termios.h>

enum { CT_RESET_MAX = 512 };

/// How far the terminal is taken over; the guardian reads it after the child's death.
enum { CT_STATE_FREE = 0, CT_STATE_TAKEN = 1 };

/// What is needed to put the terminal back. Lies in memory shared with the guardian, if there is one.
typedef struct {
    volatile sig_atomic_t state;
    volatile sig_atomic_t has_modes;
    struct termios modes;
    volatile int reset_length;
    char reset[CT_RESET_MAX];
} ct_recovery;

/// Never NULL.
ct_recovery *ct_get_recovery(void);
void ct_set_recovery(ct_recovery *recovery);
/// Writes the reset string and sets the modes found at the start; safe in a signal handler.
void ct_recover(int fd);

/// Installs the signal pipe and the crash handlers; the descriptor to poll, or -1 with errno.
int ct_install_signals(int terminal_fd);
/// The default handlers again, but requests to end are ignored: to be called when the program ends.
void ct_remove_signals(void);

/// Writes all of it, whatever interrupts.
void ct_write_all(int fd, const char *bytes, int length);

/// Asks the terminal for its habits. What was typed meanwhile is put into `typed`; gives the number of bytes.
int ct_probe(int input_fd, int output_fd, bool *ambiguous_is_wide, bool *synchronises, uint8_t *typed, int capacity);
