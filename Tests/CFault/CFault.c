#define _GNU_SOURCE
#include "CFault.h"

#include <signal.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

// Defined in the program itself, these stand before libc's: SQLite, a shared library, calls them.

static atomic_long counted;
static atomic_long armed;
static atomic_int is_armed;

void fault_arm(long kill_at) {
    atomic_store(&counted, 0);
    atomic_store(&armed, kill_at);
    atomic_store(&is_armed, 1);
}

long fault_count(void) { return atomic_load(&counted); }

static void point(void) {
    if (!atomic_load(&is_armed)) return;
    if (atomic_fetch_add(&counted, 1) + 1 == atomic_load(&armed)) kill(getpid(), SIGKILL);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
    point();
    return syscall(SYS_pwrite64, file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
    point();
    return syscall(SYS_pwrite64, file, bytes, count, offset);
}

int fdatasync(int file) {
    point();
    return (int)syscall(SYS_fdatasync, file);
}

int fsync(int file) {
    point();
    return (int)syscall(SYS_fsync, file);
}

int ftruncate(int file, off_t length) {
    point();
    return (int)syscall(SYS_ftruncate, file, length);
}

int ftruncate64(int file, off64_t length) {
    point();
    return (int)syscall(SYS_ftruncate, file, length);
}
