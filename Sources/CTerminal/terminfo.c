#define _GNU_SOURCE
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Last, for it makes macros of words such as `columns`.
#include <term.h>

/// Adds a string of terminfo without its `$<delay>` parts.
static void add_capability(ct_recovery *recovery, const char *name)
{
    const char *text = tigetstr(name);
    if (text == NULL || text == (char *)-1)
        return;
    while (*text != '\0' && recovery->reset_length < CT_RESET_MAX - 1) {
        const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
        if (end != NULL)
            text = end + 1;
        else
            recovery->reset[recovery->reset_length++] = *text++;
    }
}

static void add_text(ct_recovery *recovery, const char *text)
{
    while (*text != '\0' && recovery->reset_length < CT_RESET_MAX - 1)
        recovery->reset[recovery->reset_length++] = *text++;
}

/// The one string that ends everything that was begun, in reverse order.
void ct_prepare_recovery(void)
{
    ct_recovery *recovery = ct_get_recovery();
    recovery->state = CT_STATE_FREE;
    recovery->reset_length = 0;
    if (ct_screen.synchronises)
        add_text(recovery, "\x1b[?2026l");
    add_text(recovery, "\x1b[?2004l\x1b>");
    add_capability(recovery, "sgr0");
    add_capability(recovery, "op");
    add_capability(recovery, "clear");
    add_capability(recovery, "rmcup");
    add_capability(recovery, "cnorm");
    recovery->state = CT_STATE_TAKEN;
}

/// Whether terminfo knows TERM and the terminal can place its cursor. A newer xterm relative is taken for an xterm.
ct_result ct_check_terminal(int fd, ct_info *info)
{
    const char *term = getenv("TERM");
    snprintf(info->name, sizeof info->name, "%s", term == NULL ? "" : term);
    if (term == NULL || term[0] == '\0')
        return CT_DUMB;
    int found = 0;
    if (setupterm(NULL, fd, &found) != OK) {
        if (found != 1 && strncmp(term, "xterm-", 6) == 0) {
            setenv("TERM", "xterm-256color", 1);
            if (setupterm(NULL, fd, &found) == OK) {
                del_curterm(cur_term);
                return CT_OK;
            }
        }
        return found == 1 ? CT_DUMB : CT_UNKNOWN_TERMINAL;
    }
    const char *place = tigetstr("cup");
    bool can_place = place != NULL && place != (char *)-1;
    del_curterm(cur_term);
    return can_place ? CT_OK : CT_DUMB;
}

bool ct_erases_in_colour(void) { return tigetflag("bce") == 1; }
