// Files that are part of the program.
#ifndef RACETUI_DEMO_H
#define RACETUI_DEMO_H

#include <stddef.h>
#include <stdint.h>

// A file: where it is below the sample's folder, and what is in it.
typedef struct {
  const char *path;
  const uint8_t *bytes;
  size_t count;
} demo_file;

// How many files there are; the first is the log.
extern const size_t demo_file_count;

// One of them, counted from 0.
const demo_file *demo_file_at(size_t number);

#endif
