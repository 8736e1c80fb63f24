// What a race may be on in C++: containers, atomics, objects that are destroyed, variables that a lambda captures.
#include <atomic>
#include <pthread.h>
#include <unistd.h>

#include <map>
#include <thread>
#include <vector>

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

struct Basket {
  std::vector<int> items;
  void add(int v) { items.push_back(v); }
  size_t size() { return items.size(); }
};

// The vector does not change, what is in it does.
struct Shelf {
  std::vector<int> items = std::vector<int>(4);
  void set(int v) { *items.data() = v; }
  int first() { return *items.data(); }
};

// The same memory, once as an atomic and once without.
struct Meter {
  int n = 0;
  void add() { __atomic_fetch_add(&n, 1, __ATOMIC_RELAXED); }
  int value() { return n; }
};

struct Gauge {
  int n = 0;
  void add() { n += 2; }
  void sub() { n -= 2; }
};

struct Node {
  int value = 0;
};

void use(Node* node) { node->value = 1; }

void drop(Node* node) { delete node; }

// A pointer is taken away, nothing freed.
struct Owner {
  Node* node = nullptr;
  void clear() { node = nullptr; }
  bool empty() { return node == nullptr; }
};

void captured() {
  int found = 0;
  std::thread t([&] { found = 1; });
  usleep(20000);
  int n = found;
  t.join();
  (void)n;
}

int main() {
  Basket basket;
  after([&] { basket.add(1); }, [&] { basket.size(); });
  Shelf shelf;
  after([&] { shelf.set(1); }, [&] { shelf.first(); });
  Meter meter;
  after([&] { meter.add(); }, [&] { meter.value(); });
  Gauge gauge;
  after([&] { gauge.add(); }, [&] { gauge.sub(); });
  Node* node = new Node;
  after([&] { use(node); }, [&] { drop(node); });
  Owner owner;
  after([&] { owner.clear(); }, [&] { owner.empty(); });
  captured();
}
