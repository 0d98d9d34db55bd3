// A terminal emulator's screen for tests, over libvterm: bytes in, cells out.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct CVScreen CVScreen;

CVScreen *cv_new(int rows, int columns);
void cv_free(CVScreen *screen);
void cv_resize(CVScreen *screen, int rows, int columns);
void cv_write(CVScreen *screen, const uint8_t *bytes, size_t count);
/// The code points of a cell (at most 6), 0-terminated; returns the cell's width: 1 or 2, 0 for a continuation.
int cv_cell(const CVScreen *screen, int row, int column, uint32_t characters[7]);
/// Bit 0 bold, 1 underline, 2 reverse, 3 the background is not the default.
int cv_attributes(const CVScreen *screen, int row, int column);
void cv_cursor(const CVScreen *screen, int *row, int *column, int *visible);
/// True while the program shows the alternate screen.
int cv_alternate(const CVScreen *screen);
/// Bytes the emulator answers (cursor reports and the like); returns how many were copied.
size_t cv_answers(CVScreen *screen, uint8_t *buffer, size_t capacity);
