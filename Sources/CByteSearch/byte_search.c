#define _GNU_SOURCE
#include "byte_search.h"

#include <string.h>

size_t first_text(const uint8_t *bytes, size_t from, size_t end, const uint8_t *text, size_t count) {
  const uint8_t *found = memmem(bytes + from, end - from, text, count);
  return found ? (size_t)(found - bytes) : end;
}

static inline uint8_t groups_at(const uint8_t *bytes, const byte_windows *windows) {
  uint8_t groups = 0xFF;
  for (int place = 0; place < 4 && groups; place++) {
    uint8_t byte = bytes[place];
    groups &= windows->low[place][byte & 15] & windows->high[place][byte >> 4];
  }
  return groups;
}

size_t first_window_plain(
    const uint8_t *bytes, size_t from, size_t end, const byte_windows *windows, uint8_t *groups) {
  for (size_t position = from; position + 4 <= end; position++) {
    uint8_t found = groups_at(bytes + position, windows);
    if (found) {
      *groups = found;
      return position;
    }
  }
  *groups = 0;
  return end;
}

size_t first_either_plain(const uint8_t *bytes, size_t from, size_t end, uint8_t one, uint8_t other) {
  size_t position = from;
  while (position < end && bytes[position] != one && bytes[position] != other) position++;
  return position;
}

size_t count_byte_plain(const uint8_t *bytes, size_t from, size_t end, uint8_t byte) {
  size_t count = 0;
  for (size_t position = from; position < end; position++) count += bytes[position] == byte;
  return count;
}

bool all_plain_plain(const uint8_t *bytes, size_t from, size_t end) {
  for (size_t position = from; position < end; position++) {
    uint8_t byte = bytes[position];
    if (byte < 0x20 || byte >= 0x7F || byte == '"' || byte == '\\' || byte == '[' || byte == '&') return false;
  }
  return true;
}

uint8_t marks_in_plain(const uint8_t *bytes, size_t from, size_t end) {
  uint8_t marks = 0;
  for (size_t position = from; position < end; position++) {
    switch (bytes[position]) {
      case '=': marks |= mark_equals; break;
      case '<': marks |= mark_less; break;
      case '&': marks |= mark_ampersand; break;
      case '\\': marks |= mark_backslash; break;
      case '#': marks |= mark_number; break;
      case '"': marks |= mark_quote; break;
      case '[': marks |= mark_bracket; break;
      default:
        if (bytes[position] < 0x20 || bytes[position] >= 0x7F) marks |= mark_control;
    }
  }
  return marks;
}

#if defined(__x86_64__)
#include <immintrin.h>

#define WITH_AVX2 __attribute__((target("avx2")))

// Which groups the 32 bytes at `bytes` fit at one place: two table look-ups, by the halves of each byte.
WITH_AVX2 static inline __m256i groups_of(const uint8_t *bytes, __m256i low, __m256i high) {
  const __m256i half = _mm256_set1_epi8(0x0F);
  __m256i chunk = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i lower = _mm256_and_si256(chunk, half);
  __m256i upper = _mm256_and_si256(_mm256_srli_epi16(chunk, 4), half);
  return _mm256_and_si256(_mm256_shuffle_epi8(low, lower), _mm256_shuffle_epi8(high, upper));
}

WITH_AVX2 static inline __m256i table(const uint8_t *halves) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)halves));
}

WITH_AVX2 static size_t first_window_avx2(
    const uint8_t *bytes, size_t from, size_t end, const byte_windows *windows, uint8_t *groups) {
  const __m256i none = _mm256_setzero_si256();
  __m256i low[4], high[4];
  for (int place = 0; place < 4; place++) {
    low[place] = table(windows->low[place]);
    high[place] = table(windows->high[place]);
  }
  size_t position = from;
  while (position + 35 <= end) {
    const uint8_t *here = bytes + position;
    __m256i fit = _mm256_and_si256(
        _mm256_and_si256(groups_of(here, low[0], high[0]), groups_of(here + 1, low[1], high[1])),
        _mm256_and_si256(groups_of(here + 2, low[2], high[2]), groups_of(here + 3, low[3], high[3])));
    uint32_t misses = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(fit, none));
    if (misses != UINT32_MAX) {
      position += (size_t)__builtin_ctz(~misses);
      *groups = groups_at(bytes + position, windows);
      return position;
    }
    position += 32;
  }
  return first_window_plain(bytes, position, end, windows, groups);
}

WITH_AVX2 static size_t count_byte_avx2(const uint8_t *bytes, size_t from, size_t end, uint8_t byte) {
  const __m256i pattern = _mm256_set1_epi8((char)byte);
  const __m256i none = _mm256_setzero_si256();
  __m256i total = none;
  size_t position = from;
  while (position + 32 <= end) {
    // Each byte of `sums` counts one column, of 255 rows at most.
    size_t rows = (end - position) / 32;
    if (rows > 255) rows = 255;
    __m256i sums = none;
    for (size_t row = 0; row < rows; row++, position += 32) {
      __m256i chunk = _mm256_loadu_si256((const __m256i *)(bytes + position));
      sums = _mm256_sub_epi8(sums, _mm256_cmpeq_epi8(chunk, pattern));
    }
    total = _mm256_add_epi64(total, _mm256_sad_epu8(sums, none));
  }
  uint64_t parts[4];
  _mm256_storeu_si256((__m256i *)parts, total);
  return parts[0] + parts[1] + parts[2] + parts[3] + count_byte_plain(bytes, position, end, byte);
}

WITH_AVX2 static inline __m256i places_of_either(const uint8_t *bytes, __m256i one, __m256i other) {
  __m256i chunk = _mm256_loadu_si256((const __m256i *)bytes);
  return _mm256_or_si256(_mm256_cmpeq_epi8(chunk, one), _mm256_cmpeq_epi8(chunk, other));
}

WITH_AVX2 static size_t first_either_avx2(
    const uint8_t *bytes, size_t from, size_t end, uint8_t one, uint8_t other) {
  const __m256i first = _mm256_set1_epi8((char)one), second = _mm256_set1_epi8((char)other);
  size_t position = from;
  for (; position + 128 <= end; position += 128) {
    const uint8_t *here = bytes + position;
    __m256i found = _mm256_or_si256(
        _mm256_or_si256(places_of_either(here, first, second), places_of_either(here + 32, first, second)),
        _mm256_or_si256(places_of_either(here + 64, first, second), places_of_either(here + 96, first, second)));
    if (!_mm256_testz_si256(found, found)) break;
  }
  return first_either_plain(bytes, position, end, one, other);
}

size_t first_either(const uint8_t *bytes, size_t from, size_t end, uint8_t one, uint8_t other) {
  if (__builtin_cpu_supports("avx2")) return first_either_avx2(bytes, from, end, one, other);
  return first_either_plain(bytes, from, end, one, other);
}

size_t first_window(const uint8_t *bytes, size_t from, size_t end, const byte_windows *windows, uint8_t *groups) {
  if (__builtin_cpu_supports("avx2")) return first_window_avx2(bytes, from, end, windows, groups);
  return first_window_plain(bytes, from, end, windows, groups);
}

size_t count_byte(const uint8_t *bytes, size_t from, size_t end, uint8_t byte) {
  if (__builtin_cpu_supports("avx2")) return count_byte_avx2(bytes, from, end, byte);
  return count_byte_plain(bytes, from, end, byte);
}

// Every x86-64 processor has these instructions.
static inline bool are_plain(const uint8_t *bytes) {
  __m128i chunk = _mm_loadu_si128((const __m128i *)bytes);
  // Bytes of 0x80 and more are negative here.
  __m128i printable = _mm_cmpgt_epi8(chunk, _mm_set1_epi8(0x1F));
  __m128i marks = _mm_or_si128(
      _mm_or_si128(_mm_cmpeq_epi8(chunk, _mm_set1_epi8('"')), _mm_cmpeq_epi8(chunk, _mm_set1_epi8('\\'))),
      _mm_or_si128(_mm_cmpeq_epi8(chunk, _mm_set1_epi8('[')), _mm_cmpeq_epi8(chunk, _mm_set1_epi8('&'))));
  marks = _mm_or_si128(marks, _mm_cmpeq_epi8(chunk, _mm_set1_epi8(0x7F)));
  return _mm_movemask_epi8(_mm_andnot_si128(marks, printable)) == 0xFFFF;
}

typedef __m128i chunk;

static inline chunk chunk_at(const uint8_t *bytes) { return _mm_loadu_si128((const __m128i *)bytes); }
static inline chunk either(chunk one, chunk other) { return _mm_or_si128(one, other); }
static inline chunk places_of(chunk bytes, char byte) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte)); }
static inline bool are_some(chunk places) { return _mm_movemask_epi8(places) != 0; }
// Bytes of 0x80 and more are negative here.
static inline chunk controls_of(chunk bytes) {
  return _mm_or_si128(_mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20)), places_of(bytes, 0x7F));
}

#elif defined(__aarch64__)
#include <arm_neon.h>

static inline bool are_plain(const uint8_t *bytes) {
  uint8x16_t chunk = vld1q_u8(bytes);
  uint8x16_t printable = vandq_u8(vcgtq_u8(chunk, vdupq_n_u8(0x1F)), vcltq_u8(chunk, vdupq_n_u8(0x7F)));
  uint8x16_t marks = vorrq_u8(
      vorrq_u8(vceqq_u8(chunk, vdupq_n_u8('"')), vceqq_u8(chunk, vdupq_n_u8('\\'))),
      vorrq_u8(vceqq_u8(chunk, vdupq_n_u8('[')), vceqq_u8(chunk, vdupq_n_u8('&'))));
  return vminvq_u8(vbicq_u8(printable, marks)) == 0xFF;
}

typedef uint8x16_t chunk;

static inline chunk chunk_at(const uint8_t *bytes) { return vld1q_u8(bytes); }
static inline chunk either(chunk one, chunk other) { return vorrq_u8(one, other); }
static inline chunk places_of(chunk bytes, char byte) { return vceqq_u8(bytes, vdupq_n_u8((uint8_t)byte)); }
static inline bool are_some(chunk places) { return vmaxvq_u8(places) != 0; }
static inline chunk controls_of(chunk bytes) {
  return vorrq_u8(vcltq_u8(bytes, vdupq_n_u8(0x20)), vcgeq_u8(bytes, vdupq_n_u8(0x7F)));
}

static inline uint8x16_t groups_of(const uint8_t *bytes, uint8x16_t low, uint8x16_t high) {
  uint8x16_t chunk = vld1q_u8(bytes);
  return vandq_u8(vqtbl1q_u8(low, vandq_u8(chunk, vdupq_n_u8(0x0F))), vqtbl1q_u8(high, vshrq_n_u8(chunk, 4)));
}

size_t first_window(const uint8_t *bytes, size_t from, size_t end, const byte_windows *windows, uint8_t *groups) {
  uint8x16_t low[4], high[4];
  for (int place = 0; place < 4; place++) {
    low[place] = vld1q_u8(windows->low[place]);
    high[place] = vld1q_u8(windows->high[place]);
  }
  size_t position = from;
  while (position + 19 <= end) {
    const uint8_t *here = bytes + position;
    uint8x16_t fit = vandq_u8(
        vandq_u8(groups_of(here, low[0], high[0]), groups_of(here + 1, low[1], high[1])),
        vandq_u8(groups_of(here + 2, low[2], high[2]), groups_of(here + 3, low[3], high[3])));
    // One of the 16 fits: the plain search says which.
    if (vmaxvq_u8(fit)) break;
    position += 16;
  }
  return first_window_plain(bytes, position, end, windows, groups);
}

size_t first_either(const uint8_t *bytes, size_t from, size_t end, uint8_t one, uint8_t other) {
  size_t position = from;
  for (; position + 16 <= end; position += 16) {
    chunk here = chunk_at(bytes + position);
    if (are_some(either(places_of(here, (char)one), places_of(here, (char)other)))) break;
  }
  return first_either_plain(bytes, position, end, one, other);
}

size_t count_byte(const uint8_t *bytes, size_t from, size_t end, uint8_t byte) {
  size_t count = 0;
  size_t position = from;
  while (position + 16 <= end) {
    // Each byte of `sums` counts one column, of 255 rows at most.
    size_t rows = (end - position) / 16;
    if (rows > 255) rows = 255;
    uint8x16_t sums = vdupq_n_u8(0);
    for (size_t row = 0; row < rows; row++, position += 16)
      sums = vsubq_u8(sums, vceqq_u8(vld1q_u8(bytes + position), vdupq_n_u8(byte)));
    count += vaddlvq_u8(sums);
  }
  return count + count_byte_plain(bytes, position, end, byte);
}

#else

size_t first_either(const uint8_t *bytes, size_t from, size_t end, uint8_t one, uint8_t other) {
  return first_either_plain(bytes, from, end, one, other);
}

size_t first_window(const uint8_t *bytes, size_t from, size_t end, const byte_windows *windows, uint8_t *groups) {
  return first_window_plain(bytes, from, end, windows, groups);
}

size_t count_byte(const uint8_t *bytes, size_t from, size_t end, uint8_t byte) {
  return count_byte_plain(bytes, from, end, byte);
}

#endif

#if defined(__x86_64__) || defined(__aarch64__)
bool all_plain(const uint8_t *bytes, size_t from, size_t end) {
  if (from > end || end - from < 16) return all_plain_plain(bytes, from, end);
  for (size_t position = from; position + 16 <= end; position += 16) {
    if (!are_plain(bytes + position)) return false;
  }
  // What is left, and some bytes that were looked at before.
  return are_plain(bytes + end - 16);
}

uint8_t marks_in(const uint8_t *bytes, size_t from, size_t end) {
  if (from > end || end - from < 16) return marks_in_plain(bytes, from, end);
  // In the order of their bits.
  static const char marks[] = {'=', '<', '&', '\\', '#', '"', '['};
  enum { count = sizeof marks };
  // What is left at the end, and some bytes that are looked at twice.
  chunk here = chunk_at(bytes + end - 16);
  chunk controls = controls_of(here);
  chunk found[count];
  for (int mark = 0; mark < count; mark++) found[mark] = places_of(here, marks[mark]);
  for (size_t position = from; position + 16 <= end; position += 16) {
    here = chunk_at(bytes + position);
    controls = either(controls, controls_of(here));
    for (int mark = 0; mark < count; mark++) found[mark] = either(found[mark], places_of(here, marks[mark]));
  }
  uint8_t result = are_some(controls) ? mark_control : 0;
  for (int mark = 0; mark < count; mark++) result |= (uint8_t)(are_some(found[mark]) << mark);
  return result;
}
#else
bool all_plain(const uint8_t *bytes, size_t from, size_t end) { return all_plain_plain(bytes, from, end); }

uint8_t marks_in(const uint8_t *bytes, size_t from, size_t end) { return marks_in_plain(bytes, from, end); }
#endif
