import Testing

@testable import RaceModel

/// What a starter written in C++, Rust or Swift does between the line that starts a thread and its own access.
@Suite struct `The starter of a thread outside Go` {
  /// A function that starts a thread on its first line and reads `total` on its last, and what is said of that.
  @Test(
    arguments: [
      (["std::thread t(fill);", "return total;"], "goes on"),
      (["std::thread t(fill);", "sleep_for(1s);", "return total;"], "sleeps at 11"),
      // A sleep in a branch may not be on the way.
      (["std::thread t(fill);", "if (slow) {", "usleep(9);", "}", "return total;"], "goes on"),
      (["std::thread t(fill);", "t.join();", "return total;"], nil),
      (["std::thread t(fill); t.join();", "return total;"], nil),
      (["std::thread t([&] {", "gate.wait();", "total = 1;", "});", "return total;"], "goes on"),
      // The result that is thrown away waits at once.
      (["std::async(fill);", "return total;"], nil),
      (["auto f = std::async(fill);", "return total;"], "goes on"),
      (["std::thread t{[&] {", "sleep_for(1s);", "}};", "return total;"], "goes on"),
      (["if (pthread_create(&t, 0, fill, 0)) {", "sleep(1);", "return 1;", "}", "return total;"], "goes on"),
      // No call of the starter, or perhaps not.
      (["std::thread t(fill);", "if (slow)", "sleep(1);", "return total;"], "goes on"),
      (["std::thread t(fill);", "int sleep = 4;", "return total;"], "goes on"),
      // Another branch.
      (["if (a) {", "std::thread(fill).detach();", "} else {", "total++;"], nil),
      (["case 1: std::thread(fill).detach(); break;", "case 2:", "return total;"], nil),
      (["if (!on) { std::thread(fill).detach();", "return 0; }", "return total;"], nil),
      (["std::thread t(fill);", "for (; !done;) {}", "return total;"], nil),
      (["std::thread t(fill);", "auto v = queue.pop();", "return total;"], nil),
      (["{ auto f = std::async(fill);", "}", "return total;"], nil),
      (["pthread_create(&t, 0, fill, 0);", "pthread_join(t, 0);", "return total;"], nil),
      (["if (pthread_create(&t, 0, fill, 0)) {", "return 1;", "}", "return total;"], "goes on"),
      // What the optimizer took off the stack may wait.
      (["run(fill);", "return total;"], nil),
      (["std::thread t(fill);", "for (int i = 0; i < 4; i++)", "sum += total;"], nil),
      (["std::thread t(fill);", "for (int i = 0; i < 4; i++) {", "sum += total;"], nil),
      (["std::thread t(fill);", "while (!done)", "sum += total;"], nil),
    ] as [([String], String?)])
  func `goes on, sleeps, or may wait`(_ lines: [String], _ expected: String?) throws {
    let source = (["#include <thread>", "", "", "", "", "", "", "", "int report() {"] + lines + ["}", ""])
      .joined(separator: "\n")
    #expect(try step(source, "oven.cpp", start: 10, next: 9 + lines.count) == expected)
  }

  @Test(
    arguments: [
      (["let t = thread::spawn(fill);", "use_it(total);"], "goes on"),
      (["let t = thread::spawn(move || {", "m.lock();", "});", "use_it(total);"], "goes on"),
      (["let t = thread::spawn(fill);", "t.join().unwrap();", "use_it(total);"], nil),
      // The end of a scope joins.
      (["s.spawn(fill);", "});", "use_it(total);"], nil),
    ] as [([String], String?)])
  func `is read in Rust`(_ lines: [String], _ expected: String?) throws {
    let head = Array(repeating: "", count: 8) + ["fn report() {"]
    #expect(
      try step(
        (head + lines + ["}", ""]).joined(separator: "\n"), "oven.rs", start: 10, next: 9 + lines.count)
        == expected)
  }

  @Test(
    arguments: [
      (["Thread { fill() }.start()", "print(total)"], "goes on"),
      (["Thread {", "lock.lock()", "}.start()", "print(total)"], "goes on"),
      // A queue runs blocks in threads that others have started.
      (["queue.async { fill() }", "print(total)"], nil),
      (["queue.async(group: g) { fill() }", "g.wait()", "print(total)"], nil),
      (["Task { fill() }", "await other()", "print(total)"], nil),
      (["withThread { fill() }", "print(total)"], nil),
    ] as [([String], String?)])
  func `is read in Swift`(_ lines: [String], _ expected: String?) throws {
    let head = Array(repeating: "", count: 8) + ["func report() {"]
    #expect(
      try step(
        (head + lines + ["}", ""]).joined(separator: "\n"), "oven.swift", start: 10, next: 9 + lines.count)
        == expected)
  }

  /// A function that starts the thread, and what follows the start in it.
  @Test(
    arguments: [
      (["pthread_create(&t, 0, fill, 0);", "usleep(9);"], "sleeps at 5"),
      (["pthread_create(&t, 0, fill, 0);", "return t;", "usleep(9);"], "goes on"),
      (["pthread_create(&t, 0, fill, 0);", "sem_wait(&up);"], nil),
      (["if (pthread_create(&t, 0, fill, 0)) {", "return 0;", "}", "sem_wait(&up);"], nil),
      (["if (on) {", "pthread_create(&t, 0, fill, 0);", "}", "usleep(9);"], nil),
    ] as [([String], String?)])
  func `may call a function that starts it`(_ lines: [String], _ expected: String?) throws {
    let start = lines.firstIndex { $0.contains("pthread_create") } ?? 0
    let head = ["#include <pthread.h>", "pthread_t t;", "void launch() {"] + lines + ["}"]
    let source =
      (head + Array(repeating: "", count: 12 - head.count) + [
        "int report() {", "launch();", "return total;", "}", "",
      ])
      .joined(separator: "\n")
    #expect(try step(source, "oven.cpp", start: 14, next: 15, launch: 4 + start) == expected)
  }

  /// The line of the thread's write, in a function that has it on line 3.
  @Test(
    arguments: [
      (["void fill() {", "total = 1;"], "goes on"), (["void fill() { while (on)", "total = 1;"], nil),
      (["void fill() { for (;;) {", "total = 1; }"], nil),
    ] as [([String], String?)])
  func `is not told to wait for a loop`(_ lines: [String], _ expected: String?) throws {
    let source =
      (["int total;"] + lines + [
        "}", "", "", "", "", "int report() {", "std::thread t(fill);", "return total;", "}", "",
      ])
      .joined(separator: "\n")
    #expect(try step(source, "oven.cpp", start: 10, next: 11, filled: "oven.cpp") == expected)
  }

  private func step(
    _ source: String, _ file: String, start: Int, next: Int, launch: Int? = nil, filled: String = "fill.cpp"
  ) throws -> String? {
    let fill = "int total;\nvoid fill() {\n  total = 1;\n}\n"
    let folder = try SourceFolder(["app/fill.cpp": fill, "app/\(file)": source])
    let calls = launch.map { ["launch() /src/app/\(file):\($0)"] } ?? []
    let log = try ReadLog(
      StarterExamples.thread(file, start: start, next: next, filled: filled, calls: calls))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    switch witness.testimony(of: detail, logModified: nil).starter?.step {
    case .goesOn: return "goes on"
    case .sleeps(let place): return "sleeps at \(place.line)"
    case .misusedGroup, nil: return nil
    }
  }
}
