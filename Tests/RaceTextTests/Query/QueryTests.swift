import RaceText
import Testing

/// What is typed becomes terms.
@Suite struct QueryTests {
  @Test(arguments: [
    ("a  b", ["a", "b"]),
    (#"fn:"a b" "c d" e"#, [#"fn:"a b""#, #""c d""#, "e"]),
    (#"-path:"third party" x"#, [#"-path:"third party""#, "x"]),
    ("/a b/ c", ["/a b/", "c"]),
    (#"fn:/a\/ b/ c"#, [#"fn:/a\/ b/"#, "c"]),
    // A path is no expression.
    ("/home/user/x y", ["/home/user/x", "y"]),
    ("/src /app", ["/src", "/app"]),
    // A quote that is not closed yet holds all that follows.
    (#"a "b c"#, ["a", #""b c"#]),
    ("std::vector<int, char>", ["std::vector<int,", "char>"]),
    ("", []),
  ])
  func `splits a line at blanks`(_ line: String, parts: [String]) {
    #expect(Query.parts(of: line) == parts)
  }

  @Test func `a term says what it asks, of what, and whether it hides`() throws {
    let term = try QueryTerm(#"-path:"third party""#)
    #expect(term.isNegated && term.field == .path && term.pattern.text == "third party")
    let plain = try QueryTerm("std::vector")
    #expect(!plain.isNegated && plain.field == nil && plain.pattern.text == "std::vector")
    // No field is called so: it is a name with a colon.
    #expect(try QueryTerm("main.go:12").field == nil)
    // A name with a double colon is no field either.
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

  @Test func `small letters match both cases, a capital matches itself`() throws {
    #expect(SearchPattern("ab")?.matches(in: "abxAB") == [0..<2, 3..<5])
    #expect(SearchPattern("/a.b/")?.matches(in: "aXb A-B ab") == [0..<3, 4..<7])
    #expect(SearchPattern("/A.b/")?.matches(in: "aXb A-B Axb") == [8..<11])
    // A letter behind a backslash is no capital.
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
