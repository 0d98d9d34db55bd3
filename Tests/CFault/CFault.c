#define _GNU_SOURCE
#include "CFault.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

// Defined in the program itself, these stand before libc's: SQLite, a shared library, calls them.

static atomic_long counted;
static atomic_long armed;
static atomic_int armed_error;
static atomic_int is_for_ever;
static atomic_int is_armed;

void fault_arm(long at, int error, int for_ever) {
    atomic_store(&counted, 0);
    atomic_store(&armed, at);
    atomic_store(&armed_error, error);
    atomic_store(&is_for_ever, for_ever);
    atomic_store(&is_armed, 1);
}

long fault_count(void) { return atomic_load(&counted); }

/// 0 when the call goes on; else it has failed, with errno set.
static int point(void) {
    if (!atomic_load(&is_armed)) return 0;
    long number = atomic_fetch_add(&counted, 1) + 1;
    long at = atomic_load(&armed);
    if (at == 0 || number < at || (number > at && !atomic_load(&is_for_ever))) return 0;
    int error = atomic_load(&armed_error);
    if (error == 0) kill(getpid(), SIGKILL);
    errno = error;
    return -1;
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
    if (point()) return -1;
    return syscall(SYS_pwrite64, file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
    if (point()) return -1;
    return syscall(SYS_pwrite64, file, bytes, count, offset);
}

int fdatasync(int file) {
    if (point()) return -1;
    return (int)syscall(SYS_fdatasync, file);
}

int fsync(int file) {
    if (point()) return -1;
    return (int)syscall(SYS_fsync, file);
}

int ftruncate(int file, off_t length) {
    if (point()) return -1;
    return (int)syscall(SYS_ftruncate, file, length);
}

int ftruncate64(int file, off64_t length) {
    if (point()) return -1;
    return (int)syscall(SYS_ftruncate, file, length);
}
