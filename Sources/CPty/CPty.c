#define _GNU_SOURCE
#include "CPty.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

int cpty_spawn(const char *path, char *const argv[], char *const envp[], int rows, int columns, pid_t *pid) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    int master = -1, slave = -1;
    if (openpty(&master, &slave, NULL, NULL, &size) != 0) return -1;
    fcntl(master, F_SETFD, FD_CLOEXEC);
    fcntl(slave, F_SETFD, FD_CLOEXEC);
    pid_t child = fork();
    if (child < 0) {
        int saved = errno;
        close(master);
        close(slave);
        errno = saved;
        return -1;
    }
    if (child == 0) {
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        setsid();
        ioctl(slave, TIOCSCTTY, 0);
        dup2(slave, 0);
        dup2(slave, 1);
        dup2(slave, 2);
        execve(path, argv, envp);
        _exit(127);
    }
    close(slave);
    fcntl(master, F_SETFL, fcntl(master, F_GETFL) | O_NONBLOCK);
    *pid = child;
    return master;
}

int cpty_resize(int master, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(master, TIOCSWINSZ, &size);
}

int cpty_wait_readable(int master, int milliseconds) {
    struct pollfd one = {.fd = master, .events = POLLIN};
    int count;
    do count = poll(&one, 1, milliseconds);
    while (count < 0 && errno == EINTR);
    if (count == 0) return 0;
    if (one.revents & POLLIN) return 1;
    return -1;
}

int cpty_wait_exit(pid_t pid, int milliseconds) {
    int handle = (int)syscall(SYS_pidfd_open, pid, 0);
    if (handle >= 0) {
        struct pollfd one = {.fd = handle, .events = POLLIN};
        int count;
        do count = poll(&one, 1, milliseconds);
        while (count < 0 && errno == EINTR);
        close(handle);
        if (count == 0) return -1;
    }
    int status = 0;
    if (waitpid(pid, &status, 0) != pid) return -1;
    return status;
}

uint64_t cpty_settings(int master) {
    struct termios settings;
    if (tcgetattr(master, &settings) != 0) return 0;
    uint64_t digest = 1469598103934665603u;
    const tcflag_t flags[] = {settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag};
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) digest = (digest ^ flags[i]) * 1099511628211u;
    for (size_t i = 0; i < NCCS; i++) digest = (digest ^ settings.c_cc[i]) * 1099511628211u;
    return digest;
}
