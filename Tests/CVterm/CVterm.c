#include "CVterm.h"
#include <stdlib.h>
#include <string.h>
#include <vterm.h>

struct CVScreen {
    VTerm *terminal;
    VTermScreen *screen;
    int visible;
    int alternate;
};

static int property_changed(VTermProp property, VTermValue *value, void *user) {
    CVScreen *screen = user;
    if (property == VTERM_PROP_CURSORVISIBLE) screen->visible = value->boolean;
    if (property == VTERM_PROP_ALTSCREEN) screen->alternate = value->boolean;
    return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = property_changed};

CVScreen *cv_new(int rows, int columns) {
    CVScreen *screen = calloc(1, sizeof *screen);
    if (!screen) return NULL;
    screen->visible = 1;
    screen->terminal = vterm_new(rows, columns);
    vterm_set_utf8(screen->terminal, 1);
    screen->screen = vterm_obtain_screen(screen->terminal);
    vterm_screen_set_callbacks(screen->screen, &callbacks, screen);
    vterm_screen_enable_altscreen(screen->screen, 1);
    vterm_screen_reset(screen->screen, 1);
    return screen;
}

void cv_free(CVScreen *screen) {
    if (!screen) return;
    vterm_free(screen->terminal);
    free(screen);
}

void cv_resize(CVScreen *screen, int rows, int columns) { vterm_set_size(screen->terminal, rows, columns); }

void cv_write(CVScreen *screen, const uint8_t *bytes, size_t count) {
    vterm_input_write(screen->terminal, (const char *)bytes, count);
    vterm_screen_flush_damage(screen->screen);
}

int cv_cell(const CVScreen *screen, int row, int column, uint32_t characters[7]) {
    VTermScreenCell cell;
    memset(characters, 0, 7 * sizeof *characters);
    if (!vterm_screen_get_cell(screen->screen, (VTermPos){row, column}, &cell)) return 1;
    if (cell.chars[0] == (uint32_t)-1) return 0;
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && i < 6; i++) characters[i] = cell.chars[i];
    return cell.width;
}

int cv_attributes(const CVScreen *screen, int row, int column) {
    VTermScreenCell cell;
    if (!vterm_screen_get_cell(screen->screen, (VTermPos){row, column}, &cell)) return 0;
    return (cell.attrs.bold ? 1 : 0) | (cell.attrs.underline ? 2 : 0) | (cell.attrs.reverse ? 4 : 0) |
           (VTERM_COLOR_IS_DEFAULT_BG(&cell.bg) ? 0 : 8);
}

void cv_cursor(const CVScreen *screen, int *row, int *column, int *visible) {
    VTermPos position;
    vterm_state_get_cursorpos(vterm_obtain_state(screen->terminal), &position);
    *row = position.row;
    *column = position.col;
    *visible = screen->visible;
}

int cv_alternate(const CVScreen *screen) { return screen->alternate; }

size_t cv_answers(CVScreen *screen, uint8_t *buffer, size_t capacity) {
    return vterm_output_read(screen->terminal, (char *)buffer, capacity);
}
