#define _XOPEN_SOURCE 700
#include "CTerminal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

static const char *wanted_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (int i = 0; i < 3; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0')
            return value;
    }
    return "C";
}

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

/// Names a locale that is no other character set: the plain one, or one in UTF-8 that is not installed.
static bool may_be_utf8(const char *name)
{
    if (strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0)
        return true;
    const char *character_set = strchr(name, '.');
    return character_set != NULL
           && (strncasecmp(character_set, ".UTF-8", 6) == 0 || strncasecmp(character_set, ".utf8", 5) == 0);
}

bool ct_use_utf8(char *name, int capacity)
{
    // Only the character set: numbers are written the same everywhere.
    const char *wanted = wanted_locale();
    bool is_installed = setlocale(LC_CTYPE, "") != NULL;
    if (is_installed && is_utf8())
        return true;
    if (may_be_utf8(wanted)) {
        static const char *const known[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
        for (int i = 0; i < 3; i++)
            if (setlocale(LC_CTYPE, known[i]) != NULL && is_utf8())
                return true;
    }
    if (name != NULL && capacity > 0) {
        strncpy(name, is_installed ? nl_langinfo(CODESET) : wanted, (size_t)capacity - 1);
        name[capacity - 1] = '\0';
    }
    return false;
}

int ct_width(uint32_t code_point) { return wcwidth((wchar_t)code_point); }
