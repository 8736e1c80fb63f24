// Ways to hold a lock at a line, and not to hold one, in C. Each put is followed by a get in another thread.
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

typedef void *work(void *);

// Runs one function, and another a while later in another thread. A sleep orders nothing.
static void after(work *first, work *second, void *with) {
  pthread_t a, b;
  pthread_create(&a, 0, first, with);
  usleep(100000);
  pthread_create(&b, 0, second, with);
  pthread_join(a, 0);
  pthread_join(b, 0);
}

static void wait_a_while(void) { usleep(200000); }

static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t other_mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;

struct box {
  int plain, early, branch, two, shared, count;
};

static void *put_plain(void *p) {
  struct box *b = p;
  pthread_mutex_lock(&mu);
  b->plain = 1;
  pthread_mutex_unlock(&mu);
  wait_a_while();
  return 0;
}

static void *get_plain(void *p) {
  struct box *b = p;
  return b->plain ? p : 0;
}

// Given back before the write.
static void *put_early(void *p) {
  struct box *b = p;
  pthread_mutex_lock(&mu);
  pthread_mutex_unlock(&mu);
  b->early = 1;
  wait_a_while();
  return 0;
}

static void *get_early(void *p) {
  struct box *b = p;
  return b->early ? p : 0;
}

// Held or not, as the box says.
static void *put_branch(void *p) {
  struct box *b = p;
  if (b->count == 0)
    pthread_mutex_lock(&mu);
  b->branch = 1;
  if (b->count == 0)
    pthread_mutex_unlock(&mu);
  wait_a_while();
  return 0;
}

static void *get_branch(void *p) {
  struct box *b = p;
  return b->branch ? p : 0;
}

static void *put_two(void *p) {
  struct box *b = p;
  pthread_mutex_lock(&mu);
  b->two = 1;
  pthread_mutex_unlock(&mu);
  wait_a_while();
  return 0;
}

static void *get_two(void *p) {
  struct box *b = p;
  pthread_mutex_lock(&other_mu);
  int n = b->two;
  pthread_mutex_unlock(&other_mu);
  return n ? p : 0;
}

// Written under a lock that is held only to read.
static void *put_shared(void *p) {
  struct box *b = p;
  pthread_rwlock_rdlock(&rw);
  b->shared = 1;
  pthread_rwlock_unlock(&rw);
  wait_a_while();
  return 0;
}

static void *get_shared(void *p) {
  struct box *b = p;
  pthread_rwlock_rdlock(&rw);
  int n = b->shared;
  pthread_rwlock_unlock(&rw);
  return n ? p : 0;
}

static void *count_up(void *p) {
  struct box *b = p;
  b->count++;
  wait_a_while();
  return 0;
}

int main(void) {
  struct box *b = calloc(1, sizeof *b);
  after(put_plain, get_plain, b);
  after(put_early, get_early, b);
  after(put_branch, get_branch, b);
  after(put_two, get_two, b);
  after(put_shared, get_shared, b);
  after(count_up, count_up, b);
  free(b);
}
