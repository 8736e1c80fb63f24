// Locks that are taken in orders that contradict each other. Nothing hangs: one thread runs after the other.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t shore = PTHREAD_MUTEX_INITIALIZER, reed = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER, ledger = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t north = PTHREAD_MUTEX_INITIALIZER, south = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t weather = PTHREAD_RWLOCK_INITIALIZER;
static int fish;

struct pond {
  pthread_mutex_t mu;
  int fish;
};
static struct pond *ponds[3];

// Two functions, two orders: which one is right nobody can tell.
static void *fill(void *p) {
  pthread_mutex_lock(&shore);
  pthread_mutex_lock(&reed);
  fish++;
  pthread_mutex_unlock(&reed);
  pthread_mutex_unlock(&shore);
  return p;
}
static void *drain(void *p) {
  pthread_mutex_lock(&reed);
  pthread_mutex_lock(&shore);
  fish--;
  pthread_mutex_unlock(&shore);
  pthread_mutex_unlock(&reed);
  return p;
}

// One order is in three functions, the other in one.
static void *enter(void *p) {
  pthread_mutex_lock(&gate);
  pthread_mutex_lock(&ledger);
  fish++;
  pthread_mutex_unlock(&ledger);
  pthread_mutex_unlock(&gate);
  return p;
}
void leave(void) {
  pthread_mutex_lock(&gate);
  pthread_mutex_lock(&ledger);
  fish--;
  pthread_mutex_unlock(&ledger);
  pthread_mutex_unlock(&gate);
}
static void *count(void *p) {
  pthread_mutex_lock(&ledger);
  pthread_mutex_lock(&gate);
  printf("%d\n", fish);
  pthread_mutex_unlock(&gate);
  pthread_mutex_unlock(&ledger);
  return p;
}

// One function takes both as it is given them.
static void both(pthread_mutex_t *a, pthread_mutex_t *b) {
  pthread_mutex_lock(a);
  pthread_mutex_lock(b);
  fish++;
  pthread_mutex_unlock(b);
  pthread_mutex_unlock(a);
}
static void *down(void *p) {
  both(&north, &south);
  return p;
}
static void *up(void *p) {
  both(&south, &north);
  return p;
}

// Three locks in a circle, none of which has a name.
static void *move(void *p) {
  long i = (long)p;
  struct pond *from = ponds[i], *to = ponds[(i + 1) % 3];
  pthread_mutex_lock(&from->mu);
  pthread_mutex_lock(&to->mu);
  to->fish++;
  pthread_mutex_unlock(&to->mu);
  pthread_mutex_unlock(&from->mu);
  return NULL;
}

// One of them is only held to read.
static void *forecast(void *p) {
  pthread_rwlock_wrlock(&weather);
  pthread_mutex_lock(&shore);
  fish++;
  pthread_mutex_unlock(&shore);
  pthread_rwlock_unlock(&weather);
  return p;
}
static void *look(void *p) {
  pthread_mutex_lock(&shore);
  pthread_rwlock_rdlock(&weather);
  fish++;
  pthread_rwlock_unlock(&weather);
  pthread_mutex_unlock(&shore);
  return p;
}

static void run(void *(*f)(void *), void *arg) {
  pthread_t t;
  pthread_create(&t, NULL, f, arg);
  pthread_join(t, NULL);
}

int main(void) {
  run(fill, NULL);
  run(drain, NULL);
  run(enter, NULL);
  leave();
  run(count, NULL);
  run(down, NULL);
  run(up, NULL);
  for (int i = 0; i < 3; i++) {
    ponds[i] = calloc(1, sizeof **ponds);
    pthread_mutex_init(&ponds[i]->mu, NULL);
  }
  for (long i = 0; i < 3; i++) run(move, (void *)i);
  run(forecast, NULL);
  run(look, NULL);
  return 0;
}
