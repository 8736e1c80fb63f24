import Testing

@testable import RaceModel

@Suite struct `Names on both racing lines` {
  private func shared(_ first: String, _ second: String, _ language: SourceLanguage = .go) -> [String] {
    SharedIdentifiers.of(
      LexedLine(first, language: language), LexedLine(second, language: language))
  }

  @Test(arguments: [
    ("mockOwnerOpValue = op", "return mockOwnerOpValue, nil", ["mockOwnerOpValue"]),
    ("s.count++", "return s.count", ["s.count"]), ("c.n = 1", "if x.n > 0 {", ["n"]),
    ("c.stats.n++", "x.stats.n++", ["stats.n"]), ("m[key] = v", "v, ok := m[key]", ["m", "key", "v"]),
    ("list[i].n++", "return p.n", ["n"]), ("total += price", "total += tax", ["total"]),
    ("s.items = append(s.items, x)", "for _, x := range s.items {", ["s.items", "x"]),
    ("atomic.AddInt64(&hits, 1)", "return atomic.LoadInt64(&hits)", ["hits"]),
    ("s.mu.Lock()", "s.mu.Lock()", ["s.mu"]), ("a, b = b, a", "use(b)", ["b"]),
    ("cfg = load()", "return cfg.name", ["cfg"]), ("*p = 1", "return *p", ["p"]),
    ("err = run()", "if err != nil {", ["err"]), ("for i := 0; i < n; i++ {", "fmt.Println(i)", ["i"]),
  ])
  func `in Go, the likeliest first`(_ first: String, _ second: String, _ names: [String]) {
    #expect(shared(first, second) == names)
  }

  @Test func `words, strings, comments and builtins do not count`() {
    #expect(shared("return nil // total", "var total int = 1").isEmpty)
    #expect(shared(#"x = "total""#, "y = total").isEmpty)
    #expect(shared("x = len(string(a))", "y = len(string(b))").isEmpty)
  }

  @Test func `called functions do not count, nor types with methods`() {
    #expect(shared("flush()", "flush()").isEmpty)
    #expect(shared("Pool::flush();", "Pool::flush();", .c).isEmpty)
    #expect(shared("flush(q)", "flush(q)") == ["q"])
    #expect(shared("flush(a)", "close(b)").isEmpty)
  }

  @Test func `a local name in Go is not a field`() {
    #expect(shared("n = 1", "return s.n").isEmpty)
  }

  @Test func `a name that a line declares is less likely than one that it reads`() {
    #expect(shared("n := cache", "n := cache") == ["cache", "n"])
  }

  @Test(arguments: [
    ("this->count_++;", "return other->count_;", ["count_"]),
    ("count_ += n;", "return this->count_;", ["count_"]),
    ("++g_total;", "printf(\"%d\", g_total);", ["g_total"]), ("p->next = q;", "p.next = r;", ["p->next"]),
    ("std::move(x);", "std::swap(x, y);", ["x"]),
  ])
  func `in C++`(_ first: String, _ second: String, _ names: [String]) {
    #expect(shared(first, second, .c) == names)
  }

  @Test func `in Swift and Rust`() {
    #expect(shared("self.total += 1", "return total", .swift) == ["total"])
    #expect(shared("self.count += 1;", "println!(\"{}\", self.count);", .rust) == ["self.count"])
  }

  @Test func `a generated line gives no names`() {
    let names = (0..<500).map { "n\($0)" }.joined(separator: " + ")
    #expect(shared("total = \(names)", "return total").isEmpty)
    #expect(shared("total = n1 + n2 + n3 + n4 + n5 + n6 + n7 + n8 + n9", "return total") == ["total"])
  }
}
