import Testing

@testable import RaceModel

/// The locks of both sides of a report, from the files that its stacks name.
@Suite struct `Locks of native code` {
  private static let pond = """
    struct Pond {
      void fill(int n);
      int look();
      void refill();
      std::mutex mu_;
      int level_;
    };

    void Pond::fill(int n) {
      std::lock_guard<std::mutex> guard(mu_);
      level_ += n;
    }

    int Pond::look() {
      return level_;
    }

    void Pond::refill() {
      std::lock_guard<std::mutex> guard(mu_);
      look();
    }

    void Pond::run() {
      std::thread t([&] { level_ = 0; });
      t.join();
    }

    void dry() {
      Pond pond;
      std::lock_guard<std::mutex> guard(pond.mu_);
    }

    void peek() {
      rcu_read_lock();
      level = 1;
      rcu_read_unlock();
    }
    Pond::~Pond() { look(); }

    """

  private func locks(_ first: String, _ second: String) throws -> Sides<SourceLocks?> {
    let folder = try SourceFolder(["pond.cpp": Self.pond])
    let place = { (stack: String) in stack.replacing("@", with: "\(folder.path)/pond.cpp:") }
    let log = try ReadLog(
      CauseExamples.tsan(
        first: "Write of size 4 at 0x000000000010 by thread T1", firstStack: place(first),
        second: "Previous read of size 4 at 0x000000000010 by main thread", secondStack: place(second)))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    return SourceWitness(SourceFinder(directory: folder.path)).testimony(of: detail, logModified: nil).locks
  }

  @Test func `come from each readable function on the stack`() throws {
    let found = try locks("Pond::fill(int) @11", "Pond::look() @15")
    #expect(found.a?.held.map(\.name) == ["mu_"] && found.a?.isWhole == true)
    #expect(found.b?.isNone == true)
    #expect(
      try locks("Pond::fill(int) @11", "Pond::look() @15;Pond::refill() @20").b?.held.map(\.name) == ["mu_"])
  }

  @Test func `are not ruled out below an unreadable function`() throws {
    let found = try locks("Pond::fill(int) @11", "Pond::look() @15;main /src/other.cpp:9")
    #expect(found.b?.held == [] && found.b?.isWhole == false)
  }

  @Test func `are unknown in a destructor that ends with the guards, and RCU is not a lock`() throws {
    // Line 31 ends the block with the guard and the pond.
    let found = try locks("Pond::~Pond() /src/other.cpp:3;dry() @31", "peek @35")
    #expect(found.a == nil)
    let called = try locks("Pond::look() @15;Pond::~Pond() @38;dry() @31", "peek @35")
    #expect(called.a?.held == [] && called.a?.isWhole == false)
    #expect(called.b?.held == [] && called.b?.isWhole == false)
  }

  @Test func `include those of a closure where it runs`() throws {
    let found = try locks("Pond::run()::$_0::operator()() const @24", "Pond::look() @15")
    #expect(found.a?.isNone == true)
  }
}
