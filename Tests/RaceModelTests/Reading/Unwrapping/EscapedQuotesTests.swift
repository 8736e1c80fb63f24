import Testing

@testable import RaceModel

/// Quotes that are escaped in the line of a string.
@Suite struct EscapedQuotesTests {
  private func isIn(_ line: [UInt8]) -> Bool {
    EscapedQuotes.areIn(line.span, 0..<line.count, LineMarks(line.span, 0..<line.count))
  }

  @Test(arguments: [
    (#"  "global \"a\" of size 4","#, #"  "global "a" of size 4","#),
    (#"  'global \'a\' of size 4',"#, "  'global 'a' of size 4',"),
    ("'global ''a'' of size 4'", "'global 'a' of size 4'"),
    ("- '  Thread T1 ''worker'' (tid=9) at:'", "- '  Thread T1 'worker' (tid=9) at:'"),
    (#"  "inside local var ""shelf""","#, #"  "inside local var "shelf"","#),
    (#"7,"","inside ""shelf""",x"#, #"7,"","inside "shelf"",x"#),
    (#"7,"lock order ""a"" violated"#, #"7,"lock order "a" violated"#),
    (#"| {"log":"local var \"a\" \u003c\n","id":7} |"#, #"| {"log":"local var "a" <\n","id":7} |"#),
    (#"msg="{\"log\":\"in \\\"C:\\\\a\\\"\\n\"}""#, #"msg="{"log":"in "C:\a"\n"}""#),
  ])
  func `are quotes again`(_ line: String, _ text: String) {
    let bytes = Array(line.utf8)
    #expect(isIn(bytes))
    #expect(
      String(decoding: EscapedQuotes.undone(bytes, LineMarks(bytes.span, 0..<bytes.count)), as: UTF8.self)
        == text)
  }

  @Test(arguments: [
    "'global 'a' of size 4'", "'',", "''", "\"\"", "'''a text'''", "\"\"\"a text\"\"\"", "'a', 'b'", "'it''s",
    "Thread T1 ''worker'' at:", #"C:\'a"#, "", #"["a","",""]"#, #"{"a":"","b":""}"#, #"f(1,"a""b")"#,
    #"x {"log":"C:\dir"} y"#,
  ])
  func `others stay`(_ line: String) {
    let bytes = Array(line.utf8)
    #expect(!isIn(bytes))
    #expect(EscapedQuotes.undone(bytes, LineMarks(bytes.span, 0..<bytes.count)) == bytes)
  }
}
