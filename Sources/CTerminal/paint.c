#define _GNU_SOURCE
#include "screen.h"

#include <string.h>
#include <wchar.h>

/// A blank cell in each look, ready to be given a character.
static cchar_t looks[CT_STYLES_MAX];
static int looks_count;
static cchar_t row_cells[CT_COLUMNS_MAX];

static const char frame_begin[] = "\x1b[?2026h";
static const char frame_end[] = "\x1b[?2026l";

static attr_t attributes_of(uint8_t bits)
{
    attr_t attributes = A_NORMAL;
    if (bits & CT_BOLD)
        attributes |= A_BOLD;
    if (bits & CT_DIM)
        attributes |= A_DIM;
    if (bits & CT_ITALIC)
        attributes |= A_ITALIC;
    if (bits & CT_UNDERLINE)
        attributes |= A_UNDERLINE;
    if (bits & CT_REVERSE)
        attributes |= A_REVERSE;
    return attributes;
}

/// A colour above what the terminal has makes init_extended_pair fail and the text black on black.
static int clamped(int16_t colour) { return colour >= 0 && colour < COLORS ? colour : -1; }

/// The pair of an earlier look with the same colours, a new one, or 0 where there are no more.
static int pair_of(const ct_style *styles, int index)
{
    int foreground = clamped(styles[index].foreground), background = clamped(styles[index].background);
    if (!has_colors() || (foreground < 0 && background < 0))
        return 0;
    for (int i = 0; i < index; i++)
        if (clamped(styles[i].foreground) == foreground && clamped(styles[i].background) == background)
            return looks[i].ext_color;
    int pair = index + 1;
    return pair < COLOR_PAIRS && init_extended_pair(pair, foreground, background) != ERR ? pair : 0;
}

void ct_set_styles(const ct_style *styles, int count)
{
    static const wchar_t space[] = L" ";
    looks_count = count < CT_STYLES_MAX ? count : CT_STYLES_MAX;
    for (int i = 0; i < looks_count; i++) {
        int pair = pair_of(styles, i);
        if (setcchar(&looks[i], space, attributes_of(styles[i].attributes), 0, &pair) == ERR)
            memset(&looks[i], 0, sizeof looks[i]), looks[i].chars[0] = L' ';
    }
    if (looks_count > 0 && ct_screen.erases_in_colour)
        wbkgrndset(stdscr, &looks[0]);
    werase(stdscr);
    ct_invalidate();
}

/// What libc, and so ncurses, would lay out in another width than ours stays out of the row.
static uint32_t checked(const ct_cell *cell)
{
    uint32_t base = cell->text[0];
    if ((base >= 0x20 && base < 0x7F) || (base >= 0x4E00 && base <= 0x9FFF))
        return base;
    if (wcwidth((wchar_t)base) == cell->width)
        return base;
    return cell->width == 2 ? 0x3013 : '?';
}

void ct_paint_row(int row, const ct_cell *cells, int count)
{
    if (ct_screen.handle == NULL || looks_count == 0)
        return;
    if (count > CT_COLUMNS_MAX)
        count = CT_COLUMNS_MAX;
    for (int i = 0; i < count; i++) {
        const ct_cell *cell = &cells[i];
        cchar_t *place = &row_cells[i];
        *place = looks[cell->style < looks_count ? cell->style : 0];
        place->chars[0] = (wchar_t)checked(cell);
        for (int mark = 1; mark < CCHARW_MAX && cell->text[mark] != 0; mark++)
            place->chars[mark] = (wchar_t)cell->text[mark];
    }
    mvwadd_wchnstr(stdscr, row, 0, row_cells, count);
}

void ct_flush(int row, int column, bool changes)
{
    if (ct_screen.handle == NULL || ct_screen.is_suspended)
        return;
    bool is_held = changes && ct_screen.synchronises;
    if (is_held)
        ct_write_all(ct_screen.output_fd, frame_begin, (int)sizeof frame_begin - 1);
    curs_set(row >= 0 ? 1 : 0);
    if (row >= 0)
        wmove(stdscr, row, column);
    wnoutrefresh(stdscr);
    doupdate();
    if (is_held)
        ct_write_all(ct_screen.output_fd, frame_end, (int)sizeof frame_end - 1);
}

void ct_copy(const char *base64, int length)
{
    if (ct_screen.handle == NULL || ct_screen.is_suspended || length > CT_COPY_BYTES_MAX)
        return;
    ct_write_all(ct_screen.output_fd, "\x1b]52;c;", 7);
    ct_write_all(ct_screen.output_fd, base64, length);
    ct_write_all(ct_screen.output_fd, "\a", 1);
}

void ct_invalidate(void)
{
    if (ct_screen.handle != NULL)
        clearok(curscr, TRUE);
}
