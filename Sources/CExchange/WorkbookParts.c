#include "Workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// Relations say where parts are; the workbook's own part names its sheets by them.

typedef struct {
    tl_workbook *book;
    const char *folder;
    const char *wanted_id;
    char *found_path;
    size_t found_capacity;
} relation_search;

typedef struct {
    tl_workbook *book;
    const char *wanted;
    unsigned wanted_number, count, visible_count;
    bool is_found;
    char relation[128];
} sheet_search;

static bool ends_with(const char *text, const char *end) {
    size_t length = strlen(text), end_length = strlen(end);
    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

/// The target from the folder of the part that names it; refuses to leave the package.
static void resolve(tl_workbook *book, const char *folder, const char *target, char *path, size_t capacity) {
    if (strstr(target, "..") != NULL || strstr(target, "://") != NULL)
        tl_workbook_refuse(book, TL_WORKBOOK_EXTERNAL, target);
    int written = target[0] == '/' ? snprintf(path, capacity, "%s", target + 1)
                                   : snprintf(path, capacity, "%s%s", folder, target);
    if (written < 0 || (size_t)written >= capacity) tl_workbook_refuse(book, TL_WORKBOOK_DAMAGED, "relation");
}

static void relation_started(void *context, const XML_Char *element, const XML_Char **attributes) {
    relation_search *search = context;
    if (!tl_is_element(element, "Relationship")) return;
    const char *id = tl_attribute(attributes, "Id"), *type = tl_attribute(attributes, "Type");
    const char *target = tl_attribute(attributes, "Target"), *mode = tl_attribute(attributes, "TargetMode");
    if (mode != NULL && strcasecmp(mode, "External") == 0)
        tl_workbook_refuse(search->book, TL_WORKBOOK_EXTERNAL, target == NULL ? "" : target);
    if (id == NULL || type == NULL || target == NULL) return;
    tl_workbook *book = search->book;
    if (search->wanted_id == NULL) {
        if (ends_with(type, "/officeDocument"))
            resolve(book, search->folder, target, search->found_path, search->found_capacity);
        return;
    }
    if (strcmp(id, search->wanted_id) == 0)
        resolve(book, search->folder, target, book->sheet_path, sizeof book->sheet_path);
    if (ends_with(type, "/sharedStrings"))
        resolve(book, search->folder, target, book->strings_path, sizeof book->strings_path);
    if (ends_with(type, "/styles"))
        resolve(book, search->folder, target, book->styles_path, sizeof book->styles_path);
}

static void workbook_started(void *context, const XML_Char *element, const XML_Char **attributes) {
    sheet_search *search = context;
    if (tl_is_element(element, "workbookPr")) {
        const char *flag = tl_attribute(attributes, "date1904");
        search->book->counts_from_1904 = flag != NULL && (strcmp(flag, "1") == 0 || strcmp(flag, "true") == 0);
    }
    if (!tl_is_element(element, "sheet")) return;
    const char *name = tl_attribute(attributes, "name"), *state = tl_attribute(attributes, "state");
    const char *id = NULL;
    for (const char **attribute = attributes; *attribute != NULL; attribute += 2) {
        if (ends_with(attribute[0], ":id")) id = attribute[1];
    }
    if (name == NULL || id == NULL) return;
    if (++search->count > tl_workbook_sheets_max) tl_workbook_refuse(search->book, TL_WORKBOOK_DAMAGED, "sheets");
    tl_workbook_status *status = search->book->status;
    // The names of all sheets are shown, so that another can be chosen.
    size_t used = strlen(status->sheets);
    if (used + strlen(name) + 2 < sizeof status->sheets)
        snprintf(status->sheets + used, sizeof status->sheets - used, "%s%s", used == 0 ? "" : "\n", name);
    bool is_visible = state == NULL || strcmp(state, "visible") == 0;
    bool is_wanted = search->wanted[0] == '\0' ? is_visible && search->visible_count == 0
                                               : strcmp(name, search->wanted) == 0;
    bool is_numbered = search->wanted_number != 0 && search->count == search->wanted_number && !search->is_found;
    if (is_visible) search->visible_count++;
    // Without a visible sheet the first one has to do.
    if (!is_wanted && !is_numbered && !(search->wanted[0] == '\0' && search->count == 1)) return;
    snprintf(search->relation, sizeof search->relation, "%s", id);
    snprintf(status->sheet, sizeof status->sheet, "%s", name);
    if (is_wanted) search->is_found = true;
}

void tl_workbook_open(tl_workbook *book, const char *sheet) {
    char workbook_path[512] = "";
    relation_search root = {.book = book, .folder = "", .found_path = workbook_path, .found_capacity = 512};
    XML_Parser parser = tl_workbook_parser(book, &root);
    XML_SetStartElementHandler(parser, relation_started);
    if (!tl_workbook_parse(book, "_rels/.rels", parser, false) || workbook_path[0] == '\0')
        tl_workbook_refuse(book, TL_WORKBOOK_NOT_ONE, NULL);

    sheet_search sheets = {.book = book, .wanted = sheet, .wanted_number = (unsigned)strtoul(sheet, NULL, 10)};
    parser = tl_workbook_parser(book, &sheets);
    XML_SetStartElementHandler(parser, workbook_started);
    if (!tl_workbook_parse(book, workbook_path, parser, false)) tl_workbook_refuse(book, TL_WORKBOOK_NOT_ONE, NULL);
    if (sheets.relation[0] == '\0') tl_workbook_refuse(book, TL_WORKBOOK_NO_SHEET, sheet);

    char *slash = strrchr(workbook_path, '/');
    char folder[512] = "", relations[1100];
    if (slash != NULL) snprintf(folder, sizeof folder, "%.*s", (int)(slash - workbook_path + 1), workbook_path);
    snprintf(
        relations, sizeof relations, "%s_rels/%s.rels", folder, slash == NULL ? workbook_path : slash + 1);
    relation_search parts = {.book = book, .folder = folder, .wanted_id = sheets.relation};
    parser = tl_workbook_parser(book, &parts);
    XML_SetStartElementHandler(parser, relation_started);
    if (!tl_workbook_parse(book, relations, parser, false) || book->sheet_path[0] == '\0')
        tl_workbook_refuse(book, TL_WORKBOOK_DAMAGED, relations);
}
