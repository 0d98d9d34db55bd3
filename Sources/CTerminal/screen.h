/// The one screen, shared by the files that open it and paint on it.
#pragma once

#include "internal.h"

#include <curses.h>

enum { CT_TYPED_MAX = 256 };

typedef struct {
    SCREEN *handle;
    FILE *input;
    FILE *output;
    int input_fd;
    int output_fd;
    int saved_stdout;
    int saved_stderr;
    bool is_suspended;
    bool synchronises;
    /// Erasing fills with the current background, so that the bottom right cell, which is never painted, takes it too.
    bool erases_in_colour;
    /// What was typed while probing.
    uint8_t typed[CT_TYPED_MAX];
    int typed_count;
} ct_screen_state;

extern ct_screen_state ct_screen;

/// Whether terminfo knows TERM and the terminal can place its cursor. A newer xterm relative is taken for an xterm.
ct_result ct_check_terminal(int fd, ct_info *info);
/// Puts together the one string that ends everything that was begun, and says that the terminal is taken.
void ct_prepare_recovery(void);
bool ct_erases_in_colour(void);
