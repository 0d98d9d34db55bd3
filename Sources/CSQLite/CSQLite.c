#define _GNU_SOURCE
#include "CSQLite.h"

#include <malloc.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

int tl_no_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

int tl_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int length) {
    return sqlite3_bind_text(statement, index, bytes, length, SQLITE_TRANSIENT);
}

int tl_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int length) {
    return sqlite3_bind_blob(statement, index, bytes, length, SQLITE_TRANSIENT);
}

int tl_no_checkpoint_on_close(sqlite3 *connection) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

static int note_log(void *frames, sqlite3 *connection, const char *name, int pages) {
    (void)connection;
    (void)name;
    *(int *)frames = pages;
    return SQLITE_OK;
}

void tl_watch_log(sqlite3 *connection, int *frames) { sqlite3_wal_hook(connection, note_log, frames); }

int tl_checkpoint(sqlite3 *connection, int restart, int milliseconds, int busy_milliseconds) {
    if (!restart) return sqlite3_wal_checkpoint_v2(connection, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    sqlite3_busy_timeout(connection, milliseconds);
    int code = sqlite3_wal_checkpoint_v2(connection, NULL, SQLITE_CHECKPOINT_RESTART, NULL, NULL);
    sqlite3_busy_timeout(connection, busy_milliseconds);
    return code;
}

int tl_file_system(const char *path, uint32_t *magic) {
    struct statfs facts;
    if (statfs(path, &facts) != 0) return errno;
    *magic = (uint32_t)facts.f_type;
    return 0;
}

// A blocking flock is served first come, first served, which polling is not; but it knows no time limit. So a
// timer sends this thread a signal that does nothing except end the system call. It repeats: one that came
// just before the call began would be lost.
static void wake(int number) { (void)number; }

static pthread_once_t wake_once = PTHREAD_ONCE_INIT;
static int wake_signal;

static void install_wake(void) {
    struct sigaction action = {0};
    action.sa_handler = wake;
    sigemptyset(&action.sa_mask);
    wake_signal = SIGRTMIN + 5;
    sigaction(wake_signal, &action, NULL);
}

static int64_t milliseconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int tl_lock(int descriptor, int milliseconds) {
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return 0;
    if (errno != EWOULDBLOCK && errno != EINTR) return errno;

    pthread_once(&wake_once, install_wake);
    struct sigevent event = {0};
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = wake_signal;
    event.sigev_notify_thread_id = (pid_t)syscall(SYS_gettid);
    timer_t timer;
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0) return errno;
    struct itimerspec span = {0};
    span.it_value.tv_sec = milliseconds / 1000;
    span.it_value.tv_nsec = (long)(milliseconds % 1000) * 1000000 + 1;
    span.it_interval.tv_nsec = 20 * 1000000;
    timer_settime(timer, 0, &span, NULL);

    // The signal may be blocked in a thread of the caller's; it is let through here alone.
    sigset_t ours, before;
    sigemptyset(&ours);
    sigaddset(&ours, wake_signal);
    pthread_sigmask(SIG_UNBLOCK, &ours, &before);

    const int64_t deadline = milliseconds_now() + milliseconds;
    int result = 0;
    while (flock(descriptor, LOCK_EX) != 0) {
        if (errno != EINTR) {
            result = errno;
            break;
        }
        if (milliseconds_now() >= deadline) {
            result = ETIMEDOUT;
            break;
        }
    }
    timer_delete(timer);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return result;
}

int tl_unlock(int descriptor) {
    return flock(descriptor, LOCK_UN) == 0 ? 0 : errno;
}

void tl_give_back_memory(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
