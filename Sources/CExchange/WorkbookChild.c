#define _GNU_SOURCE
#include "Workbook.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// The reader of workbooks is this same program, started anew under a name of its own: it has none of its parent's
// memory, files or rights to more, and what it may use is bounded by the kernel.

static const char child_name[] = "tierline-workbook";

enum { file_descriptor = 3, output_descriptor = 4, status_descriptor = 5, first_unused_descriptor = 6 };
enum { memory_bytes_max = 512 << 20, processor_seconds_max = 60 };

static void limit(int resource, rlim_t most) {
    struct rlimit bounds = {most, most};
    setrlimit((__rlimit_resource_t)resource, &bounds);
}

_Noreturn static void run_child(const char *sheet) {
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0);
    limit(RLIMIT_AS, memory_bytes_max);
    // The signal comes at the first bound, and with it a name for what happened.
    struct rlimit processor = {processor_seconds_max, processor_seconds_max + 1};
    setrlimit(RLIMIT_CPU, &processor);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NPROC, 0);
    signal(SIGPIPE, SIG_DFL);
    tl_workbook book = {0};
    book.status = mmap(NULL, sizeof *book.status, PROT_READ | PROT_WRITE, MAP_SHARED, status_descriptor, 0);
    if (book.status == MAP_FAILED) _exit(1);
    int code = 0;
    book.zip = zip_fdopen(file_descriptor, ZIP_CHECKCONS, &code);
    // Archives that contradict themselves are refused; what else is wrong is told by the parts.
    if (book.zip == NULL)
        tl_workbook_refuse(&book, code == ZIP_ER_MEMORY ? TL_WORKBOOK_NO_MEMORY : TL_WORKBOOK_DAMAGED, "zip");
    tl_workbook_check_entries(&book);
    tl_workbook_open(&book, sheet);
    tl_workbook_read_styles(&book);
    tl_workbook_read_strings(&book);
    tl_workbook_write_rows(&book, output_descriptor);
    book.status->is_done = 1;
    _exit(0);
}

/// Runs before anything else of the program, and never returns in the child.
__attribute__((constructor(101))) static void begin(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[0], child_name) == 0) run_child(argv[1]);
}

struct tl_workbook_process {
    pid_t process;
    int output;
    tl_workbook_status *status;
};

static int above(int descriptor) { return fcntl(descriptor, F_DUPFD_CLOEXEC, first_unused_descriptor + 4); }

static int spawn(pid_t *process, int file, int output, int status, const char *sheet) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    for (int standard = 0; standard < 3; standard++)
        posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&actions, file, file_descriptor);
    posix_spawn_file_actions_adddup2(&actions, output, output_descriptor);
    posix_spawn_file_actions_adddup2(&actions, status, status_descriptor);
    posix_spawn_file_actions_addclosefrom_np(&actions, first_unused_descriptor);
    // A group of its own: Ctrl-C is for the parent, which ends it when it is done.
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    char *arguments[] = {(char *)child_name, (char *)sheet, NULL};
    char *path = getenv("LD_LIBRARY_PATH"), *variable = NULL;
    if (path != NULL && asprintf(&variable, "LD_LIBRARY_PATH=%s", path) < 0) variable = NULL;
    char *environment[] = {variable, NULL};
    int failure = posix_spawn(process, "/proc/self/exe", &actions, &attributes, arguments, environment);
    free(variable);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

tl_workbook_process *tl_workbook_start(int file, const char *sheet) {
    int ends[2] = {-1, -1}, status = -1, kept_file = -1, kept_output = -1, kept_status = -1;
    tl_workbook_process *child = calloc(1, sizeof *child);
    if (child == NULL) return NULL;
    child->output = -1;
    child->status = MAP_FAILED;
    status = memfd_create("workbook", MFD_CLOEXEC);
    if (status < 0 || ftruncate(status, sizeof *child->status) != 0 || pipe2(ends, O_CLOEXEC) != 0) goto failed;
    child->status = mmap(NULL, sizeof *child->status, PROT_READ | PROT_WRITE, MAP_SHARED, status, 0);
    kept_file = above(file);
    kept_output = above(ends[1]);
    kept_status = above(status);
    if (child->status == MAP_FAILED || kept_file < 0 || kept_output < 0 || kept_status < 0) goto failed;
    lseek(kept_file, 0, SEEK_SET);
    if (spawn(&child->process, kept_file, kept_output, kept_status, sheet) != 0) goto failed;
    close(kept_file), close(kept_output), close(kept_status), close(status), close(ends[1]);
    child->output = ends[0];
    return child;
failed:
    for (int index = 0; index < 2; index++) if (ends[index] >= 0) close(ends[index]);
    if (status >= 0) close(status);
    if (kept_file >= 0) close(kept_file);
    if (kept_output >= 0) close(kept_output);
    if (kept_status >= 0) close(kept_status);
    tl_workbook_finish(child);
    return NULL;
}

ssize_t tl_workbook_read(tl_workbook_process *child, void *bytes, size_t capacity) {
    for (;;) {
        ssize_t count = read(child->output, bytes, capacity);
        if (count >= 0 || errno != EINTR) return count;
    }
}

void tl_workbook_status_now(const tl_workbook_process *child, tl_workbook_status *status) {
    // The other process may be anybody's by now: texts end where they must.
    memcpy(status, child->status, sizeof *status);
    status->detail[sizeof status->detail - 1] = '\0';
    status->sheet[sizeof status->sheet - 1] = '\0';
    status->sheets[sizeof status->sheets - 1] = '\0';
}

int tl_workbook_end(tl_workbook_process *child) {
    if (child->process <= 0) return 0;
    int status = 0;
    pid_t process = child->process;
    child->process = 0;
    while (waitpid(process, &status, 0) < 0) if (errno != EINTR) return 0;
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

void tl_workbook_finish(tl_workbook_process *child) {
    if (child == NULL) return;
    if (child->output >= 0) close(child->output);
    if (child->process > 0) kill(child->process, SIGKILL);
    tl_workbook_end(child);
    if (child->status != MAP_FAILED) munmap(child->status, sizeof *child->status);
    free(child);
}
