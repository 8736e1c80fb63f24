import Testing

@testable import RaceModel

/// The names of a lock order's locks, and the order to reverse, taken from the source.
@Suite struct SourceLockOrderTests {
  /// A report of two locks: the first stack takes M1 while holding M0, the second takes M0 while holding M1. Stacks are
  /// `function file:line`, innermost frame first, with `;` between frames.
  private static func log(_ first: String, _ second: String) -> String {
    func stack(_ text: String) -> String {
      "    #0 pthread_mutex_lock <null> (pond+0x10)\n"
        + text.split(separator: ";").enumerated().map { number, frame in
          let parts = frame.split(separator: " ")
          return "    #\(number + 1) \(parts[0]) /src/app/\(parts[1]) (pond+0x2\(number))\n"
        }.joined()
    }
    return """
      ==================
      WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock) (pid=7)
        Cycle in lock order graph: M0 (0x10) => M1 (0x20) => M0

        Mutex M1 acquired here while holding mutex M0 in thread T1:
      \(stack(first))
        Mutex M0 acquired here while holding mutex M1 in thread T2:
      \(stack(second))
      SUMMARY: ThreadSanitizer: lock-order-inversion (potential deadlock) /src/app/pond.c:1 in fill
      ==================

      """
  }

  private func found(
    _ source: [String], _ first: String, _ second: String, file: String = "pond.c"
  ) throws -> (order: SourceLockOrder?, names: [String: String]) {
    let read = try ReadLog(Self.log(first, second))
    let detail = try #require(read.entries.first.flatMap { read.detailed($0) })
    let folder = try SourceFolder(["app/\(file)": source.joined(separator: "\n") + "\n"])
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    let order = witness.testimony(of: detail, logModified: nil).lockOrder
    return (order, order?.names.mapValues(\.name) ?? [:])
  }

  /// A function of five lines that takes two locks, the second one on its third line.
  private static func function(_ name: String, _ first: String, _ second: String) -> [String] {
    [
      "void \(name)(void) {", "  pthread_mutex_lock(&\(first));", "  pthread_mutex_lock(&\(second));",
      "  pthread_mutex_unlock(&\(second)); pthread_mutex_unlock(&\(first));", "}",
    ]
  }

  private static let declared = ["#include <pthread.h>", "static pthread_mutex_t reed, shore;", ""]

  @Test func `variables outside of functions name the locks`() throws {
    let source =
      Self.declared + Self.function("fill", "shore", "reed") + Self.function("drain", "reed", "shore")
    let (order, names) = try found(source, "fill pond.c:6", "drain pond.c:11")
    #expect(names == ["M1": "reed", "M0": "shore"])
    #expect(order?.names["M1"]?.place.description == "pond.c:6")
    // One against one.
    #expect(order?.choice == nil)
  }

  private static let three =
    declared + function("fill", "shore", "reed") + function("drain", "reed", "shore")
    + function("count", "shore", "reed")

  @Test(arguments: [
    [],
    // One takes only one of the locks, and one releases the first before taking the second.
    ["void one(void) {", "  pthread_mutex_lock(&reed);", "  pthread_mutex_unlock(&reed);", "}"],
    [
      "void turns(void) {", "  pthread_mutex_lock(&reed); pthread_mutex_unlock(&reed);",
      "  pthread_mutex_lock(&shore);", "  pthread_mutex_unlock(&shore);", "}",
    ],
    // Locks taken together have no order.
    ["void all(void) {", "  std::scoped_lock all(reed, shore);", "}"],
  ])
  func `with one function against two, the one changes its order`(_ more: [String]) throws {
    let choice = try found(Self.three + more, "fill pond.c:6", "drain pond.c:11").order?.choice
    guard case .turn(let odd, let others)? = choice else {
      Issue.record("no choice")
      return
    }
    #expect([odd.function, odd.first, odd.second] == ["drain", "reed", "shore"])
    #expect(odd.place.description == "pond.c:11")
    #expect(others.map(\.function) == ["fill", "count"])
  }

  @Test(arguments: [
    // Two against two.
    function("sum", "reed", "shore"),
    // A function that cannot be read may take them in any order.
    ["void wild(int n) {", "  switch (n) { use(0); case 1: use(&reed); }", "}"],
    // So may a function that is called with both.
    ["void pair(void) {", "  lock_both(&reed, &shore);", "}"],
  ])
  func `two readings give no answer`(_ more: [String]) throws {
    let found = try found(Self.three + more, "fill pond.c:6", "drain pond.c:11")
    #expect(found.names == ["M1": "reed", "M0": "shore"])
    #expect(found.order?.choice == nil)
  }

  private static let pair = [
    "void both(pthread_mutex_t *a, pthread_mutex_t *b) {", "  pthread_mutex_lock(a);",
    "  pthread_mutex_lock(b);", "  fish++;",
    "  pthread_mutex_unlock(b); pthread_mutex_unlock(a);", "}",
  ]

  @Test func `a line that takes both locks has no order`() throws {
    let source =
      Self.declared + Self.pair + ["void fill(int i) { both(ring[i], ring[i + 1]); }"]
      + ["void drain(struct pool *p) { struct pool *o = other(p); both(&p->mu, &o->mu); }"]
    let (order, _) = try found(source, "both pond.c:6;fill pond.c:10", "both pond.c:6;drain pond.c:11")
    #expect(order?.choice == .oneLine(function: "both", first: "a", second: "b"))
  }

  @Test func `callers that hold a lock leave open which one was held`() throws {
    let source =
      Self.declared + Self.pair
      + ["void fill(int i) {", "  pthread_mutex_lock(&shore);", "  both(ring[i], ring[i + 1]);", "}"]
    let (order, _) = try found(source, "both pond.c:6;fill pond.c:12", "both pond.c:6;fill pond.c:12")
    #expect(order?.choice == nil)
  }

  @Test func `a member of the same name in two objects is not a name`() throws {
    let source = [
      "struct Pond {", "  void fill(Pond& other) {", "    std::lock_guard<std::mutex> own(mu_);",
      "    std::lock_guard<std::mutex> others(other.mu_);", "    fish_++;", "  }", "  std::mutex mu_;", "};",
      "void one(Pond& north, Pond& south) {", "  north.fill(south);", "}",
    ]
    let (order, names) = try found(
      source, "Pond::fill pond.cpp:4;one pond.cpp:10", "Pond::fill pond.cpp:4;one pond.cpp:10",
      file: "pond.cpp")
    #expect(names.isEmpty)
    #expect(order?.choice == .oneLine(function: "fill", first: "mu_", second: "other.mu_"))
  }

  @Test func `several locks on a line have no names, nor does one that may not be taken`() throws {
    let source =
      Self.declared + [
        "void fill(void) {", "  pthread_mutex_lock(&shore); pthread_mutex_lock(&reed);",
        "  pthread_mutex_unlock(&reed); pthread_mutex_unlock(&shore);", "}",
        "void drain(void) {", "  pthread_mutex_lock(&reed);", "  if (pthread_mutex_trylock(&shore)) {}",
        "}",
      ]
    #expect(try found(source, "fill pond.c:5", "drain pond.c:10").order == nil)
  }
}
