// Searches over raw bytes that need vector instructions Swift has no reliable way to ask for.
//
// Everything here works on any processor: on 32 bytes at a time with AVX2, on 16 on 64-bit ARM, else on one.
#ifndef RACETUI_BYTE_SEARCH_H
#define RACETUI_BYTE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Up to eight groups of windows, four bytes each, that a search stops at.
//
// A byte b fits place k of group g when bit g is set in both low[k][b & 15] and high[k][b >> 4].
typedef struct {
  uint8_t low[4][16];
  uint8_t high[4][16];
} byte_windows;

// The first position in from ..< end - 3 where four bytes in a row fit a group; end when there is none.
// *groups then holds a bit for each group they fit. A fit is a place to look at, not yet a match: bytes are
// told apart by halves, and the windows of one group are not kept apart.
size_t first_window(const uint8_t *bytes, size_t from, size_t end, const byte_windows *windows, uint8_t *groups);

// The first position in from ..< end that holds one of two bytes; end when there is none.
size_t first_either(const uint8_t *bytes, size_t from, size_t end, uint8_t one, uint8_t other);

// How many of the bytes from ..< end are `byte`.
size_t count_byte(const uint8_t *bytes, size_t from, size_t end, uint8_t byte);

// Whether all bytes from ..< end are printable ASCII and none of them is a `"`, a `\`, a `[` or a `&`, so that they
// mean themselves in a line of a log, and in a string of JSON.
bool all_plain(const uint8_t *bytes, size_t from, size_t end);

// Which of the bytes that other programs' markup of a line is made of are in from ..< end: a bit of mark_* for each.
// mark_control tells of bytes that are no printable ASCII.
enum {
  mark_equals = 1, mark_less = 2, mark_ampersand = 4, mark_backslash = 8, mark_number = 16, mark_quote = 32,
  mark_bracket = 64, mark_control = 128
};
uint8_t marks_in(const uint8_t *bytes, size_t from, size_t end);

// The first position in from ..< end where all of a text stands; end when there is none. The C library's memmem, which
// Swift does not see.
size_t first_text(const uint8_t *bytes, size_t from, size_t end, const uint8_t *text, size_t count);

// The same without vector instructions, for tests and for processors that have none.
size_t first_window_plain(
    const uint8_t *bytes, size_t from, size_t end, const byte_windows *windows, uint8_t *groups);
size_t first_either_plain(const uint8_t *bytes, size_t from, size_t end, uint8_t one, uint8_t other);
size_t count_byte_plain(const uint8_t *bytes, size_t from, size_t end, uint8_t byte);
bool all_plain_plain(const uint8_t *bytes, size_t from, size_t end);
uint8_t marks_in_plain(const uint8_t *bytes, size_t from, size_t end);

#endif
