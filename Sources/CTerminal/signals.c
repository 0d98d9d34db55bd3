#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

static int pipe_read = -1;
static int pipe_write = -1;
static int crash_fd = -1;
static void *crash_stack;

static const int noted[] = {SIGWINCH, SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGCONT};
static const int ignored[] = {SIGPIPE, SIGTSTP};
static const int fatal[] = {SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGTRAP, SIGFPE, SIGSYS};

#define COUNT(list) (int)(sizeof(list) / sizeof((list)[0]))

static void note(int signal_number)
{
    int saved = errno;
    unsigned char byte = (unsigned char)signal_number;
    // A full pipe already wakes the loop.
    ssize_t written = write(pipe_write, &byte, 1);
    (void)written;
    errno = saved;
}

static void crash(int signal_number)
{
    ct_recover(crash_fd);
    struct sigaction plain = {.sa_handler = SIG_DFL};
    sigemptyset(&plain.sa_mask);
    sigaction(signal_number, &plain, NULL);
    raise(signal_number);
}

static void set(const int *signals, int count, void (*handler)(int), int flags)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < count; i++)
        sigaction(signals[i], &action, NULL);
}

/// A crash by stack overflow needs another stack to run its handler on.
static void give_crash_stack(void)
{
    enum { STACK_BYTES = 64 * 1024 };
    if (crash_stack == NULL)
        crash_stack = malloc(STACK_BYTES);
    if (crash_stack == NULL)
        return;
    stack_t stack = {.ss_sp = crash_stack, .ss_size = STACK_BYTES};
    sigaltstack(&stack, NULL);
}

int ct_install_signals(int terminal_fd)
{
    if (pipe_read < 0) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            return -1;
        pipe_read = ends[0];
        pipe_write = ends[1];
    }
    crash_fd = terminal_fd;
    give_crash_stack();
    set(noted, COUNT(noted), note, SA_RESTART);
    set(ignored, COUNT(ignored), SIG_IGN, 0);
    set(fatal, COUNT(fatal), crash, SA_ONSTACK);
    return pipe_read;
}

void ct_remove_signals(void)
{
    // The program is ending: a second request to end, as a guardian and a shell both send it, must not cut that short.
    // SIGPIPE stays ignored: a reader that went away is an error of write everywhere in the program.
    static const int requests[] = {SIGHUP, SIGTERM};
    static const int others[] = {SIGWINCH, SIGINT, SIGQUIT, SIGCONT, SIGTSTP};
    set(requests, COUNT(requests), SIG_IGN, 0);
    set(others, COUNT(others), SIG_DFL, 0);
    set(fatal, COUNT(fatal), SIG_DFL, 0);
}

int ct_take_signals(void)
{
    unsigned char bytes[256];
    int seen = 0;
    ssize_t count;
    while ((count = read(pipe_read, bytes, sizeof bytes)) > 0) {
        for (ssize_t i = 0; i < count; i++) {
            switch (bytes[i]) {
            case SIGWINCH: seen |= CT_SIGNAL_RESIZE; break;
            case SIGHUP: seen |= CT_SIGNAL_HANGUP; break;
            case SIGCONT: seen |= CT_SIGNAL_CONTINUE; break;
            default: seen |= CT_SIGNAL_END; break;
            }
        }
    }
    return seen;
}

void ct_harden(void)
{
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
