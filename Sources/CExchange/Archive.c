#include "CExchange.h"

#include <minizip/zip.h>
#include <stdbool.h>
#include <stdlib.h>

struct tl_archive {
    zipFile file;
    bool has_entry, has_failed;
};

tl_archive *tl_archive_create(const char *path) {
    tl_archive *archive = calloc(1, sizeof *archive);
    if (archive == NULL) return NULL;
    archive->file = zipOpen64(path, APPEND_STATUS_CREATE);
    if (archive->file != NULL) return archive;
    free(archive);
    return NULL;
}

static bool end_entry(tl_archive *archive) {
    if (archive->has_entry && zipCloseFileInZip(archive->file) != ZIP_OK) archive->has_failed = true;
    archive->has_entry = false;
    return !archive->has_failed;
}

int tl_archive_begin(tl_archive *archive, const char *name) {
    if (!end_entry(archive)) return 0;
    // No time of day: the same content makes the same archive. The first day an archive can name stands for none.
    zip_fileinfo facts = {.tmz_date = {.tm_mday = 1, .tm_mon = 0, .tm_year = 1980}};
    archive->has_entry = zipOpenNewFileInZip64(
        archive->file, name, &facts, NULL, 0, NULL, 0, NULL, Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0) == ZIP_OK;
    if (!archive->has_entry) archive->has_failed = true;
    return archive->has_entry;
}

int tl_archive_add(tl_archive *archive, const void *bytes, size_t length) {
    if (zipWriteInFileInZip(archive->file, bytes, (unsigned)length) != ZIP_OK) archive->has_failed = true;
    return !archive->has_failed;
}

int tl_archive_finish(tl_archive *archive) {
    if (archive == NULL) return 0;
    bool is_whole = end_entry(archive);
    if (zipClose(archive->file, NULL) != ZIP_OK) is_whole = false;
    free(archive);
    return is_whole;
}
