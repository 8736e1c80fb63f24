// Ways to hold a lock at a line, and not to hold one, in C++. Each put is followed by a get in another thread.
#include <pthread.h>
#include <unistd.h>

#include <mutex>
#include <shared_mutex>

template <typename Work>
void* run(void* work) {
  (*static_cast<Work*>(work))();
  return nullptr;
}

// Runs one function, and another a while later in another thread. A sleep orders nothing.
template <typename First, typename Second>
void after(First first, Second second) {
  pthread_t a, b;
  pthread_create(&a, nullptr, run<First>, &first);
  usleep(20000);
  pthread_create(&b, nullptr, run<Second>, &second);
  pthread_join(a, nullptr);
  pthread_join(b, nullptr);
}

struct Guarded {
  std::mutex mu;
  int n = 0;
  void put(int v) {
    std::lock_guard<std::mutex> guard(mu);
    n = v;
  }
  int get() { return n; }
};

// The guard's block ends before the write.
struct Early {
  std::mutex mu;
  bool seen = false;
  int n = 0;
  void put(int v) {
    {
      std::lock_guard<std::mutex> guard(mu);
      seen = true;
    }
    n = v;
  }
  int get() { return n; }
};

// A guard without a name is gone at once.
struct Nameless {
  std::mutex mu;
  int n = 0;
  void put(int v) {
    std::lock_guard<std::mutex>{mu};
    n = v;
  }
  int get() { return n; }
};

struct Unique {
  std::mutex mu;
  int n = 0;
  void put(int v) {
    std::unique_lock<std::mutex> lock(mu);
    lock.unlock();
    n = v;
  }
  int get() {
    std::unique_lock<std::mutex> lock(mu);
    return n;
  }
};

struct Shared {
  std::shared_mutex mu;
  int n = 0;
  void put(int v) {
    std::shared_lock<std::shared_mutex> lock(mu);
    n = v;
  }
  int get() {
    std::shared_lock<std::shared_mutex> lock(mu);
    return n;
  }
};

struct Two {
  std::mutex in, out;
  int n = 0;
  void put(int v) {
    std::lock_guard<std::mutex> guard(in);
    n = v;
  }
  int get() {
    std::lock_guard<std::mutex> guard(out);
    return n;
  }
};

int count = 0;

void add() { count++; }

int limit = 0;

void set_limit(int v) { limit = v; }

int get_limit() { return limit; }

struct Table;
Table* table = nullptr;
struct Table {
  int rows = 0;
};

Table* instance() {
  if (!table)
    table = new Table;
  return table;
}

int stock = 3;

bool take() {
  if (stock > 0) {
    stock--;
    return true;
  }
  return false;
}

int main() {
  Guarded guarded;
  after([&] { guarded.put(1); }, [&] { guarded.get(); });
  Early early;
  after([&] { early.put(1); }, [&] { early.get(); });
  Nameless nameless;
  after([&] { nameless.put(1); }, [&] { nameless.get(); });
  Unique unique;
  after([&] { unique.put(1); }, [&] { unique.get(); });
  Shared shared;
  after([&] { shared.put(1); }, [&] { shared.get(); });
  Two two;
  after([&] { two.put(1); }, [&] { two.get(); });
  after(add, add);
  after([] { set_limit(1); }, [] { get_limit(); });
  after(instance, instance);
  after(take, take);
}
