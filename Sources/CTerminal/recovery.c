#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

static ct_recovery own_recovery;
static ct_recovery *recovery = &own_recovery;

ct_recovery *ct_get_recovery(void) { return recovery; }

void ct_set_recovery(ct_recovery *shared) { recovery = shared; }

void ct_write_all(int fd, const char *bytes, int length)
{
    while (length > 0) {
        ssize_t written = write(fd, bytes, (size_t)length);
        if (written > 0) {
            bytes += written;
            length -= (int)written;
        } else if (written < 0 && errno == EAGAIN) {
            struct pollfd ready = {.fd = fd, .events = POLLOUT};
            if (poll(&ready, 1, 1000) <= 0)
                return;
        } else if (written == 0 || errno != EINTR) {
            return;
        }
    }
}

void ct_recover(int fd)
{
    if (recovery->state != CT_STATE_TAKEN)
        return;
    recovery->state = CT_STATE_FREE;
    ct_write_all(fd, recovery->reset, recovery->reset_length);
    // Flushing drops what was typed ahead, so that no half-typed number becomes a command of the shell.
    if (recovery->has_modes)
        tcsetattr(fd, TCSAFLUSH, &recovery->modes);
}
