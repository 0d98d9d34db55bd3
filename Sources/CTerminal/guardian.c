#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/// How long a child that was told to end may take before it is killed.
enum { PATIENCE_SECONDS = 5 };

static void end_like(int status, int terminal_fd, const char *crash_line)
{
    // A process of the background may not set the terminal's modes; it may here, for it puts them back.
    signal(SIGTTOU, SIG_IGN);
    if (terminal_fd >= 0)
        ct_recover(terminal_fd);
    if (WIFSIGNALED(status) && crash_line != NULL) {
        ct_write_all(STDERR_FILENO, crash_line, (int)strlen(crash_line));
        ct_write_all(STDERR_FILENO, "\n", 1);
    }
    _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

static void watch(pid_t child, const sigset_t *watched, int terminal_fd, const char *crash_line)
{
    bool is_ending = false;
    struct timespec patience = {.tv_sec = PATIENCE_SECONDS};
    for (;;) {
        int status;
        pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child)
            end_like(status, terminal_fd, crash_line);
        if (ended < 0 && errno != EINTR)
            _exit(1);
        int signal_number = sigtimedwait(watched, NULL, is_ending ? &patience : NULL);
        if (signal_number < 0) {
            if (errno == EAGAIN)
                kill(child, SIGKILL);
        } else if (signal_number != SIGCHLD) {
            kill(child, signal_number);
            is_ending = true;
        }
    }
}

int ct_guard(const char *crash_line)
{
    ct_recovery *shared =
        mmap(NULL, sizeof(ct_recovery), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return errno;
    memset(shared, 0, sizeof *shared);
    int terminal_fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal_fd >= 0 && tcgetattr(terminal_fd, &shared->modes) == 0)
        shared->has_modes = 1;

    // A program started with its children ignored would never hear of the child's end.
    signal(SIGCHLD, SIG_DFL);
    sigset_t watched, before;
    sigemptyset(&watched);
    sigaddset(&watched, SIGCHLD);
    sigaddset(&watched, SIGTERM);
    sigaddset(&watched, SIGHUP);
    sigaddset(&watched, SIGINT);
    sigaddset(&watched, SIGQUIT);
    sigprocmask(SIG_BLOCK, &watched, &before);
    pid_t guardian = getpid();
    pid_t child = fork();
    if (child < 0) {
        int error_number = errno;
        sigprocmask(SIG_SETMASK, &before, NULL);
        munmap(shared, sizeof *shared);
        if (terminal_fd >= 0)
            close(terminal_fd);
        return error_number;
    }
    ct_set_recovery(shared);
    if (child > 0) {
        signal(SIGTSTP, SIG_IGN);
        watch(child, &watched, terminal_fd, crash_line);
    }
    if (terminal_fd >= 0)
        close(terminal_fd);
    prctl(PR_SET_PDEATHSIG, SIGHUP, 0, 0, 0);
    sigprocmask(SIG_SETMASK, &before, NULL);
    if (getppid() != guardian)
        _exit(128 + SIGHUP);
    return 0;
}
