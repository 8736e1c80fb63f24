import Testing

@testable import RaceModel

/// The locks that a C or C++ function holds at a line: certain with one reading, silent with two.
@Suite struct CLocksTests {
  private func inFunction(_ body: String) -> String {
    "#include <mutex>\n\nnamespace pond {\n\nvoid Pond::fill(int n) {\n" + body
      + "\n}\n\n}  // namespace pond\n"
  }

  static let guards: [LockCase] = [
    LockCase("no lock at all", "", "  n_++; // here"),
    LockCase("a guard", "mu_", "  std::lock_guard<std::mutex> guard(mu_);\n  n_++; // here"),
    LockCase(
      "a guard without the type of its mutex", "mu_", "  std::lock_guard guard(mu_);\n  n_++; // here"),
    LockCase("a guard with braces", "mu_", "  const std::lock_guard guard{this->mu_};\n  n_++; // here"),
    LockCase(
      "a guard of another object", "pool->mu", "  std::lock_guard<std::mutex> l(pool->mu);\n  n_++; // here"),
    LockCase("a guard made by auto", "mu_", "  auto l = std::unique_lock<std::mutex>(mu_);\n  n_++; // here"),
    LockCase("several locks at once", "b_, a_", "  std::scoped_lock lock(a_, b_);\n  n_++; // here"),
    LockCase("a shared lock", "mu_ read", "  std::shared_lock lock(mu_);\n  return n_; // here"),
    LockCase("Boost", "mu_", "  boost::mutex::scoped_lock lock(mu_);\n  n_++; // here"),
    LockCase("Abseil", "mu_", "  absl::MutexLock l(&mu_);\n  n_++; // here"),
    LockCase("Abseil, to read", "mu_ read", "  absl::ReaderMutexLock l(&mu_);\n  return n_; // here"),
    LockCase("Abseil, until", "mu_", "  absl::MutexLock l(&mu_, absl::Condition(&ready_));\n  n_++; // here"),
    LockCase("Qt", "mutex", "  QMutexLocker locker(&mutex);\n  n_++; // here"),
    LockCase("Qt, given back", "", "  QMutexLocker locker(&mutex);\n  locker.unlock();\n  n_++; // here"),
    LockCase("the end of a block", "", "  {\n    std::lock_guard l(mu_);\n    m_++;\n  }\n  n_++; // here"),
    LockCase("in a block", "mu_", "  {\n    std::lock_guard l(mu_);\n    n_++; // here\n  }\n  m_++;"),
    LockCase("before the guard", "", "  n_++; // here\n  std::lock_guard l(mu_);\n  m_++;"),
    LockCase("on the guard's own line", "?", "  std::lock_guard l(mu_); // here\n  m_++;"),
    LockCase("a guard without a name", "", "  std::lock_guard<std::mutex>{mu_};\n  n_++; // here"),
    LockCase("a guard without a lock", "", "  std::unique_lock<std::mutex> lock;\n  n_++; // here"),
    LockCase("deferred", "", "  std::unique_lock lock(mu_, std::defer_lock);\n  n_++; // here"),
    LockCase(
      "deferred, then locked", "mu_",
      "  std::unique_lock l(mu_, std::defer_lock);\n  l.lock();\n  n_++; // here"),
    LockCase(
      "deferred and locked together", "b_, a_",
      "  std::unique_lock a(a_, std::defer_lock);\n  std::unique_lock b(b_, std::defer_lock);\n  std::lock(a, b);\n  n_++; // here"
    ),
    LockCase(
      "adopted", "b_, a_",
      "  std::lock(a_, b_);\n  std::lock_guard a(a_, std::adopt_lock);\n  std::lock_guard b(b_, std::adopt_lock);\n  n_++; // here"
    ),
    LockCase("adopted from elsewhere", "?", "  std::lock_guard a(a_, std::adopt_lock);\n  n_++; // here"),
    LockCase("tried", "?", "  std::unique_lock lock(mu_, std::try_to_lock);\n  n_++; // here"),
    LockCase("a time to wait", "?", "  std::unique_lock lock(mu_, 10ms);\n  n_++; // here"),
    LockCase("given back early", "", "  std::unique_lock lock(mu_);\n  lock.unlock();\n  n_++; // here"),
    LockCase(
      "given back and taken again", "mu_",
      "  std::unique_lock lock(mu_);\n  lock.unlock();\n  rest();\n  lock.lock();\n  n_++; // here"),
    LockCase(
      "given back in a branch", "?",
      "  std::unique_lock lock(mu_);\n  if (n > 3) lock.unlock();\n  n_++; // here"),
    LockCase(
      "waits with it", "mu_",
      "  std::unique_lock lock(mu_);\n  ready_.wait(lock, [this] { return full_; });\n  n_++; // here"),
    LockCase("passed on", "?", "  std::unique_lock lock(mu_);\n  drain(std::move(lock));\n  n_++; // here"),
    LockCase("passed by name", "?", "  std::unique_lock lock(mu_);\n  drain(lock);\n  n_++; // here"),
    LockCase("let go", "?", "  std::unique_lock lock(mu_);\n  lock.release();\n  n_++; // here"),
    LockCase(
      "in a condition of a branch", "mu_", "  if (std::lock_guard l(mu_); n > 3) {\n    n_++; // here\n  }"),
    LockCase(
      "behind such a branch", "", "  if (std::lock_guard l(mu_); n > 3) {\n    m_++;\n  }\n  n_++; // here"),
    LockCase("in a branch only", "", "  if (n > 3) {\n    std::lock_guard l(mu_);\n  }\n  n_++; // here"),
    LockCase("a guard of another library", "?", "  base::AutoLock lock(mu_);\n  n_++; // here"),
    LockCase("a macro", "?", "  LOCK(mu_);\n  n_++; // here"),
    LockCase("one of many", "?", "  std::lock_guard l(shards_[n].mu);\n  n_++; // here"),
    LockCase("found by a call", "?", "  std::lock_guard l(mutex());\n  n_++; // here"),
    LockCase(
      "another function that expects the lock", "mu_, ?",
      "  std::lock_guard l(mu_);\n  reset_locked();\n  n_++; // here"),
    LockCase("a static variable", "?", "  static int last = measure(n_); // here\n  m_ = last;"),
    LockCase(
      "the name means another one", "?", "  std::lock_guard l(p->mu);\n  p = p->next;\n  p->n++; // here"),
    LockCase(
      "an inner declaration of the name", "?",
      "  std::lock_guard l(p->mu);\n  { Pond* p = other();\n    p->n++; // here\n  }"),
    LockCase(
      "a mutex that is declared", "mu", "  static std::mutex mu;\n  std::lock_guard l(mu);\n  n_++; // here"),
    LockCase(
      "try and catch", "mu_",
      "  std::lock_guard l(mu_);\n  try {\n    n_++; // here\n  } catch (...) {\n    throw;\n  }"),
    LockCase(
      "in catch, a guard of try", "",
      "  try {\n    std::lock_guard l(mu_);\n    run();\n  } catch (...) {\n    n_++; // here\n  }"),
    LockCase(
      "over several lines", "mu_",
      "  std::lock_guard<std::mutex> l(\n      mu_);\n  add(n,\n      n_); // here"),
  ]

  static let calls: [LockCase] = [
    LockCase("around the line", "mu_", "  mu_.lock();\n  n_++; // here\n  mu_.unlock();"),
    LockCase("behind it", "", "  mu_.lock();\n  m_++;\n  mu_.unlock();\n  n_++; // here"),
    LockCase("to read", "mu_ read", "  mu_.lock_shared();\n  use(n_); // here\n  mu_.unlock_shared();"),
    LockCase("Abseil", "mu_ read", "  mu_.ReaderLock();\n  use(n_); // here\n  mu_.ReaderUnlock();"),
    LockCase(
      "POSIX", "p->mu", "  pthread_mutex_lock(&p->mu);\n  p->n++; // here\n  pthread_mutex_unlock(&p->mu);"),
    LockCase("POSIX, its result left", "mu", "  (void)pthread_mutex_lock(&mu);\n  n++; // here"),
    LockCase("POSIX, its result asked", "?", "  if (pthread_mutex_lock(&mu) != 0) abort();\n  n++; // here"),
    LockCase(
      "POSIX, to read", "rw read",
      "  pthread_rwlock_rdlock(&rw);\n  use(n); // here\n  pthread_rwlock_unlock(&rw);"),
    LockCase(
      "POSIX, to write", "rw", "  pthread_rwlock_wrlock(&rw);\n  n++; // here\n  pthread_rwlock_unlock(&rw);"),
    LockCase("POSIX, to spin", "s", "  pthread_spin_lock(&s);\n  n++; // here\n  pthread_spin_unlock(&s);"),
    LockCase("C11", "m", "  mtx_lock(&m);\n  n++; // here\n  mtx_unlock(&m);"),
    LockCase(
      "waits with it", "mu",
      "  pthread_mutex_lock(&mu);\n  while (!full) pthread_cond_wait(&cv, &mu);\n  n++; // here\n  pthread_mutex_unlock(&mu);"
    ),
    LockCase(
      "an early way out", "mu_",
      "  mu_.lock();\n  if (n == 0) {\n    mu_.unlock();\n    return;\n  }\n  n_++; // here\n  mu_.unlock();"),
    LockCase(
      "an early throw", "mu_",
      "  mu_.lock();\n  if (n == 0) {\n    mu_.unlock();\n    throw Dry();\n  }\n  n_++; // here\n  mu_.unlock();"
    ),
    LockCase(
      "given back in a branch", "?", "  mu_.lock();\n  if (n == 0) {\n    mu_.unlock();\n  }\n  n_++; // here"
    ),
    LockCase("taken in a branch", "?", "  if (n == 0) mu_.lock();\n  n_++; // here"),
    LockCase(
      "taken in both branches", "mu_",
      "  if (n == 0) {\n    mu_.lock();\n    a();\n  } else {\n    mu_.lock();\n  }\n  n_++; // here"),
    LockCase("tried", "?", "  if (mu_.try_lock()) {\n    n_++; // here\n    mu_.unlock();\n  }"),
    LockCase("by a condition in a line", "?", "  locked ? mu_.lock() : (void)0;\n  n_++; // here"),
    LockCase("by and", "?", "  n > 3 && (mu_.lock(), true);\n  n_++; // here"),
    LockCase(
      "in each round", "mu_",
      "  for (int i = 0; i < n; i++) {\n    mu_.lock();\n    n_++; // here\n    mu_.unlock();\n  }"),
    LockCase(
      "lost in a round", "?",
      "  mu_.lock();\n  for (int i = 0; i < n; i++) {\n    n_++; // here\n    mu_.unlock();\n  }"),
    LockCase("kept from a round", "?", "  while (n > 3) {\n    n_++; // here\n    mu_.lock();\n  }"),
    LockCase(
      "out of a loop with it", "mu_",
      "  for (;;) {\n    mu_.lock();\n    if (full_) break;\n    mu_.unlock();\n  }\n  n_++; // here\n  mu_.unlock();"
    ),
    LockCase(
      "out of a loop with it or without", "?",
      "  while (n-- > 0) {\n    mu_.lock();\n    if (full_) break;\n    mu_.unlock();\n  }\n  n_++; // here"),
    LockCase(
      "on with a loop without it", "mu_",
      "  while (true) {\n    mu_.lock();\n    if (n_ == 0) {\n      mu_.unlock();\n      continue;\n    }\n    n_++; // here\n    mu_.unlock();\n  }"
    ),
    LockCase("once at least", "mu_", "  do {\n    mu_.lock();\n  } while (false);\n  n_++; // here"),
    LockCase(
      "a clause", "",
      "  switch (n) {\n  case 1:\n    mu_.lock();\n    m_++;\n    mu_.unlock();\n    break;\n  case 2:\n    n_++; // here\n  }"
    ),
    LockCase(
      "a clause that leads into the next", "?",
      "  switch (n) {\n  case 1:\n    mu_.lock();\n  case 2:\n    n_++; // here\n  }"),
    LockCase(
      "forward to the end", "",
      "  mu_.lock();\n  if (n == 0) goto out;\n  m_++;\nout:\n  mu_.unlock();\n  n_++; // here"),
    LockCase(
      "forward over the end", "?",
      "  mu_.lock();\n  if (n == 0) goto out;\n  mu_.unlock();\nout:\n  n_++; // here"),
    LockCase("backward", "nothing", "again:\n  mu_.lock();\n  n_++; // here\n  if (n_ < 3) goto again;"),
    LockCase("not its own", "?", "  n_++; // here\n  mu_.unlock();"),
    LockCase("passed on", "?", "  mu_.lock();\n  drain(&mu_);\n  n_++; // here"),
    LockCase("something unlocks all", "?", "  mu_.lock();\n  unlock_all();\n  n_++; // here"),
    LockCase(
      "a clock and blocks", "", "  std::chrono::steady_clock::now();\n  blocks_.clear();\n  n_++; // here"),
    LockCase("twice", "?", "  mu_.lock();\n  mu_.lock();\n  n_++; // here"),
    LockCase("all on one line", "?", "  mu_.lock(); n_++; mu_.unlock(); // here"),
    LockCase(
      "an error in the middle", "?",
      "  try {\n    mu_.lock();\n    run();\n    mu_.unlock();\n  } catch (...) {\n    n_++; // here\n  }"),
    LockCase(
      "under a condition of the preprocessor", "nothing",
      "#ifdef THREADS\n  mu_.lock();\n#endif\n  n_++; // here"),
    LockCase(
      "a plain one under such a condition", "mu_",
      "  mu_.lock();\n#ifdef LOG\n  print(n);\n#endif\n  n_++; // here"),
    LockCase("OpenMP", "nothing", "#pragma omp critical\n  n_++; // here"),
    LockCase("statements as a value", "nothing", "  int x = ({ mu_.lock(); n; });\n  n_++; // here"),
    LockCase("another name for it", "?", "  mu_.lock();\n  also_.unlock();\n  n_++; // here"),
    LockCase(
      "a lock made by hand", "?", "  while (busy_.test_and_set()) {\n  }\n  n_++; // here\n  busy_.clear();"),
    LockCase(
      "a branch that is likely", "mu_",
      "  mu_.lock();\n  if (n == 0) [[unlikely]] {\n    mu_.unlock();\n    return;\n  }\n  n_++; // here"),
    LockCase("a semaphore", "?", "  sem_wait(&places);\n  n_++; // here\n  sem_post(&places);"),
  ]

  static let closures: [LockCase] = [
    LockCase(
      "a closure is another function", "",
      "  std::lock_guard l(mu_);\n  threads_.emplace_back([this] {\n    n_++; // here\n  });"),
    LockCase(
      "a closure with its own guard", "mu_",
      "  std::thread t([this]() mutable -> void {\n    std::lock_guard l(mu_);\n    n_++; // here\n  });\n  t.join();"
    ),
    LockCase(
      "a closure that is called at once", "nothing",
      "  mu_.lock();\n  [&] {\n    n_++; // here\n  }();\n  mu_.unlock();"),
    LockCase(
      "once", "once_ once", "  std::call_once(once_, [this] {\n    n_ = 3; // here\n  });"),
    LockCase(
      "behind what runs once", "", "  std::call_once(once_, [this] {\n    n_ = 3;\n  });\n  n_++; // here"),
    LockCase(
      "beside a closure that takes and gives back", "",
      "  std::thread t([this] {\n    mu_.lock();\n    m_++;\n    mu_.unlock();\n  });\n  n_++; // here"),
    LockCase(
      "beside a closure that gives back", "?",
      "  mu_.lock();\n  auto free = [this] { mu_.unlock(); };\n  free();\n  n_++; // here"),
    LockCase(
      "beside a closure that unlocks a guard", "?",
      "  std::unique_lock l(mu_);\n  auto free = [&] { l.unlock(); };\n  free();\n  n_++; // here"),
    LockCase(
      "beside a closure with a guard of the same name", "a_",
      "  std::unique_lock l(a_);\n  post([&] {\n    std::unique_lock l(b_);\n    l.unlock();\n  });\n  n_++; // here"
    ),
    LockCase("two closures on a line", "nothing", "  post([&] { n_++; }); post([&] { m_++; }); // here"),
    LockCase(
      "a class in a function", "nothing",
      "  std::lock_guard l(mu_);\n  struct Add { void run() {\n    n++; // here\n  } int n; };"),
    LockCase(
      "a list is no closure", "mu_", "  std::lock_guard l(mu_);\n  points_.push_back(Point{n_, 2}); // here"),
    LockCase("an array is no closure", "mu_", "  std::lock_guard l(mu_);\n  points_[n_] = {n, 2}; // here"),
  ]

  static let files: [LockCase] = [
    LockCase(
      "a method in a class in a namespace", "mu_",
      "namespace a::b {\nclass Pond final : public Base<int> {\n public:\n  int get() const override {\n    std::lock_guard l(mu_);\n    return n_; // here\n  }\n};\n}"
    ),
    LockCase(
      "a template", "mu_",
      "template <typename T, class U = std::vector<T>>\nauto Pond<T>::get(T t) -> U {\n  std::lock_guard l(mu_);\n  return n_; // here\n}"
    ),
    LockCase(
      "a constructor", "mu_",
      "Pond::Pond(int n) : n_{n}, m_(n) {\n  std::lock_guard l(mu_);\n  n_++; // here\n}"),
    LockCase(
      "annotations", "mu_",
      "void Pond::fill() ABSL_LOCKS_EXCLUDED(mu_) {\n  absl::MutexLock l(&mu_);\n  n_++; // here\n}"),
    LockCase(
      "a function that returns a structure", "m",
      "struct pond *fill(struct pond *p) {\n  mtx_lock(&m);\n  p->n++; // here\n  mtx_unlock(&m);\n  return p;\n}"
    ),
    LockCase(
      "the function before", "", "void a() {\n  std::lock_guard l(mu_);\n}\nvoid b() {\n  n_++; // here\n}"),
    LockCase(
      "something that is given a lock", "?",
      "std::mutex a_;\nvoid f() {\n  Sentry sentry(a_);\n  n_++; // here\n}"),
    LockCase(
      "outside of functions", "nothing", "int a() { return 1; }\nint n = a(); // here\nint b() { return 2; }"),
    LockCase(
      "one function, two heads", "mu_",
      "#ifdef A\nvoid fill(int n) {\n#else\nvoid fill() {\n#endif\n  std::lock_guard l(mu_);\n  n_++; // here\n}"
    ),
    LockCase(
      "a condition with half a block", "nothing",
      "void f() {\n#ifdef A\n  if (a) {\n#else\n  {\n#endif\n  n_++; // here\n  }\n}"),
    LockCase(
      "a parameter that is a guard", "?",
      "void f(std::unique_lock<std::mutex>& held) {\n  held.unlock();\n  rest();\n  held.lock();\n  n_++; // here\n}"
    ),
    LockCase(
      "a macro that is defined", "mu_",
      "#define TAKE(m) \\\n  { m.lock(); \\\n    n++;\nvoid f() {\n  std::lock_guard l(mu_);\n  n_++; // here\n}"
    ),
    LockCase("Objective-C", "nothing", "- (void)fill {\n  @synchronized(self) {\n    n_++; // here\n  }\n}"),
    LockCase("a brace that is missing", "nothing", "void f() {\n  if (a) {\n  n_++; // here\n}\n"),
    LockCase(
      "an operator", "mu_",
      "Pond& Pond::operator=(const Pond& p) {\n  std::lock_guard l(mu_);\n  n_ = p.n_; // here\n  return *this;\n}"
    ),
  ]

  @Test(arguments: guards + calls + closures)
  func `are known when there is one reading`(_ sample: LockCase) throws {
    #expect(try locks(in: inFunction(sample.code), path: "/src/pond.cc") == sample.expected, "\(sample.code)")
  }

  @Test(arguments: files)
  func `belong to the function around the line`(_ sample: LockCase) throws {
    #expect(try locks(in: sample.code, path: "/src/pond.cc") == sample.expected, "\(sample.code)")
  }

  @Test func `a closure on one line holds only the locks that it takes when it runs`() throws {
    let code = inFunction(
      "  std::lock_guard l(mu_);\n  std::thread t([this] { n_++; }); // here\n  t.join();")
    #expect(try locks(in: code, path: "/src/pond.cc") == "mu_")
    #expect(try locks(in: code, path: "/src/pond.cc", isClosure: true) == "")
  }

  @Test(arguments: [
    String(repeating: "{", count: 60_000), String(repeating: "void f() {\n", count: 10_000),
    "void f() {\n" + String(repeating: "if (a) { mu.lock(); ", count: 2_000),
    "void f() {\n" + String(repeating: "for (;;) {", count: 40) + String(repeating: "}", count: 40) + "\n}\n",
    "void f() {\n" + String(repeating: "mu.lock(); mu.unlock(); ", count: 20_000) + "\n}\n",
    String(repeating: "#if A\n", count: 20_000), String(repeating: "f() : a{}, b{}, ", count: 2_000),
    "void f() {\n g(" + String(repeating: "[&] { ", count: 5_000),
    "void f() {\n" + String(repeating: "[&] { ", count: 60) + String(repeating: "};", count: 60) + "\n}\n",
  ])
  func `hostile files are read to their end`(_ code: String) throws {
    // None of them holds a lock, or the function is nested too deep to be read.
    #expect(["", "nothing", "?"].contains(try locks(in: code + "\n;x // here", path: "/src/pond.cc")))
  }

  @Test func `name the place where a lock was taken`() throws {
    let code = inFunction("  std::unique_lock l(mu_);\n  other_.lock();\n  n_++; // here\n  other_.unlock();")
    let file = SourceFile(path: "/src/pond.cc", modified: FileTime(seconds: 1), bytes: Array(code.utf8))
    let text = try #require(SourceText(file))
    let locks = try #require(LocksAtLine(8, in: text))
    #expect(locks.held.map(\.line) == [7, 6])
    #expect(locks.held.map(\.isScoped) == [false, true])
    #expect(!locks.givesBackOthers)
  }

  @Test func `a guard may have ended when a destructor runs`() throws {
    let code = inFunction("  other_.lock();\n  std::lock_guard l(mu_);\n  return n; // here")
    let file = SourceFile(path: "/src/pond.cc", modified: FileTime(seconds: 1), bytes: Array(code.utf8))
    let text = try #require(SourceText(file))
    let locks = try #require(LocksAtLine(8, in: text))
    #expect(locks.held.map(\.name) == ["mu_", "other_"] && locks.isWhole)
    #expect(locks.whenDestroying.held.map(\.name) == ["other_"] && !locks.whenDestroying.isWhole)
  }

  @Test func `a function that releases its caller's lock says so`() throws {
    let code = inFunction("  mu_.unlock();\n  n_++; // here\n  mu_.lock();")
    let file = SourceFile(path: "/src/pond.cc", modified: FileTime(seconds: 1), bytes: Array(code.utf8))
    let text = try #require(SourceText(file))
    let locks = try #require(LocksAtLine(7, in: text))
    #expect(locks.givesBackOthers && !locks.isWhole && locks.held.isEmpty)
  }
}
