// Starts a program on a pseudo terminal of its own, for measuring and testing the real desk.
#pragma once
#include <stdint.h>
#include <sys/types.h>

/// Starts `path` with `argv` and `envp` (both NULL-terminated) on a new pseudo terminal of the given size.
/// Returns the non-blocking master descriptor and sets `pid`; -1 with errno when it could not be started.
int cpty_spawn(const char *path, char *const argv[], char *const envp[], int rows, int columns, pid_t *pid);

/// Tells the program its terminal has a new size. 0, or -1 with errno.
int cpty_resize(int master, int rows, int columns);

/// Waits until `master` has bytes or `milliseconds` passed (-1: for ever). 1 readable, 0 time out, -1 hung up.
int cpty_wait_readable(int master, int milliseconds);

/// Exit status of `pid` in waitpid's form once it has ended; -1 while it still runs after `milliseconds`.
int cpty_wait_exit(pid_t pid, int milliseconds);

/// A digest of the line discipline's settings, to show that a program restored them.
uint64_t cpty_settings(int master);
