#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/// The longest an answer is waited for.
enum { PROBE_MILLISECONDS = 100, ANSWER_MAX = 256 };

/// Can you hold back a frame? How far did the ellipsis move the cursor? Asked on the second row, for an answer from the
/// first would look like F3 with Shift if it came late.
static const char question[] = "\x1b[2;1H\x1b[?2026$p\xe2\x80\xa6\x1b[6n\r\x1b[K";

static long now_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/// Takes `ESC [ prefix numbers final` out of the bytes; gives its second number, or -1 if it is not there.
static int take_answer(uint8_t *bytes, int *count, const char *prefix, const char *final)
{
    int prefix_length = (int)strlen(prefix), final_length = (int)strlen(final);
    for (int start = 0; start + prefix_length < *count; start++) {
        if (memcmp(bytes + start, prefix, (size_t)prefix_length) != 0)
            continue;
        int at = start + prefix_length, numbers[2] = {0, 0}, index = 0;
        while (at < *count && ((bytes[at] >= '0' && bytes[at] <= '9') || bytes[at] == ';')) {
            if (bytes[at] == ';')
                index = index < 1 ? index + 1 : index;
            else if (numbers[index] < 100000)
                numbers[index] = numbers[index] * 10 + (bytes[at] - '0');
            at++;
        }
        if (index == 1 && at + final_length <= *count && memcmp(bytes + at, final, (size_t)final_length) == 0) {
            int end = at + final_length;
            memmove(bytes + start, bytes + end, (size_t)(*count - end));
            *count -= end - start;
            return numbers[1];
        }
    }
    return -1;
}

int ct_probe(int input_fd, int output_fd, bool *ambiguous_is_wide, bool *synchronises, uint8_t *typed, int capacity)
{
    uint8_t bytes[ANSWER_MAX];
    int count = 0, column = -1, mode = -1;
    ct_write_all(output_fd, question, (int)sizeof question - 1);
    long deadline = now_milliseconds() + PROBE_MILLISECONDS;
    while (column < 0 && count < ANSWER_MAX) {
        long left = deadline - now_milliseconds();
        struct pollfd ready = {.fd = input_fd, .events = POLLIN};
        int result = left > 0 ? poll(&ready, 1, (int)left) : 0;
        if (result < 0 && errno == EINTR)
            continue;
        if (result <= 0)
            break;
        ssize_t got = read(input_fd, bytes + count, (size_t)(ANSWER_MAX - count));
        if (got <= 0)
            break;
        count += (int)got;
        if (mode < 0)
            mode = take_answer(bytes, &count, "\x1b[?2026", "$y");
        column = take_answer(bytes, &count, "\x1b[2", "R");
    }
    *synchronises = mode == 1 || mode == 2;
    *ambiguous_is_wide = column == 3;
    int kept = count < capacity ? count : capacity;
    memcpy(typed, bytes, (size_t)kept);
    return kept;
}
