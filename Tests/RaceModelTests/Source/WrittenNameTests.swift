import Testing

@testable import RaceModel

/// What a race is on by the name that its writing line has, written down from the lines by hand.
@Suite struct `The name of what is shared` {
  /// Two lines of one file, below the line that declares the function `work`, and what is told of a write on the
  /// first and a read on the second.
  struct Lines: CustomTestStringConvertible, Sendable {
    var file: String
    var write: String
    var read: String
    var name: String?
    var testDescription: String { "\(file): \(write)" }

    init(_ file: String, _ write: String, _ read: String, _ name: String?) {
      (self.file, self.write, self.read, self.name) = (file, write, read, name)
    }
  }

  static let native = [
    Lines("a.cpp", "count_ = n;", "return count_;", "count_"),
    Lines("a.cpp", "this->hits++;", "print(hits);", "this->hits"),
    Lines("a.cpp", "++pool->size;", "return pool->size;", "pool->size"),
    Lines("a.cpp", "stats::total += n;", "return stats::total;", "stats::total"),
    Lines("a.cpp", "table[key] = n;", "return table[key];", "table"),
    Lines("a.cpp", "if (n > 2) limit = n;", "return limit;", "limit"),
    Lines("a.cpp", "std::thread t([&] { done = true; });", "while (!done) {}", "done"),
    Lines("a.c", "*slot = 7;", "return *slot;", "*slot"),
    Lines("a.c", "WRITE_ONCE(q->head, next);", "return READ_ONCE(q->head);", "q->head"),
    Lines("a.rs", "unsafe { COUNTER += 1 }", "unsafe { COUNTER }", "COUNTER"),
    Lines("a.rs", "self.len = n;", "self.len", "self.len"),
    Lines("a.swift", "balance -= amount", "print(balance)", "balance"),
    Lines("a.swift", "self.state = .done", "if state == .done {", "self.state"),
    // The other side may know it under another name.
    Lines("a.c", "p->total = 1;", "return *out;", "p->total"),
    // Two things, none with a name, a declaration, a call that may do anything.
    Lines("a.c", "a = b = 1;", "return a;", nil),
    Lines("a.c", "f(x)->n = 1;", "return n;", nil),
    Lines("a.cpp", "size_t n = next();", "return n;", nil),
    Lines("a.cpp", "for (int i = 0; i < n; ++i)", "return i;", nil),
    Lines("a.cpp", "list.push_back(n);", "return list.size();", nil),
    Lines("a.rs", "let mut n = next();", "n", nil),
    Lines("a.swift", "var n = next()", "n", nil),
    Lines("a.c", "(*p)++;", "return *p;", nil),
  ]

  @Test(arguments: native)
  func `is that of the line that writes`(_ lines: Lines) throws {
    let text = "work() {\n\(lines.write)\n\(lines.read)\n}\n"
    #expect(try written(text, file: lines.file) == lines.name)
  }

  @Test func `is not told by a file without the function, or where a library wrote`() throws {
    #expect(try written("play() {\nn = 1;\nreturn n;\n}\n", file: "a.c") == nil)
    #expect(try written("work() {\nn = 1;\nreturn n;\n}\n", file: "a.c", lead: "fill /lib/fill.c:3;") == nil)
    #expect(try written("work() {\nn = 1;\nreturn n;\n}\n", file: "a.c", lead: "memset <null>;") == nil)
  }

  @Test func `is not told where both lines write, under two names`() throws {
    let text = "work() {\nn = 1;\nm = 2;\n}\n"
    #expect(try written(text, file: "a.c", operation: "write") == nil)
    #expect(try written("work() {\nn = 1;\nq->n = 2;\n}\n", file: "a.c", operation: "write") == "n")
  }

  private func written(
    _ text: String, file: String, lead: String = "", operation: String = "read"
  ) throws -> String? {
    let folder = try SourceFolder([file: text])
    let log = try ReadLog(
      CauseExamples.tsan(
        first: "Write of size 4 at 0x000000000010 by thread T1",
        firstStack: "\(lead)work() \(folder.path)/\(file):2",
        second: "Previous \(operation) of size 4 at 0x000000000010 by main thread",
        secondStack: "work() \(folder.path)/\(file):3"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    return witness.testimony(of: detail, logModified: nil).written?.name
  }

  /// By the program, then by the functions of both sides.
  private static let programs: [String: [String: String]] = [
    "afterfunc": [
      "main.main main.main.func1": "n", "main.main main.main.func2": "reason",
      "main.main main.main.func3": "ready",
    ],
    "channels": ["main.consume main.produce": "m.body", "main.main main.main.func3": "c3"],
    "closure-go1.27": [
      "main.sharedErr main.sharedErr.func1": "err", "main.nested main.nested.func1.1.1": "total",
      "main.nested.func1.1.1 main.nested.func1.func1.1": "total",
    ],
    "nestedgo": [
      "main.(*tree).walk main.(*tree).walk": "grand", "main.main.func1 main.main.func2": "x",
      "main.main main.main.func2": "x",
    ],
    "structs": [
      "shape.(*Box).Rename shape.(*Box).Rename": "b.Label", "main.main shape.(*Box).Rename": "b.Label",
      "main.main main.main.func5": "any1", "main.main.func2 main.main.func3": "*v",
    ],
    "wgmisuse": [
      "main.addInside.func1 main.addInside.func1": "r.n", "main.earlyDone main.earlyDone.func1": "out",
      "main.rlockWrite.func1 main.rlockWrite.func1": "n",
    ],
    "wrappers": [
      "main.bump main.bump": "*p", "main.(*res).CloseN main.(*res).CloseN": "r.closed",
      "main.(*res).Close main.(*res).CloseN": "r.closed",
    ],
    // All others are on an object of the library, or reached through reflection.
    "deepstd": ["main.byName.Less main.main.func4": "us", "main.main main.main.func6": "*p"],
  ]

  @Test(arguments: programs.keys.sorted())
  func `is right for the programs of the corpus`(_ program: String) throws {
    let expected = try #require(Self.programs[program])
    let log = ReadLog(try LogFile.open(Corpus.path(program)))
    let witness = SourceWitness(SourceFinder(directory: Corpus.programFolder))
    var found: [String: String] = [:]
    for race in log.index.races {
      let detail = try #require(race.reports.first.flatMap { log.detailed(log.index.reports[Int($0)]) })
      let sites = race.sites.map { KnownRace.short($0?.function) }.sorted().joined(separator: " ")
      found[sites] = witness.testimony(of: detail, logModified: nil).written?.name
    }
    for (sites, name) in expected { #expect(found[sites] == name, "\(sites)") }
    if program == "deepstd" { #expect(found == expected) }
  }
}
