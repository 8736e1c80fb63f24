import RaceText
import Testing

/// Saved queries: a name in a line is replaced by the saved terms.
@Suite struct SavedQueriesTests {
  private func saved() throws -> SavedQueries {
    var queries = SavedQueries()
    try queries.save("-path:vendor -path:/third party/", as: "vendor")
    try queries.save("fn:\"a b\"", as: "blank")
    try queries.save("-is:half", as: "whole")
    return queries
  }

  @Test(arguments: [
    ("@vendor", "-path:vendor -path:/third party/"), ("fn:Get  @blank x", "fn:Get fn:\"a b\" x"),
    ("-@blank", "-fn:\"a b\""), ("-@whole", "is:half"), ("a@vendor", "a@vendor"),
    ("\"@vendor\"", "\"@vendor\""), ("fn:@vendor", "fn:@vendor"), ("", ""), ("-fn:Get ", "-fn:Get "),
    ("@whole @whole", "-is:half -is:half"),
  ])
  func `accepts the line`(_ line: String, _ terms: String) throws {
    #expect(try saved().expanded(line) == terms)
  }

  @Test(arguments: [
    ("@vendr", "no saved query @vendr; did you mean @vendor?"),
    ("fn:a @something", "no saved query @something (known: @blank, @vendor, @whole)"),
    ("-@vendor", "-@vendor: a query of several terms cannot be negated"),
    ("@", "no saved query @ (known: @blank, @vendor, @whole)"),
  ])
  func `refuses the line`(_ line: String, _ words: String) throws {
    let queries = try saved()
    let error = #expect(throws: QueryError.self) { try queries.expanded(line) }
    #expect(error?.description == words)
  }

  @Test func `without saved queries the error says how to save one`() {
    let error = #expect(throws: QueryError.self) { try SavedQueries().expanded("@mine") }
    #expect(error?.description == "no saved query @mine: query.mine = TERMS saves one")
  }

  @Test(arguments: [
    ("", "x"), ("a b", "x"), ("ü", "x"), ("ok", ""), ("ok", "is:nothing"), ("ok", "/(/"),
    ("ok", "fn:a @other"),
    ("ok", "-@other"),
  ])
  func `does not save`(_ name: String, _ line: String) {
    var queries = SavedQueries()
    #expect(throws: QueryError.self) { try queries.save(line, as: name) }
    #expect(queries.names.isEmpty)
  }
}
