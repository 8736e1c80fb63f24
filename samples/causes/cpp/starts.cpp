// What whoever starts a thread does before it uses what the thread uses, and what it waits for.
#include <atomic>
#include <pthread.h>
#include <unistd.h>

#include <future>
#include <mutex>
#include <thread>

struct Job {
  int n = 0;
};

std::mutex mu;
std::atomic<bool> done{false};

void nap() { usleep(20000); }

void* fill(void* job) {
  static_cast<Job*>(job)->n = 1;
  return nullptr;
}

// It goes on at once; the write may come before it or behind it.
int goes_on(Job* job) {
  std::thread thread([job] { job->n = 1; });
  int n = job->n;
  thread.join();
  return n;
}

// It sleeps in place of a join.
int sleeps(Job* job) {
  pthread_t thread;
  pthread_create(&thread, nullptr, fill, job);
  usleep(20000);
  int n = job->n;
  pthread_join(thread, nullptr);
  return n;
}

// The result is asked for behind the use.
int asks_late(Job* job) {
  auto result = std::async(std::launch::async, [job] { job->n = 1; });
  int n = job->n;
  result.get();
  return n;
}

pthread_t launch(Job* job) {
  pthread_t thread;
  pthread_create(&thread, nullptr, fill, job);
  return thread;
}

// Another function starts it.
int launches(Job* job) {
  pthread_t thread = launch(job);
  int n = job->n;
  pthread_join(thread, nullptr);
  return n;
}

// It waits for another thread.
int waits(Job* job) {
  std::thread thread([job] { job->n = 1; });
  std::thread other(nap);
  other.join();
  int n = job->n;
  thread.join();
  return n;
}

// It waits for a flag that orders nothing.
int polls(Job* job) {
  std::thread thread([job] {
    job->n = 1;
    done.store(true, std::memory_order_relaxed);
  });
  while (!done.load(std::memory_order_relaxed)) {}
  int n = job->n;
  thread.join();
  return n;
}

// It looks again and again while the thread works.
int watches(Job* job) {
  std::thread thread([job] {
    usleep(5000);
    job->n = 1;
  });
  int n = 0;
  for (int i = 0; i < 8; i++) {
    usleep(5000);
    n += job->n;
  }
  thread.join();
  return n;
}

// It takes a lock that the thread does not take.
int locks(Job* job) {
  std::thread thread([job] { job->n = 1; });
  nap();
  std::lock_guard<std::mutex> guard(mu);
  int n = job->n;
  thread.detach();
  return n;
}

// The end of the block waits, for the other thread.
int leaves(Job* job) {
  std::thread thread([job] {
    nap();
    job->n = 1;
  });
  {
    auto other = std::async(std::launch::async, nap);
    (void)other;
  }
  int n = job->n;
  thread.join();
  return n;
}

// The thread is started before what it reads is set.
void sets_late(Job* job) {
  std::thread thread([job] {
    nap();
    (void)*static_cast<volatile int*>(&job->n);
  });
  job->n = 2;
  thread.join();
}

// What the starter then calls is meant to end the thread.
struct Loop {
  bool on = true;
  std::thread thread;
  void run() {
    while (on) usleep(1000);
  }
  void start() { thread = std::thread(&Loop::run, this); }
  void stop() {
    on = false;
    thread.join();
  }
};

void ends() {
  static Loop loop;
  loop.start();
  nap();
  loop.stop();
}

// The thread frees what its starter still uses.
int frees(Job* job) {
  std::thread thread([job] { delete job; });
  usleep(20000);
  int n = job->n;
  thread.join();
  return n;
}

// Freed behind the use, and not ordered with it: either may come first.
void frees_late(Job* job) {
  std::thread thread([job] { job->n = 1; });
  nap();
  delete job;
  thread.join();
}

int main() {
  static Job jobs[10];
  int n = goes_on(&jobs[0]) + sleeps(&jobs[1]) + asks_late(&jobs[2]) + launches(&jobs[3]);
  n += waits(&jobs[4]) + polls(&jobs[5]) + watches(&jobs[6]) + locks(&jobs[7]) + leaves(&jobs[8]);
  sets_late(&jobs[9]);
  ends();
  n += frees(new Job);
  frees_late(new Job);
  return n == -1;
}
