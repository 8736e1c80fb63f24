// Locks that are taken in orders that contradict each other, by the guards of the standard library.
#include <mutex>
#include <thread>

class Account {
 public:
  // Each takes its own lock first: both are called mu_.
  void give(Account &other) {
    std::lock_guard<std::mutex> own(mu_);
    std::lock_guard<std::mutex> others(other.mu_);
    money_--;
    other.money_++;
  }

 private:
  std::mutex mu_;
  int money_ = 0;
};

class Bank {
 public:
  void open() {
    std::unique_lock<std::mutex> doors(doors_);
    std::lock_guard<std::mutex> vault(vault_);
    isOpen_ = true;
  }
  void close() {
    std::lock_guard<std::mutex> vault(vault_);
    std::unique_lock<std::mutex> doors(doors_);
    isOpen_ = false;
  }
  // Both at once: never a part of a cycle.
  void guard() {
    std::scoped_lock all(vault_, doors_);
    isOpen_ = true;
  }

 private:
  std::mutex doors_, vault_;
  bool isOpen_ = false;
};

int main() {
  Account mine, yours;
  std::thread([&] { mine.give(yours); }).join();
  std::thread([&] { yours.give(mine); }).join();
  Bank bank;
  std::thread([&] { bank.open(); }).join();
  std::thread([&] { bank.guard(); }).join();
  std::thread([&] { bank.close(); }).join();
}
