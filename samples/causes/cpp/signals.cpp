// A handler of a signal that uses what a thread uses, and a function of that kind that is called as any other.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

static int caught = 0;
static int called = 0;

void on_signal(int) { caught = 1; }

void on_call(int) { called = 1; }

void look_caught() { printf("%d\n", caught); }

void look_called() { printf("%d\n", called); }

int main() {
  std::signal(SIGUSR1, on_signal);
  std::thread look(look_caught);
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  raise(SIGUSR1);
  look.join();
  std::thread other(look_called);
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  on_call(SIGUSR1);
  other.join();
}
