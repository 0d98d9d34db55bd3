#include "Workbook.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <strings.h>
#include <stdlib.h>
#include <string.h>

// Whether a number is a date is only in its cell's style: 45000 with `yyyy-mm-dd` is a day of 2023.

enum { formats_max = 4096 };

typedef struct {
    unsigned id;
    tl_style style;
} number_format;

typedef struct {
    tl_workbook *book;
    number_format *formats;
    size_t count;
    bool is_in_cell_formats;
} style_reader;

/// What a format's own text makes of a number; quoted, escaped and bracketed parts say nothing, but `[h]` does.
static tl_style style_of(const char *format) {
    tl_style style = {tl_style_plain, 0};
    bool is_date = false, has_digits = false, has_percent = false, only_zeros = true;
    unsigned zeros = 0;
    for (const char *c = format; *c != '\0'; c++) {
        if (*c == ';') break;
        if (*c == '"') {
            only_zeros = false;
            for (c++; *c != '\0' && *c != '"'; c++) {}
            if (*c == '\0') break;
        } else if (*c == '\\' || *c == '_' || *c == '*') {
            only_zeros = false;
            if (c[1] != '\0') c++;
        } else if (*c == '[') {
            only_zeros = false;
            char inner = (char)tolower((unsigned char)c[1]);
            const char *end = strchr(c, ']');
            if (end == NULL) break;
            if ((inner == 'h' || inner == 'm' || inner == 's') && end - c <= 3) is_date = true;
            c = end;
        } else {
            char letter = (char)tolower((unsigned char)*c);
            if (letter == '0') zeros++;
            else only_zeros = false;
            if (letter == '0' || letter == '#' || letter == '?') has_digits = true;
            if (letter == '%') has_percent = true;
            if (strncasecmp(c, "general", 7) == 0) return style;
            if (letter == 'y' || letter == 'd' || letter == 'h' || letter == 's' || letter == 'm') is_date = true;
            if (letter == 'e' && !has_digits) is_date = true;
        }
    }
    if (is_date) style.kind = tl_style_date;
    else if (has_percent) style.kind = tl_style_percent;
    else if (only_zeros && zeros >= 2) style = (tl_style){tl_style_padded, zeros};
    return style;
}

/// The formats that have a number and no text: those of dates differ by language, and these are all of them.
static tl_style builtin(unsigned id) {
    bool is_date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    if (is_date) return (tl_style){tl_style_date, 0};
    return (tl_style){id == 9 || id == 10 ? tl_style_percent : tl_style_plain, 0};
}

static void started(void *context, const XML_Char *element, const XML_Char **attributes) {
    style_reader *reader = context;
    tl_styles *styles = &reader->book->styles;
    const char *id = tl_attribute(attributes, "numFmtId");
    if (tl_is_element(element, "numFmt")) {
        const char *code = tl_attribute(attributes, "formatCode");
        if (id == NULL || code == NULL || reader->count == formats_max) return;
        reader->formats[reader->count++] = (number_format){(unsigned)strtoul(id, NULL, 10), style_of(code)};
    } else if (tl_is_element(element, "cellXfs")) {
        reader->is_in_cell_formats = true;
    } else if (tl_is_element(element, "xf") && reader->is_in_cell_formats) {
        if (styles->count == tl_workbook_styles_max)
            tl_workbook_refuse(reader->book, TL_WORKBOOK_DAMAGED, "too many styles");
        unsigned number = id == NULL ? 0 : (unsigned)strtoul(id, NULL, 10);
        tl_style style = builtin(number);
        for (size_t index = 0; index < reader->count; index++) {
            if (reader->formats[index].id == number) style = reader->formats[index].style;
        }
        styles->styles[styles->count++] = style;
    }
}

static void ended(void *context, const XML_Char *element) {
    if (tl_is_element(element, "cellXfs")) ((style_reader *)context)->is_in_cell_formats = false;
}

void tl_workbook_read_styles(tl_workbook *book) {
    if (book->styles_path[0] == '\0') return;
    style_reader reader = {.book = book, .formats = calloc(formats_max, sizeof(number_format))};
    book->styles.styles = calloc(tl_workbook_styles_max, sizeof(tl_style));
    if (reader.formats == NULL || book->styles.styles == NULL) tl_workbook_refuse(book, TL_WORKBOOK_NO_MEMORY, NULL);
    XML_Parser parser = tl_workbook_parser(book, &reader);
    XML_SetElementHandler(parser, started, ended);
    tl_workbook_parse(book, book->styles_path, parser, false);
    free(reader.formats);
}

/// Year, month and day of a day counted from 1970-01-01 (Howard Hinnant's algorithm for the Gregorian calendar).
static void civil(long days, int *year, unsigned *month, unsigned *day) {
    days += 719468;
    long era = (days >= 0 ? days : days - 146096) / 146097;
    unsigned of_era = (unsigned)(days - era * 146097);
    unsigned year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    unsigned of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    unsigned part = (5 * of_year + 2) / 153;
    *day = of_year - (153 * part + 2) / 5 + 1;
    *month = part < 10 ? part + 3 : part - 9;
    *year = (int)(year_of_era + era * 400) + (*month <= 2);
}

static size_t date(const tl_workbook *book, double serial, char *shown) {
    double whole = floor(serial);
    long milliseconds = lround((serial - whole) * 86400000.0);
    if (milliseconds >= 86400000) {
        whole += 1;
        milliseconds -= 86400000;
    }
    long seconds = milliseconds / 1000;
    if (serial < 1 && !book->counts_from_1904)
        return (size_t)snprintf(
            shown, 64, "%02ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60, seconds % 60);
    // 1900 is taken for a leap year: serial 60 is a day that never was, and those before it are one less.
    long days = book->counts_from_1904 ? (long)whole - 24107 : (long)whole - (whole < 60 ? 25568 : 25569);
    int year;
    unsigned month, day;
    civil(days, &year, &month, &day);
    int length = snprintf(shown, 64, "%04d-%02u-%02u", year, month, day);
    if (milliseconds != 0)
        length += snprintf(
            shown + length, 64 - (size_t)length, " %02ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (milliseconds % 1000 != 0)
        length += snprintf(shown + length, 64 - (size_t)length, ".%03ld", milliseconds % 1000);
    return (size_t)length;
}

size_t tl_workbook_number(const tl_workbook *book, const char *text, unsigned index, char *shown) {
    tl_style style = index < book->styles.count ? book->styles.styles[index] : (tl_style){tl_style_plain, 0};
    char *end;
    double value = strtod(text, &end);
    if (end == text || *end != '\0' || !isfinite(value)) return 0;
    // The last day a workbook can name is in the year 9999.
    if (style.kind == tl_style_date && value >= 0 && value < 2958466) return date(book, value, shown);
    if (style.kind == tl_style_percent) return (size_t)snprintf(shown, 64, "%.15g%%", value * 100);
    bool is_whole = value == floor(value) && fabs(value) < 1e15;
    if (style.kind == tl_style_padded && is_whole && value >= 0)
        return (size_t)snprintf(shown, 64, "%0*.0f", (int)(style.digits > 30 ? 30 : style.digits), value);
    if (is_whole) return (size_t)snprintf(shown, 64, "%.0f", value);
    // Fifteen digits are what a sheet shows and what a person typed; the rest is the binary fraction's.
    return (size_t)snprintf(shown, 64, "%.15g", value);
}
