#pragma once

#include <sqlite3.h>
#include <stdint.h>

/// What Swift cannot call of SQLite (variadics, macros that are casts), and the kernel lock around its writes.

/// Keeps the library from counting its memory, which costs a lock at each allocation; before anything is opened.
int tl_no_memory_statistics(void);

/// Binds `length` bytes of UTF-8; SQLite keeps a copy.
int tl_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int length);

/// Binds `length` bytes; SQLite keeps a copy.
int tl_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int length);

/// Keeps the last connection from checkpointing when it closes, where no lock of ours is held.
int tl_no_checkpoint_on_close(sqlite3 *connection);

/// From now on each commit on `connection` writes to `frames` how many pages the log holds, those written back among
/// them, until it begins anew; `frames` must outlive the connection.
void tl_watch_log(sqlite3 *connection, int *frames);

/// Writes the log back. `restart` waits at most `milliseconds` for readers, so that the log begins anew at the next
/// commit; without it readers are let be. Returns SQLite's code: SQLITE_BUSY when readers stayed.
int tl_checkpoint(sqlite3 *connection, int restart, int milliseconds, int busy_milliseconds);

/// The magic number (statfs(2)) of the file system `path` lies on; 0 or errno.
int tl_file_system(const char *path, uint32_t *magic);

/// Takes an exclusive flock on `descriptor`, waiting at most `milliseconds`.
/// Returns 0, ETIMEDOUT, or the errno of the failing call. Waiters are served in the order they came.
int tl_lock(int descriptor, int milliseconds);

/// Gives the flock on `descriptor` back; 0 or errno.
int tl_unlock(int descriptor);

/// Gives memory that was let go back to the system.
void tl_give_back_memory(void);
