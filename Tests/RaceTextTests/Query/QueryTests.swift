import RaceText
import Testing

/// Parsing typed text into terms.
@Suite struct QueryTests {
  @Test(arguments: [
    ("a  b", ["a", "b"]),
    (#"fn:"a b" "c d" e"#, [#"fn:"a b""#, #""c d""#, "e"]),
    (#"-path:"third party" x"#, [#"-path:"third party""#, "x"]),
    ("/a b/ c", ["/a b/", "c"]),
    (#"fn:/a\/ b/ c"#, [#"fn:/a\/ b/"#, "c"]),
    // A path is not an expression.
    ("/home/user/x y", ["/home/user/x", "y"]),
    ("/src /app", ["/src", "/app"]),
    // An unclosed quote extends to the end.
    (#"a "b c"#, ["a", #""b c"#]),
    ("std::vector<int, char>", ["std::vector<int,", "char>"]),
    ("", []),
  ])
  func `splits a line at blanks`(_ line: String, parts: [String]) {
    #expect(Query.parts(of: line) == parts)
  }

  @Test func `a term has a field and a pattern, and may be negated`() throws {
    let term = try QueryTerm(#"-path:"third party""#)
    #expect(term.isNegated && term.field == .path && term.pattern.text == "third party")
    let plain = try QueryTerm("std::vector")
    #expect(!plain.isNegated && plain.field == nil && plain.pattern.text == "std::vector")
    // There is no such field: it is a name with a colon.
    #expect(try QueryTerm("main.go:12").field == nil)
    // A name with a double colon is not a field either.
    #expect(try QueryTerm("test::run").field == nil)
    #expect(try QueryTerm("-").pattern.text == "-")
    #expect(try QueryTerm("fn:/^main/").pattern.isExpression)
  }

  @Test(arguments: [
    ("is:broken", "is: takes half, complete, damaged, atomic, seen, unseen, settled, new, still, explained"),
    ("fn:", "fn: needs text"),
    ("/a(b/", "/a(b/: Unmatched ( or \\("),
    (#"x /(a)\1/"#, #"/(a)\1/: \1 is not supported"#),
    ("/(a{50}){50}/", "/(a{50}){50}/: repetitions above 100 are not supported"),
  ])
  func `refuses an invalid term with the reason`(_ line: String, words: String) {
    #expect { try Query(line) } throws: { ($0 as? QueryError)?.description == words }
  }

  @Test func `small letters match both cases, a capital only itself`() throws {
    #expect(SearchPattern("ab")?.matches(in: "abxAB") == [0..<2, 3..<5])
    #expect(SearchPattern("/a.b/")?.matches(in: "aXb A-B ab") == [0..<3, 4..<7])
    #expect(SearchPattern("/A.b/")?.matches(in: "aXb A-B Axb") == [8..<11])
    // A letter after a backslash is not a capital.
    #expect(SearchPattern(#"/\Wget/"#)?.matches("x Get") == true)
    #expect(SearchPattern("/^a/")?.matches(in: "aa") == [0..<1])
    #expect(SearchPattern("/x*/")?.matches(in: "ab") == [])
  }

  @Test func `removing a term keeps the others`() throws {
    var query = try Query("a -b fn:c")
    query.isOff = true
    query.remove(at: 1)
    #expect(query.text == "a fn:c" && query.isOff)
    query.remove(at: 1)
    query.remove(at: 0)
    #expect(query.isEmpty && !query.isOff)
    query.remove(at: 0)
    #expect(query.isEmpty)
  }
}
