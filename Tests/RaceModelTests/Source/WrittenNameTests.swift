import Testing

@testable import RaceModel

/// The subject of a race, named by its writing line, worked out by hand from the lines.
@Suite struct `The name of what is shared` {
  /// Two lines of one file, below the line that declares the function `work`, and the expected subject of a write on
  /// the first and a read on the second.
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
    Lines("a.cpp", "table[key] = n;", "return table[key];", "an element of table"),
    Lines("a.cpp", "if (n > 2) limit = n;", "return limit;", "limit"),
    Lines("a.cpp", "std::thread t([&] { done = true; });", "while (!done) {}", "done"),
    Lines("a.c", "*slot = 7;", "return *slot;", "*slot"),
    Lines("a.c", "WRITE_ONCE(q->head, next);", "return READ_ONCE(q->head);", "q->head"),
    Lines("a.rs", "unsafe { COUNTER += 1 }", "unsafe { COUNTER }", "COUNTER"),
    Lines("a.rs", "self.len = n;", "self.len", "self.len"),
    Lines("a.swift", "balance -= amount", "print(balance)", "balance"),
    Lines("a.swift", "self.state = .done", "if state == .done {", "self.state"),
    Lines("a.c", "q->slots[2] = n;", "return q->slots;", "an element of q->slots"),
    Lines("a.c", "q->slots[2].size = n;", "return q->slots[k].size;", "size of an element of q->slots"),
    Lines("a.c", "q->slots[2].at.size = n;", "return k;", nil),

    Lines("a.rs", "self.slots[2] = n;", "self.slots[2]", "an element of self.slots"),
    // In Swift it may be a dictionary, which changes as a whole.
    Lines("a.swift", "slots[2] = n", "print(slots)", "slots"),
    // The other side may use another name for it.
    Lines("a.c", "p->total = 1;", "return *out;", "p->total"),
    // The line that reads tells which of two is written.
    Lines("a.c", "a = b = 1;", "return a;", "a"), Lines("a.c", "a = b = 1;", "m += a;", nil),
    Lines("a.c", "a = b = 1;", "return m;", nil), Lines("a.c", "a = b = 1;", "return next(a);", nil),
    Lines("a.c", "a = b = 1;", "return a[2];", nil), Lines("a.c", "a = b = 1;", "return *a;", nil),
    // A loop on one line, whose head writes nothing else.
    Lines("a.c", "for (int i = 0; i < 9; i++) sum += i;", "return sum;", "sum"),
    Lines("a.c", "for (i = 0; i < 9; i++) sum += i;", "use();", nil),
    // Two objects, no name, a declaration, a call that may do anything.
    Lines("a.c", "a = b = 1;", "return a + b;", nil),
    Lines("a.c", "f(x)->n = 1;", "return n;", nil),
    Lines("a.cpp", "size_t n = next();", "return n;", nil),
    Lines("a.cpp", "for (int i = 0; i < n; ++i)", "return i;", nil),
    Lines("a.cpp", "list.push_back(n);", "return list.size();", nil),
    Lines("a.rs", "let mut n = next();", "n", nil),
    Lines("a.swift", "var n = next()", "n", nil),
    Lines("a.c", "(*p)++;", "return *p;", nil),
  ]

  /// One-line Go functions, worked out by hand from the rule: if a line has several statements, the one field that the
  /// other line names is the one written.
  @Test(arguments: [
    ("s.top = v; s.list = nil", "return s.top", "s.top"),
    ("s.mu.Lock(); s.top = v; s.n++", "use(1, s.n)", "s.n"),
    ("s.list = append(s.list, v)", "return s.list", "s.list"),
    // Both fields, none, or one that may be reached another way.
    ("s.top = v; s.list = nil", "return s.top, s.list", nil),
    ("s.top = v; s.list = nil", "return s.other", nil),
    ("s.top = v; s.list = nil", "return s.top, *p", nil),
    ("s.top = v; s.list = nil", "return s.top, q[0]", nil),
    ("s.top = v; *p = 1", "return s.top", nil),
    ("s.top = v; n = 1", "return s.top", nil),
    ("s.top = v; s.list, s.n = nil, 0", "return s.top", nil),
    ("s.top = v; f(s).n = 1", "return s.top", nil),
    // A method of that name is not a field.
    ("s.top = v; s.list = nil", "return s.top()", nil),
  ])
  func `is the one field of several that the other line names`(
    _ write: String, _ read: String, _ name: String?
  ) throws {
    let folder = try SourceFolder([
      "box.go": """
      package box

      func (s *Box[T]) Put(v T, p *int) { \(write) }
      func (s *Box[T]) Get() interface{} { \(read) }

      """
    ])
    let text = CauseExamples.go(
      at: "0x00c00001a0f0", write: "box.(*Box[...]).Put box.go:3", read: "box.(*Box[...]).Get box.go:4")
    let log = try ReadLog(text.replacing("/src/app/", with: folder.path + "/"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    #expect(witness.testimony(of: detail, logModified: nil).written?.name == name)
  }

  /// Helgrind and DRD print files without folders.
  @Test(arguments: [("oven.c", "total"), ("elsewhere/oven.c", nil)] as [(String, String?)])
  func `is taken from the only file of that name where the log prints no folder`(
    _ printed: String, _ name: String?
  ) throws {
    let folder = try SourceFolder(["src/oven.c": "int bake(void) {\n  total = 1;\n  return total;\n}\n"])
    let log = try ReadLog(
      """
      ==7== Possible data race during write of size 4 at 0x10C014 by thread #1
      ==7== Locks held: none
      ==7==    at 0x109532: bake (\(printed):2)
      ==7==
      ==7== This conflicts with a previous read of size 4 by thread #2
      ==7== Locks held: none
      ==7==    at 0x109540: bake (\(printed):3)
      ==7==

      """)
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    #expect(witness.testimony(of: detail, logModified: nil).written?.name == name)
  }

  @Test(arguments: native)
  func `is taken from the line that writes`(_ lines: Lines) throws {
    let text = "work() {\n\(lines.write)\n\(lines.read)\n}\n"
    #expect(try written(text, file: lines.file) == lines.name)
  }

  /// Lines of two functions, the first of which writes by a pointer, and the name that the second one has for its memory.
  @Test(arguments: [
    ("*q = 1;", "return n;", "n"), ("*q = 1;", "printf(\"%d\", n);", "n"),
    ("*q += 1;", "if (n) stop = true;", "n"),
    ("*q = 1;", "return next(n);", nil), ("*q = 1;", "return n + m;", nil), ("*q = 1;", "return n[2];", nil),
    ("*q = 1;", "return *n;", nil), ("*q = 1;", "return p->n;", nil),
    ("q[0] = 1;", "return n;", "an element of q"),
  ])
  func `is that of the line that reads where the other one writes by a pointer`(
    _ write: String, _ read: String, _ name: String?
  ) throws {
    let folder = try SourceFolder(["a.c": "void set(int *q) {\n\(write)\n}\nint get(void) {\n\(read)\n}\n"])
    let log = try ReadLog(
      CauseExamples.tsan(
        first: "Write of size 4 at 0x000000000010 by thread T1", firstStack: "set \(folder.path)/a.c:2",
        second: "Previous read of size 4 at 0x000000000010 by main thread",
        secondStack: "get \(folder.path)/a.c:5"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    #expect(witness.testimony(of: detail, logModified: nil).written?.name == name)
  }

  @Test func `is unknown for a file without the function, or where a library wrote`() throws {
    #expect(try written("play() {\nn = 1;\nreturn n;\n}\n", file: "a.c") == nil)
    #expect(try written("work() {\nn = 1;\nreturn n;\n}\n", file: "a.c", lead: "fill /lib/fill.c:3;") == nil)
    #expect(try written("work() {\nn = 1;\nreturn n;\n}\n", file: "a.c", lead: "memset <null>;") == nil)
  }

  /// The library function that a line called, and the expected subject of its write.
  @Test(arguments: [
    ("numbers.push_back(n);", "push_back(int const&)", "numbers"),
    ("pool->jobs.clear();", "clear()", "pool->jobs"),
    ("if (ready) this->jobs.pop_back();", "pop_back()", "this->jobs"),
    // Two calls, no name, an operator, a function that may write to its argument, another function.
    ("a.clear(); b.clear();", "clear()", nil), ("list[i].clear();", "clear()", nil),
    ("make(n).clear();", "clear()", nil), ("numbers[3] = n;", "operator[](unsigned long)", nil),
    ("numbers.swap(others);", "swap(std::vector<int>&)", nil),
    ("numbers.clear();", "resize(unsigned long)", nil),
  ])
  func `is that of the container that the line changes`(
    _ line: String, _ method: String, _ name: String?
  ) throws {
    let text = "work() {\n\(line)\nreturn numbers.size();\n}\n"
    let lead = "std::vector<int, std::allocator<int> >::\(method) /usr/include/c++/12/bits/stl_vector.h:9;"
    #expect(try written(text, file: "a.cpp", lead: lead) == name)
  }

  /// A map finds its elements by a function that changes it.
  @Test(
    arguments: [
      ("table_[key] = std::move(n);", "table_"), ("this->table_[key] = n;", "this->table_"),
      ("table_[key] = others_[key];", nil), ("make(n)[key] = n;", nil),
    ] as [(String, String?)])
  func `is that of the map that the line looks in`(_ line: String, _ name: String?) throws {
    let text = "work() {\n\(line)\nreturn table_.size();\n}\n"
    let lead = "std::map<int, int>::operator[](int const&) /usr/include/c++/12/bits/stl_map.h:9;"
    #expect(try written(text, file: "a.cpp", lead: lead) == name)
  }

  /// A line of a method of Go whose other side has no stack, in a method with this body, and the name of what it reads.
  @Test(
    arguments: [
      ("\treturn b.hits", "b.hits"), ("\tfmt.Println(b.hits)", "b.hits"), ("\treturn b.hits + b.size", nil),
      ("\treturn b.hits; func() { b = nil }()", nil), ("\treturn b.hits; show(&b)", nil),
      ("\treturn c.hits", nil),
      ("\treturn b.next.hits", nil), ("\treturn b.sum()", nil), ("\treturn b.list[0]", nil),
    ] as [(String, String?)])
  func `is that of a field of the receiver`(_ line: String, _ name: String?) throws {
    let folder = try SourceFolder(["box.go": "package box\n\nfunc (b *Box) Hits() int {\n\(line)\n}\n"])
    let text = CauseExamples.go(
      at: "0x00c00001a0f0", write: "sync/atomic.AddInt64 race_amd64.s:289", read: "box.(*Box).Hits box.go:4")
    let log = try ReadLog(text.replacing("/src/app/", with: folder.path + "/"))
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    #expect(witness.testimony(of: detail, logModified: nil).written?.name == name)
  }

  /// A closure that a variable of the package is set to has no function around it.
  @Test(arguments: ["box.init.func2", "box.glob..func1"])
  func `is found in a closure of a variable of the package`(_ function: String) throws {
    let folder = try SourceFolder([
      "box.go":
        "package box\n\nvar Bump = func() { counter++ }\nvar run = command{\n\tRun: func() {\n\t\ttotal = 1\n\t},\n}\n"
    ])
    func name(_ line: Int) throws -> String? {
      let text = CauseExamples.go(
        at: "0x00c00001a0f0", write: "\(function) box.go:\(line)", read: "\(function) box.go:\(line)")
      let log = try ReadLog(text.replacing("/src/app/", with: folder.path + "/"))
      let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
      let witness = SourceWitness(SourceFinder(directory: folder.path))
      return witness.testimony(of: detail, logModified: nil).written?.name
    }
    #expect(try name(3) == "counter")
    #expect(try name(6) == "total")
  }

  @Test func `is unknown where one line writes the whole and the other an element`() throws {
    #expect(try written("work() {\nlist[2] = 1;\nlist = 0;\n}\n", file: "a.c", operation: "write") == nil)
    let elements = "work() {\nlist[2] = 1;\nlist[3] = 0;\n}\n"
    #expect(try written(elements, file: "a.c", operation: "write") == "an element of list")
  }

  @Test func `is unknown where both lines write, under two names`() throws {
    let text = "work() {\nn = 1;\nm = 2;\n}\n"
    #expect(try written(text, file: "a.c", operation: "write") == nil)
    #expect(try written("work() {\nn = 1;\nq->n = 2;\n}\n", file: "a.c", operation: "write") == "n")
  }

  /// A line whose other side has no stack, what it does, and the expected name.
  @Test(arguments: [
    ("n = 1;", "Write", "n"), ("list[d] = 1;", "Write", "an element of list"), ("n += d;", "Read", "n"),
    ("p->n += d;", "Read", "p->n"),
    // The line may have read something else, or the memory has another name elsewhere.
    ("n += m;", "Read", nil), ("n += m();", "Read", nil), ("return n;", "Read", "n"),
    ("return d;", "Read", nil),
    ("return n + p->n;", "Read", nil), ("printf(\"%d\", n);", "Read", "n"), ("show(n);", "Read", nil),
    ("p->q->n++;", "Read", nil), ("list[d]++;", "Read", nil), ("*q = 1;", "Write", nil),
  ])
  func `is told by one line where the report has no other`(
    _ line: String, _ operation: String, _ name: String?
  ) throws {
    let folder = try SourceFolder(["a.c": "void work(int d, struct pond *p, int *q) {\n\(line)\n}\n"])
    let log = try ReadLog(
      """
      WARNING: ThreadSanitizer: data race (pid=1)
        \(operation) of size 4 at 0x7b0400000010 by thread T1:
          #0 work \(folder.path)/a.c:2 (a+0x10)

        Previous write of size 4 at 0x7b0400000010 by main thread:
          [failed to restore the stack]

      SUMMARY: ThreadSanitizer: data race a.c:2 in work

      """)
    let detail = try #require(log.entries.first.flatMap { log.detailed($0) })
    let witness = SourceWitness(SourceFinder(directory: folder.path))
    #expect(witness.testimony(of: detail, logModified: nil).written?.name == name)
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

  /// By program, then by the functions of both sides.
  private static let programs: [String: [String: String]] = [
    "afterfunc": [
      "main.main main.main.func1": "n", "main.main main.main.func2": "reason",
      "main.main main.main.func3": "ready",
    ],
    "channels": [
      "main.consume main.produce": "an element of m.body", "main.main main.main.func3": "c3",
      "main.main main.main.func2": "c2", "main.main.func1 main.produce": "ch",
    ],
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
      "main.main main.main.func4": "v of an element of grid",
    ],
    "wgmisuse": [
      "main.addInside.func1 main.addInside.func1": "r.n", "main.earlyDone main.earlyDone.func1": "out",
      "main.rlockWrite.func1 main.rlockWrite.func1": "n",
    ],
    "wrappers": [
      "main.bump main.bump": "*p", "main.(*res).CloseN main.(*res).CloseN": "r.closed",
      "main.(*res).Close main.(*res).CloseN": "r.closed",
    ],
    // All others are reached by reflection on both sides.
    "deepstd": [
      "main.byName.Less main.main.func4": "an element of us",
      "bytes.(*Buffer).Reset bytes.(*Buffer).tryGrowByReslice": "buf",
      "bytes.(*Buffer).Reset bytes.(*Buffer).WriteString": "buf",
      "main.main.func1 v2.makeStringArshaler.func1": "u.Addr.City",
      "fmt.(*pp).printValue main.main.func2": "u.Name", "main.main main.main.func6": "n",
    ],
  ]

  @Test(arguments: programs.keys.sorted())
  func `is right for the programs of the corpus`(_ program: String) throws {
    let expected = try #require(Self.programs[program])
    let log = ReadLog(try LogFile.open(Corpus.path(program)))
    let witness = SourceWitness(SourceFinder(directory: Corpus.programFolder))
    var found: [String: String] = [:]
    for race in log.index.races {
      let detail = try #require(race.reports.first.flatMap { log.detailed(log.index.reports[Int($0)]) })
      let sites = log.index.sites(of: race).map { KnownRace.short($0?.function) }.sorted().joined(
        separator: " ")
      found[sites] = witness.testimony(of: detail, logModified: nil).written?.name
    }
    for (sites, name) in expected { #expect(found[sites] == name, "\(sites)") }
    if program == "deepstd" { #expect(found == expected) }
  }
}
