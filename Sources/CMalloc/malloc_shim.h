// What glibc's allocator can be told, which its Swift module leaves out.
#ifndef RACETUI_MALLOC_SHIM_H
#define RACETUI_MALLOC_SHIM_H

#include <malloc.h>

/// Returns blocks of at least so many bytes to the system as soon as they are freed. By default glibc keeps them once
/// one of their size was freed: an array that has grown would go on to take twice its memory.
static inline void racetui_return_blocks(int byteCount) {
#ifdef M_MMAP_THRESHOLD
  (void)mallopt(M_MMAP_THRESHOLD, byteCount);
#endif
}

#endif
