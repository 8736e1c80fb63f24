// Makes one call of the system fail, to see what the program says then. Preloaded by `scripts/fault`:
//
//   FAULT_CALL   the call: open read pread mmap write pwrite fstat poll rename fsync fork pipe
//   FAULT_NTH    which of its calls fails, from 1; 0 for none
//   FAULT_ERRNO  the error's number
//   FAULT_COUNT  a file that is told at the end how many calls there were
//
// Calls before `main`, of the loader and of runtimes, do not count.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *wanted;
static long nth;
static int error;
static atomic_long calls;
static atomic_int is_on;
static pid_t owner;

__attribute__((constructor)) static void begin(void) {
  wanted = getenv("FAULT_CALL");
  if (wanted == NULL) return;
  nth = atol(getenv("FAULT_NTH") ? getenv("FAULT_NTH") : "0");
  error = atoi(getenv("FAULT_ERRNO") ? getenv("FAULT_ERRNO") : "5");
  owner = getpid();
  // Programs that this one starts are left alone.
  unsetenv("LD_PRELOAD");
  atomic_store(&is_on, 1);
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("FAULT_COUNT");
  if (wanted == NULL || path == NULL || getpid() != owner) return;
  atomic_store(&is_on, 0);
  FILE *file = fopen(path, "w");
  if (file != NULL) {
    fprintf(file, "%ld\n", atomic_load(&calls));
    fclose(file);
  }
}

static int fails(const char *call) {
  if (!atomic_load(&is_on) || strcmp(call, wanted) != 0) return 0;
  if (atomic_fetch_add(&calls, 1) + 1 != nth) return 0;
  errno = error;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  return fails("open") ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  return fails("open") ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int mkstemp(char *template) { return fails("open") ? -1 : REAL(mkstemp)(template); }

ssize_t read(int fd, void *bytes, size_t count) {
  return fails("read") ? -1 : syscall(SYS_read, fd, bytes, count);
}

ssize_t pread(int fd, void *bytes, size_t count, off_t at) {
  return fails("pread") ? -1 : syscall(SYS_pread64, fd, bytes, count, at);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  return fails("write") ? -1 : syscall(SYS_write, fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  return fails("pwrite") ? -1 : syscall(SYS_pwrite64, fd, bytes, count, at);
}

int fstat(int fd, struct stat *info) { return fails("fstat") ? -1 : REAL(fstat)(fd, info); }

int poll(struct pollfd *files, nfds_t count, int milliseconds) {
  return fails("poll") ? -1 : REAL(poll)(files, count, milliseconds);
}

int rename(const char *from, const char *to) { return fails("rename") ? -1 : REAL(rename)(from, to); }

int fsync(int fd) { return fails("fsync") ? -1 : REAL(fsync)(fd); }

int pipe(int ends[2]) { return fails("pipe") ? -1 : REAL(pipe)(ends); }

void *mmap(void *at, size_t count, int protection, int flags, int fd, off_t offset) {
  // Memory of its own is what a runtime cannot go on without: a file is mapped.
  if (fd >= 0 && fails("mmap")) return MAP_FAILED;
  return (void *)syscall(SYS_mmap, at, count, protection, flags, fd, offset);
}

int posix_spawnp(
    pid_t *child, const char *file, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
    char *const arguments[], char *const variables[]) {
  // It gives its error back.
  if (fails("fork")) return error;
  return REAL(posix_spawnp)(child, file, actions, attributes, arguments, variables);
}

pid_t fork(void) { return fails("fork") ? -1 : REAL(fork)(); }
